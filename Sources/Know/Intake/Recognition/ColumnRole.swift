/// What a column of an order file can mean. The raw value is the name in `--column NAME=COLUMN` and in mapping files.
public enum ColumnRole: String, CaseIterable, Hashable, Sendable, Codable {
    // Who and when
    case order, customer, email, phone, date, time, status
    /// Whether it is paid, in files that also tell the order's own status.
    case paymentStatus = "payment-status"
    /// How far the parcel is; only what came back or never left says something of the order.
    case fulfilmentStatus = "fulfilment-status"
    /// Filled (a date, or yes) where the order was cancelled.
    case cancelled
    /// What the row is, whatever became of it: a sale, a refund, a payout, a fee.
    case type
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
    /// The line's total, net of VAT.
    case lineAmountNet = "line-amount-net"
    case quantity
    case unitPrice = "price"
    /// The price of one piece, net of VAT.
    case unitPriceNet = "price-net"
    case product
    case productName = "product-name"

    // What the order costs the shop
    case cost, fee
    case shippingCost = "shipping-cost"

    // What orders are broken down by
    case country, city, delivery, payment, coupon, source
    case salesChannel = "channel"

    /// Whether amounts of money stand in the column.
    var isMoney: Bool {
        switch self {
        case .amount, .amountNet, .amountWithoutShipping, .tax, .shipping, .discount, .refundedAmount, .lineAmount,
            .lineAmountNet, .unitPrice, .unitPriceNet, .cost, .fee, .shippingCost:
            true
        case .order, .customer, .email, .phone, .date, .time, .status, .paymentStatus, .fulfilmentStatus, .cancelled,
            .type, .refundOf, .currency, .quantity, .product, .productName, .country, .city, .delivery, .payment,
            .coupon, .source, .salesChannel:
            false
        }
    }

    /// Whether orders, their customers and their money are told alike without it: what it is asked for is told less.
    var isOptional: Bool {
        switch self {
        case .country, .city, .delivery, .payment, .coupon, .source, .salesChannel, .cost, .fee, .shippingCost,
            .product, .productName, .time:
            true
        case .order, .customer, .email, .phone, .date, .status, .paymentStatus, .fulfilmentStatus, .cancelled, .type,
            .refundOf, .amount, .amountNet, .amountWithoutShipping, .tax, .shipping, .discount, .currency,
            .refundedAmount, .lineAmount, .lineAmountNet, .quantity, .unitPrice, .unitPriceNet:
            false
        }
    }
}
