import Domain
import Metrics

extension PageBuilder {
    var change: SectionModel {
        var section = SectionModel(
            id: "change", shortName: say(SectionTexts.change), heading: say(SectionTexts.change))
        guard let table = metrics.change, !table.figures.isEmpty else {
            section.blocks = [empty(ChangeTexts.noComparison)]
            return section
        }
        section.lead = say(ChangeTexts.periods(now: days(table.now), before: days(table.before)))
        section.verdict = verdict(table)
        let comparable = table.figures.filter { $0.before > 0 }
        let amounts = comparable.filter { $0.metric.unit != .share }
        let shares = comparable.filter { $0.metric.unit == .share }
        if let first = amounts.first {
            section.blocks.append(amountsFigure(amounts, leader: leader(of: amounts) ?? first))
        }
        if let first = shares.first {
            section.blocks.append(sharesFigure(shares, leader: leader(of: shares) ?? first))
        }
        return section
    }

    private func days(_ range: ClosedRange<Day>) -> String {
        formats.shortDay(range.lowerBound) + " – " + formats.shortDay(range.upperBound)
    }

    private func verdict(_ table: ChangeTable) -> String {
        let words = FindingWords(formats: formats)
        let better = table.figures.filter { $0.isBetter == true }.map { words.name($0.metric) }
        let worse = table.figures.filter { $0.isBetter == false }.map { words.name($0.metric) }
        if better.isEmpty, worse.isEmpty { return say(ChangeTexts.noClearChange) }
        let list = { (names: [String]) in names.isEmpty ? say(ChangeTexts.none) : names.joined(separator: ", ") }
        return say(ChangeTexts.clear(better: list(better), worse: list(worse)))
    }

    /// The clear change that stands farthest from zero, measured by its own error.
    private func leader(of figures: [Change]) -> Change? {
        figures.filter(\.isClear).max {
            abs($0.difference) * $1.standardError < abs($1.difference) * $0.standardError
        }
    }

    private func amountsFigure(_ figures: [Change], leader: Change) -> BlockModel {
        let words = FindingWords(formats: formats)
        let chart = IntervalChart(
            rows: figures.map { row($0, scale: 1 / $0.before) }, reference: 0,
            valueText: { [formats] in formats.percentChange($1, digits: $0.percentDigits) })
        return figure(
            "change-amounts",
            title: say(ChangeTexts.amountsTitle(words.name(leader.metric), change: words.difference(leader))),
            unit: say(ChangeTexts.amountsUnit), data: table(of: figures), draw: chart.drawn)
    }

    private func sharesFigure(_ figures: [Change], leader: Change) -> BlockModel {
        let words = FindingWords(formats: formats)
        let chart = IntervalChart(
            rows: figures.map { row($0, scale: 1) }, reference: 0,
            valueText: { [formats] in formats.points($1, digits: $0.percentDigits) })
        return figure(
            "change-shares",
            title: say(ChangeTexts.sharesTitle(words.name(leader.metric), change: words.difference(leader))),
            unit: say(ChangeTexts.sharesUnit), data: table(of: figures), draw: chart.drawn)
    }

    private func row(_ change: Change, scale: Double) -> IntervalChart.Row {
        let words = FindingWords(formats: formats)
        let range: ClosedRange<Double>? =
            if let lower = change.lower, let upper = change.upper, lower <= upper {
                lower * scale...upper * scale
            } else {
                nil
            }
        let name = words.name(change.metric)
        return IntervalChart.Row(
            label: name, value: change.difference * scale, range: range, text: words.difference(change),
            name: change.isBetter.map { $0 ? "us" : "bad" } ?? "plain",
            title: [name + ": " + words.difference(change), words.range(change)].compactMap(\.self)
                .joined(separator: ", "))
    }

    private func table(of figures: [Change]) -> TableModel {
        let words = FindingWords(formats: formats)
        return TableModel(
            head: head(
                ChangeTexts.figure, ChangeTexts.then, ChangeTexts.now, ChangeTexts.difference, PageTexts.interval),
            rows: figures.map { change in
                RowModel(
                    name: words.name(change.metric),
                    cells: [
                        .figure(words.value(change.before, change.metric)),
                        .figure(words.value(change.now, change.metric)), .figure(words.difference(change)),
                        .figure(words.range(change) ?? Formats.undefined),
                    ])
            })
    }
}
