/// What a document in the ledger is.
@frozen
public enum OrderKind: UInt8, Sendable, CaseIterable {
    /// A purchase; its money is zero or more.
    case order = 0
    /// Money given back without naming a purchase; zero or less.
    case refund = 1
    /// A purchase that was given back whole; its money is what was once paid. It is no purchase any more, and neither
    /// it nor its refund is in gross revenue or in refunds.
    case reversed = 2
}
