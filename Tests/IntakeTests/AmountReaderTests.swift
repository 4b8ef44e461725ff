import Ledger
import Testing

@testable import Intake

/// One amount as a file writes it, and its millionths.
struct AmountCase: CustomTestStringConvertible, Sendable {
    let text: String
    let outcome: AmountReader.Outcome
    var currency: String?

    init(_ text: String, _ micros: Int64, _ currency: String? = nil) {
        (self.text, outcome, self.currency) = (text, .amount(micros), currency)
    }

    init(_ text: String, _ outcome: AmountReader.Outcome) { (self.text, self.outcome) = (text, outcome) }

    var testDescription: String { "“\(text)”" }
}

@Suite("An amount in a row") struct AmountReaderTests {
    static let points = [
        AmountCase("12.50", 12_500_000), AmountCase("0", 0), AmountCase("-0.00", 0), AmountCase("007", 7_000_000),
        AmountCase("12", 12_000_000), AmountCase("12.", 12_000_000), AmountCase(".5", 500_000),
        AmountCase("-.5", -500_000), AmountCase("+3.10", 3_100_000), AmountCase("1,234.50", 1_234_500_000),
        AmountCase("1,234", 1_234_000_000), AmountCase("1,234,567", 1_234_567_000_000),
        AmountCase("1 234.50", 1_234_500_000), AmountCase("1\u{A0}234.50", 1_234_500_000),
        AmountCase("1\u{202F}234.50", 1_234_500_000), AmountCase("1'234.50", 1_234_500_000),
        AmountCase("1\u{2019}234.50", 1_234_500_000), AmountCase("12,34", .unreadable),
        AmountCase("1,2345", .unreadable),
        AmountCase("1,23,456.00", .unreadable), AmountCase("1.2.3", .unreadable), AmountCase("1 23", .unreadable),
        AmountCase("-12.50", -12_500_000), AmountCase("12.50-", -12_500_000), AmountCase("\u{2212}12.50", -12_500_000),
        AmountCase("- 12.50", -12_500_000), AmountCase("--12.50", .unreadable), AmountCase("-12.50-", .unreadable),
        AmountCase("(12.50)", -12_500_000), AmountCase("$(12.50)", -12_500_000, "USD"),
        AmountCase("(-12.50)", .unreadable), AmountCase("(12.50", .unreadable), AmountCase("12.50)", .unreadable),
        AmountCase("$12.50", 12_500_000, "USD"), AmountCase("-$12.50", -12_500_000, "USD"),
        AmountCase("$-12.50", -12_500_000, "USD"), AmountCase("€ 12.50", 12_500_000, "EUR"),
        AmountCase("12.50 EUR", 12_500_000, "EUR"), AmountCase("PLN 12.50", 12_500_000, "PLN"),
        AmountCase("12.50 zł", 12_500_000, "PLN"), AmountCase("12.50 руб.", 12_500_000, "RUB"),
        AmountCase("EUR 12.50 EUR", .unreadable), AmountCase("12.50 apples", .unreadable),
        AmountCase("12.990000000000002", 12_990_000), AmountCase("0.0000005", 1), AmountCase("0.00000049", 0),
        AmountCase("2.9999999", 3_000_000), AmountCase("1.2E+3", 1_200_000_000), AmountCase("1.5e-1", 150_000),
        AmountCase("5E-05", 50), AmountCase("-2E2", -200_000_000), AmountCase("1E+300", .tooLarge),
        AmountCase("1E-300", 0), AmountCase("1E", .unreadable), AmountCase("E5", .unreadable),
        AmountCase("", .blank), AmountCase("-", .unreadable), AmountCase("free", .unreadable),
        AmountCase("12a", .unreadable), AmountCase("0x12", .unreadable), AmountCase("NaN", .unreadable),
        AmountCase("999999999999.999999", 999_999_999_999_999_999), AmountCase("1000000000000", .tooLarge),
        AmountCase("99999999999999", .tooLarge), AmountCase("-1000000000000.00", .tooLarge),
        AmountCase(String(repeating: "9", count: 40), .tooLarge),
        AmountCase("0." + String(repeating: "9", count: 40), 1_000_000),
        AmountCase(String(repeating: "0", count: 40) + "7", 7_000_000),
    ]

    static let commas = [
        AmountCase("12,50", 12_500_000), AmountCase("1.234,50", 1_234_500_000), AmountCase("1.234", 1_234_000_000),
        AmountCase("1 234,50 zł", 1_234_500_000, "PLN"), AmountCase("1\u{A0}234,50", 1_234_500_000),
        AmountCase("1 200,-", 1_200_000_000), AmountCase("-1,5", -1_500_000), AmountCase(",5", 500_000),
        AmountCase("12.50", .unreadable), AmountCase("1,234.50", .unreadable), AmountCase("1,5E+3", 1_500_000_000),
        AmountCase("(3,20 €)", -3_200_000, "EUR"),
    ]

    @Test("is exact with a decimal point", arguments: points)
    func point(_ example: AmountCase) { check(example, .point) }

    @Test("is exact with a decimal comma", arguments: commas)
    func comma(_ example: AmountCase) { check(example, .comma) }

    private func check(_ example: AmountCase, _ mark: DecimalMark) {
        var reader = AmountReader(mark: mark)
        #expect(example.text.withPaddedBytes { reader.read($0) } == example.outcome)
        if case .amount = example.outcome { #expect(reader.currency?.code == example.currency) }
    }

    @Test(
        "may say which mark the column has",
        arguments: [
            ("12.50", 0, 1, 0), ("12,50", 1, 0, 0), ("1,234", 0, 0, 1), ("1.234", 0, 0, 1), ("0.500", 0, 1, 0),
            ("0,125", 1, 0, 0), ("1,234.50", 0, 1, 0), ("1.234,50", 1, 0, 0), ("1,234,567", 0, 1, 0), ("1234", 0, 0, 0),
            ("1 234", 0, 0, 0),
        ])
    func evidence(_ text: String, onlyComma: Int, onlyPoint: Int, ambiguous: Int) {
        var reader = AmountReader(mark: nil)
        _ = text.withPaddedBytes { reader.read($0) }
        #expect(reader.onlyComma == onlyComma)
        #expect(reader.onlyPoint == onlyPoint)
        #expect(reader.ambiguous == ambiguous)
    }

    @Test(
        "is rounded to minor units half away from zero",
        arguments: [
            (125_000, 2, 13), (-125_000, 2, -13), (124_999, 2, 12), (500_000, 0, 1), (-499_999, 0, 0), (1_500, 3, 2),
            (50, 4, 1), (999_999_999_999_999_999, 2, 100_000_000_000_000),
        ] as [(Int64, Int, Int64)])
    func rounding(micros: Int64, digits: Int, expected: Int64) {
        #expect(Amount.minorUnits(ofMicros: micros, minorDigits: digits) == expected)
    }

    // MARK: Over the whole column

    @Test("reads differently with point and comma until a late row tells") func lateRow() throws {
        let start = "customer,date,total\n" + (1...6_000).map { "\($0),2026-01-02,\"1,\(100 + $0 % 900)\"\n" }.joined()
        let comma = try read(start + "9,2026-01-03,\"0,5\"\n")
        #expect(comma.plans[0].decimalMark == .comma)
        #expect(comma.documents.contains("1 2026-01-02 order 1.10"))
        let point = try read(start + "9,2026-01-03,0.5\n")
        #expect(point.plans[0].decimalMark == .point)
        #expect(point.documents.contains("1 2026-01-02 order 1101.00"))
        #expect(intakeError(start) == .ambiguousAmounts(column: "total", example: "1,101"))
        #expect(
            intakeError(start + "9,2026-01-03,\"0,5\"\n10,2026-01-03,0.5\n")
                == .contradictoryAmounts(column: "total", comma: 1, point: 1))
    }
}
