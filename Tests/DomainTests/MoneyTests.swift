import Domain
import TestSupport
import Testing

@Suite("Money")
struct MoneyTests {
    private static func money(_ minorUnits: Int64, _ code: String) throws -> Money {
        Money(minorUnits: minorUnits, currency: try #require(Currency(code)))
    }

    @Test(
        "is written exactly, with the currency's decimals",
        arguments: [
            (0, "EUR", "0.00"), (1, "EUR", "0.01"), (-1, "EUR", "-0.01"), (99, "EUR", "0.99"), (100, "EUR", "1.00"),
            (-1_205, "PLN", "-12.05"), (1_299, "JPY", "1299"), (0, "JPY", "0"), (-7, "JPY", "-7"), (1, "KWD", "0.001"),
            (123_456, "KWD", "123.456"), (5, "CLF", "0.0005"), (12_345, "CLF", "1.2345"),
            (.max, "EUR", "92233720368547758.07"), (.min, "EUR", "-92233720368547758.08"),
            (.min, "JPY", "-9223372036854775808"),
        ] as [(Int64, String, String)])
    func text(minorUnits: Int64, code: String, text: String) throws {
        #expect(try Self.money(minorUnits, code).majorUnitsText == text)
    }

    @Test("has a text that leads back to it", arguments: 0..<200 as Range<UInt64>)
    func roundTrip(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        // All sizes alike, not only numbers of nineteen digits.
        let minorUnits = Int64.random(in: .min ... .max, using: &random) >> Int64.random(in: 0...63, using: &random)
        for digits in 0...4 {
            let text = Money.majorUnitsText(minorUnits, digits: digits)
            #expect(Int64(text.replacing(".", with: "")) == minorUnits, "seed \(seed)")
            #expect(text.split(separator: ".").dropFirst().first?.count ?? 0 == digits, "seed \(seed)")
        }
    }

    @Test("adds within one currency") func sum() throws {
        #expect(try Self.money(1_999, "EUR").adding(Self.money(-2_000, "EUR")) == Self.money(-1, "EUR"))
    }

    @Test("refuses to add euros to yen") func mismatch() throws {
        let (euros, yen) = (try Self.money(1, "EUR"), try Self.money(1, "JPY"))
        #expect(throws: MoneyError.currencyMismatch(euros.currency, yen.currency)) { try euros.adding(yen) }
    }

    @Test("says when a sum does not fit", arguments: [(Int64.max, Int64(1)), (Int64.min, Int64(-1))])
    func overflow(left: Int64, right: Int64) throws {
        #expect(throws: MoneyError.overflow) { try Self.money(left, "EUR").adding(Self.money(right, "EUR")) }
    }
}

@Suite("Currency")
struct CurrencyTests {
    @Test(
        "knows how many decimals its smallest unit has",
        arguments: [
            ("EUR", 2, 100), ("pln", 2, 100), ("Rub", 2, 100), ("JPY", 0, 1), ("KRW", 0, 1), ("ISK", 0, 1),
            ("HUF", 2, 100),
            ("KWD", 3, 1_000), ("TND", 3, 1_000), ("CLF", 4, 10_000), ("XXX", 2, 100), ("PTS", 2, 100),
        ] as [(String, Int, Int64)])
    func digits(code: String, digits: Int, units: Int64) throws {
        let currency = try #require(Currency(code))
        #expect(currency.minorDigits == digits)
        #expect(currency.minorUnitsPerMajor == units)
        #expect(currency.description == code.uppercased())
    }

    @Test("is the same in any letter case") func letterCase() {
        #expect(Currency("eur") == Currency("EUR"))
    }

    @Test(
        "refuses what is not three ASCII letters",
        arguments: [
            "", "E", "EU", "EURO", "EU1", "E R", "€", "zł", "ŻŁA", "ЕUR", "ﬀi", "ßa", "ß", "EUR ", "\u{0}UR",
        ])
    func refused(text: String) {
        #expect(Currency(text) == nil)
    }
}
