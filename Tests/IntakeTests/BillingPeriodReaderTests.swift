import Subscriptions
import Testing

@testable import Intake

@Suite("Billing periods") struct BillingPeriodReaderTests {
    private static let texts: [(Int, BillingPeriod.Unit, [String])] = [
        (
            1, .month,
            [
                "month", "Monthly", "per month", "1 month", "every month", "1m", "1mo", "P1M", "/month", "1",
                "billed monthly",
                "miesiąc", "miesięcznie", "Miesięczny", "co miesiąc", "1 mies.",
                "месяц", "ежемесячно", "1 мес.", "в месяц", "раз в месяц", "каждый месяц", "за месяц",
            ]
        ),
        (
            3, .month,
            [
                "quarter", "quarterly", "3 months", "every 3 months", "P3M", "3", "3mo", "kwartał", "kwartalnie",
                "3 miesiące",
                "co 3 miesiące", "квартал", "ежеквартально", "3 месяца", "раз в квартал",
            ]
        ),
        (
            6, .month,
            ["half-year", "semiannual", "6 months", "2 quarters", "półrocznie", "pół roku", "полгода", "6 мес"]
        ),
        (
            1, .year,
            [
                "year", "Yearly", "annual", "annually", "per annum", "1 year", "P1Y", "1y", "rok", "rocznie", "roczny",
                "co rok",
                "год", "ежегодно", "годовой", "в год", "раз в год", "1 г.",
            ]
        ),
        (12, .month, ["12 months", "12", "12 miesięcy", "12 месяцев"]),
        (2, .year, ["2 years", "biennial", "2 lata", "2 года"]),
        (1, .week, ["week", "weekly", "P1W", "tydzień", "tygodniowo", "неделя", "еженедельно", "1 w"]),
        (2, .week, ["fortnightly", "bi-weekly", "2 weeks", "P2W", "2 tygodnie", "2 недели"]),
        (30, .day, ["30 days", "P30D", "30 dni", "30 дней"]), (1, .day, ["daily", "day", "dziennie", "ежедневно"]),
    ]

    @Test("are read in three languages, as words, numbers and ISO 8601", arguments: texts)
    func words(count: Int, unit: BillingPeriod.Unit, texts: [String]) {
        for text in texts { #expect(BillingPeriodReader.period(text) == BillingPeriod(count, unit), "\(text)") }
    }

    @Test(
        "nothing else is one",
        arguments: [
            "", "?", "Pro", "0", "-1 month", "0 months", "99999 months", "month month", "1.5 months", "P1X", "PT1H",
            "2026-01-01", "99999999999999999999 months", "one",
        ])
    func others(text: String) { #expect(BillingPeriodReader.period(text) == nil) }

    @Test("remembers what it read, the unreadable too") func memory() {
        var reader = BillingPeriodReader()
        for _ in 0..<2 {
            #expect(reader.read("kwartał") == BillingPeriod(3, .month))
            #expect(reader.read("nie wiem") == nil)
        }
    }
}
