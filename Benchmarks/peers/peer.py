"""What the peers share: arguments, the shapes of the files, the clock, and the form of the answer."""

import argparse
import json
import os
import sys
import time

THREADS = os.cpu_count() or 1


class Shape:
    """How one kind of generated file is written."""

    def __init__(self, customer="customer_id", delimiter=",", quote="", decimal=".", lines=False):
        self.customer = customer
        self.delimiter = delimiter
        self.quote = quote
        self.decimal = decimal
        self.lines = lines


SHAPES = {
    "plain": Shape(),
    "quoted": Shape(delimiter=";", quote='"', decimal=","),
    "email": Shape(customer="email"),
    "lines": Shape(lines=True),
}


class Clock:
    """Seconds of each phase; starts when made, so the start of Python and the imports are not counted."""

    def __init__(self):
        self.start = self.last = time.perf_counter()
        self.phases = {}

    def lap(self, phase):
        now = time.perf_counter()
        self.phases[phase] = round(now - self.last, 4)
        self.last = now


def arguments():
    parser = argparse.ArgumentParser()
    parser.add_argument("file")
    parser.add_argument("shape", choices=SHAPES)
    parser.add_argument("--customers", help="write customer, last day, purchase days, net cents to this CSV file")
    options = parser.parse_args()
    return options.file, SHAPES[options.shape], options.customers


def answer(clock, overview, rfm, cells):
    """Prints the numbers; money in cents.

    `overview`: customers, orders, gross, refunds, net, repeat customers.
    `rfm`: how many customers, and the sums of their last days (since 1970), purchase days and net cents.
    `cells`: (month of the first order, months after it, active customers, orders, net cents).
    """
    customers, orders, gross, refunds, net, repeat = (int(value) for value in overview)
    cohorts = {}
    for first, offset, active, count, revenue in sorted(tuple(int(value) for value in cell) for cell in cells):
        cohort = cohorts.setdefault(first, {"active": [], "orders": [], "net": []})
        for key, value in (("active", active), ("orders", count), ("net", revenue)):
            cohort[key] += [0] * (offset - len(cohort[key])) + [value]
    names = ("customers", "lastDays", "purchaseDays", "net")
    result = {
        "seconds": round(clock.last - clock.start, 4),
        "phases": clock.phases,
        "overview": {
            "customers": customers,
            "orders": orders,
            "gross": gross,
            "refunds": refunds,
            "net": net,
            "averageOrderValue": round(gross / orders),
            "repeatCustomers": repeat,
        },
        "rfm": dict(zip(names, (int(value) for value in rfm))),
        "cohorts": {f"{1970 + month // 12:04d}-{month % 12 + 1:02d}": cohort for month, cohort in cohorts.items()},
    }
    json.dump(result, sys.stdout)
    sys.stdout.flush()
