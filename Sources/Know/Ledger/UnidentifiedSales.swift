/// What the shop sold without knowing to whom: in the shop's totals, in no customer metric.
public struct UnidentifiedSales: Hashable, Sendable {
    /// Documents that are orders.
    public var orders: Int
    /// Minor units of those orders.
    public var grossMinorUnits: Int64
    /// Minor units given back, as a positive number.
    public var refundMinorUnits: Int64
    /// The first day with an order.
    public var firstDay: Int32?
    /// The last day with an order.
    public var lastDay: Int32?

    /// Gross less refunds.
    public var netMinorUnits: Int64 { grossMinorUnits - refundMinorUnits }

    public init(
        orders: Int = 0, grossMinorUnits: Int64 = 0, refundMinorUnits: Int64 = 0, firstDay: Int32? = nil,
        lastDay: Int32? = nil
    ) {
        self.orders = orders
        self.grossMinorUnits = grossMinorUnits
        self.refundMinorUnits = refundMinorUnits
        self.firstDay = firstDay
        self.lastDay = lastDay
    }
}
