import Domain
import Metrics

extension PageBuilder {
    /// Nil without a file of costs.
    var acquisition: SectionModel? {
        guard let all = metrics.acquisition.first else { return nil }
        var section = SectionModel(
            id: "acquisition", shortName: say(SectionTexts.acquisition), heading: say(SectionTexts.acquisition))
        if let cac = all.cac, all.cumulativeContribution.count > 1 {
            section.blocks.append(paybackFigure(all, cac: cac))
        }
        section.blocks.append(BlockModel(size: "full", table: sourcesTable))
        let remarks = CostMonths.remarks(metrics, in: formats.language)
        if !remarks.isEmpty { section.lead = remarks.joined(separator: " ") }
        return section
    }

    private func paybackFigure(_ all: Acquisition, cac: Double) -> BlockModel {
        let points = Array(all.cumulativeContribution.prefix(37))
        let chart = LineChart(
            labels: points.indices.map { AxisLabel(String($0)) },
            series: [
                LineChart.Series(
                    "us", points, titles: points.enumerated().map { String($0) + ": " + formats.meanMoney($1) },
                    endText: points.last.map { formats.meanMoney($0) })
            ],
            reference: cac, footUnit: say(CohortTexts.monthsSince), limit: nil,
            valueText: { [formats] in formats.shortMoney($1) })
        let title = AcquisitionTexts.title(cac: formats.meanMoney(cac), payback: payback(all))
        return figure(
            "payback", title: say(title), unit: say(AcquisitionTexts.curveUnit),
            legend: [
                LegendModel(name: "us", text: say(ContributionTexts.perCustomer)),
                LegendModel(name: "plain", text: say(AcquisitionTexts.cac) + " " + formats.meanMoney(cac)),
            ], size: "full",
            data: TableModel(
                head: head(PageTexts.month, ContributionTexts.perCustomer, AcquisitionTexts.cac),
                rows: points.enumerated().map { month, value in
                    RowModel(
                        name: String(month),
                        cells: [.figure(formats.meanMoney(value)), .figure(formats.meanMoney(cac))])
                }), draw: chart.drawn)
    }

    private var sourcesTable: TableModel {
        TableModel(
            title: say(AcquisitionTexts.tableTitle),
            head: head(
                AcquisitionTexts.source, AcquisitionTexts.spend, ChangeTexts.name(.newCustomers), AcquisitionTexts.cac,
                AcquisitionTexts.payback, AcquisitionTexts.valueToCost)
                + [.words(say(AcquisitionTexts.verdict))],
            rows: metrics.acquisition.map { source in
                RowModel(
                    name: source.source ?? say(AcquisitionTexts.all),
                    cells: [
                        .figure(formats.money(source.spend)), .figure(formats.count(source.newCustomers)),
                        .figure(formats.meanMoney(source.cac)), .figure(payback(source)),
                        .figure(formats.number(source.valueToCost, digits: 2)),
                        CellModel(text: "", tag: verdict(source)),
                    ])
            })
    }

    private func payback(_ source: Acquisition) -> String {
        guard let months = source.paybackMonths else { return say(AcquisitionTexts.notYet) }
        if months > 0 { return say(AcquisitionTexts.afterMonths(formats.count(months, .afterMonths))) }
        // Several purchases may have to come together within the first month.
        let isAtOnce = source.exceedsFirstPurchase == false
        return say(isAtOnce ? AcquisitionTexts.withFirstPurchase : AcquisitionTexts.inFirstMonth)
    }

    private func verdict(_ source: Acquisition) -> TagModel? {
        if source.notRecoveredInTwoMonths == true {
            return TagModel(tone: "loss", text: say(AcquisitionTexts.notInTwoMonths))
        }
        if source.exceedsFirstPurchase == true {
            return TagModel(tone: "attention", text: say(AcquisitionTexts.firstExceeded))
        }
        return source.paybackMonths.map { _ in TagModel(tone: "", text: say(AcquisitionTexts.recovered)) }
    }
}
