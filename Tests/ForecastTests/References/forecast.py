"""Makes forecast.csv: what is expected of the customers of two real shops, by numpy, scipy and the Python package `lifetimes`.

    python3 -m venv venv && venv/bin/pip install numpy scipy pandas lifetimes==0.11.3
    venv/bin/python forecast.py > forecast.csv

The orders are read as backtest.py does. The script shares no code with the program: models are fitted by scipy's optimiser
(BG/NBD and MBG/NBD start from those of `lifetimes`), what is expected comes from the closed forms of the papers. Definitions:
docs/metrics.md. Rows: shop, model, place of the customer among those who have purchased or `all` or
`newcomer`, figure, value. Money is in major units.
"""

import csv
import sys

import numpy as np
from lifetimes import BetaGeoFitter, ModifiedBetaGeoFitter
from scipy.optimize import minimize
from scipy.special import betaln, gammaln, hyp2f1

from backtest import TESTS, orders

DISCOUNT, MARGIN, YEAR = 0.1, 0.4, 365.0


def histories(customers, as_of):
    """Per customer with a purchase: purchase days, gross, gross of later days, refunds; in cents."""
    result = []
    for documents in customers:
        days, gross, later, refunds = [], 0, 0, 0
        seen = [(day, cents) for day, cents in documents if as_of is None or day <= as_of]
        first = min((day for day, cents in seen if cents >= 0), default=None)
        if first is None:
            continue
        for day, cents in seen:
            if cents < 0:
                refunds -= cents
                continue
            days.append(day)
            gross += cents
            later += cents if day > first else 0
        result.append((sorted(set(days)), gross, later, refunds))
    return result


def maximum(function, start):
    """The arguments with the smallest value, by logarithms."""
    best = np.log(start)
    for _ in range(12):
        best = minimize(function, best, method="Nelder-Mead", options={"xatol": 1e-10, "fatol": 1e-11, "maxiter": 20000}).x
        best = minimize(function, best, method="BFGS", options={"gtol": 1e-9}).x
    return np.exp(best)


# Models: parameters, P(alive), orders until t of each customer, of a newcomer


class NBD:
    def __init__(self, x, tx, T):
        def cost(log):
            r, alpha = np.exp(log)
            return -np.sum(gammaln(r + x) - gammaln(r) + r * np.log(alpha) - (r + x) * np.log(alpha + T)) / len(x)

        self.x, self.T = x, T
        self.r, self.alpha = maximum(cost, [0.5, 50])

    def alive(self):
        return np.ones(len(self.x))

    def orders(self, t):
        return (self.r + self.x) / (self.alpha + self.T) * t

    def new(self, t):
        return self.r / self.alpha * t


class BGNBD:
    def __init__(self, x, tx, T):
        self.x, self.tx, self.T = x, tx, T

        def cost(log):
            r, alpha, a, b = np.exp(log)
            u = betaln(a, b + x) - (r + x) * np.log(alpha + T)
            v = np.where(x > 0, betaln(a + 1, b + np.maximum(x, 1) - 1) - (r + x) * np.log(alpha + tx), -np.inf)
            return -np.sum(gammaln(r + x) - gammaln(r) + r * np.log(alpha) - betaln(a, b) + np.logaddexp(u, v)) / len(x)

        guess = BetaGeoFitter().fit(x, tx / 7, T / 7).params_
        self.r, self.alpha, self.a, self.b = maximum(cost, [guess.r, guess.alpha * 7, guess.a, guess.b])

    def alive(self):
        r, alpha, a, b, x, tx, T = self.r, self.alpha, self.a, self.b, self.x, self.tx, self.T
        gone = a / (b + np.maximum(x, 1) - 1) * ((alpha + T) / (alpha + tx)) ** (r + x)
        return np.where(x > 0, 1 / (1 + gone), 1)

    def orders(self, t):
        r, alpha, a, b, x, T = self.r, self.alpha, self.a, self.b, self.x, self.T
        part = 1 - ((alpha + T) / (alpha + T + t)) ** (r + x) * hyp2f1(r + x, b + x, a + b + x - 1, t / (alpha + T + t))
        return self.alive() * (a + b + x - 1) / (a - 1) * part

    def new(self, t):
        r, alpha, a, b = self.r, self.alpha, self.a, self.b
        part = 1 - (alpha / (alpha + t)) ** r * hyp2f1(r, b, a + b - 1, t / (alpha + t))
        return (a + b - 1) / (a - 1) * part


class MBGNBD(BGNBD):
    def __init__(self, x, tx, T):
        self.x, self.tx, self.T = x, tx, T

        def cost(log):
            r, alpha, a, b = np.exp(log)
            u = betaln(a, b + x + 1) - (r + x) * np.log(alpha + T)
            v = betaln(a + 1, b + x) - (r + x) * np.log(alpha + tx)
            return -np.sum(gammaln(r + x) - gammaln(r) + r * np.log(alpha) - betaln(a, b) + np.logaddexp(u, v)) / len(x)

        guess = ModifiedBetaGeoFitter().fit(x, tx / 7, T / 7).params_
        self.r, self.alpha, self.a, self.b = maximum(cost, [guess.r, guess.alpha * 7, guess.a, guess.b])

    def alive(self):
        r, alpha, a, b, x, tx, T = self.r, self.alpha, self.a, self.b, self.x, self.tx, self.T
        return 1 / (1 + a / (b + x) * ((alpha + T) / (alpha + tx)) ** (r + x))

    def orders(self, t):
        r, alpha, a, b, x, T = self.r, self.alpha, self.a, self.b, self.x, self.T
        part = 1 - ((alpha + T) / (alpha + T + t)) ** (r + x) * hyp2f1(r + x, b + x + 1, a + b + x, t / (alpha + T + t))
        return self.alive() * (a + b + x) / (a - 1) * part

    def new(self, t):
        r, alpha, a, b = self.r, self.alpha, self.a, self.b
        # Who has just bought for the first time may have left with that.
        return b / (a - 1) * (1 - (alpha / (alpha + t)) ** r * hyp2f1(r, b + 1, a + b, t / (alpha + t)))


class ParetoNBD:
    def __init__(self, x, tx, T):
        self.x, self.tx, self.T = x, tx, T

        def cost(log):
            r, alpha, s, beta = np.exp(log)
            return -np.sum(self.terms(r, alpha, s, beta)[0]) / len(x)

        self.r, self.alpha, self.s, self.beta = maximum(cost, [0.55, 74, 0.6, 82])

    def terms(self, r, alpha, s, beta):
        """ln likelihood, and ln of the part in which the customer is alive."""
        x, tx, T = self.x, self.tx, self.T
        high, low, second = (alpha, beta, s + 1) if alpha >= beta else (beta, alpha, r + x)

        def a0(t):
            power = r + s + x
            return hyp2f1(power, second, power + 1, (high - low) / (high + t)) / (high + t) ** power

        head = gammaln(r + x) - gammaln(r) + r * np.log(alpha) + s * np.log(beta)
        alive = head - (r + x) * np.log(alpha + T) - s * np.log(beta + T)
        gone = head + np.log(s / (r + s + x)) + np.log(np.maximum(a0(tx) - a0(T), 1e-300))
        return np.logaddexp(alive, gone), alive

    def alive(self):
        both, alive = self.terms(self.r, self.alpha, self.s, self.beta)
        return np.exp(alive - both)

    def orders(self, t):
        r, alpha, s, beta, x, T = self.r, self.alpha, self.s, self.beta, self.x, self.T
        mean = (r + x) * (beta + T) / ((alpha + T) * (s - 1)) * (1 - ((beta + T) / (beta + T + t)) ** (s - 1))
        return self.alive() * mean

    def new(self, t):
        r, alpha, s, beta = self.r, self.alpha, self.s, self.beta
        return r * beta / (alpha * (s - 1)) * (1 - (beta / (beta + t)) ** (s - 1))


# Money


def gamma_gamma(x, mean):
    known = (x > 0) & (mean > 0)
    x, mean = x[known], mean[known]

    def cost(log):
        p, q, gamma = np.exp(log)
        if q > 1e5:
            return 1e9
        return (
            -np.sum(
                gammaln(p * x + q) - gammaln(p * x) - gammaln(q) + q * np.log(gamma) + (p * x - 1) * np.log(mean)
                + p * x * np.log(x) - (p * x + q) * np.log(gamma + x * mean)
            )
            / len(x)
        )

    return maximum(cost, [5, 4, np.mean(mean) / 2])


def net_factors(rows):
    """The customers' shares of refunds drawn towards the shop's: Kleinman's moments."""
    n = np.array([len(days) for days, *_ in rows], float)
    gross = np.array([row[1] for row in rows], float)
    refunds = np.array([row[3] for row in rows], float)
    share = np.minimum(1, np.divide(refunds, gross, out=np.zeros_like(gross), where=gross > 0))
    own = gross > 0
    n_own, share_own = n[own], share[own]
    shop = min(1, np.sum(share_own * gross[own]) / gross.sum())
    N = n_own.sum()
    p = np.sum(n_own * share_own) / N
    S = np.sum(n_own * (share_own - p) ** 2)
    unshared = np.sum(1 - n_own / N)
    correlation = (S - p * (1 - p) * unshared) / (p * (1 - p) * (np.sum(n_own * (1 - n_own / N)) - unshared)) if p > 0 else 0
    if correlation <= 1e-9:
        return np.full(len(rows), 1 - shop), shop
    K = max(0, 1 / correlation - 1)
    return np.where(own, 1 - (n * share + K * shop) / (n + K), 1 - shop), shop


def discounted(orders, horizon):
    """Each month's orders at the worth of its middle."""
    months, before, start, total = YEAR / 12, 0, 0.0, 0
    while start < horizon:
        end = horizon if horizon - start < 1.000001 * months else start + months
        upto = orders(end)
        total = total + (upto - before) * (1 + DISCOUNT) ** (-(start + end) / 2 / YEAR)
        before, start = upto, end
    return total


def tell(write, shop, model, rows, as_of, horizon):
    x = np.array([len(days) - 1 for days, *_ in rows], float)
    tx = np.array([days[-1] - days[0] for days, *_ in rows], float)
    T = np.array([as_of - days[0] for days, *_ in rows], float)
    mean = np.array([row[2] / max(1, len(row[0]) - 1) / 100 for row in rows])
    fit = model(x, tx, T)
    name = {"NBD": "nbd", "BGNBD": "bg-nbd", "MBGNBD": "mbg-nbd", "ParetoNBD": "pareto-nbd"}[type(fit).__name__]
    p, q, gamma = gamma_gamma(x, mean)
    spend = p * (gamma + x * mean) / (p * x + q - 1)
    net, refunded = net_factors(rows)
    alive, ahead = fit.alive(), fit.orders(horizon)
    value = MARGIN * net * spend * discounted(fit.orders, horizon)

    def put(who, what, figure):
        write([shop, name, who, what, f"{figure:.9g}"])

    put("all", "expectedOrders", ahead.sum())
    put("all", "expectedValue", value.sum())
    put("all", "expectedAlive", alive.sum())
    put("newcomer", "expectedOrders", fit.new(horizon))
    put("newcomer", "expectedValue", MARGIN * (1 - refunded) * p * gamma / (q - 1) * discounted(fit.new, horizon))
    # Of whom hardly a chance is left nothing more is expected.
    there = alive > 1e-6
    put("all", "fivePointsMore", np.sum((value / alive * np.minimum(0.05, 1 - alive))[there]))
    best = np.argsort(-value)[:5]
    for place in sorted(set(range(0, len(rows), len(rows) // 30)) | set(best.tolist())):
        put(place, "pAlive", alive[place])
        put(place, "expectedOrders", ahead[place])
        put(place, "expectedSpend", spend[place])
        put(place, "expectedValue", value[place])
        put(place, "valueAtStake", value[place] * (1 - alive[place]) / alive[place] if there[place] else 0)


def main():
    write = csv.writer(sys.stdout, lineterminator="\n").writerow
    # 1997-09-30 and 2011-12-09, the last day of Online Retail.
    with open(TESTS / "LifetimeValueTests/References/cdnow_sample.csv") as file:
        places = sorted(int(line.split(",")[1]) for line in file if line[0].isdigit())
    everybody = orders("cdnow")
    sample = histories([everybody[place] for place in places], 10134)
    for model in [BGNBD, MBGNBD, ParetoNBD]:
        tell(write, "cdnow", model, sample, 10134, 273.0)
    tell(write, "retail", NBD, histories(orders("online_retail"), None), 15317, 365.0)


if __name__ == "__main__":
    main()
