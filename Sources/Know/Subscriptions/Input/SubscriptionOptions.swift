/// What figures of subscriptions are measured with.
public struct SubscriptionOptions: Hashable, Sendable {
    /// nil: what subscriptions are mostly paid for.
    public var tenureUnit: TenureUnit?
    /// Discount a year, above zero: 0.1 makes a euro in a year worth 1/1.1 today.
    public var discount: Double
    /// What is left of revenue as contribution, 0…1; nil: value is told in revenue.
    public var margin: Double?

    /// - Precondition: `discount` is above zero.
    public init(tenureUnit: TenureUnit? = nil, discount: Double = 0.1, margin: Double? = nil) {
        precondition(discount > 0)
        self.tenureUnit = tenureUnit
        self.discount = discount
        self.margin = margin
    }
}
