import Domain
import Metrics

extension PageBuilder {
    var change: SectionModel {
        var section = SectionModel(
            id: "change", shortName: say(SectionTexts.change), heading: say(SectionTexts.change))
        guard let table = metrics.toldChange, !table.figures.isEmpty else {
            section.blocks = [empty(metrics.change == nil ? ChangeTexts.noComparison : ChangeTexts.tooFewToCompare)]
            return section
        }
        section.lead = say(ChangeTexts.periods(now: days(table.now), before: days(table.before)))
        section.verdict = verdict(table)
        let comparable = table.figures.filter { $0.before > 0 }
        let amounts = comparable.filter { $0.metric.unit != .share }
        let shares = comparable.filter { $0.metric.unit == .share }
        if !amounts.isEmpty { section.blocks.append(amountsFigure(amounts)) }
        if !shares.isEmpty { section.blocks.append(sharesFigure(shares)) }
        return section
    }

    private func days(_ range: ClosedRange<Day>) -> String {
        formats.shortDay(range.lowerBound) + " – " + formats.shortDay(range.upperBound)
    }

    private func verdict(_ table: ChangeTable) -> String {
        let words = FindingWords(formats: formats)
        let better = table.figures.filter { $0.isBetter == true }.map { words.inSentence($0.metric) }
        let worse = table.figures.filter { $0.isBetter == false }.map { words.inSentence($0.metric) }
        if better.isEmpty, worse.isEmpty { return say(ChangeTexts.noClearChange) }
        let list = { (names: [String]) in names.isEmpty ? say(ChangeTexts.none) : names.joined(separator: ", ") }
        return say(ChangeTexts.clear(better: list(better), worse: list(worse)))
    }

    /// Names the clear change that stands farthest from zero, measured by its own error.
    private func title(of figures: [Change], otherwise: Phrase) -> String {
        let leader = figures.filter(\.isClear).max {
            abs($0.difference) * $1.standardError < abs($1.difference) * $0.standardError
        }
        guard let leader else { return say(otherwise) }
        let words = FindingWords(formats: formats)
        return say(ChangeTexts.leader(words.inSentence(leader.metric), change: words.difference(leader)))
    }

    private func amountsFigure(_ figures: [Change]) -> BlockModel {
        let chart = IntervalChart(
            rows: figures.map { row($0, scale: 1 / $0.before) }, reference: 0,
            valueText: { [formats] in formats.percentChange($1, digits: $0.percentDigits) })
        return figure(
            "change-amounts", title: title(of: figures, otherwise: ChangeTexts.noClearAmount),
            unit: say(ChangeTexts.amountsUnit), data: table(of: figures), draw: chart.drawn)
    }

    private func sharesFigure(_ figures: [Change]) -> BlockModel {
        let chart = IntervalChart(
            rows: figures.map { row($0, scale: 1) }, reference: 0,
            valueText: { [formats] in formats.points($1, digits: $0.percentDigits) })
        return figure(
            "change-shares", title: title(of: figures, otherwise: ChangeTexts.noClearShare),
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
                        .figure(words.bareRange(change) ?? Formats.undefined),
                    ])
            })
    }
}
