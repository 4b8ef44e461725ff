public import LifetimeValue

/// A purchase model that was fitted to the customers of a ledger, with the way from their purchases to what it needs.
///
///     let model = try OrderModel(.mbgNBD, fittedTo: summaries)
///     let orders = model.expectedOrders(in: 365, of: model.summaries(of: summaries))
///
/// BG/BB counts opportunities, not days: here each week is one, and what it expects is multiplied by the purchase days
/// that a week with orders has had. For the others a day is a day.
public struct OrderModel: Sendable {
    /// The model that was asked for. `fit` holds NBD where the orders show nobody leaving.
    public let name: PurchaseModelName
    public let fit: Fit<any PurchaseModel>
    /// How many days the model's unit of time has.
    public let unitDays: Double
    /// Purchase days for each purchase that the model expects.
    public let purchaseDaysEach: Double

    /// The model of which the parameters are.
    public var fittedName: PurchaseModelName { type(of: fit.model).name }

    /// - Throws: `FitError` with the reason why there is no fit.
    public init(_ name: PurchaseModelName, fittedTo summaries: ForecastSummaries) throws(FitError) {
        let base = name == .bgBB ? PurchaseSummaries(summaries.weeklyPurchases) : summaries.base
        try self.init(name, fittedTo: base, of: summaries)
    }

    /// - Parameter base: Made of `summaries` already, in days for all models but BG/BB.
    init(
        _ name: PurchaseModelName, fittedTo base: PurchaseSummaries, of summaries: ForecastSummaries
    ) throws(FitError) {
        fit = try name.fit(to: base)
        self.name = name
        guard name == .bgBB else {
            (unitDays, purchaseDaysEach) = (1, 1)
            return
        }
        var (days, weeks) = (0, 0)
        for place in summaries.places {
            days += Int(summaries.customers[Int(place)].frequency)
            weeks += Int(summaries.customers[Int(place)].laterWeeks)
        }
        (unitDays, purchaseDaysEach) = (7, weeks > 0 ? Double(days) / Double(weeks) : 1)
    }

    /// What this model needs of the customers who have purchased, in the order of their places.
    public func summaries(of summaries: ForecastSummaries) -> [PurchaseSummary] {
        unitDays == 1 ? summaries.purchases : summaries.weeklyPurchases
    }

    /// How many purchase days to expect of each customer in the next `days`, in their order.
    ///
    /// - Parameters:
    ///   - customers: As `summaries(of:)` makes them.
    ///   - workers: How many parts are computed at once; the result does not depend on it.
    public func expectedOrders(in days: Double, of customers: [PurchaseSummary], workers: Int = 1) -> [Double] {
        let parts = max(1, min(workers, customers.count / 1_000))
        let results = concurrently(parts, workers: workers) { part in
            let own = customers[customers.count * part / parts..<customers.count * (part + 1) / parts]
            return fit.model.expectedOrders(in: days / unitDays, given: Array(own))
        }
        return results.flatMap { $0.map { $0 * purchaseDaysEach } }
    }

    /// How many purchase days to expect of a new customer after the first in the first `days`.
    public func expectedOrders(in days: Double) -> Double {
        fit.model.expectedOrders(in: days / unitDays) * purchaseDaysEach
    }
}
