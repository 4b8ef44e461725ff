/// What a column of a file of subscriptions can mean. The raw value is the name in `--column NAME=COLUMN`.
public enum SubscriptionRole: String, CaseIterable, Hashable, Sendable {
    case customer, plan, started, ended
    /// What is paid a period.
    case amount
    /// What it is paid for: a month, a year.
    case period
    case currency
    /// Why the customer left.
    case reason

    /// Without it nothing can be told.
    var isNeeded: Bool { self == .customer || self == .started || self == .amount }
}
