/// Days between successive purchase days of a customer, over the whole shop (docs/metrics.md, "Rhythm").
public struct GapDistribution: Equatable, Sendable {
    /// How many gaps there are.
    public let count: Int
    /// The smallest gap that at least half of the gaps do not exceed; nil without gaps.
    public let median: Int?
    public let p75: Int?
    public let p90: Int?
    /// Number of gaps by length, in weeks: place 0 holds 1…7 days, place 1 holds 8…14, …; the last of 53 all longer.
    public let byWeek: [Int]
}

/// Orders by weekday and hour, where the file has times (docs/metrics.md, "Rhythm").
public struct OrderHours: Equatable, Sendable {
    /// `orders[weekday][hour]`: Monday first, hours 0…23.
    public let orders: [[Int]]
    /// Orders without a time of day.
    public let withoutTime: Int
    /// Orders by weekday, with or without time.
    public let byWeekday: [Int]

    /// Whether any order has a time.
    public var hasTimes: Bool { orders.contains { $0.contains { $0 > 0 } } }
}
