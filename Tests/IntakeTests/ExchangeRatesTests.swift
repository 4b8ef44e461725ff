import Domain
import Ledger
import Testing

@testable import Intake

@Suite("Exchange rates") struct ExchangeRatesTests {
    private static let text = "day,currency,rate\n2026-01-01,EUR,4.20\n2026-01-10,EUR,4.30\r\n\n2026-01-01,JPY,0.0265\n"

    @Test(
        "hold from their day until the next",
        arguments: [
            ("2025-12-31", nil), ("2026-01-01", 4_200_000_000), ("2026-01-09", 4_200_000_000),
            ("2026-01-10", 4_300_000_000), ("2027-01-01", 4_300_000_000),
        ] as [(String, Int64?)])
    func days(day: String, rate: Int64?) throws {
        let rates = try ExchangeRates(parsing: Self.text)
        #expect(rates.rate(of: try #require(Currency("EUR")), on: try #require(Day(day)).number) == rate)
    }

    @Test(
        "are read with semicolons, tabs and decimal commas",
        arguments: [
            "2026-01-01;EUR;4,2", "2026-01-01\teur\t4.2", "\u{FEFF}2026-01-01,EUR,4.2",
        ])
    func forms(text: String) throws {
        let rates = try ExchangeRates(parsing: text)
        #expect(rates.rate(of: try #require(Currency("EUR")), on: 30_000) == 4_200_000_000)
    }

    @Test(
        "refuse what is no rate, with its line",
        arguments: [
            "2026-01-01,EUR", "2026-01-01,EUR,0", "2026-01-01,EUR,-4", "01.02.2026,EUR,4", "2026-01-01,EURO,4",
            "2026-01-01,EUR,4.2.1", "2026-01-01,EUR,", "2026-01-01,EUR,99999999999",
        ])
    func errors(line: String) {
        #expect(throws: ExchangeRates.RatesError.unreadableLine(2, text: line)) {
            try ExchangeRates(parsing: "day,currency,rate\n" + line)
        }
    }

    @Test("of an empty file are none") func empty() {
        #expect(throws: ExchangeRates.RatesError.noRates) { try ExchangeRates(parsing: "day,currency,rate\n") }
    }

    @Test("convert exactly, halves away from zero") func conversion() {
        #expect(ExchangeRates.convert(micros: 10_000_000, rate: 4_200_000_000) == 42_000_000)
        #expect(ExchangeRates.convert(micros: 1, rate: 500_000_000) == 1)
        #expect(ExchangeRates.convert(micros: -1, rate: 500_000_000) == -1)
        #expect(ExchangeRates.convert(micros: 1, rate: 499_999_999) == 0)
        #expect(ExchangeRates.convert(micros: 999_999_999_999_999_999, rate: 999_999_999_000_000_000) == nil)
    }

    // MARK: In files

    private static let orders = """
        order,customer,date,total,currency,refunded amount
        1,7,2026-01-05,10.00,EUR,5.00
        2,7,2026-01-20,100,JPY,
        3,8,2026-01-20,1.00,PLN,
        4,8,2025-12-20,1.00,EUR,

        """

    @Test("bring every amount of a row into the base currency") func baseCurrency() throws {
        let result = try read(
            Self.orders,
            options: IntakeOptions(
                baseCurrency: Currency("PLN"), rates: try ExchangeRates(parsing: Self.text), workers: 1))
        #expect(
            result.documents == [
                "7 2026-01-05 order 42.00", "7 2026-01-05 refund -21.00", "7 2026-01-20 order 2.65",
                "8 2026-01-20 order 1.00",
            ])
        #expect(result.rejectedLines == ["5 missingRate"])
        #expect(result.ledger.currency.code == "PLN")
    }

    @Test("are asked for when there are several currencies") func missing() {
        #expect(intakeError(Self.orders) == .severalCurrencies(["EUR": 2, "JPY": 1, "PLN": 1], haveColumn: true))
        #expect(
            intakeError(Self.orders, options: IntakeOptions(baseCurrency: Currency("PLN"), workers: 1))
                == .missingRates(from: "EUR", to: "PLN"))
    }

    @Test("hold for the currency that the user says the file is in") func givenCurrency() throws {
        let text = "customer,date,total\n7,2026-01-05,10.00\n"
        let result = try read(
            text,
            options: IntakeOptions(
                baseCurrency: Currency("PLN"), rates: try ExchangeRates(parsing: Self.text), currency: Currency("EUR"),
                workers: 1))
        #expect(result.documents == ["7 2026-01-05 order 42.00"])
        let plain = try read(text, options: IntakeOptions(currency: Currency("JPY"), workers: 1))
        #expect(plain.ledger.currency.code == "JPY")
        #expect(plain.documents == ["7 2026-01-05 order 10"])
    }

    @Test("are not lent from one row to the next") func signs() throws {
        let text =
            "customer,date,total\n7,never,€5.00\n7,2026-01-05,10.00\n8,2026-01-05,€1.00\n"
            + "8,2026-01-06,€1.00\n8,2026-01-07,€1.00\n8,2026-01-08,€1.00\n"
        let result = try read(
            text, recognition: RecognitionOptions(columns: [.amount: "total"]),
            options: IntakeOptions(
                baseCurrency: Currency("PLN"), rates: try ExchangeRates(parsing: Self.text), currency: Currency("PLN"),
                workers: 1))
        #expect(result.rejectedLines == ["2 unreadableDate"])
        #expect(result.documents.contains("8 2026-01-05 order 4.20"))
    }
}
