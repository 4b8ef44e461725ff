/// How much of revenue the best customers bring, counted on max(0, net) (docs/metrics.md, "Concentration").
public struct Concentration: Equatable, Sendable {
    /// Share of the top 1 % of customers (their number rounded up) and so on; nil when nobody brings anything.
    public let top1: Double?
    public let top5: Double?
    public let top10: Double?
    public let top20: Double?
    public let top50: Double?
    public let gini: Double?
    /// The smallest number of customers who bring 80 %.
    public let customersFor80: Int?
    /// Sum of max(0, net): what the shares are of.
    public let clippedSum: MinorUnits
    /// Customers whose net is below zero.
    public let belowZero: Int
    /// The Lorenz curve, poorest first, at equal steps of customers from 0 to 1 (101 points; empty without revenue).
    public let lorenz: [LorenzPoint]
}

/// A point of the Lorenz curve: the poorest `customers` of all bring `revenue` of all.
public struct LorenzPoint: Equatable, Sendable {
    public let customers: Double
    public let revenue: Double
}
