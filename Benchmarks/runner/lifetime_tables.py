"""The tables of the lifetime value benchmark, as Markdown."""

from . import fits
from .tables import table

# Seconds, and times faster than `lifetimes`.
SAMPLE_BUDGET = 0.005
SPEED_BUDGET, SPEED_AIM = 20, 100
FORECAST_BUDGETS = {"model chosen": 2, "model chosen, intervals": 4, "pareto-nbd asked for": 15}
REPORT_BUDGET = 2


def seconds(value):
    return f"{value:.4f}" if value < 0.1 else f"{value:.3f}" if value < 10 else f"{value:.1f}"


def render(machine, measured, forecasts, steps, report):
    """Each part but the machine may be missing."""
    parts = [f"Measured on {machine}."]
    if measured:
        parts += [fit_times(measured), agreement(measured)]
    if forecasts:
        parts += [forecast_times(*forecasts)]
    if steps:
        parts += [phase_times("steps of a forecast, each alone", steps)]
    if report:
        parts += [report_times(*report)]
    verdicts = list(budgets(measured, forecasts, report))
    return "\n\n".join(parts + [table(["budget", "wanted", "seen", "met"], verdicts)])


def fit_times(measured):
    rows = []
    for base, summaries, answers in measured:
        own = summaries[fits.OWN]
        for side, summary in summaries.items():
            ahead = sum(phase["wall"] for phase in answers[side]["forecast"])
            rows.append([
                f"{base.name}: {side}", seconds(summary.best), seconds(summary.median), seconds(summary.cpu),
                f"{summary.best / own.best:.1f}×", f"{summary.cpu / own.cpu:.1f}×", seconds(ahead),
            ])
    return table(
        ["base: side", "best s", "median s", "CPU s", "of perennial's time", "of its CPU", "expected orders, s"], rows)


def agreement(measured):
    rows = []
    for base, _, answers in measured:
        for side, answer in answers.items():
            lead = answer["purchaseLogLikelihood"] - answers[fits.OWN]["purchaseLogLikelihood"]
            spend = answer["spendLogLikelihood"] - answers[fits.OWN]["spendLogLikelihood"]
            rows.append([
                f"{base.name}: {side}", f"{answer['purchaseLogLikelihood']:.4f}", f"{lead:+.5f}",
                f"{answer['spendLogLikelihood']:.4f}", f"{spend:+.5f}", f"{answer['expectedOrders']:.2f}",
                f"{answer['meanSpend']:.5f}",
            ])
    return table(
        ["base: side", "ln L, BG/NBD", "by perennial's", "ln L, Gamma-Gamma", "by perennial's", "orders in 52 weeks",
         "mean spend"], rows)


def forecast_times(timings, answers):
    rows = []
    for name, timing in timings.items():
        answer = answers[name]
        found = f"{answer['model']}: {answer['expectedOrders']:,.0f} orders of {answer['customers']:,} customers"
        rows.append([name, *times(timing, None), found])
    return table(["forecast from the ledger", "best s", "median s", "CPU s", "found"], rows)


def phase_times(title, timing):
    return table([title, "best s", "median s", "CPU s"], [[phase, *times(timing, phase)] for phase in timing.names])


def times(timing, phase):
    return [seconds(timing.best(phase)), seconds(timing.median(phase)), seconds(timing.best(phase, "cpu"))]


def report_times(timing, whole, without):
    rows = [[phase, *times(timing, phase)] for phase in timing.names]
    rows += [["all of these", *times(timing, None)]]
    for name, program in (("", whole), (" --no-forecast", without)):
        rows += [[f"`perennial report --json{name}`", seconds(program.best), seconds(program.median),
                  seconds(program.cpu)]]
    return "\n\n".join([
        table(["report of a file", "best s", "median s", "CPU s"], rows),
        f"Peak of the program's anonymous memory: {whole.anonymous / 1e6:,.0f} MB.",
    ])


def budgets(measured, forecasts, report):
    for base, summaries, _ in measured or []:
        own = summaries[fits.OWN]
        if base.name == "CDNOW-sample":
            yield [f"fits, {base.name}", f"{SAMPLE_BUDGET * 1e3:.0f} ms", f"{own.best * 1e3:.1f} ms",
                   verdict(own.best <= SAMPLE_BUDGET)]
            continue
        for side in (fits.PLAIN, fits.GROUPED):
            ratio = summaries[side].best / own.best
            yield [f"fits, {base.name}, against {side}", f"{SPEED_BUDGET}×, aim {SPEED_AIM}×", f"{ratio:.0f}×",
                   verdict(ratio >= SPEED_BUDGET)]
    for name, budget in FORECAST_BUDGETS.items() if forecasts else []:
        best = forecasts[0][name].best()
        yield [f"forecast, {name}", f"{budget} s", f"{best:.2f} s", verdict(best <= budget)]
    if report:
        _, whole, without = report
        for clock, ratio in (("wall", whole.best / without.best), ("CPU", whole.cpu / without.cpu)):
            yield [f"report with the value of its customers, by the time without ({clock})", f"{REPORT_BUDGET}×",
                   f"{ratio:.2f}×", verdict(ratio <= REPORT_BUDGET)]


def verdict(met):
    return "yes" if met else "no"
