"""Makes the reference data and figures of the subscription tests.

    python3 subscriptions.py        # needs scipy and lifelines

writes subscriptions.csv (some 1,100 subscriptions of 700 customers, drawn with a fixed seed) and subscriptions.json (the
figures) beside this script. The figures follow the definitions of docs/metrics.md and share no code with the program:
revenue is looked up day by day, Kaplan–Meier and its intervals are those of lifelines, and the models are fitted by scipy.
"""

import calendar
import csv
import datetime
import json
import math
import pathlib
import random
from collections import defaultdict
from fractions import Fraction

import numpy
from lifelines import KaplanMeierFitter
from scipy.optimize import minimize
from scipy.special import betaln, hyp2f1
from scipy.stats import binomtest

HERE = pathlib.Path(__file__).parent
AS_OF = datetime.date(2026, 3, 18)
FIRST = datetime.date(2023, 5, 2)
DAY = datetime.timedelta(days=1)
PER_MONTH = {"month": Fraction(1), "year": Fraction(1, 12), "week": Fraction(52, 12), "quarter": Fraction(1, 3)}
PLANS = [("Start", "19.00", "month"), ("Pro", "49.50", "month"), ("Pro", "499.00", "year"), ("Box", "12.99", "week"),
         ("Team", "289.00", "quarter"), ("", "35.00", "month")]
REASONS = ["too expensive", "no time", "quality", "moved", ""]


# The data


def draw():
    random.seed(20260318)
    rows = []
    for number in range(700):
        day = FIRST + DAY * int(random.random() ** 0.8 * (AS_OF - FIRST).days)
        theta = random.betavariate(0.9, 6)
        for _ in range(random.choice([1, 1, 1, 2, 3])):
            plan, amount, period = random.choice(PLANS)
            months = 1
            while random.random() > theta and months < 60:
                months += 1
            end = day + DAY * int(months * 30.4 + random.choice([0, 0, -1, 1, 9]))
            is_over = end <= AS_OF + DAY * random.choice([0, 0, 0, 40])
            rows.append([f"c{number}", plan, day, end if is_over else None, amount, period,
                         random.choice(REASONS) if is_over else ""])
            if not is_over and random.random() < 0.8:
                break
            # The next one overlaps, follows at once, on the next day, or after a break.
            day = end + DAY * random.choice([-20, 0, 0, 1, 1, 2, 45, 200])
            day = max(day, FIRST)
            if day > AS_OF:
                break
    for row in random.sample(rows, 180):
        # One more plan beside the other, which may outlast it.
        day = row[2] + DAY * random.choice([0, 10, 50])
        end = day + DAY * random.choice([20, 61, 300])
        if day <= AS_OF:
            is_over = end <= AS_OF
            rows.append([row[0], "Extra", day, end if is_over else None, random.choice(["5.00", "7.25"]), "month",
                         random.choice(REASONS) if is_over else ""])
    for _ in range(8):
        day = FIRST + DAY * random.randrange(900)
        rows.append([f"c{random.randrange(700)}", "Start", day, None, "0.00", "month", ""])
        rows.append([f"c{random.randrange(700)}", "Start", day, day, "19.00", "month", "mistake"])
    random.shuffle(rows)
    with open(HERE / "subscriptions.csv", "w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow("customer plan started ended amount period reason".split())
        writer.writerows([[*row[:2], row[2], row[3] or "", *row[4:]] for row in rows])
    return rows


# Revenue, day by day


class Subscription:
    def __init__(self, row):
        self.customer, self.plan, self.start, end, amount, period, reason = row
        self.end = end if end and end <= AS_OF else None
        self.reason = reason if self.end else ""
        cents = Fraction(amount) * 100 * PER_MONTH[period]
        self.monthly = math.floor(cents + Fraction(1, 2))


def revenue_by_day(subscriptions):
    """What each customer brings a month at the end of each day, from FIRST to AS_OF."""
    starts = {subscription.start for subscription in subscriptions}
    days = [0] * ((AS_OF - FIRST).days + 1)
    for subscription in subscriptions:
        last = AS_OF
        if subscription.end:
            last = subscription.end - DAY
            # Whoever starts again on the very next day had no break.
            if subscription.end + DAY in starts:
                last = subscription.end
        for number in range((subscription.start - FIRST).days, (last - FIRST).days + 1):
            days[number] += subscription.monthly
    return days


def at(days, day):
    return days[(day - FIRST).days] if FIRST <= day <= AS_OF else 0


def spells(days):
    """(first day, first day without revenue or None, the last revenue)"""
    found, start = [], None
    for number, monthly in enumerate(days):
        if monthly and start is None:
            start = number
        if not monthly and start is not None:
            found.append((FIRST + DAY * start, FIRST + DAY * number, days[number - 1]))
            start = None
    if start is not None:
        found.append((FIRST + DAY * start, None, days[-1]))
    return found


# Periods


def period_of(day, unit):
    return day.strftime("%Y-%m") if unit == "month" else day.strftime("%Y")


def periods(unit):
    """(name, the day before its first, its last day or AS_OF, whether it is over)"""
    first = FIRST.replace(day=1) if unit == "month" else FIRST.replace(month=1, day=1)
    while first <= AS_OF:
        if unit == "month":
            last = first.replace(day=calendar.monthrange(first.year, first.month)[1])
        else:
            last = first.replace(month=12, day=31)
        yield period_of(first, unit), first - DAY, min(last, AS_OF), last <= AS_OF
        first = last + DAY


def money(cents):
    return f"{cents / 100:.2f}"


def share(part, whole):
    return part / whole if whole else None


def bridge(customers, unit):
    rows = []
    for name, before, last, complete in periods(unit):
        sums, counts = defaultdict(int), defaultdict(int)
        for days in customers.values():
            start, end = at(days, before), at(days, last)
            sums["start"] += start
            sums["end"] += end
            counts["start"] += start > 0
            counts["end"] += end > 0
            if start and end:
                sums["expansion" if end > start else "contraction"] += abs(end - start)
                counts["expanded"] += end > start
                counts["contracted"] += end < start
            elif start:
                sums["lost"] += start
                counts["lost"] += 1
            elif end:
                had = any(days[: max(0, (before - FIRST).days + 1)])
                sums["wonBack" if had else "new"] += end
                counts["wonBack" if had else "new"] += 1
            elif any(days[max(0, (before - FIRST).days + 1): (last - FIRST).days + 1]):
                counts["cameAndWent"] += 1
        kept = sums["start"] - sums["lost"] - sums["contraction"]
        rows.append({
            "period": name, "complete": complete,
            "mrr": {key: money(sums[key])
                    for key in "start new wonBack expansion contraction lost end".split()},
            "customers": {key: counts[key]
                          for key in "start new wonBack lost end expanded contracted cameAndWent".split()},
            "grossRevenue": share(kept, sums["start"]), "netRevenue": share(kept + sums["expansion"], sums["start"]),
            "logo": share(counts["start"] - counts["lost"], counts["start"]),
            "cents": [sums["start"], sums["contraction"] + sums["lost"], sums["expansion"]]})
    return rows


# Survival


def anniversary(start, months):
    month = start.month - 1 + months
    year, month = start.year + month // 12, month % 12 + 1
    return datetime.date(year, month, min(start.day, calendar.monthrange(year, month)[1]))


def period_of_leaving(start, end):
    period = 1
    while anniversary(start, period) < end:
        period += 1
    return period


def tenure(start, end):
    """Periods and whether the customer left at the end of the last of them."""
    if end:
        period = period_of_leaving(start, end)
        return (period, True) if anniversary(start, period) <= AS_OF else (period - 1, False)
    period = 0
    while anniversary(start, period + 1) <= AS_OF:
        period += 1
    return period, False


def survival(tenures):
    tenures = [pair for pair in tenures if pair[0] > 0]
    if not tenures:
        return []
    durations, events = [pair[0] for pair in tenures], [pair[1] for pair in tenures]
    curves = []
    for alpha in (0.1, 0.05):
        fitter = KaplanMeierFitter(alpha=alpha).fit(durations, events)
        curves.append((fitter.survival_function_.iloc[:, 0], fitter.confidence_interval_))
    rows = []
    for period in range(1, max(durations) + 1):
        row = {"period": period, "atRisk": sum(duration >= period for duration in durations),
               "lost": sum(event for duration, event in tenures if duration == period)}
        for names, alpha, (line, interval) in zip((("lower", "upper"), ("lower95", "upper95")), (0.1, 0.05), curves):
            place = line.index.get_indexer([period], method="ffill")[0]
            row["share"] = float(line.iloc[place])
            for name, value in zip(names, interval.iloc[place]):
                row[name] = float(value)
            if row["share"] in (0, 1):
                # lifelines has no interval where nobody or everybody has left: the exact one of those at risk.
                level = 1 - alpha
                exact = binomtest(row["atRisk"] - row["lost"], row["atRisk"]).proportion_ci(level, "exact")
                before = rows[-1][names[1]] if rows else 1
                row[names[0]], row[names[1]] = float(exact.low), min(before, float(exact.high))
        rows.append(row)
    return rows


def models(tenures):
    tenures = [pair for pair in tenures if pair[0] > 0]
    last = max(duration for duration, _ in tenures)
    lost, there = numpy.zeros(last + 1), numpy.zeros(last + 1)
    for duration, event in tenures:
        (lost if event else there)[duration] += 1
    t = numpy.arange(last + 1)

    def log_survival(point, power):
        alpha, beta = numpy.exp(point[:2])
        return betaln(alpha, beta + t**power) - betaln(alpha, beta)

    def loss(point):
        power = numpy.exp(point[2]) if len(point) > 2 else 1.0
        line = log_survival(point, power)
        left = numpy.log(-numpy.diff(numpy.exp(line)))
        return -(lost[1:] @ left + there[1:] @ line[1:])

    rows = {}
    for name, size in (("sbg", 2), ("bdw", 3)):
        best = min((minimize(loss, start[:size], method="Nelder-Mead",
                             options={"xatol": 1e-10, "fatol": 1e-12, "maxiter": 20000, "maxfev": 20000})
                    for start in ([0, 0, 0], [-0.4, 1.4, 0.2], [1, 2.3, -0.4])), key=lambda found: found.fun)
        keys = ["alpha", "beta", "c"][:size]
        rows[name] = {"parameters": dict(zip(keys, map(float, numpy.exp(best.x)))), "logLikelihood": -float(best.fun)}
    return rows


# Value, with sBG: closed forms


def value(parameters, customers, active_tenures, mean):
    alpha, beta = parameters["alpha"], parameters["beta"]
    rate = 1.1 ** (1 / 12) - 1
    ahead = 0.0
    for monthly, months in active_tenures:
        stays = (beta + months) / (alpha + beta + months)
        ahead += monthly * stays * hyp2f1(1, beta + months + 1, alpha + beta + months + 1, 1 / (1 + rate))
    return {"discountedPeriods": float(hyp2f1(1, beta, alpha + beta, 1 / (1 + rate))),
            "newCustomer": mean * float(hyp2f1(1, beta, alpha + beta, 1 / (1 + rate))) / 100,
            "activeCustomers": float(ahead) / 100}


# Value of a new customer of a group, with the model of the lesser BIC: a plain sum


FEWEST_LOST = 30


def group_value(tenures, revenues):
    """Of a group by its tenures and by what its active customers bring a month."""
    tenures = [pair for pair in tenures if pair[0] > 0]
    revenues = [monthly for monthly in revenues if monthly]
    if not revenues or sum(event for _, event in tenures) < FEWEST_LOST or max(tenures)[0] < 12:
        return None
    fitted = models(tenures)
    chosen = min(fitted, key=lambda name: len(fitted[name]["parameters"]) * math.log(len(tenures))
                 - 2 * fitted[name]["logLikelihood"])
    parameters = fitted[chosen]["parameters"]
    alpha, beta = parameters["alpha"], parameters["beta"]
    t = numpy.arange(10_000)
    line = numpy.exp(betaln(alpha, beta + t ** parameters.get("c", 1.0)) - betaln(alpha, beta) - t * math.log(1.1) / 12)
    mean = sum(revenues) / len(revenues) / 100
    return {"model": chosen, "meanPerPeriod": mean, "newCustomer": mean * float(line.sum())}


def largest(subscriptions):
    return min(subscriptions, key=lambda one: (-one.monthly, one.plan or "\uffff", one.reason or "\uffff"))


def main():
    rows = [Subscription(row) for row in draw()]
    by_customer = defaultdict(list)
    for subscription in rows:
        if subscription.monthly and subscription.end != subscription.start:
            by_customer[subscription.customer].append(subscription)
    customers = {name: revenue_by_day(subscriptions) for name, subscriptions in by_customer.items()}
    times = {name: spells(days) for name, days in customers.items()}
    tenures = {name: tenure(*spell[0][:2]) for name, spell in times.items()}

    plans, reasons, cohorts = defaultdict(lambda: [set(), 0, 0, 0]), defaultdict(lambda: [0, 0, 0, []]), {}
    began = defaultdict(list)
    for name, subscriptions in by_customer.items():
        for subscription in subscriptions:
            if not subscription.end:
                plan = plans[subscription.plan or None]
                plan[0].add(name)
                plan[1] += 1
                plan[2] += subscription.monthly
        first = times[name][0][0]
        began[largest([one for one in subscriptions if one.start == first]).plan or None].append(name)
        starts = {one.start for one in subscriptions}
        for place, (start, end, last) in enumerate(times[name]):
            if not end:
                continue
            ended = [one for one in subscriptions if one.end and
                     (one.end if one.end + DAY not in starts else one.end + DAY) == end]
            reason = reasons[largest(ended).reason or None]
            reason[0] += 1
            reason[1] += last
            reason[2] += place + 1 < len(times[name])
            reason[3].append(period_of_leaving(start, end))
    for unit in ("month", "year"):
        table = defaultdict(lambda: [0, [], [], []])
        ends = [(name, last) for name, _, last, _ in periods(unit)]
        for name, days in customers.items():
            cohort = period_of(times[name][0][0], unit)
            table[cohort][0] += 1
            table[cohort][3].append(name)
            line = [at(days, last) for period, last in ends if period >= cohort]
            for sums, values in ((1, [value > 0 for value in line]), (2, line)):
                old = table[cohort][sums] or [0] * len(values)
                table[cohort][sums] = [left + int(right) for left, right in zip(old, values)]
        cohorts[unit] = [{"cohort": cohort, "customers": row[0], "active": row[1], "mrr": list(map(money, row[2])),
                          "clv": group_value([tenures[name] for name in row[3]],
                                             [customers[name][-1] for name in row[3]])}
                         for cohort, row in sorted(table.items())]

    monthly = bridge(customers, "month")
    told = [row for row in monthly if row["complete"] and row["customers"]["start"]][-12:]
    year_ago = anniversary(AS_OF, -12)
    then = {name: at(days, year_ago) for name, days in customers.items() if at(days, year_ago)}
    active = {name: days[-1] for name, days in customers.items() if days[-1]}
    fitted = models(tenures.values())
    mean = sum(active.values()) / len(active)
    active_tenures = []
    for name, now in active.items():
        months = 0
        while anniversary(times[name][-1][0], months + 1) <= AS_OF:
            months += 1
        active_tenures.append((now, months))
    figures = {
        "asOf": AS_OF.isoformat(), "rows": len(rows),
        "overview": {
            "customers": len(customers), "active": len(active),
            "wonBack": sum(len(times[name]) > 1 for name in active),
            "activeSubscriptions": sum(plan[1] for plan in plans.values()), "mrr": money(sum(active.values())),
            "free": sum(not one.monthly for one in rows),
            "endedAtOnce": sum(one.monthly > 0 and one.end == one.start for one in rows)},
        "meanMonth": {
            "months": len(told),
            "grossRevenue": 1 - sum(row["cents"][1] for row in told) / sum(row["cents"][0] for row in told),
            "netRevenue": 1 - sum(row["cents"][1] - row["cents"][2] for row in told)
            / sum(row["cents"][0] for row in told),
            "logo": 1 - sum(row["customers"]["lost"] for row in told) / sum(row["customers"]["start"] for row in told)},
        "trailingYear": {
            "from": year_ago.isoformat(), "customers": len(then), "stayed": sum(name in active for name in then),
            "grossRevenue": sum(min(value, active.get(name, 0)) for name, value in then.items()) / sum(then.values()),
            "netRevenue": sum(active.get(name, 0) for name in then) / sum(then.values())},
        "monthly": monthly, "yearly": bridge(customers, "year"),
        "survival": survival(tenures.values()), "models": fitted,
        "sbgValue": value(fitted["sbg"]["parameters"], customers, active_tenures, mean),
        "byPlan": [{"plan": plan, "activeCustomers": len(plans[plan][0]), "activeSubscriptions": plans[plan][1],
                    "mrr": money(plans[plan][2]), "began": len(began[plan]),
                    "beganAndActive": sum(name in active for name in began[plan]),
                    "clv": group_value([tenures[name] for name in began[plan]],
                                       [customers[name][-1] for name in began[plan]]),
                    "survival": [[row["period"], row["share"], row["lower"], row["upper"]]
                                 for row in survival([tenures[name] for name in began[plan]])]}
                   for plan in sorted(set(plans) | set(began), key=lambda plan: plan or "\uffff")],
        # The first period by which half of them had left.
        "byReason": [{"reason": reason, "lost": row[0], "mrr": money(row[1]), "cameBack": row[2],
                      "medianTenure": sorted(row[3])[(len(row[3]) - 1) // 2]}
                     for reason, row in sorted(reasons.items(), key=lambda pair: pair[0] or "\uffff")],
        "cohorts": cohorts}
    for row in figures["monthly"] + figures["yearly"]:
        del row["cents"]
    with open(HERE / "subscriptions.json", "w") as file:
        json.dump(figures, file, indent=1)
        file.write("\n")


main()
