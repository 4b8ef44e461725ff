import Domain
public import LifetimeValue

extension ForecastSummaries {
    /// How much of the money refunds take, of the shop and of each customer.
    ///
    /// - Complexity: O(customers) each time it is asked for.
    public var refundShares: RefundShares {
        // An array: another module walks a lazy sequence ten times slower.
        RefundShares(places.map { refunds(of: customers[Int($0)]) })
    }

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
        customerSummaries(for: model, refunds: refundShares)
    }

    /// The same with shares of refunds that are known already.
    func customerSummaries(for model: OrderModel?, refunds shares: RefundShares) -> [CustomerSummary] {
        let (isWeekly, end) = (model.map { $0.unitDays != 1 } ?? false, asOf.number)
        return places.map { place in
            let customer = customers[Int(place)]
            return CustomerSummary(
                isWeekly ? customer.weeklySummary(asOf: end) : customer.summary(asOf: end),
                meanAmount: spend(of: customer).mean, netFactor: shares.netFactor(of: refunds(of: customer)))
        }
    }
}
