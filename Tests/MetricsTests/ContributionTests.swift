import Domain
import Ledger
import Testing

@testable import Metrics

@Suite("Where contribution comes from") struct ContributionTests {
    /// Orders of 100.00, one a day, of which the last `lacking` do not say what their goods cost; each has a fee of 2.90
    /// and the others a cost of 60.00.
    private func ledger(orders: Int, lacking: Int) -> Ledger {
        Ledger(
            (0..<orders).map { number in
                let lacks = number >= orders - lacking
                return LedgerDocument(
                    customer: "c\(number % 7)", day: Day("2024-01-01")!.advanced(by: number), minorUnits: 10_000,
                    contribution: lacks ? 9_710 : 3_710, lacksGoodsCost: lacks)
            }, currency: Currency("EUR")!)
    }

    private func contribution(_ ledger: Ledger, margin: Int? = nil) -> MinorUnits? {
        metrics(ledger, margin: margin).overview.contribution
    }

    private func metrics(_ ledger: Ledger, margin: Int? = nil) -> ShopMetrics {
        ShopMetrics(of: ledger, options: MetricsOptions(margin: margin.map { Margin(basisPoints: $0 * 100) }))
    }

    @Test("known costs go before the margin") func known() {
        #expect(contribution(ledger(orders: 20, lacking: 0)) == Int64(20 * 3_710))
        #expect(contribution(ledger(orders: 20, lacking: 0), margin: 50) == Int64(20 * 3_710))
    }

    @Test("without a cost of the goods the margin and the fees tell, or nothing does") func noGoods() {
        let fees = ledger(orders: 20, lacking: 20)
        #expect(contribution(fees, margin: 40) == Int64(20 * (4_000 - 290)))
        #expect(contribution(fees) == nil)
        #expect(metrics(fees).cannotSay.contains(CannotSay(question: .contribution, reason: .noGoodsCost)))
        #expect(metrics(fees).customers.first?.contribution == nil)
    }

    @Test("one order in twenty may lack its cost, and more may not", arguments: [(1, true), (2, false)])
    func some(lacking: Int, isTold: Bool) {
        let ledger = ledger(orders: 20, lacking: lacking)
        let known = Int64((20 - lacking) * 3_710)
        #expect(contribution(ledger) == (isTold ? known + Int64(lacking) * 9_710 : nil))
        #expect(contribution(ledger, margin: 40) == known + Int64(lacking) * 3_710)
        let reason = CannotSay(question: .contribution, reason: .goodsCostsMissing)
        #expect(metrics(ledger).cannotSay.contains(reason) == !isTold)
    }

    @Test("a refund of an order without a cost is taken by the margin too") func refunds() {
        let day = Day("2024-01-01")!
        let ledger = Ledger(
            [
                LedgerDocument(
                    customer: "a", day: day, minorUnits: 10_000, contribution: 9_710, lacksGoodsCost: true),
                LedgerDocument(
                    customer: "a", day: day, minorUnits: -5_000, contribution: -5_000, lacksGoodsCost: true),
            ], currency: Currency("EUR")!)
        #expect(contribution(ledger, margin: 40) == Int64(4_000 - 290 - 2_000))
    }
}
