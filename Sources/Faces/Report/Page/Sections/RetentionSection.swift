import Domain
import Metrics

extension PageBuilder {
    var retention: SectionModel {
        var section = SectionModel(
            id: "retention", shortName: say(SectionTexts.retention), heading: say(SectionTexts.retention))
        let retention = metrics.retention
        guard retention.monthly.contains(where: { $0.retentionRate != nil }) else {
            let isHidden = retention.monthly.isEmpty && metrics.overview.customers > 0
            section.blocks = [empty(isHidden ? SalesTexts.noneShown : RetentionTexts.noPeriods)]
            return section
        }
        if let more = metrics.netFlow.fivePointsMore, let mean = metrics.netFlow.meanMonthlyRetention {
            let contribution = metrics.netFlow.fivePointsMoreContribution
            let money = contribution.map { say(ContributionTexts.beside(formats.money(more), formats.money($0))) }
            section.lead = say(
                RetentionTexts.fivePoints(money: money ?? formats.money(more), mean: formats.percent(mean)))
        }
        section.blocks.append(monthlyFigure(retention.monthly))
        if retention.quarterly.count(where: { $0.retentionRate != nil }) > 1 {
            section.blocks.append(
                rateFigure(
                    "retention-quarterly", retention.quarterly, title: RetentionTexts.quarterlyTitle,
                    otherwise: RetentionTexts.quarterlyIncomplete))
        }
        if retention.yearly.count(where: { $0.retentionRate != nil }) > 1 {
            section.blocks.append(
                rateFigure(
                    "retention-yearly", retention.yearly, title: RetentionTexts.yearlyTitle,
                    otherwise: RetentionTexts.yearlyIncomplete))
        }
        let isAlone = section.blocks.count.isMultiple(of: 2)
        section.blocks.append(flowFigure(retention.monthly, size: isAlone ? "" : "full"))
        return section
    }

    private func monthlyFigure(_ periods: [RetentionPeriod]) -> BlockModel {
        let window = formats.count(metrics.activity.windowDays, .withinDays)
        return figure(
            "retention-monthly",
            title: title(
                of: periods,
                { RetentionTexts.monthlyTitle(rate: $0, months: span(periods.told.map(\.period)) ?? "") },
                RetentionTexts.monthlyIncomplete),
            unit: say(RetentionTexts.unit(window: window)), size: "full", data: table(of: periods),
            draw: rateChart(periods).drawn)
    }

    private func rateFigure(
        _ id: String, _ periods: [RetentionPeriod], title: (String) -> Phrase, otherwise: Phrase
    ) -> BlockModel {
        figure(
            id, title: self.title(of: periods, title, otherwise), unit: say(RetentionTexts.shortUnit),
            data: table(of: periods), draw: rateChart(periods).drawn)
    }

    /// The title with the mean of the complete periods.
    private func title(of periods: [RetentionPeriod], _ title: (String) -> Phrase, _ otherwise: Phrase) -> String {
        let rates = periods.told.compactMap(\.retentionRate)
        guard !rates.isEmpty else { return say(otherwise) }
        return say(title(formats.percent(rates.reduce(0, +) / Double(rates.count))))
    }

    private func rateChart(_ periods: [RetentionPeriod]) -> LineChart {
        let last = periods.last { $0.complete && $0.retentionRate != nil } ?? periods.last { $0.retentionRate != nil }
        let endText = last.map { formats.percent($0.retentionRate) }
        let lastIndex = periods.lastIndex { $0.period == last?.period }
        return LineChart(
            labels: axis(periods.map(\.period)),
            series: [
                LineChart.Series(
                    "us", periods.map(\.retentionRate),
                    titles: periods.map {
                        name($0.period, complete: $0.complete) + ": " + formats.percent($0.retentionRate)
                    },
                    endText: endText, endIndex: lastIndex)
            ],
            partial: Set(periods.indices.filter { !periods[$0].complete }), leastSpan: 0.2,
            valueText: { [formats] in formats.percent($1, digits: $0.percentDigits) })
    }

    private func table(of periods: [RetentionPeriod]) -> TableModel {
        TableModel(
            head: head(
                PageTexts.period, RetentionTexts.start, RetentionTexts.retained, RetentionTexts.new,
                RetentionTexts.wonBack, RetentionTexts.end, RetentionTexts.lost, RetentionTexts.acquired,
                RetentionTexts.rate, RetentionTexts.churn),
            rows: periods.map { period in
                RowModel(
                    name: name(period.period, complete: period.complete),
                    cells: [
                        period.start, period.retained, period.new, period.wonBack, period.end, period.lost,
                        period.acquired,
                    ].map { .figure(formats.count($0)) } + [
                        .figure(formats.percent(period.retentionRate)), .figure(formats.percent(period.churnRate)),
                    ])
            })
    }

    private func flowFigure(_ periods: [RetentionPeriod], size: String) -> BlockModel {
        let flow = metrics.netFlow
        let title =
            flow.months.isEmpty
            ? RetentionTexts.flowUnknown
            : RetentionTexts.flow(net: flow.net, months: flow.months.count, formats: formats)
        let words = [RetentionTexts.new, RetentionTexts.wonBack, RetentionTexts.lost].map(say)
        let chart = BarChart(
            labels: axis(periods.map(\.period)),
            series: [
                .init("us", periods.map { Double($0.new) }), .init("other", periods.map { Double($0.wonBack) }),
                .init("bad", periods.map { -Double($0.lost) }),
            ],
            titles: periods.map { period in
                let counts = [period.new, period.wonBack, period.lost].map { formats.count($0) }
                return name(period.period, complete: period.complete) + ": "
                    + zip(words, counts).map { $0 + " " + $1 }.joined(separator: ", ")
            },
            partial: Set(periods.indices.filter { !periods[$0].complete }), leastStep: 1,
            valueText: { [formats] in formats.compactCount($0) })
        return figure(
            "flow", title: say(title), unit: say(RetentionTexts.flowUnit),
            legend: zip(["us", "other", "bad"], words).map { LegendModel(name: $0, text: $1) }, size: size,
            data: table(of: periods), draw: chart.drawn)
    }
}

extension [RetentionPeriod] {
    /// Those that averages are of.
    var told: [RetentionPeriod] { filter { $0.complete && $0.retentionRate != nil } }
}
