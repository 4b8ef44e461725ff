/// The way from one purchase day to the next, censoring handled (docs/metrics.md, "Second and third purchase day").
public struct NextOrder: Equatable, Sendable {
    /// 1: from the first purchase day to the second; 2: from the second to the third.
    public let from: Int
    /// Customers who made purchase day number `from`.
    public let customers: Int
    /// Kaplan–Meier share within so many days; nil when nobody has been observed for that long.
    public let within30: Double?
    public let within60: Double?
    public let within90: Double?
    public let within180: Double?
    public let within365: Double?
    /// The day by which half have made it; nil when not reached.
    public let medianDays: Int?
    /// The share by day 0…365 (or as far as observed), for a curve.
    public let curve: [Double]
}
