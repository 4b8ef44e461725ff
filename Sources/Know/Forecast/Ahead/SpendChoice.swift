import Domain
public import LifetimeValue

/// What a purchase day to come brings: Gamma-Gamma where it can be fitted, else the mean of all purchases for everybody.
public struct SpendChoice: Sendable {
    /// Amounts in major units, such as euros.
    public let model: GammaGamma
    /// Nil where there is no fit.
    public let fit: Fit<GammaGamma>?
    /// Why there is none.
    public let reason: FitError?
    /// Customers with later purchases above zero, whom the fit is of, and Pearson's correlation of their frequency and
    /// mean amount.
    public let customers: Int
    public let correlation: Double

    init(_ summaries: ForecastSummaries) {
        let spend = summaries.spend
        (customers, correlation) = (spend.customers, spend.correlation)
        do throws(FitError) {
            let fit = try GammaGamma.fit(to: spend)
            (model, self.fit, reason) = (fit.model, fit, nil)
        } catch {
            (model, fit, reason) = (Self.mean(of: summaries), nil, error)
        }
    }

    /// Everybody's mean is the same: what was seen of one customer counts for nothing beside so large a q, and no mean is
    /// without bounds. The amounts of purchases differ as much as they are large.
    private static func mean(of summaries: ForecastSummaries) -> GammaGamma {
        var (money, days) = (0.0, 0)
        for place in summaries.places {
            money += Double(summaries.customers[Int(place)].gross)
            days += Int(summaries.customers[Int(place)].purchaseDays)
        }
        let mean = days > 0 ? money / Double(days) / Double(summaries.currency.minorUnitsPerMajor) : 0
        return GammaGamma(p: 1, q: sameness + 1, gamma: sameness * max(mean, leastMean))
    }

    private static let sameness = 1e6
    /// Nothing, so small that no sum of it makes a minor unit, and large enough to be squared.
    private static let leastMean = 1e-20
}
