import BenchmarkSupport
import Forecast
import Ledger
import LifetimeValue

/// A forecast of a shop from its ledger: from the orders to P(alive), orders, spend and value of every customer.
struct ForecastBenchmark: Encodable {
    let name: String
    let elapsed: Elapsed
    let model: String
    let customers: Int
    let expectedOrders, expectedValue: Double

    init(_ name: String, of ledger: Ledger, options: ForecastOptions) throws {
        let forecast: ShopForecast
        (elapsed, forecast) = try Elapsed.measure { try ShopForecast(of: ledger, options: options) }
        self.name = name
        model = forecast.choice.model.fittedName.rawValue
        customers = forecast.customers.count
        (expectedOrders, expectedValue) = (forecast.total.expectedOrders, forecast.total.expectedValue)
    }
}

/// The steps of forecasts one after the other, each as a user of the libraries calls it.
struct ForecastSteps: Encodable {
    let steps: Phases

    init(of ledger: Ledger) throws {
        var steps = Phases()
        let summaries = steps.measure("summaries from the orders") { ForecastSummaries(of: ledger) }
        _ = try steps.measure("choice of the model, and its fit") { try ModelChoice(of: ledger, summaries: summaries) }
        let base = steps.measure("equal customers counted once") { summaries.base }
        let fits = try PurchaseModelName.ofDays.map { name in
            try steps.measure("fit of \(name.rawValue)") { try name.fit(to: base) }
        }
        let amounts = steps.measure("amounts, sorted") { summaries.spend }
        let spend = try steps.measure("fit of gamma-gamma") { try GammaGamma.fit(to: amounts) }
        let customers = steps.measure("what is known of each customer") { summaries.customerSummaries() }
        for (name, fit) in zip(PurchaseModelName.ofDays, fits) {
            let (forecast, name) = (LifetimeForecast(fit, spend: spend, horizon: 365, discount: 0.1), name.rawValue)
            _ = steps.measure("each customer by \(name)") { forecast.customers(customers, intervals: false) }
            _ = steps.measure("each customer by \(name), intervals") { forecast.customers(customers) }
            _ = steps.measure("all together by \(name)") { forecast.total(of: customers) }
        }
        self.steps = steps
    }
}

extension PurchaseModelName {
    /// Those whose unit of time is the day, the preferred one first.
    fileprivate static var ofDays: [PurchaseModelName] { [.mbgNBD, .bgNBD, .paretoNBD] }
}
