public import LifetimeValue

/// What one customer of a ledger bought and gave back until the end of a day: 40 bytes.
///
/// Reversed orders are no purchases and no money. Money is in minor units of the ledger's currency.
public struct CustomerPurchases: BitwiseCopyable, Hashable, Sendable {
    /// Day numbers of the first and the last purchase; 0 where there is none.
    public internal(set) var firstDay: Int32 = 0
    public internal(set) var lastDay: Int32 = 0
    /// Distinct days with an order; 0 for a customer who has none yet.
    public internal(set) var purchaseDays: Int32 = 0
    /// Distinct weeks with an order after the week of the first. Weeks are counted back from the day of the summary.
    public internal(set) var laterWeeks: Int32 = 0
    /// The money of all orders.
    public internal(set) var gross: Int64 = 0
    /// The money of the orders after the first purchase day.
    public internal(set) var laterGross: Int64 = 0
    /// What was given back, as a positive number, by the refunds' own days.
    public internal(set) var refunds: Int64 = 0

    public var hasPurchased: Bool { purchaseDays > 0 }

    /// x: purchase days after the first.
    public var frequency: Int32 { max(0, purchaseDays - 1) }

    /// The mean money of a later purchase day in minor units; 0 where there is none.
    public var meanLaterGross: Double { frequency > 0 ? Double(laterGross) / Double(frequency) : 0 }

    /// x, t_x and T in days at the end of day number `asOf`, that of the summaries; the customer has purchased.
    public func summary(asOf: Int32) -> PurchaseSummary {
        PurchaseSummary(frequency: frequency, knownRecency: lastDay - firstDay, age: asOf - firstDay)
    }

    /// The same with weeks for days: how many of the weeks since that of the first purchase had an order, and how many
    /// there were.
    public func weeklySummary(asOf: Int32) -> PurchaseSummary {
        let age = (asOf - firstDay) / 7
        return PurchaseSummary(frequency: laterWeeks, knownRecency: age - (asOf - lastDay) / 7, age: age)
    }
}
