import BenchmarkSupport
import LifetimeValue

/// BG/NBD and Gamma-Gamma fitted once to the base of a file, and what they expect of it.
struct FitsBenchmark: Encodable {
    let fits, forecast: Phases
    /// Of densities by week, as papers print it.
    let purchaseLogLikelihood: Double
    let spendLogLikelihood: Double
    /// Of all customers together in the next 52 weeks.
    let expectedOrders: Double
    /// The population's mean amount.
    let meanSpend: Double
    let parameters: [String: Double]

    /// Reading the file is not measured; counting equal customers once is.
    init(_ path: String) throws {
        let base = try BaseFile(path)
        var (fits, forecast) = (Phases(), Phases())
        let purchases = try fits.measure("BG/NBD") {
            try PurchaseModelName.bgNBD.fit(to: PurchaseSummaries(base.purchases))
        }
        let spend = try fits.measure("Gamma-Gamma") { try GammaGamma.fit(to: SpendSummaries(base.spend)) }
        let orders = forecast.measure("expected orders of each customer in 52 weeks") {
            purchases.model.expectedOrders(in: 364, given: base.purchases)
        }
        (self.fits, self.forecast) = (fits, forecast)
        purchaseLogLikelihood = purchases.logLikelihood(in: .week)
        spendLogLikelihood = spend.logLikelihood
        expectedOrders = orders.reduce(0, +)
        meanSpend = spend.model.populationMean ?? 0
        let fitted = purchases.parameters(in: .week) + spend.parameters
        parameters = Dictionary(uniqueKeysWithValues: fitted.map { ($0.key.rawValue, $0.value) })
    }
}
