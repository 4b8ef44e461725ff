public import Domain

/// The headline figures against an earlier period (docs/metrics.md, "Is it getting better?").
public struct ChangeTable: Equatable, Sendable {
    public let comparison: ChangeComparison
    public let now: ClosedRange<Day>
    public let before: ClosedRange<Day>
    /// A customer counts as new when so many days before had no purchase of theirs, in both periods alike; nil when the
    /// history is too short to tell.
    public let lookbackDays: Int?
    public let figures: [Change]
    /// Replicates of the bootstrap over groups of customers.
    public let replicates: Int
    public let groups: Int
}

/// What the present period is held against.
public enum ChangeComparison: String, Sendable {
    /// The same days a year earlier: seasons cancel out.
    case yearEarlier
    /// The days before, as many: seasons do not cancel out.
    case periodBefore
}

/// One figure then and now.
public struct Change: Equatable, Sendable {
    public let metric: ChangeMetric
    /// In the metric's unit; money in minor units.
    public let before: Double
    public let now: Double
    /// 95 % interval of `now − before`; nil when it has no spread to be told from.
    public let lower: Double?
    public let upper: Double?
    /// Standard error of the difference over the bootstrap.
    public let standardError: Double

    public var difference: Double { now - before }
    /// The interval leaves out zero: the one rule for what the report calls clear. Where no figure is, nothing changed.
    public var isClear: Bool { (lower ?? 0) > 0 || (upper ?? 0) < 0 }
    /// The change is clear and in the good direction; nil when it is not clear.
    public var isBetter: Bool? { isClear ? (difference > 0) == metric.higherIsBetter : nil }
}

/// The figures that are compared. All are of identified customers.
public enum ChangeMetric: String, CaseIterable, Sendable {
    case netRevenue, orders, customers, newCustomers
    case averageOrderValue, ordersPerCustomer, netRevenuePerCustomer
    case secondOrderWithin90, retentionRate, refundRate

    public enum Unit: Sendable { case money, count, ratio, share }

    public var unit: Unit {
        switch self {
        case .netRevenue, .averageOrderValue, .netRevenuePerCustomer: .money
        case .orders, .customers, .newCustomers: .count
        case .ordersPerCustomer: .ratio
        case .secondOrderWithin90, .retentionRate, .refundRate: .share
        }
    }

    public var higherIsBetter: Bool { self != .refundRate }
}
