import Domain
import Foundation
import Ledger
import Metrics
import Testing

@testable import Report

/// `--from` leaves out periods and changes nothing else: the words must not speak of those that are not there.
@Suite("Periods from a day on") struct ShownPeriodsTests {
    /// Three customers who buy every month for two years.
    private static func shop(from day: String?) -> ReportContent {
        let start = CalendarPeriod(.month, containing: SampleShop.day("2023-01-01"))
        let documents = (0..<24).flatMap { month in
            ["1", "2", "3"].map {
                LedgerDocument(customer: $0, day: start.advanced(by: month).firstDay.advanced(by: 9), minorUnits: 5_000)
            }
        }
        return SampleShop.content(
            of: documents, currency: "PLN", options: MetricsOptions(from: day.map(SampleShop.day)))
    }

    @Test("a mean of months names the months", arguments: Language.allCases) func mean(language: Language) throws {
        for from in [nil, "2024-06-01"] {
            let content = Self.shop(from: from)
            let builder = PageBuilder(content, language: language)
            let months = content.metrics.retention.monthly.told.map(\.period)
            let span = try #require(builder.span(months))
            #expect(from == nil || span.hasPrefix(builder.formats.period(months[0])))
            let title = RetentionTexts.monthlyTitle(rate: builder.formats.percent(1), months: span)[language]
            #expect(HTMLReport(content).page(language: language).contains(title))
        }
        #expect(Self.shop(from: "2024-06-01").metrics.retention.monthly.first?.period.description == "2024-06")
    }

    @Test("a day after the last month shows none, and says so", arguments: Language.allCases)
    func none(language: Language) {
        let page = HTMLReport(Self.shop(from: "2030-01-01")).page(language: language)
        // How many stay, cohorts, new and returning.
        #expect(page.components(separatedBy: SalesTexts.noneShown[language]).count == 4)
        for phrase in [RetentionTexts.noPeriods, CohortTexts.none, SalesTexts.noMonths] {
            #expect(!page.contains(phrase[language]))
        }
    }

    @Test("the summary says why it cannot say what it leaves out", arguments: Language.allCases)
    func unanswered(language: Language) {
        let content = Self.shop(from: nil)
        let said = TerminalReport(content).text(width: 100, colour: false, language: language)
            .split(whereSeparator: { $0 == " " || $0 == "\n" }).joined(separator: " ")
        let told = content.metrics.cannotSay.filter { $0.question == .isItGettingBetter }
        #expect(told.map(\.reason) == [.tooFewCustomers])
        for item in told { #expect(said.contains(CannotSayTexts.whole(item)[language])) }
    }
}
