import Domain

/// What every page and every section of it is built with.
protocol PageWriting {
    var formats: Formats { get }
}

extension PageWriting {
    static var halfWidth: Double { 440 }
    static var fullWidth: Double { 900 }
    static var phoneWidth: Double { 330 }

    /// The phrase in the page's language.
    func say(_ phrase: Phrase) -> String { phrase[formats.language] }

    /// A chart that is drawn twice: for a desk and for a phone, where a drawing that needs more room scrolls.
    func figure(
        _ id: String, title: String, unit: String, legend: [LegendModel] = [], size: String = "",
        note: String? = nil, data: TableModel, draw: (Double) -> SVG
    ) -> BlockModel {
        let width = size == "full" ? Self.fullWidth : Self.halfWidth
        let label = title + ". " + unit
        let narrow = draw(Self.phoneWidth)
        return BlockModel(
            size: size,
            figure: FigureModel(
                id: id, title: title, unit: unit, legend: legend, hasLegend: !legend.isEmpty,
                wide: draw(width).element(label: label),
                narrow: narrow.element(label: label), narrowLook: narrow.width > Self.phoneWidth + 1 ? "drawing" : "",
                note: note.map(OptionMarkup.text), summary: say(PageTexts.asTable),
                scrollHint: data.columnCount > 4 ? say(PageTexts.scrollHint) : nil, data: data))
    }

    /// The word that there is nothing to show, and why.
    func empty(_ reason: Phrase, title: Phrase = PageTexts.cannotSayTitle, size: String = "full") -> BlockModel {
        BlockModel(size: size, empty: EmptyModel(title: say(title), text: say(reason)))
    }

    /// A table's head: words for the first column, figures for the rest.
    func head(_ first: Phrase, _ others: Phrase...) -> [CellModel] {
        [.words(say(first))] + others.map { .figure(say($0)) }
    }

    /// A share that is no more than 1 as the value of a meter.
    func meter(_ share: Double?) -> String? {
        share.map { Money.majorUnitsText(Int64((min(max($0, 0), 1) * 1_000).rounded()), digits: 3) }
    }

    /// Names of periods at the foot of a chart, their year beneath.
    func axis(_ periods: [CalendarPeriod]) -> [AxisLabel] {
        periods.map { period in
            let hasYear = period.unit == .month || period.unit == .quarter
            return AxisLabel(
                formats.periodInYear(period), group: hasYear ? String(period.firstDay.date.year) : nil)
        }
    }

    /// The name of a period, said to be incomplete where it is.
    func name(_ period: CalendarPeriod, complete: Bool) -> String {
        formats.period(period) + (complete ? "" : " (" + say(PageTexts.partial) + ")")
    }

    /// The first and the last of `periods`, of which a mean is told; nil where there is none.
    func span(_ periods: [CalendarPeriod]) -> String? {
        guard let first = periods.first, let last = periods.last else { return nil }
        return first == last ? formats.period(first) : formats.period(first) + " – " + formats.period(last)
    }

    func ratio(_ part: Int64, of whole: Int64) -> Double? {
        whole > 0 ? Double(part) / Double(whole) : nil
    }

    func ratio(_ part: Int, of whole: Int) -> Double? {
        whole > 0 ? Double(part) / Double(whole) : nil
    }
}
