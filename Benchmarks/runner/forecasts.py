"""Runs of the forecast and of the report's steps, by name."""

import json
import statistics
import sys

from . import measure, setup


class Timings:
    """Runs of one thing: of each phase, and of all together, the seconds on the wall and of all cores."""

    def __init__(self):
        self.runs = []

    def add(self, phases):
        self.runs.append(phases)

    @property
    def names(self):
        return [phase["name"] for phase in self.runs[0]]

    def best(self, phase=None, clock="wall"):
        return min(self.each(phase, clock))

    def median(self, phase=None, clock="wall"):
        return statistics.median(self.each(phase, clock))

    def each(self, phase, clock):
        return [sum(own[clock] for own in run if phase in (None, own["name"])) for run in self.runs]


def lines(*arguments):
    result = measure.run([setup.product("LifetimeBenchmark"), *arguments])
    return [json.loads(line) for line in result.output.splitlines()]


def forecast(size, runs):
    """Each way of forecasting, with its last answer."""
    print(f"forecast of {size} orders, {runs} runs", file=sys.stderr, flush=True)
    timings, answers = {}, {}
    for answer in lines("forecast", size, str(runs)):
        timings.setdefault(answer["name"], Timings()).add([{"name": "all", **answer["elapsed"]}])
        answers[answer["name"]] = answer
    return timings, answers


def steps(size, runs):
    timings = Timings()
    for round_ in range(runs):
        print(f"\rsteps of a forecast, run {round_ + 1} of {runs}   ", end="", file=sys.stderr, flush=True)
        timings.add(lines("steps", size)[0]["steps"])
    print(file=sys.stderr)
    return timings


def report(case, runs):
    """The report's steps in one process, and in turn the whole program with and without what it forecasts."""
    command = [setup.PERENNIAL, "report", case.path, "--json", "--lang", "en"]
    timings, whole, without = Timings(), [], []
    for round_ in range(runs):
        print(f"\rreport of {case.name}, run {round_ + 1} of {runs}   ", end="", file=sys.stderr, flush=True)
        timings.add(lines("report", case.path)[0]["phases"])
        whole.append(measure.run(command))
        without.append(measure.run([*command, "--no-forecast"]))
    print(file=sys.stderr)
    return timings, measure.summary(whole), measure.summary(without)
