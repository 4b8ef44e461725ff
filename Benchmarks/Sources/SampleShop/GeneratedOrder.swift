/// One order, or one refund where the money is negative, of the generated shop.
public struct GeneratedOrder: Sendable {
    /// Seconds since the first day of the shop, 2021-01-01, began.
    public var second: UInt32
    /// Counted from zero in the order of joining.
    public var customer: UInt32
    public var cents: Int32
}
