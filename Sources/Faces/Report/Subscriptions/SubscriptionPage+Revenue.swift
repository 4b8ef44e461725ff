import Domain
import Subscriptions

// Revenue and customers, period by period.
extension SubscriptionPageBuilder {
    private static let mostMonths = 36

    var bridge: SectionModel {
        var section = SectionModel(
            id: "mrr", shortName: "MRR", heading: say(SubscriptionPageTexts.bridge))
        let months = Array(metrics.monthly.suffix(Self.mostMonths))
        section.blocks = [mrrFigure(months), changesFigure(months), customersFigure(months)]
        if metrics.yearly.count > 1 {
            section.blocks.append(
                BlockModel(
                    size: "full",
                    table: moneyTable(metrics.yearly, title: say(SubscriptionTexts.bridgeByYear))))
        }
        return section
    }

    private func mrrFigure(_ periods: [RevenuePeriod]) -> BlockModel {
        let chart = LineChart(
            labels: axis(periods.map(\.period)),
            series: [
                LineChart.Series(
                    "us", periods.map { Double($0.revenue.end) },
                    titles: periods.map { title(of: $0) + formats.exactMoney($0.revenue.end) },
                    endText: periods.last.map { formats.money($0.revenue.end) })
            ],
            partial: partial(periods), limit: nil, valueText: { [formats] in formats.shortMoney($1) })
        return figure(
            "mrr", title: mrrTitle(periods), unit: say(SubscriptionPageTexts.mrrUnit), size: "full",
            data: moneyTable(periods), draw: chart.drawn)
    }

    /// How MRR changed over the months shown.
    private func mrrTitle(_ periods: [RevenuePeriod]) -> String {
        let told = periods.suffix(13)
        guard told.count > 1, let first = told.first, let last = told.last, first.revenue.end > 0 else {
            return say(SubscriptionTexts.mrr)
        }
        let change = Double(last.revenue.end) / Double(first.revenue.end) - 1
        return formats.period(first.period) + " – " + formats.period(last.period) + ": MRR "
            + formats.percentChange(change)
    }

    private func changesFigure(_ periods: [RevenuePeriod]) -> BlockModel {
        let parts: [(String, Phrase, (RevenuePeriod.Money) -> Int64)] = [
            ("us", SubscriptionTexts.new, { $0.new }), ("other", SubscriptionTexts.wonBack, { $0.wonBack }),
            ("quiet", SubscriptionTexts.expansion, { $0.expansion }),
            ("warn", SubscriptionTexts.contraction, { -$0.contraction }), ("bad", SubscriptionTexts.lost, { -$0.lost }),
        ]
        let chart = BarChart(
            labels: axis(periods.map(\.period)),
            series: parts.map { part in .init(part.0, periods.map { Double(part.2($0.revenue)) }) },
            titles: periods.map { period in
                title(of: period)
                    + parts.map { say($0.1) + " " + formats.exactMoney($0.2(period.revenue)) }.joined(separator: ", ")
            },
            partial: partial(periods), valueText: { [formats] in formats.shortMoney($0) })
        return figure(
            "mrr-changes", title: say(SubscriptionPageTexts.changes), unit: say(SubscriptionPageTexts.changesUnit),
            legend: parts.map { LegendModel(name: $0.0, text: say($0.1)) }, data: moneyTable(periods), draw: chart.drawn
        )
    }

    private func customersFigure(_ periods: [RevenuePeriod]) -> BlockModel {
        let parts: [(String, Phrase, (RevenuePeriod.Customers) -> Int)] = [
            ("us", SubscriptionTexts.new, { $0.new }), ("other", SubscriptionTexts.wonBack, { $0.wonBack }),
            ("bad", SubscriptionTexts.lost, { -$0.lost }),
        ]
        let chart = BarChart(
            labels: axis(periods.map(\.period)),
            series: parts.map { part in .init(part.0, periods.map { Double(part.2($0.customers)) }) },
            titles: periods.map { period in
                title(of: period)
                    + parts.map { say($0.1) + " " + formats.count(abs($0.2(period.customers))) }.joined(separator: ", ")
            },
            partial: partial(periods), leastStep: 1, valueText: { [formats] in formats.compactCount($0) })
        return figure(
            "customers", title: say(SubscriptionPageTexts.customers), unit: say(SubscriptionPageTexts.customersUnit),
            legend: parts.map { LegendModel(name: $0.0, text: say($0.1)) }, data: customerTable(periods),
            draw: chart.drawn)
    }

    var retention: SectionModel? {
        let periods = Array(metrics.monthly.suffix(Self.mostMonths)).filter { $0.logoRetention != nil }
        guard periods.contains(where: \.isComplete) else { return nil }
        var section = SectionModel(
            id: "retention", shortName: say(SectionTexts.retention), heading: say(SectionTexts.retention))
        let last = periods.lastIndex { $0.isComplete }
        func series(_ look: String, _ name: Phrase, _ value: (RevenuePeriod) -> Double?) -> LineChart.Series {
            LineChart.Series(
                look, periods.map(value),
                titles: periods.map { title(of: $0) + say(name) + " " + formats.percent(value($0)) },
                endText: last.map { formats.percent(value(periods[$0])) }, endIndex: last)
        }
        let chart = LineChart(
            labels: axis(periods.map(\.period)),
            series: [
                series("other", SubscriptionTexts.net) { $0.netRevenueRetention },
                series("us", SubscriptionTexts.gross) { $0.grossRevenueRetention },
            ],
            partial: partial(periods), limit: nil, leastSpan: 0.2,
            valueText: { [formats] in formats.percent($1, digits: $0.percentDigits) })
        section.blocks = [
            figure(
                "retention", title: say(SubscriptionPageTexts.retentionTitle),
                unit: say(SubscriptionPageTexts.retentionUnit),
                legend: [
                    LegendModel(name: "other", text: say(SubscriptionTexts.net)),
                    LegendModel(name: "us", text: say(SubscriptionTexts.gross)),
                ], size: "full", data: rateTable(periods), draw: chart.drawn)
        ]
        if metrics.yearly.count(where: { $0.logoRetention != nil }) > 0 {
            section.blocks.append(
                BlockModel(size: "full", table: rateTable(metrics.yearly, title: say(SubscriptionPageTexts.byYear))))
        }
        return section
    }

    // MARK: Tables

    private func partial(_ periods: [RevenuePeriod]) -> Set<Int> {
        Set(periods.indices.filter { !periods[$0].isComplete })
    }

    private func title(of period: RevenuePeriod) -> String { name(period.period, complete: period.isComplete) + ": " }

    private func moneyTable(_ periods: [RevenuePeriod], title: String? = nil) -> TableModel {
        TableModel(
            title: title,
            head: head(
                PageTexts.period, SubscriptionTexts.start, SubscriptionTexts.new, SubscriptionTexts.wonBack,
                SubscriptionTexts.expansion, SubscriptionTexts.contraction, SubscriptionTexts.lost,
                SubscriptionTexts.end),
            rows: periods.map { period in
                let money = period.revenue
                return RowModel(
                    name: name(period.period, complete: period.isComplete),
                    cells: [
                        money.start, money.new, money.wonBack, money.expansion, -money.contraction, -money.lost,
                        money.end,
                    ].map { .figure(formats.exactMoney($0)) })
            })
    }

    private func customerTable(_ periods: [RevenuePeriod]) -> TableModel {
        TableModel(
            head: head(
                PageTexts.period, SubscriptionTexts.start, SubscriptionTexts.new, SubscriptionTexts.wonBack,
                SubscriptionTexts.lost, SubscriptionTexts.end, SubscriptionTexts.cameAndWent, SubscriptionTexts.churn),
            rows: periods.map { period in
                let customers = period.customers
                return RowModel(
                    name: name(period.period, complete: period.isComplete),
                    cells: [
                        customers.start, customers.new, customers.wonBack, customers.lost, customers.end,
                        customers.cameAndWent,
                    ].map { .figure(formats.count($0)) } + [.figure(formats.percent(period.logoChurn))])
            })
    }

    private func rateTable(_ periods: [RevenuePeriod], title: String? = nil) -> TableModel {
        TableModel(
            title: title,
            head: head(
                PageTexts.period, SubscriptionTexts.gross, SubscriptionTexts.net, SubscriptionTexts.logo,
                SubscriptionTexts.churn),
            rows: periods.map { period in
                RowModel(
                    name: name(period.period, complete: period.isComplete),
                    cells: [
                        period.grossRevenueRetention, period.netRevenueRetention, period.logoRetention,
                        period.logoChurn,
                    ].map { .figure(formats.percent($0)) })
            })
    }
}
