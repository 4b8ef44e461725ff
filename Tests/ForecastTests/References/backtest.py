"""Makes backtest.csv: the figures of backtests of two real shops, by numpy, scipy and the Python package `lifetimes`.

    python3 -m venv venv && venv/bin/pip install numpy scipy pandas lifetimes==0.11.3
    venv/bin/python backtest.py > backtest.csv

The orders are those of ../../MetricsTests/References/*.bin (format and sources: references.py beside them); the CDNOW
sample is the one that papers use (../../LifetimeValueTests/References/cdnow_sample.csv). Definitions:
docs/lifetime-value/backtest.md. The script shares no code with the program: BG/NBD and MBG/NBD are fitted by `lifetimes`
on CDNOW, all other models by scipy's optimiser, and expected orders come from the closed forms of the papers with the
hypergeometric function.
"""

import csv
import pathlib
import sys
import warnings

import numpy as np
from lifetimes import BetaGeoFitter, ModifiedBetaGeoFitter
from scipy.optimize import minimize
from scipy.special import betaln, gammaln, hyp2f1

warnings.filterwarnings("ignore")
HERE = pathlib.Path(__file__).parent
TESTS = HERE.parent.parent


def orders(name):
    """Per customer (day, signed cents) in time order."""
    data = iter((TESTS / f"MetricsTests/References/{name}.bin").read_bytes())

    def number():
        value = shift = 0
        for byte in data:
            value |= (byte & 127) << shift
            shift += 7
            if byte < 128:
                return value

    customers = []
    for _ in range(number()):
        day, documents = 0, []
        for _ in range(number()):
            day += number()
            coded = number()
            documents.append((day, -(coded // 2) if coded % 2 else coded // 2))
        customers.append(documents)
    return customers


def cdnow_sample():
    everybody = orders("cdnow")
    with open(TESTS / "LifetimeValueTests/References/cdnow_sample.csv") as file:
        lines = [line.strip().split(",") for line in file if line.strip() and not line.startswith("#")]
    return [everybody[int(line[1])] for line in lines if line[1].isdigit()]


# The past and the holdout


class Base:
    def __init__(self, customers, cutoff, end):
        self.horizon = horizon = end - cutoff
        known = [c for c in customers if any(d <= cutoff and m >= 0 for d, m in c)]
        days = [sorted({d for d, m in c if m >= 0 and d <= cutoff}) for c in known]
        self.origin = min(d[0] for d in days)
        self.x = np.array([len(d) - 1 for d in days])
        self.tx = np.array([d[-1] - d[0] for d in days])
        self.T = np.array([cutoff - d[0] for d in days])
        self.last = np.array([d[-1] for d in days])
        self.days = days
        later = [sum(m for d, m in c if m >= 0 and o[0] < d <= cutoff) for c, o in zip(known, days)]
        self.later = np.array(later, float)
        self.net, self.own_net = net_factors(known, self.x + 1, cutoff)
        self.orders = np.array([len({d for d, m in c if m >= 0 and d > cutoff}) for c in known], float)
        self.value = np.array([sum(m for d, m in c if d > cutoff) for c in known], float)
        self.known, self.cutoff = known, cutoff
        self.history = cutoff - self.origin + 1


def net_factors(known, n, cutoff):
    """What refunds leave, of the shop's money and of each customer's (docs/lifetime-value/models.md)."""
    gross = np.array([sum(m for d, m in c if m >= 0 and d <= cutoff) for c in known], float)
    back = np.array([-sum(m for d, m in c if m < 0 and d <= cutoff) for c in known], float)
    paid = gross > 0
    share = np.clip(np.divide(back, gross, out=np.zeros_like(gross), where=paid), 0, 1)
    shop = (share * gross).sum() / gross.sum()
    w, s = n[paid] / n[paid].sum(), share[paid]
    mean = (w * s).sum()
    # Kleinman (1973), with the customers' orders as weights.
    between = (n[paid] * (s - mean) ** 2).sum()
    inside = mean * (1 - mean) * (1 - w).sum()
    together = mean * (1 - mean) * ((n[paid] * (1 - w)).sum() - (1 - w).sum())
    gamma = (between - inside) / together if together > 0 else 0
    if gamma <= 1e-9:
        return 1 - shop, np.full(len(n), 1 - shop)
    k = max(0, 1 / gamma - 1)
    return 1 - shop, 1 - np.where(paid, (n * share + k * shop) / (n + k), shop)


def window(base):
    """W as docs/metrics.md defines it."""
    completed, censored = {}, {}
    for days in base.days:
        for a, b in zip(days, days[1:]):
            completed[b - a] = completed.get(b - a, 0) + 1
        censored[base.cutoff - days[-1]] = censored.get(base.cutoff - days[-1], 0) + 1
    total = left = sum(completed.values()) + sum(censored.values())
    survival, curve, tau = 1.0, [], None
    for t in range(base.history):
        if left > 0 and left * 20 >= total:
            tau = t
        survival *= 1 - completed.get(t, 0) / left if left else 1
        curve.append(1 - survival)
        left -= completed.get(t, 0) + censored.get(t, 0)
    found = next(t for t, share in enumerate(curve) if share >= 0.9 * curve[tau] - 1e-12)
    half = max(1, (base.history - 1) // 2)
    return min(min(max(found, 14), 365), half)


# Rules


def rules(base):
    h, cutoff = base.horizon, base.cutoff
    year = min(365, base.history)
    year_days = np.array([sum(1 for d in days if d > cutoff - year) for days in base.days])
    year_net = np.array([sum(m for d, m in c if cutoff - year < d <= cutoff) for c in base.known])
    yield "lastYear", year_days * h / year, np.maximum(0, year_net) * h / year
    w, back = window(base), max(1, min(h, base.history // 2))
    start = cutoff - back
    then = [any(start - w <= d <= start for d in days) for days in base.days]
    bought = sum(sum(1 for d in days if d > start) for days, active in zip(base.days, then) if active)
    net = sum(sum(m for d, m in c if start < d <= cutoff) for c, active in zip(base.known, then) if active)
    now = base.last >= cutoff - w
    yield "hiatus", now * (bought / sum(then) * h / back), now * (max(0, net) / sum(then) * h / back)
    share = h / base.T.sum()
    yield "mean", np.full(len(now), base.x.sum() * share), np.full(len(now), base.later.sum() * base.net * share)
    print(f"window {w}, look back {back}, active then {sum(then)}, now {now.sum()}", file=sys.stderr)


# Models; times in weeks


def maximum(loglik, starts):
    best = None
    for start in starts:
        result = minimize(lambda p: -loglik(np.exp(p)), np.log(start), method="Nelder-Mead",
                          options=dict(maxiter=20000, maxfev=20000, xatol=1e-9, fatol=1e-10))
        result = minimize(lambda p: -loglik(np.exp(p)), result.x, method="BFGS", options=dict(gtol=1e-7))
        if best is None or result.fun < best.fun:
            best = result
    return np.exp(best.x)


def nbd(base, t):
    x, T = base.x, base.T / 7

    def loglik(p):
        r, alpha = p
        return np.sum(gammaln(r + x) - gammaln(r) + r * np.log(alpha) - (r + x) * np.log(alpha + T))

    r, alpha = maximum(loglik, [[0.5, 10], [1, 5]])
    return (r + x) * t / (alpha + T), [r, alpha]


def bg(base, t):
    x, tx, T = base.x, base.tx / 7, base.T / 7
    fitter = BetaGeoFitter(penalizer_coef=0)
    fitter.fit(x, tx, T, tol=1e-7)
    r, alpha, a, b = (fitter.params_[key] for key in ["r", "alpha", "a", "b"])
    odds = np.where(x > 0, a / (b + np.maximum(x, 1) - 1) * ((alpha + T) / (alpha + tx)) ** (r + x), 0)
    part = ((alpha + T) / (alpha + T + t)) ** (r + x) * hyp2f1(r + x, b + x, a + b + x - 1, t / (alpha + T + t))
    return (a + b + x - 1) / (a - 1) * (1 - part) / (1 + odds), [r, alpha, a, b]


def mbg(base, t):
    x, tx, T = base.x, base.tx / 7, base.T / 7
    fitter = ModifiedBetaGeoFitter(penalizer_coef=0)
    fitter.fit(x, tx, T, tol=1e-7)
    r, alpha, a, b = (fitter.params_[key] for key in ["r", "alpha", "a", "b"])
    odds = a / (b + x) * ((alpha + T) / (alpha + tx)) ** (r + x)
    part = ((alpha + T) / (alpha + T + t)) ** (r + x) * hyp2f1(r + x, b + x + 1, a + b + x, t / (alpha + T + t))
    return (a + b + x) / (a - 1) * (1 - part) / (1 + odds), [r, alpha, a, b]


def pareto(base, t):
    x, tx, T = base.x, base.tx / 7, base.T / 7

    def g(u, r, alpha, s, beta):
        c = r + s + x
        if alpha >= beta:
            return (alpha + u) ** -(r + x) * (beta + u) ** -s * hyp2f1(1, r + x, c + 1, (alpha - beta) / (alpha + u))
        return (alpha + u) ** (1 - r - x) * (beta + u) ** -(s + 1) * hyp2f1(1, s + 1, c + 1, (beta - alpha) / (beta + u))

    def terms(p):
        r, alpha, s, beta = p
        alive = (alpha + T) ** -(r + x) * (beta + T) ** -s
        return alive, s / (r + s + x) * (g(tx, *p) - g(T, *p))

    def loglik(p):
        r, alpha, s, beta = p
        alive, left = terms(p)
        return np.sum(gammaln(r + x) - gammaln(r) + r * np.log(alpha) + s * np.log(beta) + np.log(alive + left))

    p = maximum(loglik, [[0.55, 10.6, 0.6, 11.7]])
    r, alpha, s, beta = p
    alive, left = terms(p)
    ahead = (r + x) * (beta + T) / ((alpha + T) * (s - 1)) * (1 - ((beta + T) / (beta + T + t)) ** (s - 1))
    return alive / (alive + left) * ahead, list(p)


def spend(base):
    """Expected amount of a purchase day for each customer, in cents."""
    x = base.x
    z = np.where(x > 0, base.later / np.maximum(x, 1), 0) / 100
    use = (x > 0) & (z > 0)

    def loglik(params):
        p, q, gamma = params
        n, m = x[use], z[use]
        return np.sum(-betaln(p * n, q) - np.log(m) + q * np.log(gamma / (gamma + n * m))
                      + p * n * np.log(n * m / (gamma + n * m)))

    scale = np.exp(np.mean(np.log(z[use])))
    p, q, gamma = maximum(loglik, [[6, 4, scale * 3 / 6], [2, 3, scale]])
    print(f"spend {p} {q} {gamma}", file=sys.stderr)
    own = np.where(use, x * z, 0)
    weight = np.where(x > 0, p * x, 0)
    return 100 * (p * gamma + p * own) / (weight + q - 1)


# Measures


def top(values, count):
    """Membership of the first so many; on the border a part."""
    border = np.sort(values)[::-1][count - 1]
    above, on = values > border, values == border
    return above + on * (count - above.sum()) / on.sum()


def deciles(expected, actual):
    """Means by tenths; customers with one expectation are all alike."""
    mean = {v: actual[expected == v].mean() for v in np.unique(expected)}
    order = np.sort(expected)[::-1]
    smooth = np.array([mean[v] for v in order])
    edges = np.linspace(0, len(order), 11)
    rows = []
    for low, high in zip(edges, edges[1:]):
        weights = np.clip(np.minimum(high, np.arange(len(order)) + 1) - np.maximum(low, np.arange(len(order))), 0, 1)
        rows.append((np.sum(weights * order) / weights.sum(), np.sum(weights * smooth) / weights.sum()))
    return rows


def tell(shop, who, what, expected, actual):
    error = expected - actual
    count = min(-(-len(actual) // 10), int((actual > 0).sum()))
    figures = dict(expected=expected.sum(), actual=actual.sum(), meanAbsolute=np.abs(error).mean(),
                   rootMeanSquare=np.sqrt((error**2).mean()),
                   topTenthFound=np.sum(top(expected, count) * top(actual, count)) / count)
    for place, (mean, came) in enumerate(deciles(expected, actual)):
        figures[f"decile{place + 1}Expected"] = mean
        figures[f"decile{place + 1}Actual"] = came
    for key, value in figures.items():
        csv.writer(sys.stdout, lineterminator="\n").writerow([shop, who, what, key, repr(float(value))])


def backtest(shop, customers, cutoff, end, models):
    base = Base(customers, cutoff, end)
    amounts = spend(base)
    for name, model in models:
        expected, params = model(base, base.horizon / 7)
        print(f"{shop} {name} {params}", file=sys.stderr)
        tell(shop, name, "orders", expected, base.orders)
        tell(shop, name, "value", expected * base.own_net * amounts, base.value)
    for name, expected, value in rules(base):
        tell(shop, name, "orders", expected, base.orders)
        tell(shop, name, "value", value, base.value)


if __name__ == "__main__":
    print("# shop,forecaster,what,measure,value; made by backtest.py")
    backtest("cdnow", cdnow_sample(), 10_134, 10_407,
             [("nbd", nbd), ("bg-nbd", bg), ("mbg-nbd", mbg), ("pareto-nbd", pareto)])
    backtest("online_retail", orders("online_retail"), 15_217, 15_317, [("nbd", nbd)])
