import Domain
import Subscriptions
import Testing

@testable import Report

@Suite("What is said of subscriptions") struct SubscriptionTextTests {
    private static func formats(_ language: Language) throws -> Formats {
        Formats(language: language, currency: try #require(Currency("PLN")))
    }

    /// With common blanks, which are what a reader sees.
    private static func plain(_ text: String) -> String {
        text.replacing("\u{A0}", with: " ").replacing("\u{202F}", with: " ")
    }

    private static let medians: [(Int, TenureUnit, Phrase)] = [
        (
            1, .month,
            Phrase(
                en: "Half of the customers are gone after 1 month.", pl: "Po 1 miesiącu nie ma już połowy klientów.",
                ru: "Через 1 месяц половины клиентов уже нет.")
        ),
        (
            2, .month,
            Phrase(
                en: "Half of the customers are gone after 2 months.", pl: "Po 2 miesiącach nie ma już połowy klientów.",
                ru: "Через 2 месяца половины клиентов уже нет.")
        ),
        (
            12, .month,
            Phrase(
                en: "Half of the customers are gone after 12 months.",
                pl: "Po 12 miesiącach nie ma już połowy klientów.", ru: "Через 12 месяцев половины клиентов уже нет.")
        ),
        (
            21, .week,
            Phrase(
                en: "Half of the customers are gone after 21 weeks.",
                pl: "Po 21 tygodniach nie ma już połowy klientów.", ru: "Через 21 неделю половины клиентов уже нет.")
        ),
        (
            1, .year,
            Phrase(
                en: "Half of the customers are gone after 1 year.", pl: "Po 1 roku nie ma już połowy klientów.",
                ru: "Через 1 год половины клиентов уже нет.")
        ),
        (
            5, .year,
            Phrase(
                en: "Half of the customers are gone after 5 years.", pl: "Po 5 latach nie ma już połowy klientów.",
                ru: "Через 5 лет половины клиентов уже нет.")
        ),
        (
            3, .quarter,
            Phrase(
                en: "Half of the customers are gone after 3 quarters.",
                pl: "Po 3 kwartałach nie ma już połowy klientów.", ru: "Через 3 квартала половины клиентов уже нет.")
        ),
    ]

    @Test("counts take the form that the language asks for", arguments: medians, Language.allCases)
    func median(place: (Int, TenureUnit, Phrase), language: Language) throws {
        let text = SubscriptionTexts.median(place.0, place.1, formats: try Self.formats(language))
        #expect(Self.plain(text[language]) == place.2[language])
    }

    @Test(
        "periods that are paid for",
        arguments: [
            (1, .month, Phrase(en: "1 month", pl: "1 miesiąc", ru: "1 месяц")),
            (3, .month, Phrase(en: "3 months", pl: "3 miesiące", ru: "3 месяца")),
            (2, .week, Phrase(en: "2 weeks", pl: "2 tygodnie", ru: "2 недели")),
            (1, .year, Phrase(en: "1 year", pl: "1 rok", ru: "1 год")),
            (30, .day, Phrase(en: "30 days", pl: "30 dni", ru: "30 дней")),
        ] as [(Int, BillingPeriod.Unit, Phrase)])
    func billing(count: Int, unit: BillingPeriod.Unit, words: Phrase) throws {
        let period = try #require(BillingPeriod(count, unit))
        for language in Language.allCases {
            #expect(Self.plain(period.text(try Self.formats(language))) == words[language])
        }
    }

    @Test(
        "active customers in a heading",
        arguments: [
            (1, Phrase(en: "1 active customer", pl: "1 aktywny klient", ru: "1 активный клиент")),
            (3, Phrase(en: "3 active customers", pl: "3 aktywnych klientów", ru: "3 активных клиента")),
            (21, Phrase(en: "21 active customers", pl: "21 aktywnych klientów", ru: "21 активный клиент")),
            (25, Phrase(en: "25 active customers", pl: "25 aktywnych klientów", ru: "25 активных клиентов")),
        ])
    func active(count: Int, words: Phrase) throws {
        for language in Language.allCases {
            #expect(Self.plain(try Self.formats(language).count(count, .activeCustomers)) == words[language])
        }
    }

    @Test("a table in a terminal keeps to its width, and cuts names before figures", arguments: [60, 80, 100])
    func table(width: Int) {
        let long = String(repeating: "Bardzo długa nazwa planu ", count: 6)
        let table = TextTable(
            rows: [
                .init(name: "Plan", cells: ["Customers", "MRR"], style: .soft),
                .init(name: long, cells: ["12", "1 234 567,00 zł"], style: .bold), .init(name: "", cells: []),
            ], narrowing: .shorterNames)
        let lines = table.lines(width: width, colour: false)
        #expect(lines.allSatisfy { TerminalText.width($0) <= width && $0.last != " " })
        #expect(lines[1].contains("…") && lines[1].hasSuffix("1 234 567,00 zł"))
    }
}
