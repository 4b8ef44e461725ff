"""Fits by `perennial`'s library and by `lifetimes`, in turn on the same base, and the checks that they agree."""

import json
import os
import sys

from . import measure, setup
from .numbers import Difference

PLAIN, GROUPED = "lifetimes", "lifetimes, grouped"
OWN = "perennial"

# How far log-likelihoods may differ for each customer: the peer stops climbing at a slope of 1e-7 a customer.
LIKELIHOOD_TOLERANCE = 1e-6
# ln L is a sum of millions of terms.
ROUNDING = 1e-9
# Relative.
FORECAST_TOLERANCE = 1e-3


def sides(base):
    peer = [setup.LIFETIMES.python, os.path.join(setup.HERE, "peers", "lifetimes_fits.py"), base.path]
    return {
        OWN: [setup.product("LifetimeBenchmark"), "fits", base.path],
        PLAIN: peer + ["plain"],
        GROUPED: peer + ["grouped"],
    }


def run(base, runs):
    """The measured results of each side, and what each answered."""
    customers = os.path.getsize(base.path) // 32
    results = {side: [] for side in sides(base)}
    answers = {}
    for round_ in range(runs):
        for side, command in sides(base).items():
            print(f"\r{base.name}: {side}, run {round_ + 1} of {runs}   ", end="", file=sys.stderr, flush=True)
            result = measure.run(command)
            answers[side] = json.loads(result.output)
            # The start of a program and reading the file are held against nobody.
            result.wall, result.cpu = (sum(phase[clock] for phase in answers[side]["fits"]) for clock in ("wall", "cpu"))
            results[side].append(result)
        for side in (PLAIN, GROUPED):
            require_agreement(answers[OWN], answers[side], side, base.name, customers)
    print(file=sys.stderr)
    return {side: measure.summary(side_results) for side, side_results in results.items()}, answers


def require_agreement(own, peer, side, where, customers):
    for key in ("purchaseLogLikelihood", "spendLogLikelihood"):
        lead = own[key] - peer[key]
        allowed = LIKELIHOOD_TOLERANCE * customers
        if lead < -ROUNDING * abs(peer[key]) or lead > allowed:
            raise Difference(f"{where}: {key} is {own[key]} by {OWN}, {peer[key]} by {side}; at most {allowed} apart")
    for key in ("expectedOrders", "meanSpend"):
        if not abs(own[key] - peer[key]) <= FORECAST_TOLERANCE * abs(peer[key]):
            raise Difference(f"{where}: {key} is {own[key]} by {OWN}, {peer[key]} by {side}")
