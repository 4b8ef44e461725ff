"""Makes special_functions.csv: values of the special functions, computed by mpmath with 50 digits.

    pip install mpmath==1.4.1
    python3 special_functions.py

A row is a function's name, its arguments (the nearest doubles, written so that they are read back exactly) and the
value with 25 digits. The arguments cover what orders reach: times from a day to 20 years, 0 to 5,000 later purchases,
parameters from a millionth to a million and beyond.
"""

import pathlib

from mpmath import beta, exp, hyp2f1, log, loggamma, mp, mpf, nstr, psi, quad

mp.dps = 50
rows = []


def row(name, value, *arguments):
    rows.append(",".join([name, *(repr(float(a)) for a in arguments), nstr(value, 25)]))


def spread(low, high, count):
    """Doubles evenly spread over the logarithms."""
    return [float(f"{low * (high / low) ** (i / (count - 1)):.6g}") for i in range(count)]


shapes = spread(1e-6, 1e6, 25) + [1.0, 1.461632144968362, 2.0, 1e8, 1e10]
counts = [0, 1, 2, 3, 7, 12, 13, 29, 100, 365, 1000, 2500, 5000]
reals = [1e-9, 1e-4, 0.3, 1.5, 6.25, 47.1, 803.7, 31250.0]

for x in shapes:
    row("logGamma", loggamma(mpf(x)), x)
    row("digamma", psi(0, mpf(x)), x)
    row("trigamma", psi(1, mpf(x)), x)
for r in shapes:
    for x in counts + reals:
        r_, x_ = mpf(r), mpf(x)
        row("logGammaDifference", loggamma(r_ + x_) - loggamma(r_), r, x)
        row("digammaDifference", psi(0, r_ + x_) - psi(0, r_), r, x)
        row("trigammaDifference", psi(1, r_ + x_) - psi(1, r_), r, x)
for a in spread(1e-6, 1e6, 13):
    for b in spread(1e-6, 1e10, 17):
        row("logBeta", log(beta(mpf(a), mpf(b))), a, b)

# Contracts: 2F1(1, beta + n; alpha + beta + n; 1/(1 + d)).
for alpha in [0.05, 0.668, 1.0, 3.0, 40.0]:
    for b in [0.1, 1.182, 3.806, 25.0, 400.0]:
        for d in [0.0002, 0.0027, 0.01, 0.1, 0.5]:
            z = 1 / (1 + d)
            row("logHypergeometric", log(hyp2f1(1, mpf(b), mpf(alpha) + mpf(b), mpf(z))), 1, b, alpha + b, z)
# Pareto/NBD: 2F1(1, r + x; r + s + x + 1; (alpha - beta)/(alpha + t)).
for r, s in [(0.05, 0.02), (0.553, 0.606), (1.0, 8.0), (20.0, 0.3)]:
    for x in [0, 1, 5, 40, 700, 5000]:
        for z in [0.0, 0.01, 0.3, 0.9, 0.995]:
            b, c = r + x, r + s + x + 1
            row("logHypergeometric", log(hyp2f1(1, mpf(b), mpf(c), mpf(z))), 1, b, c, z)
# BG/NBD: 2F1(r + x, b + x; a + b + x - 1; t/(alpha + T + t)).
for r, a, b in [(0.243, 0.793, 2.426), (1.5, 3.0, 0.9)]:
    for x in [0, 1, 5, 40, 700, 5000]:
        for z in [0.001, 0.2, 0.5, 0.8]:
            p, q, c = r + x, b + x, a + b + x - 1
            row("logHypergeometric", log(hyp2f1(mpf(p), mpf(q), mpf(c), mpf(z))), p, q, c, z)


def lower_incomplete_gamma(a, x):
    """The series of positive terms; mpmath's own gives up on large shapes."""
    a, x = mpf(a), mpf(x)
    total = term = mpf(1)
    n = a
    while term > total * mpf(10) ** -350:
        n += 1
        term *= x / n
        total += term
    return total * exp(a * log(x) - x - loggamma(a + 1))


mp.dps = 360
for a in [0.001, 0.05, 0.243, 1.0, 3.7, 10.0, 66.0, 500.0, 5000.25, 40000.0]:
    for share in [0.001, 0.1, 0.5, 0.9, 0.97, 1.0, 1.03, 1.1, 1.5, 3.0, 20.0]:
        x = float(f"{a * share:.12g}")
        lower = lower_incomplete_gamma(a, x)
        row("lowerIncompleteGamma", lower, a, x)
        row("upperIncompleteGamma", 1 - lower, a, x)


def incomplete_beta(a, b, x):
    """Lower and upper; the series of positive terms in x, or in 1 - x where the point is above the mean."""
    if x * (a + b) > a:
        return incomplete_beta(b, a, 1 - x)[::-1]
    total = term = mpf(1)
    n = mpf(0)
    while term > total * mpf(10) ** -60:
        term *= (a + b + n) / (a + 1 + n) * x
        total += term
        n += 1
    lower = total * exp(a * log(x) + b * log(1 - x) - log(a)) / beta(a, b)
    return lower, 1 - lower


mp.dps = 60
for a in [0.05, 0.243, 1.0, 3.7, 10.0, 66.0, 500.0, 5000.25, 40000.0]:
    for b in [0.3, 1.0, 3.7, 23.0, 400.0, 31250.0]:
        for share in [0.001, 0.1, 0.7, 0.97, 1.0, 1.03, 1.4, 10.0]:
            odds = a / b * share
            x = float(f"{odds / (1 + odds):.12g}")
            # Near an end the series has no end in reach.
            if 0.001 < x < 0.999:
                lower, upper = incomplete_beta(mpf(a), mpf(b), mpf(x))
                row("lowerIncompleteBeta", lower, a, b, x)
                row("upperIncompleteBeta", upper, a, b, x)
mp.dps = 50


def average(a, b, c, k):
    """E [1 - (1 + c p)^-k]/p for p ~ Beta(a, b), integrated over the logit of p where the density lives."""
    a, b, c, k = (mpf(v) for v in (a, b, c, k))
    # Near an end with infinite density the straight line between the function's ends is averaged by hand.
    near_end = min(a, b) < 1
    start, end = (k * c, 1 - (1 + c) ** -k) if near_end else (0, 0)
    left, right = (a + 1, b + 1) if near_end else (a, b)

    def inside(y):
        p, rest = 1 / (1 + exp(-y)), 1 / (1 + exp(y))
        value = -mp.expm1(-k * mp.log1p(c * p)) / p
        return exp(a * log(p) + b * log(rest)) * (value - start * rest - end * p)

    mode = log(left / right)
    width = mp.sqrt(1 / left + 1 / right)
    # The trapezoidal rule on an analytic integrand that falls off at both ends: steps an eighth of its width.
    step = min(width, 1) / 8
    total, place = inside(mode), 0
    while True:
        place += 1
        sides = inside(mode + place * step) + inside(mode - place * step)
        total += sides
        if abs(sides) < abs(total) * mpf(10) ** -28:
            break
    return start * b / (a + b) + end * a / (a + b) + total * step / beta(a, b)


mp.dps = 40
for a, b in [(1e-8, 0.4), (1e-4, 6.0), (0.0034427, 6.74935), (0.05, 0.001), (0.3, 0.2), (0.793, 2.426), (0.793, 27.4),
             (0.891, 2.614), (1.0, 1.0), (4.0, 0.05), (30.0, 900.0), (0.4, 5000.0), (0.8, 1e10), (2e4, 5e5)]:
    for c in [1e-4, 0.1, 1.0, 10.0, 1000.0]:
        for k in [0.001, 0.243, 7.5, 300.0, 5000.25]:
            row("betaAverage", average(a, b, c, k), a, b, c, k)

def leaving_integral(r, alpha, s, beta_, x, recency, age):
    """ln of s times the integral of (1 + u/alpha)^-(r+x) (1 + u/beta)^-s / (beta + u) over u from recency to age."""
    r, alpha, s, beta_, x, recency, age = (mpf(v) for v in (r, alpha, s, beta_, x, recency, age))
    scale = min(alpha, beta_)

    def logarithm(y):
        u = exp(y) - scale
        return y - (r + x) * log(1 + u / alpha) - s * log(1 + u / beta_) - log(beta_ + u)

    low, high = log(scale + recency), log(scale + age)
    # The logarithm is concave: a ternary search finds its top, and what is far below the top is left out.
    left, right = low, high
    for _ in range(200):
        third = (right - left) / 3
        if logarithm(left + third) < logarithm(right - third):
            left += third
        else:
            right -= third
    top = logarithm(left)
    edges = []
    for edge in (low, high):
        near, far = left, edge
        if logarithm(far) < top - 70:
            for _ in range(60):
                middle = (near + far) / 2
                near, far = (middle, far) if logarithm(middle) > top - 70 else (near, middle)
        edges.append(far)
    parts = [edges[0] + (edges[1] - edges[0]) * i / 24 for i in range(25)]
    return top + log(s * quad(lambda y: exp(logarithm(y) - top), parts, maxdegree=5))


mp.dps = 25
for r, alpha, s, beta_ in [(0.553, 74.0, 0.606, 81.7), (0.05, 2.0, 3.0, 900.0), (12.0, 3000.0, 0.2, 1.5), (20, 1, 20, 1),
                           (0.4, 3650.0, 0.01, 3650.0)]:
    for x, recency, age in [(0, 0, 1), (0, 0, 7300), (1, 1, 7300), (3, 100, 101), (3, 100, 400), (40, 900, 7300),
                            (365, 365, 400), (5000, 700, 730), (5000, 7000, 7300)]:
        arguments = (r, alpha, s, beta_, x, recency, age)
        row("leavingIntegral", leaving_integral(*arguments), *arguments)

pathlib.Path(__file__).with_name("special_functions.csv").write_text("\n".join(rows) + "\n")
