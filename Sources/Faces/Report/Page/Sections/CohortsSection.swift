import Domain
import Metrics

extension PageBuilder {
    private static let mostCohorts = 24
    private static let mostMonths = 24

    var cohorts: SectionModel {
        var section = SectionModel(
            id: "cohorts", shortName: say(SectionTexts.cohorts), heading: say(SectionTexts.cohorts))
        let rows = metrics.cohorts.monthly
        guard rows.contains(where: { $0.customers > 0 }) else {
            let isHidden = rows.isEmpty && metrics.overview.customers > 0
            section.blocks = [empty(isHidden ? SalesTexts.noneShown : CohortTexts.none)]
            return section
        }
        section.blocks = [cohortGrid(rows)]
        let shares = CohortMeans(metrics.cohorts, mostMonths: Self.mostMonths)
        if shares.active.count > 1 { section.blocks += [curveFigure(shares), valueFigure(shares)] }
        if rows.contains(where: \.startsBeforeFile) {
            section.notes = NotesModel(notesTitle: say(PageTexts.remarks), remarks: [say(CohortTexts.startsBeforeFile)])
        }
        return section
    }

    private func cohortGrid(_ all: [CohortRow]) -> BlockModel {
        let rows = Array(all.suffix(Self.mostCohorts))
        let width = min(Self.mostMonths + 1, rows.map(\.active.count).max() ?? 0)
        // Month 0 is whole by definition; the shades are spread over the rest.
        let most = rows.flatMap { $0.share.dropFirst().prefix(width - 1) }.max() ?? 0
        let grid = HeatGrid(
            columns: (0..<width).map { String($0) },
            rows: rows.map { row in
                HeatGrid.Row(
                    label: name(of: row), note: formats.count(row.customers),
                    cells: row.share.prefix(width).indices.map { cell(row, month: $0, most: most) })
            },
            labelHead: say(CohortTexts.firstOrder), noteHead: say(PageTexts.customers),
            columnUnit: say(CohortTexts.monthsSince))
        let note = rows.count < all.count ? say(CohortTexts.latest(rows.count, of: all.count, formats: formats)) : nil
        return figure(
            "cohorts", title: cohortTitle, unit: say(CohortTexts.unit), size: "full", note: note,
            data: cohortTable(rows, width: width), draw: grid.drawn)
    }

    private func cell(_ row: CohortRow, month: Int, most: Double) -> HeatGrid.Cell? {
        guard row.customers > 0 else { return nil }
        let isPartial = month >= row.complete
        var title = say(
            CohortTexts.cell(
                cohort: name(of: row), month: String(month), active: formats.count(row.active[month]),
                customers: formats.count(row.customers)))
        if isPartial { title += " (" + say(PageTexts.partial) + ")" }
        let percent = (row.share[month] * 100).rounded()
        return HeatGrid.Cell(
            level: month == 0 ? 6 : HeatGrid.evenLevel(row.share[month], of: most), text: formats.count(Int(percent)),
            title: title, isPartial: isPartial)
    }

    /// The cohort's period, or all up to it.
    private func name(of row: CohortRow) -> String { (row.joinsEarlier ? "≤ " : "") + formats.period(row.cohort) }

    private var cohortTitle: String {
        let means = CohortMeans(metrics.cohorts, mostMonths: 1)
        guard means.active.count > 1 else { return say(CohortTexts.plainTitle) }
        return say(CohortTexts.title(share: formats.percent(means.active[1])))
    }

    private func cohortTable(_ rows: [CohortRow], width: Int) -> TableModel {
        TableModel(
            head: head(CohortTexts.firstOrder, PageTexts.customers) + (0..<width).map { .figure(String($0)) },
            rows: rows.map { row in
                let cells = row.active.prefix(width).map { CellModel.figure(formats.count($0)) }
                let blanks = Array(repeating: CellModel.figure(""), count: width - cells.count)
                return RowModel(
                    name: name(of: row), cells: [.figure(formats.count(row.customers))] + cells + blanks)
            })
    }

    private func curveFigure(_ means: CohortMeans) -> BlockModel {
        let told = means.tellingMonth
        let chart = LineChart(
            labels: means.active.indices.map { AxisLabel(String($0)) },
            series: [
                LineChart.Series(
                    "us", means.active,
                    titles: means.active.enumerated().map { String($0) + ": " + formats.percent($1) },
                    endText: formats.percent(means.active[told]), endIndex: told)
            ],
            footUnit: say(CohortTexts.monthsSince),
            valueText: { [formats] in formats.percent($1, digits: $0.percentDigits) })
        return figure(
            "cohort-curve",
            title: say(
                CohortTexts.curveTitle(
                    share: formats.percent(means.active[told]), months: formats.count(told, .afterMonths))),
            unit: say(CohortTexts.curveUnit), data: table(of: means), draw: chart.drawn)
    }

    private func valueFigure(_ means: CohortMeans) -> BlockModel {
        let told = means.tellingMonth
        let names = (value: say(CohortTexts.value), contribution: say(ContributionTexts.perCustomer))
        func series(_ look: String, _ values: [Double], _ name: String) -> LineChart.Series {
            LineChart.Series(
                look, values, titles: values.enumerated().map { "\(name), \($0): " + formats.meanMoney($1) },
                endText: formats.meanMoney(values[told]), endIndex: told)
        }
        let chart = LineChart(
            labels: means.value.indices.map { AxisLabel(String($0)) },
            series: [series("other", means.value, names.value)]
                + (means.contribution.map { [series("us", $0, names.contribution)] } ?? []),
            footUnit: say(CohortTexts.monthsSince), limit: nil,
            valueText: { [formats] in formats.shortMoney($1) })
        let money = formats.meanMoney(means.value[told])
        let unit = means.contribution == nil ? CohortTexts.valueUnit : CohortTexts.valueUnitWithContribution
        let beside = means.contribution.map { ContributionTexts.beside(money, formats.meanMoney($0[told])) }
        let legend =
            means.contribution == nil
            ? []
            : [LegendModel(name: "other", text: names.value), LegendModel(name: "us", text: names.contribution)]
        return figure(
            "cohort-value",
            title: say(
                CohortTexts.valueTitle(money: beside.map(say) ?? money, months: formats.count(told, .afterMonths))),
            unit: say(unit), legend: legend, data: table(of: means), draw: chart.drawn)
    }

    private func table(of means: CohortMeans) -> TableModel {
        let hasContribution = means.contribution != nil
        return TableModel(
            head: head(PageTexts.month, PageTexts.customers, PageTexts.share, CohortTexts.value)
                + (hasContribution ? [.figure(say(ContributionTexts.perCustomer))] : []),
            rows: means.active.indices.map { month in
                RowModel(
                    name: String(month),
                    cells: [
                        .figure(formats.count(means.customers[month])), .figure(formats.percent(means.active[month])),
                        .figure(formats.meanMoney(means.value[month])),
                    ] + (means.contribution.map { [.figure(formats.meanMoney($0[month]))] } ?? []))
            })
    }
}

/// The mean of complete cohort cells by month since the first order, weighed by customers.
struct CohortMeans {
    /// Share of customers who order; as long as any cohort is complete.
    private(set) var active: [Double] = []
    /// The value curve, minor units (docs/metrics.md, "Cohorts").
    private(set) var value: [Double] = []
    /// The same curve of contribution; nil where that is not known.
    private(set) var contribution: [Double]?
    /// How many customers each mean is over.
    private(set) var customers: [Int] = []

    /// The month that a title speaks of: a year, half a year or a quarter on, where so much is observed; the last months
    /// rest on the oldest cohorts alone.
    var tellingMonth: Int { [12, 6, 3].first { $0 < active.count } ?? active.count - 1 }

    /// Of the months' cohorts; empty when there is none but the file's first.
    init(_ cohorts: Cohorts, mostMonths: Int) {
        let rows = cohorts.monthly.filter { !$0.startsBeforeFile }
        let months = min(mostMonths + 1, rows.map(\.complete).max() ?? 0)
        guard months > 0 else { return }
        active = Array(cohorts.meanShares(by: .month).prefix(months))
        value = Array(cohorts.valueCurve(by: .month).prefix(months))
        customers = (0..<months).map { month in
            rows.filter { $0.complete > month }.reduce(0) { $0 + $1.customers }
        }
        contribution = cohorts.contributionCurve(by: .month).map { Array($0.prefix(months)) }
    }
}
