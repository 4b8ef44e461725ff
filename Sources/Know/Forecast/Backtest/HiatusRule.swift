import Metrics

/// What “active if bought within W” learnt from the past.
public struct HiatusRule: Equatable, Sendable {
    /// W in days, as the metrics have it at the cutoff.
    public let windowDays: Int
    /// The days before the cutoff that it learnt from.
    public let lookBackDays: Int
    /// Customers who were active when these days began, and who are active at the cutoff.
    public let activeThen: Int
    public let activeNow: Int
    /// Purchase days and net minor units a day and active customer.
    let ordersADay: Double
    let valueADay: Double

    /// Nil where nobody was active then: there is nothing to learn from.
    init?(_ base: HoldoutBase, window: WindowRule) {
        let plan = base.plan
        let limit = plan.lookBackStart - Int32(window.days)
        var (then, now, orders, value) = (0, 0, 0, 0.0)
        for (row, customer) in zip(base.rows, base.past) {
            now += customer.lastDay >= plan.cutoff - Int32(window.days) ? 1 : 0
            guard row.lastDayBefore != HoldoutRow.never, row.lastDayBefore >= limit else { continue }
            then += 1
            orders += Int(row.lookBackDays)
            value += Double(row.lookBackNet)
        }
        guard then > 0 else { return nil }
        (windowDays, lookBackDays, activeThen, activeNow) = (window.days, plan.lookBackDays, then, now)
        let customerDays = Double(then) * Double(plan.lookBackDays)
        (ordersADay, valueADay) = (Double(orders) / customerDays, max(0, value / customerDays))
    }
}
