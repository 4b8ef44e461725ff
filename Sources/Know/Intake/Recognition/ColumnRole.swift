/// What a column of an order file can mean. The raw value is the name in `--column NAME=COLUMN` and in mapping files.
public enum ColumnRole: String, CaseIterable, Hashable, Sendable, Codable {
    // Who and when
    case order, customer, email, phone, date, time, status
    /// The order that a refund gives money back for.
    case refundOf = "refund-of"

    // Money of an order
    /// The order's total, gross of VAT and with shipping.
    case amount
    /// The order's total, net of VAT.
    case amountNet = "amount-net"
    /// The order's goods alone, gross of VAT, without shipping.
    case amountWithoutShipping = "amount-without-shipping"
    case tax, shipping, discount, currency
    case refundedAmount = "refunded-amount"

    // Money of an order line
    case lineAmount = "line-amount"
    case quantity
    case unitPrice = "price"
    case product
    case productName = "product-name"

    // What the order costs the shop
    case cost, fee
    case shippingCost = "shipping-cost"

    // What orders are broken down by
    case country, city, delivery, payment, coupon, source
    case salesChannel = "channel"
}
