"""Makes order_counts.csv: how probable 0, 1, … orders of a customer are, integrated over the rates themselves.

    pip install numpy==2.4.6 scipy==1.17.1
    python3 order_counts.py

Nothing here knows that the models' beliefs stay gamma and beta: for each pair of a customer's own rates, on a grid of
quadrature nodes of the priors, the likelihood of having bought as told and still being there, or having left, is written
down as in the papers; so is the chance of each number of orders ahead. Their weighted means are the answer.

A row: model, four parameters, x, t_x, T, horizon, then the probabilities of 0, 1, … orders.
"""

import pathlib

import numpy as np
from scipy.special import betaln, gammainc, gammaln, roots_genlaguerre, roots_jacobi


def gamma_prior(shape, rate, n=160):
    nodes, weights = roots_genlaguerre(n, shape - 1)
    return nodes / rate, weights / weights.sum()


def beta_prior(a, b, n=120):
    nodes, weights = roots_jacobi(n, b - 1, a - 1)
    return (nodes + 1) / 2, weights / weights.sum()


def poisson(k, mean):
    with np.errstate(divide="ignore"):
        return np.exp(k * np.log(mean) - mean - gammaln(k + 1)) if k else np.exp(-mean)


def coin(p, x, recency, age, horizon, counts, first_toss):
    r, alpha, a, b = p
    rate, rate_weight = gamma_prior(r, alpha)
    leave, leave_weight = beta_prior(a, b)
    rate, leave = rate[:, None], leave[None, :]
    weight = rate_weight[:, None] * leave_weight[None, :]
    tosses = x + first_toss
    alive = rate**x * np.exp(-rate * age) * (1 - leave)**tosses
    gone = rate**x * np.exp(-rate * recency) * leave * (1 - leave)**(tosses - 1) if tosses else 0 * alive
    whole = (weight * (alive + gone)).sum()
    answer = []
    for k in range(counts):
        # k purchases while every toss says stay, or at least k and the k-th toss says leave.
        staying = poisson(k, rate * horizon) * (1 - leave)**k
        leaving = gammainc(k, rate * horizon) * leave * (1 - leave)**(k - 1) if k else 0
        answer.append((weight * (alive * (staying + leaving) + (gone if k == 0 else 0))).sum() / whole)
    return answer


def clock(p, x, recency, age, horizon, counts):
    r, alpha, s, beta = p
    rate, rate_weight = gamma_prior(r, alpha)
    leave, leave_weight = gamma_prior(s, beta)
    rate, leave = rate[:, None], leave[None, :]
    weight, both = rate_weight[:, None] * leave_weight[None, :], rate + leave
    alive = rate**x * np.exp(-both * age)
    gone = rate**x * leave / both * (np.exp(-both * recency) - np.exp(-both * age))
    whole = (weight * (alive + gone)).sum()
    answer = []
    for k in range(counts):
        staying = poisson(k, rate * horizon) * np.exp(-leave * horizon)
        leaving = leave * rate**k / both**(k + 1) * gammainc(k + 1, both * horizon)
        answer.append((weight * (alive * (staying + leaving) + (gone if k == 0 else 0))).sum() / whole)
    return answer


def opportunities(p, x, last, n, ahead, counts):
    alpha, beta, gamma, delta = p
    take, take_weight = beta_prior(alpha, beta)
    leave, leave_weight = beta_prior(gamma, delta)
    take, leave = take[:, None], leave[None, :]
    weight = take_weight[:, None] * leave_weight[None, :]

    def path(until):
        return take**x * (1 - take)**(until - x) * (1 - leave)**until

    alive = path(n)
    gone = sum(path(until) * leave for until in range(last, n))
    whole = (weight * (alive + gone)).sum()

    def binomial(k, m):
        return np.exp(gammaln(m + 1) - gammaln(k + 1) - gammaln(m - k + 1)) * take**k * (1 - take)**(m - k)

    answer = []
    for k in range(counts):
        own = sum(binomial(k, stay) * (1 - leave)**stay * (leave if stay < ahead else 1)
                  for stay in range(k, ahead + 1))
        answer.append((weight * (alive * own + (gone if k == 0 else 0))).sum() / whole)
    return answer


rows = []
HISTORIES = [(0, 0, 0), (0, 0, 39), (1, 2, 39), (2, 30, 39), (7, 29, 39), (12, 39, 40)]
for horizon in (4, 39):
    for history in HISTORIES:
        for model, p in [("bg-nbd", (0.8, 10, 0.9, 2.5)), ("bg-nbd", (3, 20, 0.4, 6)),
                         ("mbg-nbd", (0.8, 10, 0.9, 2.5)), ("mbg-nbd", (3, 20, 2, 1))]:
            rows.append((model, p, history, horizon, coin(p, *history, horizon, 9, model == "mbg-nbd")))
        for p in [(0.6, 11, 0.7, 12), (4, 30, 2.5, 60)]:
            rows.append(("pareto-nbd", p, history, horizon, clock(p, *history, horizon, 9)))
for ahead in (1, 5, 12):
    for history in [(0, 0, 0), (0, 0, 6), (1, 1, 6), (3, 6, 6), (5, 5, 6), (6, 6, 6)]:
        p = (1.204, 0.75, 0.657, 2.783)
        rows.append(("bg-bb", p, history, ahead, opportunities(p, *history, ahead, 1 + ahead)))
text = ["{},{},{},{},{}".format(model, ",".join(map(str, p)), ",".join(map(str, history)), horizon,
                                ",".join(f"{chance:.12g}" for chance in chances))
        for model, p, history, horizon, chances in rows]
pathlib.Path(__file__).with_name("order_counts.csv").write_text("\n".join(text) + "\n")
