import TestSupport
import Testing

@testable import LifetimeValue

@Suite("Refund shares") struct RefundShareTests {
    /// Customers whose orders are refunded whole with a chance ~ Beta.
    static func customers(_ count: Int, a: Double, b: Double, seed: UInt64) -> [RefundSummary] {
        var random = SeededGenerator(seed: seed)
        return (0..<count).map { _ in
            let (left, right) = (random.gamma(a), random.gamma(b))
            let orders = 1 + Int.random(in: 0...9, using: &random)
            var refunded = 0.0
            for _ in 0..<orders where Double.random(in: 0..<left + right, using: &random) < left { refunded += 20 }
            return RefundSummary(orders: orders, gross: 20 * Double(orders), refunded: refunded)
        }
    }

    @Test("weight and share of a shop whose customers differ are found again") func found() throws {
        let shares = RefundShares(Self.customers(40_000, a: 0.6, b: 5.4, seed: 12))
        #expect(abs(shares.shop - 0.1) < 0.005)
        #expect(relativeError(try #require(shares.weight), 6) < 0.1)
        // Between the own share and the shop's: (3 · 1 + 6 · 0.1)/(3 + 6).
        let often = RefundSummary(orders: 3, gross: 60, refunded: 60)
        #expect(abs(shares.share(of: often) - 0.4) < 0.03)
        #expect(shares.netFactor(of: often) == 1 - shares.share(of: often))
    }

    @Test("customers who do not differ all have the shop's share") func alike() {
        let orders = (0..<1_000).map { RefundSummary(orders: 5, gross: 100, refunded: $0 % 2 == 0 ? 20 : 30) }
        let shares = RefundShares(orders)
        #expect(shares.weight == nil && abs(shares.shop - 0.25) < 1e-12)
        #expect(shares.share(of: orders[0]) == shares.shop)
    }

    @Test("nobody, nothing refunded, everything refunded, more than everything, and figures that cannot be")
    func edges() {
        #expect(RefundShares([]).shop == 0 && RefundShares([]).weight == nil)
        let none = RefundShares((1...9).map { RefundSummary(orders: $0, gross: 50, refunded: 0) })
        #expect(none.shop == 0 && none.netFactor(of: RefundSummary(orders: 2, gross: 10, refunded: 5)) == 1)
        let all = RefundShares((1...9).map { RefundSummary(orders: $0, gross: 50, refunded: 70) })
        #expect(all.shop == 1 && all.netFactor(of: RefundSummary(orders: 0, gross: 0, refunded: 0)) == 0)
        let strange = [
            RefundSummary(orders: 3, gross: .nan, refunded: 3), RefundSummary(orders: 3, gross: .infinity, refunded: 3),
            RefundSummary(orders: -3, gross: 9, refunded: 3), RefundSummary(orders: 3, gross: -9, refunded: 3),
            RefundSummary(orders: 3, gross: 9, refunded: .nan), RefundSummary(orders: 3, gross: 9, refunded: -2),
            RefundSummary(orders: 1, gross: 9, refunded: 9), RefundSummary(orders: 2, gross: 1e-9, refunded: 1e-10),
        ]
        let shares = RefundShares(strange)
        for customer in strange {
            let share = shares.share(of: customer)
            #expect(share >= 0 && share <= 1, "\(customer)")
        }
    }

    @Test("another unit of money changes nothing", arguments: [1e-6, 1e9]) func unit(unit: Double) throws {
        let customers = Self.customers(2_000, a: 0.6, b: 5.4, seed: 3)
        let (one, other) = (
            RefundShares(customers),
            RefundShares(
                customers.map {
                    RefundSummary(orders: $0.orders, gross: $0.gross * unit, refunded: $0.refunded * unit)
                })
        )
        #expect(relativeError(other.shop, one.shop) < 1e-12)
        #expect(relativeError(try #require(other.weight), try #require(one.weight)) < 1e-9)
    }
}
