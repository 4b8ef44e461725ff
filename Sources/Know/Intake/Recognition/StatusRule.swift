/// What an order with a given status is taken for.
public enum StatusRule: String, Hashable, Sendable, Codable, CaseIterable {
    /// It counts.
    case count
    /// It never became an order (cancelled, unpaid, a test): the row is ignored and counted as such.
    case exclude
    /// It was paid and given back whole: counted apart, no purchase in recency, frequency and models.
    case reverse
    /// The row itself is a refund: its money is taken from the customer's revenue, whatever its sign.
    case refund
}
