"""Makes optimisers.csv: the highest log-likelihoods that independent optimisers find on whole real bases.

    pip install numpy==2.4.6 scipy==1.17.1 lifetimes==0.11.3
    python3 optimisers.py

Reads ../../MetricsTests/References/{cdnow,online_retail}.bin (their format is told in references.py there) and shares no
code with the library. Log-likelihoods as the papers print them, times in weeks, purchases of one day merged, refunds left
out. Each optimiser of scipy climbs from the same starts without gradients of ours, and its best is kept; `lifetimes` is
asked for its own maximum, whose likelihood is then computed by the formulas here.

A row: data, model, optimiser, log-likelihood, parameters.
"""

import pathlib
import warnings

import numpy as np
from scipy.optimize import minimize
from scipy.special import betaln, gammaln

warnings.filterwarnings("ignore")
HERE = pathlib.Path(__file__).parent
DATA = HERE.parent.parent / "MetricsTests" / "References"
# Days since 1970-01-01: the ends of calibration of CDNOW, and of Online Retail (August, and the whole file).
BASES = [("cdnow", "cdnow.bin", 10_134), ("online-retail", "online_retail.bin", 15_317),
         ("online-retail-august", "online_retail.bin", 15_217)]


def purchases(name):
    """One {day: money} a customer."""
    data, place = (DATA / name).read_bytes(), 0

    def number():
        nonlocal place
        value = shift = 0
        while True:
            byte = data[place]
            place += 1
            value |= (byte & 127) << shift
            shift += 7
            if byte < 128:
                return value

    customers = []
    for _ in range(number()):
        day, days = 0, {}
        for _ in range(number()):
            day += number()
            coded = number()
            if coded % 2 == 0:
                days[day] = days.get(day, 0) + coded / 200
        customers.append(days)
    return customers


def summaries(customers, end):
    """Columns x, t_x, T in weeks, and of x, zbar of those who have spend."""
    rows, spend = [], []
    for days in customers:
        seen = sorted(day for day in days if day <= end)
        if not seen:
            continue
        later = seen[1:]
        rows.append((len(later), (seen[-1] - seen[0]) / 7, (end - seen[0]) / 7))
        mean = sum(days[day] for day in later) / max(1, len(later))
        if later and mean > 0:
            spend.append((len(later), mean))
    return np.array(rows, float), np.array(spend, float)


def bg_nbd(p, x, recency, age):
    r, alpha, a, b = p
    later = np.maximum(x, 1)
    common = gammaln(r + x) - gammaln(r) + r * np.log(alpha)
    alive = betaln(a, b + x) - betaln(a, b) - (r + x) * np.log(alpha + age)
    left = betaln(a + 1, b + later - 1) - betaln(a, b) - (r + x) * np.log(alpha + recency)
    return common + np.where(x > 0, np.logaddexp(alive, left), alive)


def mbg_nbd(p, x, recency, age):
    r, alpha, a, b = p
    common = gammaln(r + x) - gammaln(r) + r * np.log(alpha) - betaln(a, b)
    alive = betaln(a, b + x + 1) - (r + x) * np.log(alpha + age)
    left = betaln(a + 1, b + x) - (r + x) * np.log(alpha + recency)
    return common + np.logaddexp(alive, left)


NODES, WEIGHTS = np.polynomial.legendre.leggauss(64)


def pareto_nbd(p, x, recency, age):
    r, alpha, s, beta = p
    scale = min(alpha, beta)
    low, high = np.log(scale + recency)[:, None], np.log(scale + age)[:, None]
    half = (high - low) / 2
    y = low + half * (1 + NODES)
    time = np.maximum(np.exp(y) - scale, 0)
    inside = y - (r + x)[:, None] * np.log(alpha + time) - (s + 1) * np.log(beta + time)
    top = inside.max(axis=1)
    with np.errstate(divide="ignore"):
        left = top + np.log(s * (np.exp(inside - top[:, None]) * WEIGHTS * half).sum(axis=1))
    alive = -(r + x) * np.log(alpha + age) - s * np.log(beta + age)
    return gammaln(r + x) - gammaln(r) + r * np.log(alpha) + s * np.log(beta) + np.logaddexp(alive, left)


def gamma_gamma(p, x, mean):
    p, q, gamma = p
    total = x * mean
    return (-betaln(p * x, q) - np.log(mean) + q * np.log(gamma / (gamma + total))
            + p * x * np.log(total / (gamma + total)))


COINS = [(0.3, 4, 0.8, 2.5), (1, 10, 0.01, 6), (1, 1, 1, 1)]
MODELS = {
    "bg-nbd": (bg_nbd, COINS),
    "mbg-nbd": (mbg_nbd, COINS),
    "pareto-nbd": (pareto_nbd, [(0.5, 10, 0.6, 12), (1, 10, 0.2, 80)]),
    "gamma-gamma": (gamma_gamma, [(6, 4, 15), (2, 3.4, 480)]),
}
OPTIMISERS = {
    "L-BFGS-B": {"options": {"maxiter": 2000, "maxfun": 20000, "ftol": 1e-15, "gtol": 1e-9}},
    "Nelder-Mead": {"options": {"maxiter": 4000, "maxfev": 4000, "xatol": 1e-7, "fatol": 1e-8, "adaptive": True}},
    "trust-constr": {"options": {"maxiter": 1000, "gtol": 1e-8, "xtol": 1e-12}},
}


def by_lifetimes(model, columns):
    """The parameters that `lifetimes` finds; nothing where it does not have the model or gives up."""
    import lifetimes

    fitters = {"bg-nbd": lifetimes.BetaGeoFitter, "mbg-nbd": lifetimes.ModifiedBetaGeoFitter,
               "gamma-gamma": lifetimes.GammaGammaFitter}
    if model not in fitters:
        return None
    fitter = fitters[model]()
    try:
        fitter.fit(*columns)
    except Exception as error:  # it raises several kinds of its own
        print(model, "lifetimes:", type(error).__name__)
        return None
    return list(fitter.params_)


def main():
    lines = []
    for data, name, end in BASES:
        rows, spend = summaries(purchases(name), end)
        for model, (density, starts) in MODELS.items():
            columns = spend if model == "gamma-gamma" else rows
            distinct, weights = np.unique(columns, axis=0, return_counts=True)

            def loss(point):
                if np.any(np.abs(point) > 16):
                    return 1e12
                value = -(weights * density(np.exp(point), *distinct.T)).sum()
                return value if np.isfinite(value) else 1e12

            found = {}
            for optimiser, settings in OPTIMISERS.items():
                best = min((minimize(loss, np.log(start), method=optimiser, **settings) for start in starts),
                           key=lambda result: result.fun)
                found[optimiser] = (-best.fun, np.exp(best.x))
            own = by_lifetimes(model, columns.T)
            if own is not None:
                found["lifetimes"] = ((weights * density(own, *distinct.T)).sum(), own)
            for optimiser, (value, parameters) in found.items():
                line = ",".join([data, model, optimiser, f"{value:.6f}", *(f"{p:.7g}" for p in parameters)])
                print(line, flush=True)
                lines.append(line)
    (HERE / "optimisers.csv").write_text("\n".join(lines) + "\n")


main()
