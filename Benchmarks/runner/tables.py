"""The tables that are printed, as Markdown."""

# Budgets: times faster than DuckDB's best SQL, and the memory of perennial.
SPEED_BUDGET = {"plain": 4, "quoted": 3, "email": 3, "lines": 3}
ORDER_BYTES = 48
CUSTOMER_BYTES = 100


def render(measured, machine):
    parts = [f"Measured on {machine}.", ratios(measured)]
    own = [(case, sides["perennial"]) for case, sides in measured if "perennial" in sides]
    if own:
        parts += [memory(own)]
    plain = [(case, summary) for case, summary in own if case.shape == "plain"]
    if len(plain) > 1:
        parts += [linearity(plain)]
    return "\n\n".join(parts)


def table(header, rows):
    lines = [header, ["---"] + ["--:"] * (len(header) - 1)] + rows
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def ratios(measured):
    """Each side of each file; the last columns are the best time and the CPU seconds of DuckDB's best SQL by those of
    the side. On a machine that others use too, the CPU seconds are the steadier measure."""
    rows = []
    for case, sides in measured:
        baseline = sides.get("duckdb")
        for side, summary in sides.items():
            ratio = f"{baseline.best / summary.best:.2f}×" if baseline else ""
            work = f"{baseline.cpu / summary.cpu:.2f}×" if baseline else ""
            rows.append([
                f"{case.name}: {side}", f"{summary.best:.2f}", f"{summary.median:.2f}", f"{summary.cpu:.2f}",
                f"{summary.anonymous / 1e6:,.0f}", ratio, work,
            ])
    header = ["file: side", "best s", "median s", "CPU s", "peak MB", "faster than DuckDB", "less CPU"]
    verdicts = [
        f"{case.name}: {sides['duckdb'].best / sides['perennial'].best:.2f}× of {SPEED_BUDGET[case.shape]}× wanted"
        for case, sides in measured
        if "duckdb" in sides and "perennial" in sides
    ]
    return "\n\n".join([table(header, rows)] + (["Against the budget: " + "; ".join(verdicts) + "."] if verdicts else []))


def memory(own):
    rows = []
    for case, summary in own:
        allowed = ORDER_BYTES * case.orders + CUSTOMER_BYTES * case.customers
        rows.append([
            case.name, f"{summary.anonymous / 1e6:,.0f}", f"{allowed / 1e6:,.0f}",
            f"{(summary.anonymous - CUSTOMER_BYTES * case.customers) / case.orders:.1f}",
            "yes" if summary.anonymous <= allowed else "no",
        ])
    return table(["perennial", "peak MB", "budget MB", "bytes an order beside 100 a customer", "within"], rows)


def linearity(plain):
    plain = sorted(plain, key=lambda pair: pair[0].orders)
    first = plain[0][1].best / plain[0][0].orders
    rows = [
        [
            case.name, f"{summary.best:.2f}", f"{summary.best / case.orders * 1e9:.1f}",
            f"{summary.best / case.orders / first:.2f}",
        ]
        for case, summary in plain
    ]
    return table(["perennial", "best s", "ns an order", "by the smallest file"], rows)
