public import Domain

/// Customers kept and lost, by calendar period (docs/metrics.md, "Retention and churn").
public struct Retention: Equatable, Sendable {
    public let monthly: [RetentionPeriod]
    public let quarterly: [RetentionPeriod]
    public let yearly: [RetentionPeriod]

    /// First orders of a month on average over the last twelve complete ones, in which nobody looks new only because the
    /// file begins; nil when there is none.
    public var newCustomersAMonth: Double? {
        let complete = monthly.lastComplete
        return complete.isEmpty ? nil : Double(complete.reduce(0) { $0 + $1.acquired }) / Double(complete.count)
    }

    /// The same months' first orders at the rate of 365 days.
    public var newCustomersAYear: Double? {
        let complete = monthly.lastComplete
        let days = complete.reduce(0) { $0 + Int($1.period.lastDay.number - $1.period.firstDay.number) + 1 }
        return days > 0 ? Double(complete.reduce(0) { $0 + $1.acquired }) * 365 / Double(days) : nil
    }
}

/// One period. "Active" is active within W; `end` = `retained` + `new` + `wonBack`, `start` = `retained` + `lost`.
public struct RetentionPeriod: Equatable, Sendable {
    public let period: CalendarPeriod
    /// Active on the day before the period.
    public let start: Int
    /// Active at both ends.
    public let retained: Int
    /// Active at the end, first order within the period.
    public let new: Int
    /// Active at the end, known before, but not active at the start.
    public let wonBack: Int
    /// Active on the period's last day, or at as-of when that is earlier.
    public let end: Int
    /// Active at the start and no longer at the end.
    public let lost: Int
    /// All first orders in the period, whether still active or not.
    public let acquired: Int
    /// Retained by start; nil when nobody was active at the start.
    public let retentionRate: Double?
    public var churnRate: Double? { retentionRate.map { 1 - $0 } }
    /// Starts W or more after the first order and ends by as-of.
    public let complete: Bool
}

/// Whether leavers outrun newcomers, over the complete ones of the last twelve months (docs/metrics.md, "Net flow").
public struct NetFlow: Equatable, Sendable {
    /// The complete months looked at, at most twelve; none when there are none.
    public let months: [CalendarPeriod]
    /// Customers whose first order fell in them and who were active at the end of its month.
    public let won: Int
    public let wonBack: Int
    public let lost: Int
    /// Won + won back − lost: by how many customers the active base grew.
    public var net: Int { won + wonBack - lost }
    public var leaversOutrun: Bool { net < 0 }
    /// Means of the complete months; nil when there is none.
    public let meanMonthlyRetention: Double?
    /// Net revenue that five points more monthly retention would bring in twelve months: the customers active at the end
    /// of the last complete month, kept at the mean rate and at one five points higher, at what an active customer brings
    /// in a month.
    public let fivePointsMore: MinorUnits?
    /// The same in contribution, where known.
    public let fivePointsMoreContribution: MinorUnits?
}

extension [RetentionPeriod] {
    /// The last twelve complete ones, or as many as there are.
    var lastComplete: ArraySlice<RetentionPeriod> { filter(\.complete).suffix(12) }
}
