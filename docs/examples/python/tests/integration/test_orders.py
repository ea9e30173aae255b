from shop.basket import Basket
from shop.orders import Orders


def test_a_placed_order_is_still_there_after_a_restart(tmp_path):
    path = str(tmp_path / "orders.db")
    basket = Basket()
    basket.add("cheese", 2)
    orders = Orders(path)
    number = orders.place(basket)
    orders.close()
    assert Orders(path).total_of(number) == 960


def test_an_order_that_was_never_placed_is_not_there(tmp_path):
    assert Orders(str(tmp_path / "orders.db")).total_of(7) is None
