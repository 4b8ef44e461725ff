import Domain
import Ledger
import TestSupport
import Testing

@testable import Metrics

@Suite("Is it getting better?") struct ChangeTests {
    @Test(
        "what is compared with what",
        arguments: [
            (27, nil as ChangeComparison?, 0, 0), (28, .periodBefore, 14, 0), (269, .periodBefore, 134, 0),
            (374, .periodBefore, 142, 90), (393, .yearEarlier, 28, 0), (545, .yearEarlier, 90, 90),
            (820, .yearEarlier, 365, 90), (1_096, .yearEarlier, 365, 366),
        ]) func periods(days: Int, comparison: ChangeComparison?, length: Int, lookback: Int)
    {
        let periods = ComparedPeriods(dayCount: days)
        #expect(periods?.comparison == comparison)
        guard let periods else { return }
        #expect(periods.now.count == length)
        #expect(periods.before.count == length)
        #expect(periods.now.upperBound == days - 1)
        #expect(periods.lookback == lookback)
        #expect(periods.before.lowerBound >= 0)
        #expect(periods.before.upperBound < periods.now.lowerBound)
    }

    @Test("figures against their plain definition", arguments: BruteForceTests.seeds) func figures(seed: UInt64) throws
    {
        let shop = RandomShop(seed: seed, customers: 80, days: [400, 600, 900, 1_100][Int(seed % 4)])
        let slow = SlowShop(shop.documents)
        let metrics = ShopMetrics(
            of: Ledger(shop.documents, currency: RandomShop.currency), options: MetricsOptions(workers: 2))
        let change = try #require(metrics.change)
        let lookback = Int(change.before.lowerBound.number) - slow.first
        for figure in change.figures {
            for (range, value) in [(change.before, figure.before), (change.now, figure.now)] {
                let days = Int(range.lowerBound.number)...Int(range.upperBound.number)
                let expected = slow.value(
                    of: figure.metric, in: days, lookback: lookback, window: metrics.activity.windowDays)
                #expect(abs(value - expected) < 1e-9, "\(figure.metric) in \(range)")
            }
            if let lower = figure.lower, let upper = figure.upper { #expect(lower <= upper) }
        }
    }

    @Test("the same seed gives the same intervals, another seed others") func seeds() {
        let ledger = RandomShop(seed: 3, customers: 200, days: 1_100).ledger
        let one = ShopMetrics(of: ledger, options: MetricsOptions(seed: 1)).change
        #expect(one == ShopMetrics(of: ledger, options: MetricsOptions(seed: 1, workers: 3)).change)
        #expect(one != ShopMetrics(of: ledger, options: MetricsOptions(seed: 2)).change)
    }
}

extension SlowShop {
    func value(of metric: ChangeMetric, in days: ClosedRange<Int>, lookback: Int, window: Int) -> Double {
        let documents = customers.flatMap(\.documents).filter { days.contains(Int($0.day.number)) }
        func sum(_ kind: OrderKind) -> Double {
            documents.filter { $0.kind == kind }.reduce(0) { $0 + Double($1.minorUnits) }
        }
        let orders = Double(documents.filter { $0.kind == .order }.count)
        let buyers = Double(customers.filter { $0.days.contains(where: days.contains) }.count)
        // The first purchase day of each customer after so long a silence that the customer counts as new.
        let arrivals = customers.compactMap { customer in
            customer.days.enumerated().first { place, day in
                days.contains(day) && (place == 0 || day - customer.days[place - 1] > lookback)
            }.map { (customer: customer, place: $0, day: $1) }
        }
        switch metric {
        case .netRevenue: return sum(.order) + sum(.refund)
        case .orders: return orders
        case .customers: return buyers
        case .newCustomers: return Double(arrivals.count)
        case .averageOrderValue: return sum(.order) / orders
        case .ordersPerCustomer: return orders / buyers
        case .netRevenuePerCustomer: return (sum(.order) + sum(.refund)) / buyers
        case .refundRate:
            // Whoever gave all orders back has none, and belongs here all the more.
            let documents = all.flatMap(\.documents).filter { days.contains(Int($0.day.number)) }
            func money(_ kind: OrderKind) -> Double {
                documents.filter { $0.kind == kind }.reduce(0) { $0 + Double($1.minorUnits) }
            }
            return min(1, (money(.reversed) - money(.refund)) / (money(.order) + money(.reversed)))
        case .secondOrderWithin90:
            let observed = arrivals.filter { $0.day <= days.upperBound - 90 }
            let second = observed.filter { arrival in
                arrival.customer.days.dropFirst(arrival.place + 1).first.map { $0 - arrival.day <= 90 } ?? false
            }
            return Double(second.count) / Double(observed.count)
        case .retentionRate:
            let start = customers.filter { $0.isActive(at: days.lowerBound - 1, window: window) }
            let kept = start.filter { $0.isActive(at: days.upperBound, window: window) }
            return Double(kept.count) / Double(start.count)
        }
    }
}
