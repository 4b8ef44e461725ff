public import Domain

/// Where the business stands at the table's day.
public struct SubscriptionOverview: Hashable, Sendable {
    /// Who has ever paid for a subscription.
    public internal(set) var customers = 0
    /// Of these: who pays now, who does not any more, and how many of those who pay now had left before.
    public internal(set) var active = 0
    public var lost: Int { customers - active }
    public internal(set) var wonBack = 0
    /// Subscriptions that are paid for now.
    public internal(set) var activeSubscriptions = 0
    /// What the active customers bring in a month, in minor units.
    public internal(set) var mrr: Int64 = 0
    /// Subscriptions without a price, those whose price rounds to nothing a month, and those that ended on the day that they
    /// began: they count in no figure.
    public internal(set) var freeSubscriptions = 0
    public internal(set) var roundedToNothing = 0
    public internal(set) var endedAtOnce = 0
    /// The first day with revenue; nil: there was none.
    public internal(set) var firstDay: Day?

    /// What that comes to in twelve months: ARR.
    public var arr: Int64 { mrr * 12 }

    /// MRR of an active customer, in minor units; nil without any.
    public var meanMRR: Double? { active > 0 ? Double(mrr) / Double(active) : nil }
}

/// The last months together, or the last year from end to end.
public struct RetentionMeans: Hashable, Sendable {
    /// How many complete months there are, twelve at most.
    public internal(set) var months = 0
    /// Of an average one of these months: the sums of the months' numerators over those of their starts.
    public internal(set) var grossRevenue: Double?
    public internal(set) var netRevenue: Double?
    public internal(set) var logo: Double?

    public var logoChurn: Double? { logo.map { 1 - $0 } }

    /// - Parameter periods: By month, in time order.
    init(of periods: [RevenuePeriod]) {
        let last = periods.filter { $0.isComplete && $0.customers.start > 0 }.suffix(12)
        months = last.count
        let start = last.reduce(0.0) { $0 + Double($1.revenue.start) }
        let gone = last.reduce(0.0) { $0 + Double($1.revenue.contraction) + Double($1.revenue.lost) }
        let more = last.reduce(0.0) { $0 + Double($1.revenue.expansion) }
        let customers = last.reduce(0) { $0 + $1.customers.start }
        guard start > 0, customers > 0 else { return }
        grossRevenue = 1 - gone / start
        netRevenue = 1 - (gone - more) / start
        logo = 1 - Double(last.reduce(0) { $0 + $1.customers.lost }) / Double(customers)
    }
}

/// The customers of a year ago, and what is left of them and of their revenue now.
public struct TrailingYear: Hashable, Sendable {
    /// The day compared with: a year before the table's.
    public let from: Day
    public internal(set) var customers = 0
    public internal(set) var stayed = 0
    /// In minor units: their MRR then, their MRR now, and that without anybody's expansion.
    public internal(set) var start: Int64 = 0
    public internal(set) var end: Int64 = 0
    public internal(set) var kept: Int64 = 0

    public var grossRevenue: Double? { ratio(kept, start) }
    public var netRevenue: Double? { ratio(end, start) }
    public var logo: Double? { ratio(Int64(stayed), Int64(customers)) }

    init(before asOf: Day) { from = TenureUnit.year.anniversary(-1, of: asOf) }

    mutating func add(_ history: RevenueHistory) {
        let before = history.monthly(at: from)
        guard before > 0 else { return }
        let after = history.steps.last?.monthly ?? 0
        customers += 1
        if after > 0 { stayed += 1 }
        start += before
        end += after
        kept += min(before, after)
    }
}
