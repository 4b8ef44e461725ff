public import Domain

/// Customers by a value of their first order (docs/metrics.md, "Breakdowns").
public struct Breakdown: Equatable, Sendable {
    public let dimension: Dimension
    /// By customers, most first; at most 20 values, the rest as `.others`.
    public let rows: [BreakdownRow]

    /// The two of `rows` whose repeat purchase rates clearly differ, by four standard errors, and differ most; nil where
    /// chance explains them all. Rows with too few customers are no part of it.
    public static func clearestDifference(
        among rows: [BreakdownRow]
    ) -> (more: BreakdownRow, less: BreakdownRow)? {
        let told = rows.filter { !$0.tooFew }
        let pairs = told.flatMap { more in told.map { (more: more, less: $0) } }
        return pairs.filter { ClearDifference.isClear($0.more.repeats, above: $0.less.repeats) }
            .max {
                $0.more.repeatPurchaseRate - $0.less.repeatPurchaseRate
                    < $1.more.repeatPurchaseRate - $1.less.repeatPurchaseRate
            }
    }
}

/// What a row of a breakdown stands for.
public enum BreakdownValue: Hashable, Sendable {
    case named(String)
    /// The order has no value.
    case notGiven
    /// Coupons are told by use.
    case couponUsed, couponNotUsed
    /// All values beyond the ones shown; how many.
    case others(Int)
}

/// The customers with one value.
public struct BreakdownRow: Equatable, Sendable {
    public let value: BreakdownValue
    public let customers: Int
    public let repeatPurchaseRate: Double
    /// 95 % Wilson interval.
    public let repeatPurchaseRateInterval: ClosedRange<Double>
    /// Customers first seen 90 days or more before as-of, and the share of them with a second purchase day within 90
    /// days: unlike the repeat purchase rate it does not depend on how long customers are known.
    public let observedFor90Days: Int
    public let secondOrderWithin90: Double?
    public let netRevenue: MinorUnits
    /// Minor units.
    public let netRevenuePerCustomer: Double
    /// 95 %, normal approximation over customers; nil for fewer than two.
    public let netRevenuePerCustomerInterval: ClosedRange<Double>?
    public let contribution: MinorUnits?
    /// (refunds + reversed) / (gross + reversed) of these customers and of those who gave all orders back; nil without
    /// money.
    public let refundRate: Double?
    /// Fewer than 30 customers.
    public let tooFew: Bool

    var repeats: ClearDifference.Share {
        ClearDifference.Share(part: repeatPurchaseRate * Double(customers), whole: Double(customers))
    }
}
