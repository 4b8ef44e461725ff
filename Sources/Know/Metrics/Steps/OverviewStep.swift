import Domain
import Ledger

extension ShopPass {
    func overview() -> Overview {
        let (customers, orders) = (Int(self[.customers]), Int(self[.orders]))
        let gross = self[.gross]
        let identifiedNet = gross - self[.refunds]
        let refunds = self[.refunds] + self[.refundOnlyRefunds]
        let paid = Double(gross) + Double(self[.reversedMoney])
        return Overview(
            customers: customers, orders: orders, purchaseDays: Int(self[.purchaseDays]), grossRevenue: gross,
            refunds: refunds, netRevenue: gross - refunds + unidentified.netMinorUnits,
            identifiedNetRevenue: identifiedNet,
            contribution: contributions.of(net: identifiedNet, own: self[.contribution]),
            averageOrderValue: orders > 0 ? Self.rounded(gross, by: Int64(orders)) : nil,
            ordersPerCustomer: customers > 0 ? Double(orders) / Double(customers) : nil,
            repeatCustomers: Int(self[.repeatCustomers]), repeatCustomersByDay: Int(self[.repeatCustomersByDay]),
            repeatPurchaseRate: customers > 0 ? Double(self[.repeatCustomers]) / Double(customers) : nil,
            firstOrder: ends.firstSale.map(Day.init(number:)),
            lastOrder: ends.lastOrder.map(Day.init(number:)),
            unidentifiedOrders: unidentified.orders, unidentifiedRevenue: unidentified.netMinorUnits,
            refundOnlyCustomers: Int(self[.refundOnlyCustomers]), refundOnlyRevenue: -self[.refundOnlyRefunds],
            reversedOnlyCustomers: Int(self[.reversedOnlyCustomers]), reversedOrders: Int(self[.reversedOrders]),
            reversedRevenue: self[.reversedMoney],
            refundRate: paid > 0 ? min(1, (Double(refunds) + Double(self[.reversedMoney])) / paid) : nil)
    }

    /// `sum` by `count`, rounded half up; `sum` is zero or more.
    private static func rounded(_ sum: Int64, by count: Int64) -> Int64 {
        let (quotient, remainder) = sum.quotientAndRemainder(dividingBy: count)
        return quotient + (remainder >= count - remainder ? 1 : 0)
    }
}
