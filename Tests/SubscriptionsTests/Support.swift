import Domain
import Testing

@testable import Subscriptions

/// `YYYY-MM-DD`.
func day(_ text: String) throws -> Day { try #require(Day(text)) }

/// One subscription by words: customer, days, MRR in minor units.
func subscription(
    _ customer: Int32, _ started: String, _ ended: String? = nil, _ monthly: Int64 = 1_000, plan: Int32 = -1,
    reason: Int32 = -1, period: BillingPeriod = .month
) throws -> Subscription {
    Subscription(
        customer: customer, plan: plan, started: try day(started), ended: try ended.map(day), monthly: monthly,
        period: period, reason: reason)
}

func table(
    _ subscriptions: [Subscription], asOf: String, plans: [String] = [], reasons: [String] = []
) throws -> SubscriptionTable {
    try SubscriptionTable(
        subscriptions, plans: plans, reasons: reasons, currency: try #require(Currency("EUR")), asOf: try day(asOf))
}
