"""The numbers of each side in one form, and the checks that they are the same. Money is in cents."""

import csv
from decimal import Decimal

exact = Decimal


class Difference(Exception):
    pass


def cents(amount):
    scaled = Decimal(amount) * 100
    if scaled != int(scaled):
        raise Difference(f"{amount} is not whole cents")
    return int(scaled)


def of_perennial(report):
    """From `perennial.report/1`: money in major units, months without orders as zero or null."""
    overview = report["overview"]
    money = ("grossRevenue", "refunds", "netRevenue")
    counts = ("customers", "orders", "repeatCustomers")
    found = {key: int(overview[key]) for key in counts} | {key: cents(overview[key]) for key in money}
    check_average(overview["averageOrderValue"] * 100, found)
    cohorts = {
        cohort["cohort"]: {
            "active": trimmed(cohort["active"]),
            "orders": trimmed(cohort["orders"]),
            "net": trimmed([cents(amount or 0) for amount in cohort["netRevenue"]]),
        }
        for cohort in report["cohorts"]["monthly"]
    }
    return {"overview": found, "cohorts": occupied(cohorts)}


def of_peer(answer):
    overview = answer["overview"]
    names = {"gross": "grossRevenue", "refunds": "refunds", "net": "netRevenue"}
    found = {key: overview[key] for key in ("customers", "orders", "repeatCustomers")}
    found |= {name: overview[key] for key, name in names.items()}
    check_average(overview["averageOrderValue"], found)
    cohorts = {
        month: {key: trimmed(values) for key, values in cohort.items()} for month, cohort in answer["cohorts"].items()
    }
    return {"overview": found, "cohorts": occupied(cohorts)}


def check_average(value, found):
    """The rounding of an average is not asserted, so a cent of difference is let pass."""
    if abs(Decimal(value) - Decimal(found["grossRevenue"]) / found["orders"]) > 1:
        raise Difference(f"average order value {value} is not gross revenue by orders in {found}")


def trimmed(values):
    values = [int(value or 0) for value in values]
    while values and values[-1] == 0:
        values.pop()
    return values


def occupied(cohorts):
    return {month: cohort for month, cohort in cohorts.items() if cohort["active"]}


def require_equal(expected, found, where, path=""):
    """Raises the first difference between two (side, numbers)."""
    (left, left_value), (right, right_value) = expected, found
    if isinstance(left_value, dict) and isinstance(right_value, dict):
        for key in sorted(left_value.keys() | right_value.keys()):
            pair = (left, left_value.get(key)), (right, right_value.get(key))
            require_equal(*pair, where, f"{path}.{key}" if path else key)
    elif left_value != right_value:
        raise Difference(f"{where}: {path} is {left_value} by {left}, {right_value} by {right}")


# The columns with the customer, the day of the last order, the number of purchase days and the net revenue.
PERENNIAL_COLUMNS = ("customer", "last_order", "purchase_days", "net_revenue")
PEER_COLUMNS = ("customer", "last_day", "purchase_days", "net")


def customers(side, path):
    columns = PERENNIAL_COLUMNS if side == "perennial" else PEER_COLUMNS
    with open(path, newline="", encoding="utf-8-sig") as file:
        reader = csv.reader(file)
        header = next(reader)
        missing = [column for column in columns if column not in header]
        if missing:
            raise Difference(f"the customers of {side} have no column {missing[0]}, but {', '.join(header)}")
        customer, day, days, net = (header.index(column) for column in columns)
        scale = cents if side == "perennial" else int
        return {row[customer]: (row[day], int(row[days]), scale(row[net])) for row in reader}


def require_equal_customers(files, where):
    (first_side, first_path), *others = files
    expected = customers(first_side, first_path)
    for side, path in others:
        found = customers(side, path)
        if found == expected:
            continue
        if found.keys() != expected.keys():
            raise Difference(f"{where}: {first_side} and {side} do not have the same customers")
        key = next(key for key in expected if expected[key] != found[key])
        raise Difference(f"{where}: customer {key} is {expected[key]} by {first_side}, {found[key]} by {side}")
