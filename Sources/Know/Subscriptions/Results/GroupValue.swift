import LifetimeValue

/// What a new customer of a group will bring: CLV by the model of retention that fits the group best.
public struct GroupValue: Equatable, Sendable {
    /// The one with the least BIC.
    public let model: RetentionForecast.Model
    /// What an active customer of the group brings in a period of tenure on average, in minor units.
    public let meanPerPeriod: Double
    /// `meanPerPeriod` × expected discounted periods × margin.
    public let newCustomer: Double

    /// Where fewer were lost nothing is told: the error of a rate that n losses tell is one part in √n, with thirty less
    /// than a fifth.
    public static let fewestLost = 30

    /// Where fewer periods were observed nothing is told either: a year's at least, and three where they are years.
    static func leastPeriods(_ unit: TenureUnit) -> Int { max(3, Int(unit.perYear.rounded())) }

    /// - Parameters:
    ///   - active: How many customers of the group are active, and what all of them bring in a month.
    ///   - counts: How long the group's customers stayed.
    init?(
        active: Int, mrr: Int64, counts: TenureCounts, unit: TenureUnit, options: SubscriptionOptions
    ) {
        guard active > 0, counts.customersLost >= Self.fewestLost, counts.periods >= Self.leastPeriods(unit),
            let chosen = RetentionForecasts(counts, unit: unit, discountPerYear: options.discount).chosen
        else { return nil }
        model = chosen.model
        meanPerPeriod = Double(mrr) / Double(active) * unit.months
        newCustomer = meanPerPeriod * chosen.discountedPeriods * (options.margin ?? 1)
    }
}
