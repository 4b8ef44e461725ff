import Domain
import Foundation
import Ledger
import Metrics
import Testing

@testable import Report

/// The garden has a margin of 35 % and money without a known customer.
@Suite("Contribution beside revenue") struct ContributionTests {
    private let metrics = SampleShop.garden.metrics

    private func page(_ content: ReportContent, _ language: Language) -> String {
        HTMLReport(content).page(language: language).replacingOccurrences(of: "&#39;", with: "'")
    }

    @Test("is told wherever money decides", arguments: Language.allCases) func everywhere(language: Language) throws {
        let formats = SampleShop.garden.formats(language)
        let page = page(SampleShop.garden, language)
        func expectCell(_ money: MinorUnits?) throws {
            let known: MinorUnits = try #require(money)
            #expect(page.contains("<td class=\"n\">\(formats.money(known))</td>"))
        }
        for segment in metrics.rfm.segments { try expectCell(segment.contribution) }
        for row in metrics.breakdowns.flatMap(\.rows) { try expectCell(row.contribution) }
        for month in metrics.newVsReturning {
            try expectCell(month.newContribution)
            try expectCell(month.returningContribution)
        }
        let means = CohortMeans(metrics.cohorts, mostMonths: 24)
        for value in try #require(means.contribution) {
            #expect(page.contains("<td class=\"n\">\(formats.meanMoney(value))</td>"))
        }
        let besides = [
            (metrics.vip.netRevenue, metrics.vip.contribution),
            (try #require(metrics.netFlow.fivePointsMore), metrics.netFlow.fivePointsMoreContribution),
        ]
        for (revenue, contribution) in besides {
            let known: MinorUnits = try #require(contribution)
            let text = ContributionTexts.beside(formats.money(revenue), formats.money(known))
            #expect(page.contains(text[language]))
        }
        #expect(page.contains(ContributionTexts.definition[language]))
    }

    @Test("is not spoken of where nobody knows it", arguments: Language.allCases) func unknown(language: Language) {
        #expect(SampleShop.oneMonth.metrics.overview.contribution == nil)
        let page = page(SampleShop.oneMonth, language)
        for phrase in [PageTexts.contribution, ContributionTexts.perCustomer, ContributionTexts.new] {
            #expect(!page.contains(">\(phrase[language])<"))
        }
        #expect(!JSONReport(SampleShop.oneMonth).text().contains("\"contributionAtStake\": 0"))
    }

    @Test("is said to be known customers' where the shop has other money", arguments: Language.allCases)
    func headline(language: Language) throws {
        let formats = SampleShop.garden.formats(language)
        let overview = metrics.overview
        #expect(!overview.isAllKnown)
        let note = ContributionTexts.note(
            share: formats.percent(0.35), of: formats.money(overview.identifiedNetRevenue), isAllKnown: false)[language]
        #expect(page(SampleShop.garden, language).contains(note))
        let terminal = TerminalReport(SampleShop.garden).text(width: 96, colour: false, language: language)
        #expect(terminal.contains(note))
    }

    @Test("of all that customers brought is a share of net revenue", arguments: Language.allCases)
    func allKnown(language: Language) throws {
        let content = SampleShop.content(
            of: [LedgerDocument(customer: "1", day: SampleShop.day("2026-03-01"), minorUnits: 20_000)],
            currency: "EUR", options: MetricsOptions(margin: Margin(basisPoints: 4_000)))
        #expect(content.metrics.overview.isAllKnown)
        let formats = content.formats(language)
        let note = ContributionTexts.note(share: formats.percent(0.4), of: "", isAllKnown: true)[language]
        #expect(page(content, language).contains(note))
    }

    @Test("in a finding's money is the shop's share of it", arguments: Language.allCases)
    func stakes(language: Language) throws {
        let formats = SampleShop.garden.formats(language)
        let words = FindingWords(formats: formats)
        let page = page(SampleShop.garden, language)
        #expect(!metrics.findings.isEmpty)
        for finding in metrics.findings {
            let stake = try #require(metrics.contributionAtStake(finding))
            let money = try #require(finding.moneyAtStake)
            guard let sentence = words.contribution(finding, in: metrics) else {
                #expect(finding.rule == .acquisitionNotRecovered && stake == money)
                continue
            }
            #expect(abs(Double(stake) - 0.35 * Double(money)) <= 1)
            #expect(page.contains(sentence))
        }
    }

    @Test("of one group of customers is the margin of their curve") func curve() throws {
        let means = CohortMeans(metrics.cohorts, mostMonths: 24)
        for (value, contribution) in zip(means.value, try #require(means.contribution)) {
            // Each cell of a cohort is rounded by itself.
            #expect(abs(contribution - 0.35 * value) < 1)
        }
    }
}

@Suite("Whose revenue it is") struct KnownRevenueTests {
    @Test("shares of customers are of known customers' revenue, where there is other", arguments: Language.allCases)
    func shares(language: Language) throws {
        let metrics = SampleShop.garden.metrics
        let revenue = metrics.overview.sharedRevenue
        #expect(revenue.en == "known customers' revenue")
        #expect(SampleShop.single.metrics.overview.sharedRevenue.en == "revenue")
        let formats = SampleShop.garden.formats(language)
        let (returningShare, fifthShare): (Double, Double) = (
            try #require(metrics.sayings.returningShareOfRevenue), try #require(metrics.concentration.top20)
        )
        let (returning, fifth) = (formats.percent(returningShare), formats.percent(fifthShare))
        let page = HTMLReport(SampleShop.garden).page(language: language).replacingOccurrences(of: "&#39;", with: "'")
        for title in [
            SalesTexts.revenueTitle(share: returning, of: revenue),
            ValueTexts.concentrationTitle(share: fifth, of: revenue), SayingTexts.returningHere(of: revenue),
            SayingTexts.fifthHere(of: revenue),
        ] {
            #expect(page.contains(title[language]))
        }
    }

    @Test("what a customer with a value brings has its interval on the page", arguments: Language.allCases)
    func intervals(language: Language) throws {
        let page = HTMLReport(SampleShop.garden).page(language: language)
        let formats = SampleShop.garden.formats(language)
        for row in SampleShop.garden.metrics.breakdowns.flatMap(\.rows) {
            let interval = try #require(row.netRevenuePerCustomerInterval)
            let text = formats.meanMoney(interval.lowerBound) + " – " + formats.meanMoney(interval.upperBound)
            #expect(page.contains(">\(text)<"))
        }
    }
}
