/// What an order can be broken down by, where the source has such a column.
public enum Dimension: String, CaseIterable, Hashable, Sendable {
    case country, city, source, salesChannel, delivery, payment, coupon
}
