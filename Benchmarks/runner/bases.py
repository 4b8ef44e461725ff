"""The bases that models are fitted to: frequency, recency and age in days and the mean amount of each customer, written as
four doubles."""

import csv
import os
from array import array
from dataclasses import dataclass

from . import setup

TESTS = os.path.join(os.path.dirname(setup.HERE), "Tests")
CDNOW = os.path.join(TESTS, "MetricsTests", "References", "cdnow.bin")
SAMPLE = os.path.join(TESTS, "LifetimeValueTests", "References", "cdnow_sample.csv")
# 1997-09-30 in days since 1970-01-01, where papers let the calibration end.
CALIBRATION_END = 10_134
SIMULATED = {"200k": 200_000, "2M": 2_000_000}


@dataclass(frozen=True)
class Base:
    name: str
    """Beyond a million customers the peer takes long."""
    is_large: bool = False

    @property
    def path(self):
        return os.path.join(setup.DATA, f"base-{self.name}.bin")

    @property
    def command(self):
        return [setup.product("GenerateBase"), str(SIMULATED[self.name])]

    def make(self):
        if self.name in SIMULATED:
            return setup.generate(self)
        os.makedirs(setup.DATA, exist_ok=True)
        customers = cdnow()
        if self.name == "CDNOW-sample":
            with open(SAMPLE, newline="") as file:
                customers = [customers[int(place)] for _, place in csv.reader(file)]
        rows = [summary(days) for days in customers]
        with open(self.path, "wb") as file:
            array("d", [number for row in rows if row for number in row]).tofile(file)


BASES = {name: Base(name, is_large=name == "2M") for name in ("CDNOW-sample", "CDNOW", *SIMULATED)}


def cdnow():
    """One {day: money} a customer, from the file that the tests use; references.py beside it tells its format."""
    with open(CDNOW, "rb") as file:
        bytes_ = iter(file.read())

    def number():
        value = shift = 0
        while True:
            byte = next(bytes_)
            value |= (byte & 127) << shift
            shift += 7
            if byte < 128:
                return value

    customers = []
    for _ in range(number()):
        day, days = 0, {}
        for _ in range(number()):
            day += number()
            money, is_refund = divmod(number(), 2)
            if not is_refund:
                days[day] = days.get(day, 0) + money / 100
        customers.append(days)
    return customers


def summary(days):
    """Nothing for a customer who came after the calibration."""
    seen = sorted(day for day in days if day <= CALIBRATION_END)
    if not seen:
        return None
    later = [days[day] for day in seen[1:]]
    mean = sum(later) / len(later) if later else 0
    return len(later), seen[-1] - seen[0], CALIBRATION_END - seen[0], mean
