"""Makes the reference data and figures of the metric tests, with nothing but Python's standard library.

    python3 references.py cdnow cdnow_master.csv.gz
    python3 references.py online_retail online_retail.csv.gz

writes NAME.bin (the documents) and NAME.json (the figures) beside this script. The figures follow the definitions of
docs/metrics.md and share no code with the program.

NAME.bin is a row of unsigned LEB128 numbers: how many customers; then per customer how many documents, and per document
the days since the one before (since 1970-01-01 for the first) and the money in minor units, doubled, plus one when it is
a refund. Sources: CDNOW, P. S. Fader and B. G. S. Hardie, brucehardie.com/datasets; Online Retail, UCI Machine Learning
Repository, D. Chen (2015), CC BY 4.0.
"""

import csv
import datetime
import gzip
import json
import pathlib
import sys
from collections import defaultdict
from decimal import ROUND_HALF_UP, Decimal

EPOCH = datetime.date(1970, 1, 1)
HERE = pathlib.Path(__file__).parent


def day_number(text):
    return (datetime.date.fromisoformat(text[:10]) - EPOCH).days


def cdnow(path):
    """One document a row; customers in order of their identifiers."""
    customers = defaultdict(list)
    with gzip.open(path, "rt") as file:
        for row in csv.DictReader(file):
            customers[row["customer_id"]].append((day_number(row["date"]), int(Decimal(row["amount"]) * 100)))
    return customers, []


def online_retail(path):
    """One document an invoice, rounded once; documents without a customer apart."""
    invoices = {}
    with gzip.open(path, "rt") as file:
        for row in csv.DictReader(file):
            invoice = invoices.setdefault(row["InvoiceNo"], [row["CustomerID"], row["InvoiceDate"], Decimal(0)])
            invoice[2] += int(row["Quantity"]) * Decimal(row["UnitPrice"])
    customers, unidentified = defaultdict(list), []
    for customer, date, total in invoices.values():
        money = int((total * 100).quantize(Decimal(1), ROUND_HALF_UP))
        (customers[customer] if customer else unidentified).append((day_number(date), money))
    return customers, unidentified


def leb128(number):
    out = bytearray()
    while True:
        byte, number = number & 127, number >> 7
        out.append(byte | (128 if number else 0))
        if not number:
            return bytes(out)


def write_documents(name, customers):
    out = bytearray(leb128(len(customers)))
    for customer in sorted(customers):
        documents = sorted(customers[customer])
        out += leb128(len(documents))
        before = 0
        for day, money in documents:
            out += leb128(day - before) + leb128(abs(money) * 2 + (money < 0))
            before = day
    (HERE / f"{name}.bin").write_bytes(out)


def month_of(day):
    date = EPOCH + datetime.timedelta(days=day)
    return date.year * 12 + date.month - 1


def month_name(month):
    return f"{month // 12:04d}-{month % 12 + 1:02d}"


def first_of_month(month):
    return (datetime.date(month // 12, month % 12 + 1, 1) - EPOCH).days


def returned(gaps):
    """1 − S(t) for t = 0, 1, … by the product-limit formula, and the gaps at risk; gaps are (days, completed)."""
    events, ends = defaultdict(int), defaultdict(int)
    for days, completed in gaps:
        ends[days] += 1
        events[days] += completed
    survival, left, curve, at_risk = 1.0, len(gaps), [], []
    for time in range(max(ends) + 1):
        at_risk.append(left)
        if events[time]:
            survival *= 1 - events[time] / left
        curve.append(1 - survival)
        left -= ends[time]
    return curve, at_risk


def rank_scores(values):
    """min(5, 1 + ⌊5·(below + equal/2)/n⌋) of every value."""
    below, scores = 0, {}
    counts = defaultdict(int)
    for value in values:
        counts[value] += 1
    for value in sorted(counts):
        scores[value] = min(5, 1 + (5 * (2 * below + counts[value])) // (2 * len(values)))
        below += counts[value]
    return scores


def nearest_rank(percent, values):
    ordered = sorted(values)
    return ordered[(len(ordered) * percent + 99) // 100 - 1] if ordered else None


def figures(customers, unidentified):
    buyers = {c: d for c, d in customers.items() if any(money >= 0 for _, money in d)}
    days = {c: sorted({day for day, money in d if money >= 0}) for c, d in buyers.items()}
    net = {c: sum(money for _, money in d) for c, d in buyers.items()}
    as_of = max(d[-1] for d in days.values())
    first = min(d[0] for d in days.values())
    gaps = [(b - a, True) for d in days.values() for a, b in zip(d, d[1:])]
    completed = [days_ for days_, _ in gaps]
    gaps += [(as_of - d[-1], False) for d in days.values()]
    curve, at_risk = returned(gaps)
    tau = max(t for t in range(len(curve)) if at_risk[t] * 20 >= len(gaps))
    window = next(t for t in range(len(curve)) if curve[t] >= 0.9 * curve[tau])
    usual = nearest_rank(90, completed)

    states = defaultdict(int)
    at_stake = 0
    for customer, d in days.items():
        own = [b - a for a, b in zip(d, d[1:])]
        weighted = len(own) * (nearest_rank(90, own) or 0) + 5 * usual
        limit = min(window, -(-weighted // (len(own) + 5)))
        silence = as_of - d[-1]
        state = "active" if silence <= limit else "lapsing" if silence <= window else "lapsed"
        states[state] += 1
        if state == "lapsing":
            at_stake += max(0, sum(m for day, m in buyers[customer] if day > as_of - 365))

    def active(border):
        result = set()
        for customer, d in days.items():
            before = [day for day in d if day <= border]
            if before and border - before[-1] <= window:
                result.add(customer)
        return result

    retention = []
    for month in range(month_of(first), month_of(as_of) + 1):
        start, stop = first_of_month(month), min(first_of_month(month + 1) - 1, as_of)
        at_start, at_end = active(start - 1), active(stop)
        new = {c for c in at_end if days[c][0] >= start}
        retained = at_start & at_end
        retention.append([month_name(month), len(at_start), len(retained), len(new),
                          len(at_end) - len(retained) - len(new), len(at_end)])

    cohorts = defaultdict(lambda: defaultdict(set))
    for customer, d in days.items():
        for day in d:
            cohorts[month_of(d[0])][month_of(day) - month_of(d[0])].add(customer)
    last_month = month_of(as_of)
    table = {month_name(m): [len(cells[k]) for k in range(last_month - m + 1)] for m, cells in sorted(cohorts.items())}

    recency = rank_scores([d[-1] for d in days.values()])
    frequency = rank_scores([len(d) for d in days.values()])
    monetary = rank_scores(list(net.values()))
    cells = defaultdict(int)
    for customer, d in days.items():
        cells[f"{recency[d[-1]]}{frequency[len(d)]}{monetary[net[customer]]}"] += 1

    clipped = sorted((max(0, value) for value in net.values()), reverse=True)
    total = sum(clipped)
    running, for80 = 0, 0
    while running * 5 < total * 4:
        running += clipped[for80]
        for80 += 1
    gini = sum((2 * i - len(clipped) - 1) * v for i, v in enumerate(sorted(clipped), 1)) / (len(clipped) * total)
    second = [(d[1] - d[0], True) if len(d) > 1 else (as_of - d[0], False) for d in days.values()]
    second_curve, _ = returned(second)
    refund_only = [d for c, d in customers.items() if c not in buyers]
    return {
        "asOf": as_of,
        "customers": len(buyers),
        "orders": sum(1 for d in buyers.values() for _, money in d if money >= 0),
        "gross": sum(m for d in buyers.values() for _, m in d if m >= 0),
        "refunds": -sum(m for d in customers.values() for _, m in d if m < 0),
        "identifiedNet": sum(net.values()),
        "netRevenue": sum(net.values()) + sum(m for d in refund_only for _, m in d) + sum(m for _, m in unidentified),
        "refundOnlyCustomers": len(refund_only),
        "refundOnlyRevenue": sum(m for d in refund_only for _, m in d),
        "unidentifiedOrders": sum(1 for _, m in unidentified if m >= 0),
        "unidentifiedGross": sum(m for _, m in unidentified if m >= 0),
        "unidentifiedRefunds": -sum(m for _, m in unidentified if m < 0),
        "belowZero": sum(1 for value in net.values() if value < 0),
        "repeatCustomers": sum(1 for d in buyers.values() if sum(1 for _, m in d if m >= 0) > 1),
        "repeatCustomersByDay": sum(1 for d in days.values() if len(d) > 1),
        "window": window,
        "gaps": [nearest_rank(p, completed) for p in (50, 75, 90)],
        "states": [states["active"], states["lapsing"], states["lapsed"]],
        "revenueAtRisk": at_stake,
        "retention": retention,
        "cohorts": table,
        "rfm": dict(sorted(cells.items())),
        "top20": sum(clipped[: -(-len(clipped) * 20 // 100)]) / total,
        "gini": gini,
        "customersFor80": for80,
        "secondWithin": [second_curve[t] for t in (30, 60, 90, 180, 365)],
    }


def main():
    name, path = sys.argv[1:3]
    customers, unidentified = {"cdnow": cdnow, "online_retail": online_retail}[name](path)
    write_documents(name, customers)
    text = json.dumps(figures(customers, unidentified), indent=1)
    (HERE / f"{name}.json").write_text(text + "\n")


if __name__ == "__main__":
    main()
