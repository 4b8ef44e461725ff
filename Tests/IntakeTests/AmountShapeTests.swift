import TestSupport
import Testing

@testable import Intake

@Suite("The shape of an amount") struct AmountShapeTests {
    @Test(
        "tells the decimal mark and the value",
        arguments: [
            ("1234", .silent, 1_234), ("12.99", .point, 12.99), ("12,5", .comma, 12.5), ("17850.0", .point, 17_850),
            ("1,234.50", .point, 1_234.5), ("1 234,50 zł", .comma, 1_234.5), ("-3.20", .point, -3.2),
            ("(3,20)", .comma, -3.2), ("1,234", .ambiguous, 1.234), ("0,234", .comma, 0.234), (".5", .point, 0.5),
        ] as [(String, AmountShape.Evidence, Double)])
    func shapes(text: String, evidence: AmountShape.Evidence, value: Double) throws {
        let shape = try #require(AmountShape(text))
        #expect(shape.evidence == evidence)
        #expect(shape.approximateValue(.comma) == value)
    }

    @Test("is none of what is no amount", arguments: ["", ".", "a", "1.2.3,4", "12-13", "1,23,456.7", "2026-01-05"])
    func others(text: String) {
        #expect(AmountShape(text) == nil)
    }

    @Test("is the same with blanks around it", arguments: 0..<2_000)
    func blanks(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        let signs = Array("0123456789.,.,- '")
        let text = String((0..<Int.random(in: 1...9, using: &random)).map { _ in signs.randomElement(using: &random)! })
        let (bare, padded) = (AmountShape(text), AmountShape(" " + text + " "))
        #expect(bare == padded && bare?.hasFraction == padded?.hasFraction, "seed \(seed): \(text)")
        for mark in [DecimalMark.point, .comma] {
            #expect(bare?.approximateValue(mark) == padded?.approximateValue(mark), "seed \(seed): \(text)")
        }
    }
}
