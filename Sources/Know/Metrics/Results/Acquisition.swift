/// What winning customers cost and when it comes back (docs/metrics.md, "Acquisition").
public struct Acquisition: Equatable, Sendable {
    /// Nil: all sources together.
    public let source: String?
    public let spend: MinorUnits
    /// In the months with spend.
    public let newCustomers: Int
    /// Spend by new customers, minor units; nil without new customers.
    public let cac: Double?
    /// Months after that of the first order until the cumulative contribution per customer reaches the CAC; nil when
    /// it does not within what is observed, or contribution is not known.
    public let paybackMonths: Int?
    /// Cumulative contribution per customer by CAC, as far as observed.
    public let valueToCost: Double?
    /// Contribution of the first purchase day by new customers, minor units; nil where contribution is not known.
    public let firstPurchaseContribution: Double?
    /// Contribution of the month of the first order by new customers, minor units.
    public let firstMonthContribution: Double?
    /// Contribution per customer up to month k; cohorts not observed for long enough are left out of an increment.
    public let cumulativeContribution: [Double]
    /// CAC is more than the first purchase day brings.
    public let exceedsFirstPurchase: Bool?
    /// Not recovered within two months; nil when two months are not observed.
    public let notRecoveredInTwoMonths: Bool?
}
