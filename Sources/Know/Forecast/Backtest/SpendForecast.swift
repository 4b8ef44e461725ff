import Domain
import LifetimeValue

/// What a purchase day to come is worth for each customer, after refunds.
struct SpendForecast: Sendable {
    let fit: Fit<GammaGamma>?
    /// Why there is no fit.
    let reason: FitError?
    private let summaries: ForecastSummaries
    private let refunds: RefundShares
    /// The mean money of a later purchase day in minor units, for everybody where there is no fit.
    private let meanLaterGross: Double

    init(_ base: HoldoutBase) {
        summaries = base.summaries
        refunds = base.refunds
        var (money, days) = (0.0, 0)
        for place in summaries.places {
            money += Double(summaries.customers[Int(place)].laterGross)
            days += Int(summaries.customers[Int(place)].frequency)
        }
        meanLaterGross = days > 0 ? money / Double(days) : 0
        do throws(FitError) {
            (fit, reason) = (try GammaGamma.fit(to: summaries.spend), nil)
        } catch {
            (fit, reason) = (nil, error)
        }
    }

    /// Net minor units of the orders that are expected of each customer, in the order of the summaries' places.
    func values(ofOrders orders: [Double]) -> [Double] {
        let minor = Double(summaries.currency.minorUnitsPerMajor)
        return zip(orders, summaries.places).map { orders, place in
            let customer = summaries.customers[Int(place)]
            let spend = summaries.spend(of: customer)
            let netFactor = refunds.netFactor(of: summaries.refunds(of: customer))
            let amount = fit?.model.expectedAmount(frequency: Int(spend.frequency), mean: spend.mean)
            return orders * netFactor * (amount.map { $0 * minor } ?? meanLaterGross)
        }
    }
}
