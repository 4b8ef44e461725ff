public import Domain

/// One customer's subscription to one plan.
public struct Subscription: Hashable, Sendable {
    /// The customer's number, 0, 1, …
    public let customer: Int32
    /// The place among the table's plans; -1: not given.
    public let plan: Int32
    /// The first day it is there.
    public let started: Day
    /// The first day it is not there any more; nil: it has no end so far.
    public let ended: Day?
    /// What it brings in a month, in minor units: MRR, zero or more.
    public let monthly: Int64
    /// Whether anything is paid for it, though it may round to nothing a month.
    public let hasPrice: Bool
    /// What its amount is paid for.
    public let period: BillingPeriod
    /// The place among the table's reasons; -1: not given.
    public let reason: Int32

    /// - Parameter hasPrice: nil: where `monthly` is above zero.
    /// - Precondition: `ended` is not before `started`, and `monthly` not below zero.
    public init(
        customer: Int32, plan: Int32 = -1, started: Day, ended: Day? = nil, monthly: Int64,
        hasPrice: Bool? = nil, period: BillingPeriod = .month, reason: Int32 = -1
    ) {
        precondition(monthly >= 0 && ended.map { $0 >= started } ?? true)
        self.customer = customer
        self.plan = plan
        self.started = started
        self.ended = ended
        self.monthly = monthly
        self.hasPrice = hasPrice ?? (monthly > 0)
        self.period = period
        self.reason = reason
    }

    /// Whether it ever brought revenue: something a month, and it did not end on the day that it began.
    public var isPaid: Bool { monthly > 0 && ended != started }
}
