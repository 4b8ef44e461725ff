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
struct PageBuilder: PageWriting {
    let content: ReportContent
    let formats: Formats

    var metrics: ShopMetrics { content.metrics }

    init(_ content: ReportContent, language: Language) {
        self.content = content
        formats = content.formats(language)
    }

    func page() -> PageModel {
        PageModel(
            language: formats.language.rawValue, documentTitle: say(PageTexts.title(shop: content.title)),
            styles: Stylesheet.text, contents: say(PageTexts.contents), eyebrow: content.title, headline: headline,
            introduction: introduction, skip: say(PageTexts.skip), skipTarget: "findings", sections: sections,
            footer: say(PageTexts.footer))
    }

    private var sections: [SectionModel] {
        [
            findings, pulse, change, activity, valueAhead, retention, cohorts, newVsReturning, nextOrder, concentration,
            segments,
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
