import Domain
import Foundation
import Ledger
import Metrics
import Testing

@testable import Report

@Suite("What the words claim") struct HonestWordsTests {
    /// One customer left long ago, one came yesterday.
    private static let goneAndNew = SampleShop.content(
        of: [
            LedgerDocument(customer: "1", day: SampleShop.day("2023-01-05"), minorUnits: 900),
            LedgerDocument(customer: "2", day: SampleShop.day("2025-03-01"), minorUnits: 1_100),
        ], currency: "PLN")

    /// Three customers in each of two years.
    private static let few = SampleShop.content(
        of: ["2023-02-01", "2023-05-01", "2024-02-03", "2024-09-01", "2025-01-15"].flatMap { day in
            ["1", "2", "3"].map { LedgerDocument(customer: $0, day: SampleShop.day(day), minorUnits: 5_000) }
        }, currency: "PLN")

    /// The terminal's text as one line.
    private func said(_ content: ReportContent, _ language: Language, width: Int = 80) -> String {
        TerminalReport(content).text(width: width, colour: false, language: language)
            .split(whereSeparator: { $0 == " " || $0 == "\n" }).joined(separator: " ")
    }

    @Test("no figure of the summary is cut", arguments: Language.allCases, [60, 80, 100])
    func wholeFigures(language: Language, width: Int) {
        let text = said(SampleShop.garden, language, width: width)
        let most =
            SampleShop.garden.metrics.newVsReturning
            .suffix(24).map { Double($0.newRevenue) + Double($0.returningRevenue) }.max() ?? 0
        let formats = SampleShop.garden.formats(language)
        #expect(text.contains(TerminalTexts.most[language] + " " + formats.shortMoney(most)))
    }

    @Test("a window that is not what the gaps say is told", arguments: Language.allCases)
    func clampedWindow(language: Language) throws {
        let clamp = try #require(SampleShop.single.metrics.activity.windowClamp)
        #expect(said(SampleShop.single, language).contains(StateTexts.clamp(clamp)[language]))
    }

    @Test("whose money it is stays said where others' money adds up to nothing") func others() {
        func overview(_ others: [LedgerDocument], unidentified: UnidentifiedSales = UnidentifiedSales()) -> Overview {
            let known = LedgerDocument(customer: "1", day: SampleShop.day("2025-03-01"), minorUnits: 900)
            return ShopMetrics(
                of: Ledger([known] + others, currency: Currency("PLN")!, unidentified: unidentified)
            ).overview
        }
        let refund = LedgerDocument(customer: "2", day: SampleShop.day("2025-03-01"), minorUnits: -500)
        let guest = UnidentifiedSales(orders: 1, grossMinorUnits: 500)
        let cancelled = overview([refund], unidentified: guest)
        #expect(cancelled.netRevenue == cancelled.identifiedNetRevenue && !cancelled.isAllKnown)
        #expect(overview([]).isAllKnown)
    }

    @Test("nobody is lapsing is not said as if nobody had left", arguments: Language.allCases)
    func lapsed(language: Language) {
        let activity = Self.goneAndNew.metrics.activity
        #expect(activity.lapsing == 0 && activity.lapsed == 1)
        let page = HTMLReport(Self.goneAndNew).page(language: language)
        #expect(page.contains(StateTexts.nobodyLapsing(active: "1", lapsed: "1")[language]))
        #expect(HTMLReport(SampleShop.single).page(language: language).contains(StateTexts.allActive[language]))
    }

    @Test("fewer than three findings are said to be so, with the reason", arguments: Language.allCases)
    func fewFindings(language: Language) {
        for content in [SampleShop.empty, SampleShop.single, Self.few] {
            #expect(content.metrics.findings.count < 3)
            let unanswered = content.metrics.cannotSay.first { $0.question == .isItGettingBetter }
            let reason = unanswered.map { CannotSayTexts.reason($0.reason) } ?? FindingTexts.rulesSilent
            let sentence = FindingTexts.few(content.metrics.findings.count, reason: reason)[language]
            #expect(said(content, language).contains(sentence))
            let shown =
                content.metrics.findings.isEmpty ? FindingWords.reasonSentence(in: content.metrics)[language] : sentence
            #expect(HTMLReport(content).page(language: language).contains(shown))
        }
    }

    @Test("a change that cannot be told from chance is not shown", arguments: Language.allCases)
    func withheldChange(language: Language) {
        #expect(Self.few.metrics.change != nil && Self.few.metrics.toldChange == nil)
        let page = HTMLReport(Self.few).page(language: language)
        #expect(page.contains(ChangeTexts.tooFewToCompare[language]))
        for text in [page, said(Self.few, language)] {
            #expect(!text.contains("▲") && !text.contains("▼") && !text.contains("change-amounts"))
        }
    }

    @Test("a trend names the two values that it compares", arguments: Language.allCases)
    func trendBasis(language: Language) throws {
        let table = try #require(SampleShop.garden.metrics.toldChange)
        let orders = try #require(table.figures.first { $0.metric == .orders })
        let formats = SampleShop.garden.formats(language)
        let words = FindingWords(formats: formats)
        let basis = PulseTexts.basis(
            days: formats.count(table.dayCount, .days), now: words.value(orders.now, .orders),
            before: words.value(orders.before, .orders), comparison: table.comparison)
        #expect(HTMLReport(SampleShop.garden).page(language: language).contains(basis[language]))
        #expect(said(SampleShop.garden, language, width: 100).contains(TerminalTexts.total[language]))
    }

    @Test("nothing changed is a sentence, and no zero stands for it") func nothingChanged() {
        let words = FindingWords(formats: SampleShop.garden.formats(.english))
        #expect(
            words.text(.nothingChanged(figures: 10, .yearEarlier))
                == "Nothing clearly changed: 10\u{A0}figures compared with a year earlier, every difference within chance."
        )
        #expect(words.text(.nothingChanged(figures: 1, .periodBefore)).contains("compared with the period before,"))
        #expect(words.figure(.nothingChanged(figures: 10, .yearEarlier)) == "No clear change")
    }

    @Test("one percent is singular in Polish and Russian") func onePercent() {
        #expect(ValueTexts.topRow("1%", percent: 1).pl == "najlepszy 1%")
        #expect(ValueTexts.topRow("5%", percent: 5).pl == "najlepsze 5%")
        #expect(ValueTexts.topRow("1 %", percent: 1).ru == "лучший 1 %")
    }

    @Test("an option does not break at its hyphens, and nothing of a text becomes markup") func options() {
        #expect(OptionMarkup.text("in --json <b>") == "in <span class=\"option\">--json</span> &lt;b&gt;")
        #expect(OptionMarkup.text("a -- b - c") == "a -- b - c")
    }

    @Test("wide tables say on a phone that they go on", arguments: Language.allCases)
    func wideTables(language: Language) {
        let page = HTMLReport(SampleShop.garden).page(language: language)
        #expect(page.components(separatedBy: PageTexts.scrollHint[language]).count > 5)
    }
}
