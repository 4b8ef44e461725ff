import Foundation

/// A shop that sells for about three years: customers join all the time, buy at their own rates and may stop for good
/// after any purchase.
///
/// Rates are gamma distributed with shape ½ (half a squared normal), so most customers are rare and a few are regulars.
/// The shop is simulated in windows of thirty days; only the orders of one window are in memory.
public struct Shop {
    private static let windowSeconds: UInt32 = 30 * 86_400
    /// New customers come during this many windows; buying goes on until the wanted number of orders is reached.
    private static let joiningWindows = 35.0
    /// Expected purchases per window of a customer with a squared normal of one; makes about ten orders a customer.
    private static let purchasesPerWindow = 0.92
    private static let leavingShare: UInt32 = 14  // of 512, after each purchase
    private static let refundShare: UInt32 = 21  // of 1024
    private static let never = UInt32.max

    private var random: SplitMix64
    private let prices: PriceTable
    private let clock: DayClock
    private var customers: [Customer]
    private var refunds: [GeneratedOrder] = []
    private var window: UInt32 = 0

    private struct Customer {
        let joined: UInt32
        let mean: Float
        /// A random word at or below this means no purchase in a window.
        var silence: UInt32
        /// How dear this customer buys, in 1/256.
        let spending: UInt32
    }

    /// A shop that will have `count` customers.
    public init(customers count: Int, seed: UInt64) {
        var random = SplitMix64(seed: seed)
        prices = PriceTable()
        clock = DayClock()
        let seconds = Self.joiningWindows * Double(Self.windowSeconds)
        customers = (0..<count).map { index in
            let share = (Double(index) + random.nextUnit()) / Double(count)
            let normal = random.nextNormal()
            let mean = Self.purchasesPerWindow * normal * normal
            let day = UInt32(seconds * pow(share, 0.85)) / 86_400
            return Customer(
                joined: day, mean: Float(mean), silence: UInt32(exp(-mean) * Double(UInt32.max - 1)),
                spending: UInt32(256 * exp(0.4 * random.nextNormal() - 0.08)))
        }
        self.random = random
    }

    /// Calls `body` with each of the first `count` orders of a shop with a tenth as many customers, and its number.
    public static func forEachOrder(
        _ count: Int, seed: UInt64, _ body: (GeneratedOrder, Int) throws -> Void
    ) rethrows {
        var shop = Shop(customers: count / 10, seed: seed)
        var number = 0
        while number < count {
            for order in shop.nextWindow().prefix(count - number) {
                try body(order, number)
                number += 1
            }
        }
    }

    /// The orders of the next thirty days in time order.
    mutating func nextWindow() -> [GeneratedOrder] {
        let begin = window * Self.windowSeconds
        let firstDay = window * 30
        var orders = refunds.filter { $0.second < begin + Self.windowSeconds }
        refunds.removeAll { $0.second < begin + Self.windowSeconds }
        var newRefunds: [GeneratedOrder] = []
        for index in customers.indices {
            let customer = customers[index]
            if customer.joined >= firstDay {
                guard customer.joined < firstDay + 30 else { break }
                let left = firstDay + 30 - customer.joined
                buy(index, on: customer.joined, into: &orders, &newRefunds)
                let mean = Double(customer.mean) * Double(left) / 30
                for _ in 0..<purchases(mean: mean, word: UInt32(truncatingIfNeeded: random.next())) {
                    buy(index, on: customer.joined + random.next(below: left), into: &orders, &newRefunds)
                }
            } else {
                let word = UInt32(truncatingIfNeeded: random.next())
                guard word > customer.silence else { continue }
                for _ in 0..<purchases(mean: Double(customer.mean), word: word) {
                    buy(index, on: firstDay + random.next(below: 30), into: &orders, &newRefunds)
                }
            }
        }
        for refund in newRefunds {
            if refund.second < begin + Self.windowSeconds { orders.append(refund) } else { refunds.append(refund) }
        }
        window += 1
        return sortedByTime(orders, since: begin)
    }

    /// The Poisson quantile of a random word.
    private func purchases(mean: Double, word: UInt32) -> Int {
        let share = Double(word) / Double(UInt32.max)
        var term = exp(-mean)
        var sum = term
        var count = 0
        while share > sum, count < 1_000 {
            count += 1
            term *= mean / Double(count)
            sum += term
        }
        return count
    }

    private mutating func buy(
        _ index: Int, on day: UInt32, into orders: inout [GeneratedOrder], _ refunds: inout [GeneratedOrder]
    ) {
        let word = random.next()
        let second = day * 86_400 + clock.second(of: UInt32(truncatingIfNeeded: word))
        let price = prices.cents[Int(truncatingIfNeeded: (word >> 32) & 0xFFFF)]
        let cents = Int32(truncatingIfNeeded: max(1, (price * customers[index].spending) >> 8))
        orders.append(GeneratedOrder(second: second, customer: UInt32(index), cents: cents))
        let fate = UInt32(truncatingIfNeeded: word >> 48)
        if fate & 511 < Self.leavingShare { customers[index].silence = Self.never }
        if random.next(below: 1_024) < Self.refundShare {
            // Part or all of the money comes back one to three weeks later, in office hours.
            let later = day + 7 + random.next(below: 14)
            let returned = random.next(below: 4) == 0 ? cents / 2 + 1 : cents
            refunds.append(
                GeneratedOrder(
                    second: later * 86_400 + 32_400 + random.next(below: 28_800), customer: UInt32(index),
                    cents: -returned))
        }
    }
}
