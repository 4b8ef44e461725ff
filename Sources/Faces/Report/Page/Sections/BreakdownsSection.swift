import Domain
import Metrics

extension PageBuilder {
    private static let mostRows = 10

    /// Nil where the file has nothing to break down by.
    var breakdowns: SectionModel? {
        let known = metrics.breakdowns.filter { $0.rows.count > 1 }
        guard !known.isEmpty else { return nil }
        var section = SectionModel(
            id: "breakdowns", shortName: say(SectionTexts.breakdowns), heading: say(SectionTexts.breakdowns))
        section.blocks = known.map { breakdownFigure($0, size: known.count == 1 ? "full" : "") }
        return section
    }

    private func breakdownFigure(_ breakdown: Breakdown, size: String) -> BlockModel {
        let words = FindingWords(formats: formats)
        let told = Array(breakdown.rows.filter { !$0.tooFew }.prefix(Self.mostRows))
        let dimension = say(BreakdownTexts.name(breakdown.dimension))
        let shop = metrics.overview.repeatPurchaseRate ?? 0
        let chart = IntervalChart(
            rows: told.map { row in
                let name = words.value(row.value)
                let interval = row.repeatPurchaseRateInterval
                let isAway = !interval.contains(shop)
                let rate = formats.percent(row.repeatPurchaseRate)
                let range = say(
                    PulseTexts.interval(formats.percent(interval.lowerBound), formats.percent(interval.upperBound)))
                return IntervalChart.Row(
                    label: name, value: row.repeatPurchaseRate, range: interval, text: rate,
                    name: isAway ? (row.repeatPurchaseRate > shop ? "us" : "bad") : "plain",
                    title: name + ": " + rate + ", " + range)
            },
            reference: shop, valueText: { [formats] in formats.percent($1, digits: $0.percentDigits) })
        let few = breakdown.rows.filter(\.tooFew).map { words.value($0.value) }
        let note = few.isEmpty ? nil : say(BreakdownTexts.tooFewNote(few.joined(separator: ", ")))
        return figure(
            "by-" + breakdown.dimension.rawValue, title: title(dimension, told), unit: say(BreakdownTexts.unit),
            size: size, note: note, data: breakdownTable(breakdown, words: words), draw: chart.drawn)
    }

    /// The two that differ most by name, when more than chance tells them apart.
    private func title(_ dimension: String, _ rows: [BreakdownRow]) -> String {
        let words = FindingWords(formats: formats)
        guard let (more, less) = Breakdown.clearestDifference(among: rows) else {
            return say(BreakdownTexts.plainTitle(dimension))
        }
        return say(
            BreakdownTexts.title(
                dimension, more: words.value(more.value), moreRate: formats.percent(more.repeatPurchaseRate),
                less: words.value(less.value), lessRate: formats.percent(less.repeatPurchaseRate)))
    }

    private func breakdownTable(_ breakdown: Breakdown, words: FindingWords) -> TableModel {
        let hasContribution = breakdown.rows.contains { $0.contribution != nil }
        return TableModel(
            head: head(
                BreakdownTexts.name(breakdown.dimension), PageTexts.customers, BreakdownTexts.repeatRate,
                PageTexts.interval, ChangeTexts.name(.secondOrderWithin90), BreakdownTexts.perCustomer,
                PageTexts.interval, PageTexts.netRevenue)
                + (hasContribution ? [.figure(say(PageTexts.contribution))] : [])
                + [.figure(say(BreakdownTexts.refundRate))],
            rows: breakdown.rows.map { row in
                RowModel(
                    name: words.value(row.value),
                    cells: returns(of: row) + money(of: row)
                        + (hasContribution ? [.figure(formats.money(row.contribution))] : [])
                        + [.figure(formats.percent(row.refundRate))])
            })
    }

    /// How many come back, and how sure that is.
    private func returns(of row: BreakdownRow) -> [CellModel] {
        let interval = row.repeatPurchaseRateInterval
        return [
            .figure(formats.count(row.customers)),
            CellModel(
                text: formats.percent(row.repeatPurchaseRate), kind: "n",
                tag: row.tooFew ? TagModel(tone: "plain", text: say(BreakdownTexts.tooFew)) : nil),
            .figure(formats.percent(interval.lowerBound) + " – " + formats.percent(interval.upperBound)),
            .figure(formats.percent(row.secondOrderWithin90)),
        ]
    }

    /// What a customer brings, with its interval, and what all of them do.
    private func money(of row: BreakdownRow) -> [CellModel] {
        let interval = row.netRevenuePerCustomerInterval.map {
            formats.meanMoney($0.lowerBound) + " – " + formats.meanMoney($0.upperBound)
        }
        return [
            .figure(formats.meanMoney(row.netRevenuePerCustomer)), .figure(interval ?? Formats.undefined),
            .figure(formats.money(row.netRevenue)),
        ]
    }
}
