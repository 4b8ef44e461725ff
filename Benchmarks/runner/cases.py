"""The files that are measured."""

import os
from dataclasses import dataclass

from . import setup

ORDERS = {"1M": 1_000_000, "5M": 5_000_000, "20M": 20_000_000, "50M": 50_000_000}
SHAPES = {
    "plain": "one order a row",
    "quoted": "semicolons, decimal comma, all in quotes",
    "email": "e-mail addresses as customers",
    "lines": "three shuffled lines an order",
}


@dataclass(frozen=True)
class Case:
    shape: str
    size: str

    @property
    def name(self):
        return f"{self.shape} {self.size}"

    @property
    def orders(self):
        return ORDERS[self.size]

    @property
    def customers(self):
        return self.orders // 10

    @property
    def path(self):
        return os.path.join(setup.DATA, f"{self.shape}-{self.size}.csv")

    @property
    def command(self):
        return [setup.product("GenerateOrders"), str(self.orders), self.shape]


def chosen(shapes, sizes):
    for shape in shapes:
        for size in sizes if shape == "plain" else ["5M"]:
            yield Case(shape, size)
