import LifetimeValue
import Metrics

/// What the simple rules foretell (docs/lifetime-value/backtest.md, "The simple rules").
struct RuleForecasts: Sendable {
    struct Forecast: Sendable {
        let rule: SimpleRule
        /// Purchase days and net minor units of each customer in the holdout.
        let orders: [Double]
        let values: [Double]
    }

    let hiatus: HiatusRule?
    let forecasts: [Forecast]

    init(_ base: HoldoutBase) {
        let plan = base.plan
        let gaps = KaplanMeier(completed: base.tally.completed[...], censored: base.tally.censored[...])
        let window = WindowRule(gaps: gaps, spanDays: Int(plan.cutoff) - Int(plan.origin), given: nil)
        hiatus = HiatusRule(base, window: window)
        forecasts = [Self.lastYear(base), hiatus.map { Self.hiatus($0, base) }, Self.mean(base)].compactMap(\.self)
    }

    private static func lastYear(_ base: HoldoutBase) -> Forecast {
        let factor = Double(base.plan.holdoutDays) / Double(base.plan.lastYearDays)
        return Forecast(
            rule: .lastYear, orders: base.rows.map { Double($0.lastYearDays) * factor },
            // Who got more back than was paid is foretold nothing, not a loss.
            values: base.rows.map { Double(max(0, $0.lastYearNet)) * factor })
    }

    private static func hiatus(_ rule: HiatusRule, _ base: HoldoutBase) -> Forecast {
        let days = Double(base.plan.holdoutDays)
        let limit = base.plan.cutoff - Int32(rule.windowDays)
        return Forecast(
            rule: .hiatus, orders: base.past.map { $0.lastDay >= limit ? rule.ordersADay * days : 0 },
            values: base.past.map { $0.lastDay >= limit ? rule.valueADay * days : 0 })
    }

    /// Later purchase days of all customers over all days that these were watched for after their first purchase.
    private static func mean(_ base: HoldoutBase) -> Forecast {
        var (orders, money, watched) = (0, 0.0, 0)
        for customer in base.past {
            orders += Int(customer.frequency)
            money += Double(customer.laterGross)
            watched += Int(base.plan.cutoff - customer.firstDay)
        }
        let netFactor = 1 - base.refunds.shop
        let share = watched > 0 ? Double(base.plan.holdoutDays) / Double(watched) : 0
        return Forecast(
            rule: .mean, orders: base.past.map { _ in Double(orders) * share },
            values: base.past.map { _ in money * netFactor * share })
    }
}
