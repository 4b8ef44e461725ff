import Domain
import Foundation
import Metrics
import TestSupport
import Testing

@testable import Report

/// Every sentence with a number in it, at the numbers where grammar turns; the golden files are there to be read.
@Suite("Counted words") struct CountedTextTests {
    // 21 besides: Russian then has the noun in the form of one, and many people all the same.
    private static let counts = [0, 1, 2, 5, 12, 21, 22, 25]

    @Test("agree with their number in every sentence", arguments: Language.allCases)
    func sentences(language: Language) throws {
        let formats = SampleShop.garden.formats(language)
        let told = Self.words.map { name, word in (name, { (count: Int) in formats.count(count, word) }) }
        var text = ""
        for (name, sentence) in told + CountedSentences(formats: formats).all {
            text += name + "\n" + Self.counts.map { "  " + sentence($0) + "\n" }.joined()
        }
        try GoldenFile("counted.\(language.rawValue).txt", in: .module)
            .expect(text.replacingOccurrences(of: "\u{A0}", with: " "))
    }

    @Test("are all read") func complete() throws {
        let source = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Sources/Faces/Report/Texts/CountedWords.swift")
        let names = try String(contentsOf: source, encoding: .utf8).matches(of: /static let (\w+) = Plural\(/)
            .map { String($0.output.1) }
        #expect(names.sorted() == Self.words.map(\.name).sorted())
    }

    private static let words: [(name: String, word: Plural)] = [
        ("customers", .customers), ("ofCustomers", .ofCustomers), ("byCustomers", .byCustomers),
        ("ofBestCustomers", .ofBestCustomers), ("ofCohorts", .ofCohorts), ("newCustomers", .newCustomers),
        ("broughtCustomers", .broughtCustomers), ("lapsingCustomers", .lapsingCustomers), ("orders", .orders),
        ("days", .days), ("withinDays", .withinDays), ("months", .months), ("withinMonths", .withinMonths),
        ("afterMonths", .afterMonths),
        ("rows", .rows), ("active", .active), ("lapsing", .lapsing), ("lapsed", .lapsed), ("areSilent", .areSilent),
        ("bring", .bring), ("brought", .brought), ("cameOften", .cameOften), ("comeIn", .comeIn), ("left", .left),
        ("came", .came), ("cameBack", .cameBack), ("figures", .figures),
    ]
}

/// The sentences by what they tell, each at a number.
private struct CountedSentences {
    typealias Sentence = (name: String, text: (Int) -> String)

    let formats: Formats

    var all: [Sentence] { findings + customers + time + shares + method }

    private func say(_ phrase: Phrase) -> String { phrase[formats.language] }

    private func fact(_ fact: FindingFact) -> String { FindingWords(formats: formats).text(fact) }

    private var findings: [Sentence] {
        [
            ("lapsing revenue", { fact(.lapsingRevenue(customers: $0, revenue: 100)) }),
            ("silent VIPs", { fact(.vipsSilent(customers: $0, ofVIPs: 25, revenue: 100)) }),
            ("silent VIPs of all", { fact(.vipsSilent(customers: 3, ofVIPs: $0, revenue: 100)) }),
            ("great customers left", { fact(.greatCustomersLapsed(customers: $0, share: 0.45)) }),
            ("few bring much", { fact(.dependsOnFew(customers: $0, ofCustomers: 600, share: 0.5)) }),
            ("one of all brings much", { fact(.dependsOnFew(customers: 1, ofCustomers: $0, share: 0.5)) }),
            ("few second purchases", { fact(.fewSecondPurchases(within90: 0.25, customersAYear: $0)) }),
            ("leavers", { fact(.leaversOutrunNewcomers(lost: $0, won: $0, wonBack: $0, months: $0)) }),
            (
                "weak value",
                { fact(.weakValue(.country, value: .named("DE"), customers: $0, own: 0.1, others: 0.3)) }
            ),
            (
                "not recovered",
                {
                    fact(
                        .acquisitionNotRecovered(
                            source: "fair", cac: 1_200, contribution: 400, months: $0, customers: $0))
                }
            ),
            ("nothing changed", { fact(.nothingChanged(figures: $0, .yearEarlier)) }),
            ("few findings", { say(FindingTexts.few($0, reason: FindingTexts.rulesSilent)) }),
        ]
    }

    private var customers: [Sentence] {
        let number = { (count: Int) in formats.count(count) }
        return [
            ("headline", { PageTexts.heading(customers: $0, active: $0, lapsing: $0, formats: formats) }),
            ("who is leaving", { say(StateTexts.title(lapsing: $0, revenue: "500", formats: formats)) }),
            ("nobody is lapsing", { say(StateTexts.nobodyLapsing(active: number($0), lapsed: number($0))) }),
            ("VIP list", { say(StateTexts.vipNote(share: "50%", money: "500", silent: number($0))) }),
            ("VIP movement", { say(StateTexts.vipMovement(joined: number($0), left: number($0))) }),
            ("came often", { say(ValueTexts.gridFinding($0, formats: formats, share: "5%")) }),
            (
                "cell of the grid",
                { say(ValueTexts.gridCell(recency: "5", frequency: "1", customers: formats.count($0, .customers))) }
            ),
            ("ordered twice", { say(PulseTexts.repeatNote(customers: formats.count($0, .customers))) }),
            (
                "cohort's cell",
                { say(CohortTexts.cell(cohort: "2025", month: number($0), active: "3", customers: "9")) }
            ),
            ("latest cohorts", { say(CohortTexts.latest(24, of: $0, formats: formats)) }),
            ("new in a month", { say(SalesTexts.customersTitle(new: $0, months: "2025", formats: formats)) }),
            ("base grew", { say(RetentionTexts.flow(net: $0, months: 12, formats: formats)) }),
            ("base shrank", { say(RetentionTexts.flow(net: -$0, months: $0, formats: formats)) }),
        ]
    }

    private var time: [Sentence] {
        let window = { (count: Int) in formats.count(count, .withinDays) }
        return [
            ("active", { say(PulseTexts.activeNote(share: "40%", window: formats.count($0, .days))) }),
            ("retention's months", { say(PulseTexts.retentionNote(months: formats.count($0))) }),
            ("lapsing means", { say(StateTexts.meaning(.lapsing, window: window($0))) }),
            ("lapsed means", { say(StateTexts.meaning(.lapsed, window: window($0))) }),
            ("retention's unit", { say(RetentionTexts.unit(window: window($0))) }),
            ("gaps", { say(ValueTexts.gapsTitle(median: window($0), p90: window($0))) }),
            (
                "basis of a trend",
                {
                    let days = formats.count($0, .days)
                    return say(PulseTexts.basis(days: days, now: "5", before: "4", comparison: .yearEarlier))
                }
            ),
            (
                "head of the trends",
                { say(TerminalTexts.change(in: formats.count($0, .days), comparison: .periodBefore)) }
            ),
            ("payback", { say(AcquisitionTexts.afterMonths(formats.count($0, .afterMonths))) }),
            ("month of a curve", { say(CohortTexts.curveTitle(share: "9%", months: formats.count($0, .afterMonths))) }),
            (
                "month of the value curve",
                { say(CohortTexts.valueTitle(money: "90", months: formats.count($0, .afterMonths))) }
            ),
        ]
    }

    private var shares: [Sentence] {
        let revenue = SampleShop.garden.metrics.overview.sharedRevenue
        return [
            (
                "bring four fifths",
                { say(ValueTexts.topTitle(customers: $0, of: 25, revenue: revenue, formats: formats)) }
            ),
            ("of all", { say(ValueTexts.topTitle(customers: 1, of: $0, revenue: revenue, formats: formats)) }),
            ("below zero", { say(ValueTexts.gini("0.5", clipped: "900", belowZero: formats.count($0))) }),
            ("all others", { say(BreakdownTexts.others(formats.count($0))) }),
        ]
    }

    private var method: [Sentence] {
        let note = { (note: IntakeSummary.Note) in say(MethodTexts.note(note, formats: formats)) }
        return [
            ("ids under several customers", { note(.ordersUnderSeveralCustomers($0)) }),
            ("total on every line", { note(.totalRepeatedOnLines(column: "Total", orders: $0)) }),
            ("converted rows", { note(.convertedCurrencies(rows: $0, codes: ["EUR"])) }),
            ("refunded orders", { note(.ordersRefunded(whole: $0, inPart: $0)) }),
        ]
    }
}
