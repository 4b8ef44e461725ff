public import Domain

/// The shop at a glance (docs/metrics.md, "Overview").
public struct Overview: Equatable, Sendable {
    /// Identified customers with at least one order.
    public let customers: Int
    /// Orders of identified customers.
    public let orders: Int
    /// Distinct days of a customer with at least one order, summed over customers.
    public let purchaseDays: Int
    /// Money of those orders.
    public let grossRevenue: MinorUnits
    /// Given back to identified customers, the refund-only ones included; zero or more.
    public let refunds: MinorUnits
    /// Identified net + refund-only + unidentified: the whole shop.
    public let netRevenue: MinorUnits
    /// Net of the customers with orders.
    public let identifiedNetRevenue: MinorUnits
    /// What `identifiedNetRevenue` leaves after costs; nil when neither a margin nor contributions are known.
    public let contribution: MinorUnits?
    /// Gross by orders, rounded to minor units; nil without orders.
    public let averageOrderValue: MinorUnits?
    public let ordersPerCustomer: Double?
    /// Customers with two orders or more.
    public let repeatCustomers: Int
    /// Customers with two purchase days or more.
    public let repeatCustomersByDay: Int
    /// Repeat customers by customers.
    public let repeatPurchaseRate: Double?
    /// The whole shop's, orders without a known customer among them; nil without any.
    public let firstOrder: Day?
    public let lastOrder: Day?
    public let unidentifiedOrders: Int
    /// Net of unidentified sales.
    public let unidentifiedRevenue: MinorUnits
    /// Customers with refunds and no order.
    public let refundOnlyCustomers: Int
    /// Their money; zero or less.
    public let refundOnlyRevenue: MinorUnits
    /// Customers all of whose documents are reversed orders.
    public let reversedOnlyCustomers: Int
    public let reversedOrders: Int
    /// What was once paid for reversed orders.
    public let reversedRevenue: MinorUnits
    /// (refunds + reversed) / (gross + reversed), at most 1.
    public let refundRate: Double?
}
