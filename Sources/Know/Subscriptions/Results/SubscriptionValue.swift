import LifetimeValue

/// What customers will bring: CLV from a model of retention.
public struct SubscriptionValue: Equatable, Sendable {
    /// The model that tells it: the one with the least BIC.
    public let model: RetentionForecast.Model
    /// A year, and the margin where it was given: values are then contribution, else revenue.
    public let discount: Double
    public let margin: Double?
    /// What an active customer brings in a period of tenure on average, in minor units.
    public let meanPerPeriod: Double
    /// Of a customer who begins now: `meanPerPeriod` × expected discounted periods × margin.
    public let newCustomer: Double
    /// What the active customers will still bring from their next payments on.
    public let activeCustomers: Double
    /// The customary formula for comparison: mean MRR ÷ mean monthly logo churn × margin; nil where nobody left.
    public let byFormula: Double?
}

/// Adds up what active customers will still bring.
struct ValueTally {
    /// MRR of the active customers by the whole periods that they have stayed.
    private var monthlyByTenure: [Int: Int64] = [:]

    mutating func add(_ history: RevenueHistory, _ tenure: TenureTally) {
        guard let spell = history.spells.last, spell.end == nil else { return }
        monthlyByTenure[tenure.completed(by: spell), default: 0] += spell.lastMonthly
    }

    /// - Parameter means: Of the last months, for the customary formula.
    func finished(
        _ forecasts: RetentionForecasts, _ overview: SubscriptionOverview, _ means: RetentionMeans, unit: TenureUnit,
        options: SubscriptionOptions
    ) -> SubscriptionValue? {
        guard let chosen = forecasts.chosen, let mean = overview.meanMRR else { return nil }
        let rate = RetentionForecasts.discountPerPeriod(options.discount, unit)
        let share = options.margin ?? 1
        var ahead = 0.0
        for (periods, monthly) in monthlyByTenure.sorted(by: { $0.key < $1.key }) {
            let left = chosen.retention.discountedResidualLifetime(beforeRenewal: periods + 1, rate: rate)
            ahead += left * Double(monthly) * unit.months * share
        }
        let perPeriod = mean * unit.months
        let churn = means.logoChurn.flatMap { $0 > 0 ? $0 : nil }
        return SubscriptionValue(
            model: chosen.model, discount: options.discount, margin: options.margin, meanPerPeriod: perPeriod,
            newCustomer: perPeriod * chosen.discountedPeriods * share, activeCustomers: ahead,
            byFormula: churn.map { mean / $0 * share })
    }
}
