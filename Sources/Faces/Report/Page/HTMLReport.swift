public import Domain
import Intake
import Metrics
import Mustache

/// The report as one self-contained page: no script, no outside request.
public struct HTMLReport: Sendable {
    private let content: ReportContent

    public init(_ content: ReportContent) { self.content = content }

    /// The whole page in `language`.
    public func page(language: Language) -> String {
        let model = PageBuilder(content, language: language).page()
        guard let page = PageTemplates.library.render(model, withTemplate: "page") else {
            preconditionFailure("there is a template of this name")
        }
        return VisibleText.of(page)
    }
}

/// Turns results into the finished strings of a page, section by section.
struct PageBuilder {
    let content: ReportContent
    let formats: Formats

    var metrics: ShopMetrics { content.metrics }

    init(_ content: ReportContent, language: Language) {
        self.content = content
        formats = content.formats(language)
    }

    /// The phrase in the page's language.
    func say(_ phrase: Phrase) -> String { phrase[formats.language] }

    func page() -> PageModel {
        PageModel(
            language: formats.language.rawValue, documentTitle: say(PageTexts.title(shop: content.title)),
            styles: Stylesheet.text, contents: say(PageTexts.contents), eyebrow: content.title, headline: headline,
            introduction: introduction, skip: say(PageTexts.skip), sections: sections, footer: say(PageTexts.footer))
    }

    private var sections: [SectionModel] {
        [
            findings, pulse, change, activity, retention, cohorts, newVsReturning, nextOrder, concentration, segments,
            rhythm, breakdowns, acquisition, sayings, method,
        ].compactMap(\.self)
    }

    private var headline: String {
        let activity = metrics.activity
        guard metrics.overview.customers > 0 else { return say(PageTexts.headingWithoutCustomers) }
        return PageTexts.heading(
            customers: metrics.overview.customers, active: activity.active, lapsing: activity.lapsing, formats: formats)
    }

    private var introduction: String {
        let basis = content.intake.amountBasis
        let amounts = say(
            PageTexts.amounts(
                in: metrics.currency.isUnknown ? nil : metrics.currency.code, isGross: basis.isGross,
                includesShipping: basis.includesShipping))
        guard let first = metrics.overview.firstOrder, let last = metrics.overview.lastOrder, let asOf = metrics.asOf
        else { return amounts }
        let span = PageTexts.span(from: formats.day(first), to: formats.day(last), asOf: formats.day(asOf))
        return say(span) + " " + amounts
    }
}

// MARK: What every section builds with

extension PageBuilder {
    static let halfWidth = 440.0
    static let fullWidth = 900.0
    static let phoneWidth = 330.0

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
