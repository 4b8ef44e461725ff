import TestSupport

@testable import LifetimeValue

/// A shop simulated in continuous time with amounts, watched until an end and beyond: what is known at the end, and what
/// each customer then orders and pays until a horizon. The unit of time is so short that days merge no purchases.
struct GeneratedShop {
    struct Customer {
        let summary: CustomerSummary
        /// Orders until the horizon, the moment of each from the end of observation, and their amounts.
        let later: [(ahead: Double, amount: Double)]

        var orders: Double { Double(later.count) }
        var value: Double { later.reduce(0) { $0 + $1.amount } }
    }

    let customers: [Customer]

    var summaries: [CustomerSummary] { customers.map(\.summary) }
    var base: PurchaseSummaries { PurchaseSummaries(customers.map(\.summary.purchases)) }
    var spend: SpendSummaries {
        SpendSummaries(
            customers.map { SpendSummary(frequency: $0.summary.purchases.frequency, mean: $0.summary.meanAmount) })
    }

    init(
        _ truth: RecoveryTests.Truth, spend: GammaGamma, ages: ClosedRange<Double>, horizon: Double, customers: Int,
        using random: inout SeededGenerator
    ) {
        self.customers = (0..<customers).map { _ in
            let age = Double.random(in: ages, using: &random).rounded()
            let times = Self.purchases(truth, until: age + horizon, using: &random)
            let rate = random.gamma(spend.q) / spend.gamma
            var (days, total): ([Int32], Double) = ([0], 0)
            var later: [(ahead: Double, amount: Double)] = []
            for time in times {
                let amount = random.gamma(spend.p) / rate
                if time <= age {
                    days.append(max(1, Int32(time.rounded())))
                    total += amount
                } else {
                    later.append((time - age, amount))
                }
            }
            let recency = days.last ?? 0
            let summary = PurchaseSummary(
                frequency: Int32(days.count - 1), knownRecency: min(recency, Int32(age)), age: Int32(age))
            return Customer(
                summary: CustomerSummary(summary, meanAmount: total / Double(max(1, days.count - 1))), later: later)
        }
    }

    /// The moments of later purchases, rising.
    private static func purchases(
        _ truth: RecoveryTests.Truth, until limit: Double, using random: inout SeededGenerator
    ) -> [Double] {
        let rate = random.gamma(truth.parameters[0]) / truth.parameters[1]
        var (stay, end, tossed, isCoin) = (1.0, limit, false, false)
        switch truth.leaving {
        case .coin(let a, let b, let firstToss):
            let (left, right) = (random.gamma(a), random.gamma(b))
            stay = left + right > 0 ? right / (left + right) : 0.5
            (tossed, isCoin) = (firstToss, true)
        case .clock(let s, let beta): end = min(limit, random.exponential() / (random.gamma(s) / beta))
        }
        if truth.name == .nbd { (stay, isCoin) = (1, false) }
        var (times, time): ([Double], Double) = ([], 0)
        if tossed, Double.random(in: 0..<1, using: &random) >= stay { return [] }
        while times.count < 100_000 {
            time += random.exponential() / rate
            guard time < end else { break }
            times.append(time)
            if isCoin, Double.random(in: 0..<1, using: &random) >= stay { break }
        }
        return times
    }
}
