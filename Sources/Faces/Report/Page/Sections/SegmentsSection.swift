import Domain
import Metrics

extension PageBuilder {
    var segments: SectionModel {
        var section = SectionModel(
            id: "segments", shortName: say(SectionTexts.segments), heading: say(SectionTexts.segments))
        let total = metrics.rfm.segments.reduce(0) { $0 + $1.customers }
        guard total > 0 else {
            section.blocks = [empty(SalesTexts.noMonths)]
            return section
        }
        section.blocks = [gridFigure(total: total), bestFigure(total: total), segmentTable(total: total)]
        return section
    }

    private func gridFigure(total: Int) -> BlockModel {
        let grid = metrics.rfm.grid
        let most = Double(grid.flatMap(\.self).max() ?? 0)
        // Often (4, 5) and not lately (1, 2): the customers a shop would miss first.
        let missed = grid.prefix(2).reduce(0) { $0 + $1.suffix(2).reduce(0, +) }
        let title =
            missed == 0
            ? ValueTexts.nobodyMissed
            : ValueTexts.gridFinding(
                missed, formats: formats, share: formats.percent(ratio(missed, of: total)))
        let chart = HeatGrid(
            columns: (1...5).map { String($0) },
            rows: grid.indices.reversed().map { recency in
                HeatGrid.Row(
                    label: say(ValueTexts.recency) + " " + String(recency + 1),
                    cells: grid[recency].enumerated().map { frequency, customers in
                        HeatGrid.Cell(
                            level: HeatGrid.level(Double(customers), of: most),
                            text: formats.compactCount(Double(customers)),
                            title: say(
                                ValueTexts.gridCell(
                                    recency: String(recency + 1), frequency: String(frequency + 1),
                                    customers: formats.count(customers, .customers))))
                    })
            },
            columnUnit: say(ValueTexts.frequency), cellHeight: 56, leastCellWidth: 36, mostCellWidth: 90)
        let table = TableModel(
            head: [.words(say(ValueTexts.recency))]
                + (1...5).map { .figure(say(ValueTexts.frequency) + " " + String($0)) },
            rows: grid.indices.reversed().map { recency in
                RowModel(name: String(recency + 1), cells: grid[recency].map { .figure(formats.count($0)) })
            })
        return figure("rfm", title: say(title), unit: say(ValueTexts.gridUnit), data: table, draw: chart.drawn)
    }

    /// Each segment's share of customers beside its share of revenue.
    private func bestFigure(total: Int) -> BlockModel {
        let all = metrics.rfm.segments
        let revenue = all.reduce(0) { $0 + max(0, $1.netRevenue) }
        let best = all.filter { [.champions, .loyal].contains($0.key) }
        let title = ValueTexts.segmentsTitle(
            customers: formats.percent(ratio(best.reduce(0) { $0 + $1.customers }, of: total), digits: 0),
            share: formats.percent(ratio(best.reduce(0) { $0 + max(0, $1.netRevenue) }, of: revenue), digits: 0),
            of: metrics.overview.sharedRevenue)
        let chart = PairedBarChart(
            rows: all.map { segment in
                let people = ratio(segment.customers, of: total) ?? 0
                let money = ratio(max(0, segment.netRevenue), of: revenue) ?? 0
                let name = say(SegmentTexts.name(segment.key))
                return PairedBarChart.Row(
                    label: name, first: people, second: money, firstText: formats.percent(people),
                    secondText: formats.percent(money),
                    title: name + ": " + formats.count(segment.customers, .customers) + ", " + moneyText(segment))
            })
        let legend = [
            LegendModel(name: "other", text: say(PageTexts.customers)),
            LegendModel(name: "us", text: say(PageTexts.netRevenue)),
        ]
        return figure(
            "segments", title: say(title), unit: say(ValueTexts.sharesUnit), legend: legend,
            data: shareTable(total: total, revenue: revenue), draw: chart.drawn)
    }

    private func shareTable(total: Int, revenue: Int64) -> TableModel {
        TableModel(
            head: head(ValueTexts.segment, PageTexts.customers, PageTexts.share, PageTexts.netRevenue, PageTexts.share)
                + contributionHead,
            rows: metrics.rfm.segments.map { segment in
                RowModel(
                    name: say(SegmentTexts.name(segment.key)),
                    cells: [
                        .figure(formats.count(segment.customers)),
                        .figure(formats.percent(ratio(segment.customers, of: total))),
                        .figure(formats.money(segment.netRevenue)),
                        .figure(formats.percent(ratio(max(0, segment.netRevenue), of: revenue))),
                    ] + contributionCell(segment))
            })
    }

    /// The segment's net revenue, and its contribution where that is known.
    private func moneyText(_ segment: RFMSegmentSize) -> String {
        let revenue = formats.money(segment.netRevenue)
        guard let contribution = segment.contribution else { return revenue }
        return say(ContributionTexts.beside(revenue, formats.money(contribution)))
    }

    /// The head of a column that is there only where contribution is known.
    private var contributionHead: [CellModel] {
        metrics.overview.contribution == nil ? [] : [.figure(say(PageTexts.contribution))]
    }

    private func contributionCell(_ segment: RFMSegmentSize) -> [CellModel] {
        metrics.overview.contribution == nil ? [] : [.figure(formats.money(segment.contribution))]
    }

    private func segmentTable(total: Int) -> BlockModel {
        BlockModel(
            size: "full",
            table: TableModel(
                look: contributionHead.isEmpty ? "wordy" : "wordy costed", title: say(ValueTexts.segmentsTable),
                unit: say(ValueTexts.segmentsUnit),
                head: head(ValueTexts.segment, PageTexts.customers, PageTexts.netRevenue) + contributionHead
                    + [.words(say(ValueTexts.advice))],
                rows: metrics.rfm.segments.map { segment in
                    RowModel(
                        name: say(SegmentTexts.name(segment.key)),
                        cells: [
                            .figure(formats.count(segment.customers)), .figure(formats.money(segment.netRevenue)),
                        ] + contributionCell(segment) + [.words(say(SegmentTexts.advice(segment.key)))])
                }))
    }
}
