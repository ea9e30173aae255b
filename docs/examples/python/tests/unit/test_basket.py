import pytest

from shop.basket import Basket


@pytest.mark.parametrize(("items", "total"), [({"apple": 1}, 30), ({"apple": 2, "bread": 1}, 310), ({}, 0)])
def test_total(items, total):
    basket = Basket()
    for product, count in items.items():
        basket.add(product, count)
    assert basket.total() == total


def test_what_is_not_for_sale_is_refused():
    with pytest.raises(ValueError, match="not for sale"):
        Basket().add("moon")
