"""Writes the orders of a shop of ../../MetricsTests/References as CSV: customer, date, amount.

    python3 orders.py cdnow > cdnow.csv
    python3 orders.py cdnow --sample > cdnow_sample.csv
    python3 orders.py online_retail > online_retail.csv

Refunds have amounts below zero. Customers are numbered from 1, since many shops write 0 for nobody. The sample is every
tenth customer of CDNOW, which papers use.
"""

import csv
import datetime
import pathlib
import sys

TESTS = pathlib.Path(__file__).parent.parent.parent
EPOCH = datetime.date(1970, 1, 1)


def customers(name):
    data = iter((TESTS / f"MetricsTests/References/{name}.bin").read_bytes())

    def number():
        value = shift = 0
        for byte in data:
            value |= (byte & 127) << shift
            shift += 7
            if byte < 128:
                return value

    for customer in range(number()):
        day, documents = 0, []
        for _ in range(number()):
            day += number()
            coded = number()
            documents.append((EPOCH + datetime.timedelta(day), -(coded // 2) if coded % 2 else coded // 2))
        yield customer, documents


def main(name, *options):
    kept = None
    if "--sample" in options:
        text = (TESTS / "LifetimeValueTests/References/cdnow_sample.csv").read_text()
        kept = {int(line.split(",")[1]) for line in text.split()}
    rows = csv.writer(sys.stdout, lineterminator="\n")
    rows.writerow(["customer_id", "date", "amount"])
    for customer, documents in customers(name):
        if kept is None or customer in kept:
            for date, cents in documents:
                sign = "-" if cents < 0 else ""
                rows.writerow([customer + 1, date, f"{sign}{abs(cents) // 100}.{abs(cents) % 100:02}"])


if __name__ == "__main__":
    main(*sys.argv[1:])
