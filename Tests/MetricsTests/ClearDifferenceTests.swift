import Domain
import Ledger
import TestSupport
import Testing

@testable import Metrics

@Suite("Clear differences") struct ClearDifferenceTests {
    /// 3,000 customers of twenty sources at random over 900 days, half of whom come again after each purchase.
    ///
    /// - Parameter weak: How many of the first source come again.
    private static func breakdown(seed: UInt64, weak: Double = 0.5) throws -> Breakdown {
        var random = SeededGenerator(seed: seed)
        var documents: [LedgerDocument] = []
        for customer in 0..<3_000 {
            let source = Int.random(in: 0..<20, using: &random)
            var day = Int32.random(in: 0..<900, using: &random)
            repeat {
                documents.append(
                    LedgerDocument(
                        customer: "c\(customer)", day: Day(number: 19_000 + day), minorUnits: 4_000,
                        dimensions: [.source: "source \(source)"]))
                day += Int32.random(in: 1...120, using: &random)
            } while day < 900 && Double.random(in: 0..<1, using: &random) < (source == 0 ? weak : 0.5)
        }
        let ledger = Ledger(documents, currency: Currency("EUR")!)
        return try #require(ShopMetrics(of: ledger, options: MetricsOptions(workers: 2)).breakdowns.first)
    }

    @Test("are hardly ever seen among twenty values that do not differ") func none() throws {
        #if DEBUG
            let shops = 6
        #else
            let shops = 60
        #endif
        var told: [UInt64] = []
        for seed in 0..<UInt64(shops) {
            let breakdown = try Self.breakdown(seed: seed)
            #expect(breakdown.rows.count == 20)
            if Breakdown.clearestDifference(among: breakdown.rows) != nil { told.append(seed) }
        }
        // Expected is one in a hundred.
        #expect(told.count <= 3, "\(told)")
    }

    @Test("are seen where one value is weak", arguments: 0..<6) func planted(seed: UInt64) throws {
        let breakdown = try Self.breakdown(seed: seed, weak: 0.2)
        let clear = try #require(Breakdown.clearestDifference(among: breakdown.rows))
        #expect(clear.less.value == .named("source 0"))
        #expect(clear.more.repeatPurchaseRate > clear.less.repeatPurchaseRate)
    }

    @Test(
        "are four standard errors, of five cases or more",
        arguments: [
            (300.0, 1_000.0, 150.0, 400.0, false), (300, 1_000, 200, 400, true), (200, 400, 200, 400, false),
            (20, 40, 0, 40, true), (8, 40, 0, 40, false), (0, 0, 5, 5, false), (40, 40, 40, 40, false),
        ])
    func examples(part: Double, whole: Double, otherPart: Double, otherWhole: Double, isClear: Bool) {
        let one = ClearDifference.Share(part: part, whole: whole)
        let other = ClearDifference.Share(part: otherPart, whole: otherWhole)
        #expect((ClearDifference.isClear(one, above: other) || ClearDifference.isClear(other, above: one)) == isClear)
        #expect(!(ClearDifference.isClear(one, above: other) && ClearDifference.isClear(other, above: one)))
    }
}
