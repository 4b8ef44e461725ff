import Domain
public import LifetimeValue

extension ForecastSummaries {
    /// How much of the money refunds take, of the shop and of each customer.
    ///
    /// - Complexity: O(customers) each time it is asked for.
    public var refundShares: RefundShares { RefundShares(places.lazy.map { refunds(of: customers[Int($0)]) }) }

    /// What a customer paid and was given back, in major units.
    public func refunds(of customer: CustomerPurchases) -> RefundSummary {
        let unit = Double(currency.minorUnitsPerMajor)
        return RefundSummary(
            orders: Int(customer.purchaseDays), gross: Double(customer.gross) / unit,
            refunded: Double(customer.refunds) / unit)
    }

    /// What a forecast of value needs of those who have purchased, in the order of `places`: purchases in days, mean money
    /// of a later purchase day in major units, and the share that refunds leave.
    ///
    /// - Parameter model: Purchases are counted as it counts them: in weeks for BG/BB. Nil: in days.
    public func customerSummaries(for model: OrderModel? = nil) -> [CustomerSummary] {
        let shares = refundShares
        let purchases = model?.summaries(of: self) ?? purchases
        return zip(places, purchases).map { place, purchases in
            let customer = customers[Int(place)]
            return CustomerSummary(
                purchases, meanAmount: spend(of: customer).mean,
                netFactor: shares.netFactor(of: refunds(of: customer)))
        }
    }
}
