/// The field's sayings, measured on this shop (docs/metrics.md, "Sayings").
public struct Sayings: Equatable, Sendable {
    /// "Three quarters of sales come from returning customers": their share of net revenue in complete months.
    public let returningShareOfRevenue: Double?
    /// "80/20": share of the top fifth.
    public let topFifthShare: Double?
    /// "Existing customers spend 31 % more": an order of a returning customer against one of a new customer, less one.
    public let existingSpendMore: Double?
    /// "Winning costs five times keeping": CAC by what is given per returning customer; nil without costs.
    public let winningAgainstFirstOrder: Double?
}
