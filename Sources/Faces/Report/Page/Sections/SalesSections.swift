import Domain
import Metrics

extension PageBuilder {
    var newVsReturning: SectionModel {
        var section = SectionModel(
            id: "new-returning", shortName: say(SectionTexts.newVsReturning),
            heading: say(SectionTexts.newVsReturning))
        let months = metrics.newVsReturning
        let reason = metrics.overview.customers > 0 ? SalesTexts.noneShown : SalesTexts.noMonths
        section.blocks = months.isEmpty ? [empty(reason)] : [revenueFigure(months), customersFigure(months)]
        return section
    }

    private func revenueFigure(_ months: [NewVsReturning]) -> BlockModel {
        let title = metrics.sayings.returningShareOfRevenue.map {
            SalesTexts.revenueTitle(share: formats.percent($0), of: metrics.overview.sharedRevenue)
        }
        return salesFigure(
            "sales-revenue", title: title ?? SalesTexts.revenuePlain, unit: SalesTexts.revenueUnit, months,
            values: { (Double($0.newRevenue), Double($0.returningRevenue)) },
            words: { [formats] in (formats.money($0.newRevenue), formats.money($0.returningRevenue)) },
            note: contributionNote(months),
            valueText: { [formats] in formats.shortMoney($0) })
    }

    /// The contribution of the months shown; nil where it is not known.
    private func contributionNote(_ months: [NewVsReturning]) -> String? {
        let (new, returning) = (months.compactMap(\.newContribution), months.compactMap(\.returningContribution))
        guard new.count == months.count, returning.count == months.count else { return nil }
        let money = [new, returning].map { formats.meanMoney($0.reduce(0.0) { $0 + Double($1) }) }
        return say(ContributionTexts.ofMonths(new: money[0], returning: money[1]))
    }

    private func customersFigure(_ months: [NewVsReturning]) -> BlockModel {
        let complete = metrics.retention.monthly.filter(\.complete).map(\.period)
        let title = metrics.retention.newCustomersAMonth.map {
            SalesTexts.customersTitle(new: Int($0.rounded()), months: span(complete) ?? "", formats: formats)
        }
        return salesFigure(
            "sales-customers", title: title ?? SalesTexts.customersPlain, unit: SalesTexts.customersUnit, months,
            values: { (Double($0.newCustomers), Double($0.returningCustomers)) },
            words: { [formats] in (formats.count($0.newCustomers), formats.count($0.returningCustomers)) },
            leastStep: 1, valueText: { [formats] in formats.compactCount($0) })
    }

    /// Two stacks by month: returning below, new above.
    private func salesFigure(
        _ id: String, title: Phrase, unit: Phrase, _ months: [NewVsReturning],
        values: (NewVsReturning) -> (new: Double, returning: Double),
        words: (NewVsReturning) -> (new: String, returning: String), note: String? = nil, leastStep: Double = 0,
        valueText: @escaping @Sendable (Double) -> String
    ) -> BlockModel {
        let names = (new: say(SalesTexts.new), returning: say(SalesTexts.returning))
        let chart = BarChart(
            labels: axis(months.map(\.month)),
            series: [
                .init("us", months.map { values($0).returning }), .init("other", months.map { values($0).new }),
            ],
            titles: months.map { month in
                let words = words(month)
                return name(month.month, complete: month.complete) + ": " + names.returning + " " + words.returning
                    + ", "
                    + names.new + " " + words.new
            },
            partial: Set(months.indices.filter { !months[$0].complete }), leastStep: leastStep, valueText: valueText)
        return figure(
            id, title: say(title), unit: say(unit),
            legend: [LegendModel(name: "us", text: names.returning), LegendModel(name: "other", text: names.new)],
            note: note, data: salesTable(months), draw: chart.drawn)
    }

    private func salesTable(_ months: [NewVsReturning]) -> TableModel {
        let hasContribution = months.contains { $0.newContribution != nil }
        return TableModel(
            head: head(
                PageTexts.month, SalesTexts.new, SalesTexts.returning, SalesTexts.newOrders,
                SalesTexts.returningOrders, SalesTexts.newRevenue, SalesTexts.returningRevenue)
                + (hasContribution
                    ? [ContributionTexts.new, ContributionTexts.returning].map { .figure(say($0)) } : []),
            rows: months.map { month in
                let counts = [month.newCustomers, month.returningCustomers, month.newOrders, month.returningOrders]
                let money = [month.newRevenue, month.returningRevenue]
                let contribution = hasContribution ? [month.newContribution, month.returningContribution] : []
                return RowModel(
                    name: name(month.month, complete: month.complete),
                    cells: counts.map { .figure(formats.count($0)) }
                        + (money + contribution).map { .figure(formats.money($0)) })
            })
    }
}

extension PageBuilder {
    private static let milestones = [30, 60, 90, 180, 365]

    var nextOrder: SectionModel {
        var section = SectionModel(
            id: "second-order", shortName: say(SectionTexts.nextOrder), heading: say(SectionTexts.nextOrder))
        let steps = metrics.nextOrder.filter { $0.customers > 0 && $0.curve.count > 1 }
        guard let second = steps.first else {
            section.blocks = [empty(ValueTexts.noGaps)]
            return section
        }
        let third = steps.dropFirst().first
        let title =
            if let within = second.within90, let next = third?.within90 {
                SalesTexts.nextTitle(second: formats.percent(within), third: formats.percent(next))
            } else if let within = second.within90 {
                SalesTexts.secondTitle(second: formats.percent(within))
            } else {
                SalesTexts.nextPlain
            }
        let names = [say(SalesTexts.toSecond), say(SalesTexts.toThird)]
        let legend = zip(["us", "other"], names).prefix(steps.count).map { LegendModel(name: $0, text: $1) }
        section.blocks = [
            figure(
                "next-order", title: say(title), unit: say(SalesTexts.nextUnit), legend: legend, size: "full",
                data: nextTable(steps, names: names), draw: nextChart(steps, names: names).drawn)
        ]
        return section
    }

    /// A point every fifth day and at the milestones: more would not be seen.
    private func nextChart(_ steps: [NextOrder], names: [String]) -> LineChart {
        let observed = steps.map(\.curve.count).max() ?? 1
        let days = (0...365).filter { ($0 % 5 == 0 || Self.milestones.contains($0)) && $0 < max(observed, 91) }
        let lastDay = Double(days.last ?? 1)
        return LineChart(
            labels: days.map { AxisLabel(Self.milestones.contains($0) ? String($0) : "") },
            positions: days.map { Double($0) / lastDay },
            series: zip(steps, zip(["us", "other"], names)).map { step, look -> LineChart.Series in
                let values = days.map { $0 < step.curve.count ? step.curve[$0] : nil }
                let last = values.last { $0 != nil } ?? nil
                return LineChart.Series(
                    look.0, values,
                    titles: zip(days, values).map { day, value in
                        say(SalesTexts.dayTitle(look.1, day: String(day), share: formats.percent(value)))
                    },
                    endText: last.map { formats.percent($0) })
            },
            marked: Set(days.indices.filter { Self.milestones.contains(days[$0]) }),
            footUnit: say(SalesTexts.days),
            valueText: { [formats] in formats.percent($1, digits: $0.percentDigits) })
    }

    private func nextTable(_ steps: [NextOrder], names: [String]) -> TableModel {
        let within = Self.milestones.map { CellModel.figure(formats.count($0, .days)) }
        return TableModel(
            head: [.words(say(SalesTexts.within)), .figure(say(PageTexts.customers))] + within + [
                .figure(say(SalesTexts.median))
            ],
            rows: zip(steps, names).map { step, name in
                let shares = [step.within30, step.within60, step.within90, step.within180, step.within365]
                let median = step.medianDays.map { formats.count($0) } ?? say(SalesTexts.notReached)
                return RowModel(
                    name: name,
                    cells: [.figure(formats.count(step.customers))] + shares.map { .figure(formats.percent($0)) } + [
                        .figure(median)
                    ])
            })
    }
}
