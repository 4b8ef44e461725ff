import Ledger
import LifetimeValue

/// The customers who had purchased by the cutoff: their past and what they did in the holdout.
struct HoldoutBase: Sendable {
    let plan: HoldoutPlan
    let summaries: ForecastSummaries
    /// One for each of the summaries' places.
    let past: [CustomerPurchases]
    let rows: [HoldoutRow]
    /// The bootstrap's group of each, by a hash of the identifier.
    let groups: [UInt16]
    let tally: HoldoutTally
    /// What refunds take of the past's money.
    let refunds: RefundShares

    init(_ ledger: Ledger, plan: HoldoutPlan, summaries: ForecastSummaries, workers: Int) {
        let (tally, rows) = ledger.summarized(HoldoutTally(plan), workers: workers)
        self.plan = plan
        self.summaries = summaries
        self.tally = tally
        refunds = summaries.refundShares
        past = summaries.places.map { summaries.customers[Int($0)] }
        self.rows = summaries.places.map { rows[Int($0)] }
        groups = summaries.places.map {
            UInt16(truncatingIfNeeded: ledger.customers.hash(of: Int($0)) & UInt64(GroupedErrors.groups - 1))
        }
    }

    var orders: [Double] { rows.map { Double($0.aheadDays) } }
    /// Net minor units.
    var values: [Double] { rows.map { Double($0.aheadNet) } }
}
