public import Domain
import Intake
import Mustache
import Subscriptions

/// Subscriptions as one self-contained page: no script, no outside request.
public struct SubscriptionPage: Sendable {
    private let content: SubscriptionContent

    public init(_ content: SubscriptionContent) { self.content = content }

    /// The whole page in `language`.
    public func page(language: Language) -> String {
        let model = SubscriptionPageBuilder(content, language: language).page()
        guard let page = PageTemplates.library.render(model, withTemplate: "page") else {
            preconditionFailure("there is a template of this name")
        }
        return VisibleText.of(page)
    }
}

/// Turns figures of subscriptions into the finished strings of a page, section by section.
struct SubscriptionPageBuilder: PageWriting {
    let content: SubscriptionContent
    let formats: Formats

    var metrics: SubscriptionMetrics { content.metrics }

    init(_ content: SubscriptionContent, language: Language) {
        self.content = content
        formats = content.formats(language)
    }

    func page() -> PageModel {
        PageModel(
            language: formats.language.rawValue,
            documentTitle: say(SubscriptionPageTexts.title(content.title)), styles: Stylesheet.text,
            contents: say(PageTexts.contents), eyebrow: content.title, headline: headline,
            introduction: say(SubscriptionPageTexts.asOf(formats.day(metrics.asOf))),
            skip: say(SubscriptionPageTexts.skip), skipTarget: "pulse", sections: sections,
            footer: say(PageTexts.footer))
    }

    private var sections: [SectionModel] {
        guard metrics.overview.customers > 0 else { return [method] }
        return [pulse, bridge, retention, survival, value, plans, cohorts, reasons, method].compactMap(\.self)
    }

    private var headline: String {
        guard metrics.overview.customers > 0 else { return say(SubscriptionTexts.nobody(metrics.overview)) }
        return formats.count(metrics.overview.active, .activeCustomers) + ", "
            + say(SubscriptionPageTexts.mrr(formats.exactMoney(metrics.overview.mrr)))
    }

    // MARK: At a glance

    private var pulse: SectionModel {
        let (overview, means, year) = (metrics.overview, metrics.means, metrics.trailingYear)
        var section = SectionModel(id: "pulse", shortName: say(SectionTexts.pulse), heading: say(SectionTexts.pulse))
        func rate(_ label: Phrase, _ mean: Double?, _ yearly: Double?) -> CardModel {
            let note = yearly.map { say(SubscriptionPageTexts.inLastYear(formats.percent($0))) }
            return CardModel(
                label: say(label) + ", " + say(SubscriptionTexts.perMonth), figure: formats.percent(mean), note: note)
        }
        var cards = [
            CardModel(
                label: say(SubscriptionTexts.active), figure: formats.count(overview.active),
                note: say(
                    SubscriptionTexts.everPaid(overview.customers, wonBack: overview.wonBack, formats: formats))),
            CardModel(
                label: say(SubscriptionTexts.mrr), figure: formats.money(overview.mrr),
                note: say(SubscriptionTexts.yearly(formats.money(overview.arr)))),
            CardModel(label: say(SubscriptionTexts.meanMRR), figure: formats.meanMoney(overview.meanMRR)),
        ]
        if let value = metrics.value {
            cards.append(
                CardModel(
                    label: say(SubscriptionPageTexts.worth), figure: formats.meanMoney(value.newCustomer)))
        }
        cards += [
            rate(SubscriptionTexts.gross, means.grossRevenue, year.grossRevenue),
            rate(SubscriptionTexts.net, means.netRevenue, year.netRevenue),
            rate(SubscriptionTexts.churn, means.logoChurn, year.logo.map { 1 - $0 }),
        ]
        if let median = metrics.survival.medianPeriods {
            cards.append(
                CardModel(
                    label: say(SubscriptionPageTexts.halfGone),
                    figure: formats.count(median, metrics.tenureUnit.after)))
        }
        section.pulse = CardsModel(cards: cards)
        if means.months > 0 {
            section.lead = say(SubscriptionTexts.meansNote(means.months, formats: formats))
        }
        return section
    }

    // MARK: How it was read

    private var method: SectionModel {
        let (intake, overview) = (content.intake, metrics.overview)
        let accounting = intake.accounting
        var section = SectionModel(id: "method", shortName: say(SectionTexts.method), heading: say(SectionTexts.method))
        section.lead = say(MethodTexts.files(content.fileName))
        func row(_ name: String, _ count: Int) -> RowModel {
            RowModel(name: name, cells: [.figure(formats.count(count))])
        }
        let rejected = accounting.rejectedByReason.sorted { ($1.value, $0.key.rawValue) < ($0.value, $1.key.rawValue) }
        let ignored = accounting.ignoredByReason.sorted { ($1.value, $0.key.rawValue) < ($0.value, $1.key.rawValue) }
        section.blocks = [
            BlockModel(
                size: "full",
                table: TableModel(
                    title: say(MethodTexts.rowsTitle), head: head(MethodTexts.fate, MethodTexts.rows),
                    rows: [
                        row(say(MethodTexts.read), accounting.rows),
                        row(say(MethodTexts.accepted), accounting.accepted),
                        row(say(MethodTexts.rejected), accounting.rejected),
                    ] + rejected.map { row("· " + say($0.key.phrase), $0.value) }
                        + [row(say(MethodTexts.ignored), accounting.ignored)]
                        + ignored.map { row("· " + say(ReasonTexts.text($0.key)), $0.value) })),
            BlockModel(
                size: "full",
                table: TableModel(
                    look: "wordy pair", title: say(MethodTexts.columnsTitle),
                    head: [
                        .words(say(MethodTexts.meaning)), .words(say(MethodTexts.column)),
                        .words(say(MethodTexts.samples)),
                    ],
                    rows: intake.columns.map { column in
                        RowModel(
                            name: say(column.role.phrase),
                            cells: [.words(column.name), .words(column.samples.joined(separator: " · "))])
                    })),
        ]
        let remarks = SubscriptionTexts.remarks(intake, overview, formats: formats)
        if !remarks.isEmpty {
            section.notes = NotesModel(notesTitle: say(PageTexts.remarks), remarks: remarks.map(say))
        }
        section.terms = TermsModel(
            termsTitle: say(DefinitionTexts.heading),
            definitions: SubscriptionPageTexts.definitions.map {
                DefinitionModel(term: say($0.term), text: say($0.text))
            })
        return section
    }
}
