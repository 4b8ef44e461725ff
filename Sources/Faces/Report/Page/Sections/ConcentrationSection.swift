import Domain
import Metrics

extension PageBuilder {
    var concentration: SectionModel {
        var section = SectionModel(
            id: "concentration", shortName: say(SectionTexts.concentration), heading: say(SectionTexts.concentration))
        let concentration = metrics.concentration
        guard let top20 = concentration.top20, concentration.lorenz.count > 1 else {
            section.blocks = [empty(ValueTexts.noRevenue)]
            return section
        }
        // Of a handful of customers a fifth is hardly one.
        guard metrics.overview.customers >= Self.fewestForShares else {
            section.blocks = [empty(ValueTexts.tooFewForShares)]
            return section
        }
        section.blocks = [lorenzFigure(concentration, top20: top20), topTable(concentration)]
        return section
    }

    /// So many customers have a whole fifth.
    static let fewestForShares = 5

    private func lorenzFigure(_ concentration: Concentration, top20: Double) -> BlockModel {
        lorenzFigure(
            "lorenz", concentration, top20: top20,
            title: ValueTexts.concentrationTitle(share: formats.percent(top20), of: metrics.overview.sharedRevenue),
            unit: ValueTexts.lorenzUnit, figures: PageTexts.netRevenue)
    }

    /// The curve of what customers bring together, from the least to the most.
    ///
    /// - Parameter figures: What they bring, the head of the table beside it.
    func lorenzFigure(
        _ id: String, _ concentration: Concentration, top20: Double, title: Phrase, unit: Phrase, figures: Phrase,
        size: String = ""
    ) -> BlockModel {
        let words = formats.percent(0.8, digits: 0) + " → " + formats.percent(1 - top20)
        let chart = LorenzChart(
            points: concentration.lorenz.map { ($0.customers, $0.revenue) },
            highlight: (0.8, 1 - top20, words), footUnit: say(ValueTexts.lorenzFoot),
            percentText: { [formats] in formats.percent($0, digits: 0) })
        let tenths = concentration.lorenz.indices.filter { $0 % 10 == 0 }
        let table = TableModel(
            head: head(ValueTexts.lorenzFoot, figures),
            rows: tenths.map { index in
                RowModel(
                    name: formats.percent(concentration.lorenz[index].customers, digits: 0),
                    cells: [.figure(formats.percent(concentration.lorenz[index].revenue))])
            })
        let legend = [
            LegendModel(name: "us", text: say(ValueTexts.actual)),
            LegendModel(name: "plain dashed", text: say(ValueTexts.equal)),
        ]
        return figure(
            id, title: say(title), unit: say(unit), legend: legend, size: size, data: table, draw: chart.drawn)
    }

    private func topTable(_ concentration: Concentration) -> BlockModel {
        let all = metrics.overview.customers
        let title = concentration.customersFor80.map {
            say(
                ValueTexts.topTitle(
                    customers: $0, of: all, revenue: metrics.overview.sharedRevenue, formats: formats))
        }
        let rows: [(percent: Int, share: Double?)] = [
            (1, concentration.top1), (5, concentration.top5), (10, concentration.top10), (20, concentration.top20),
            (50, concentration.top50),
        ]
        let note = ValueTexts.gini(
            formats.number(concentration.gini, digits: 2), clipped: formats.money(concentration.clippedSum),
            belowZero: formats.count(concentration.belowZero))
        return BlockModel(
            size: "",
            table: TableModel(
                title: title, unit: say(ValueTexts.topUnit),
                head: head(ValueTexts.top, PageTexts.customers, PageTexts.share),
                rows: rows.map { row in
                    RowModel(
                        name: say(
                            ValueTexts.topRow(
                                formats.percent(Double(row.percent) / 100, digits: 0), percent: row.percent)),
                        cells: [
                            .figure(formats.count((all * row.percent + 99) / 100)),
                            CellModel(text: formats.percent(row.share), kind: "n", meter: meter(row.share)),
                        ])
                }, note: say(note)))
    }
}
