from shop.basket import PRICES, Basket


def test_total_of_a_large_basket(benchmark):
    basket = Basket()
    for product in PRICES:
        basket.add(product, 1000)
    assert benchmark(basket.total) == 760_000
