/// The field's sayings, measured on this shop (docs/metrics.md, "Sayings").
public struct Sayings: Equatable, Sendable {
    /// "Three quarters of sales come from returning customers": their share of net revenue in complete months.
    public let returningShareOfRevenue: Double?
    /// "80/20": share of the top fifth.
    public let topFifthShare: Double?
    /// "Existing customers spend 31 % more": what a returning customer spends in a month with an order against what a new
    /// one does, less one.
    public let existingSpendMore: Double?
    /// "Winning costs five times keeping": what keeping costs is in no order file, so the CAC is told in contributions of
    /// a first month; nil without costs.
    public let winningAgainstFirstOrder: Double?
}
