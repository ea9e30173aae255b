"""Prices of a basket, in cents."""

from dataclasses import dataclass, field

PRICES = {"apple": 30, "bread": 250, "cheese": 480}


@dataclass
class Basket:
    items: dict[str, int] = field(default_factory=dict)

    def add(self, product: str, count: int = 1) -> None:
        if product not in PRICES:
            raise ValueError(f"{product} is not for sale")
        if count < 1:
            raise ValueError("count must be at least 1")
        self.items[product] = self.items.get(product, 0) + count

    def total(self) -> int:
        return sum(PRICES[product] * count for product, count in self.items.items())
