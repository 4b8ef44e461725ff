import TestSupport
import Testing

@testable import LifetimeValue

/// Whatever the parameters, customers and horizons: no answer is infinite or no number.
@Suite("Answers are always finite") struct FinitenessTests {
    /// Models with parameters as far out as a search may go, and those that tests know.
    static let models: [any PurchaseModel] =
        CountDistributionTests.models + [
            NBD(r: 1e-7, alpha: 1e-5), NBD(r: 1e7, alpha: 1e9), NBD(r: 0.3, alpha: 1e-5), NBD(r: 1e-7, alpha: 1e9),
            BetaGeometricNBD(r: 1e7, alpha: 1e9, a: 1e-7, b: 1e7),
            BetaGeometricNBD(r: 0.3, alpha: 1e-5, a: 1e-7, b: 1e-7),
            BetaGeometricNBD(r: 1e-7, alpha: 1e-5, a: 1e7, b: 1e-7),
            ModifiedBetaGeometricNBD(r: 1, alpha: 30, a: 1e7, b: 1e7),
            ModifiedBetaGeometricNBD(r: 1e-3, alpha: 1e9, a: 1e-7, b: 1e7),
            ParetoNBD(r: 1e7, alpha: 1e9, s: 1e-7, beta: 1e9), ParetoNBD(r: 1e-7, alpha: 1e-5, s: 1e7, beta: 1e9),
            ParetoNBD(r: 0.5, alpha: 70, s: 1e7, beta: 1e-5), ParetoNBD(r: 0.5, alpha: 70, s: 1e-7, beta: 1e-5),
            BetaGeometricBetaBinomial(alpha: 1e-7, beta: 1e7, gamma: 1e-7, delta: 1e7),
            BetaGeometricBetaBinomial(alpha: 1e7, beta: 1e-7, gamma: 1e7, delta: 1e-7),
        ]
    static let spends = [
        GammaGamma(p: 6, q: 3.7, gamma: 15), GammaGamma(p: 1e6, q: 1e6, gamma: 25),
        GammaGamma(p: 1e-3, q: 1.01, gamma: 1e-6),
        GammaGamma(p: 0.4, q: 1.000_000_1, gamma: 1e12), GammaGamma(p: 1e7, q: 2, gamma: 1e-20),
    ]
    static let horizons = [0, -1, .nan, .infinity, 1e-9, 1, 365, 7_300, 1e12].prefix(Effort.isDebug ? 3 : 9)

    static let customers: [CustomerSummary] = {
        let all: [(Int32, Int32, Int32)] = [
            (0, 0, 0), (0, 0, 1), (0, 0, 7_300), (1, 1, 1), (1, 1, 7_300), (7, 300, 365), (365, 365, 365),
            (5_000, 730, 730), (5_000, 1, 7_300),
        ]
        let rows = all.prefix(Effort.isDebug ? 4 : all.count)
        let amounts = [25, 0, -1, .nan, .infinity, 1e-6, 1e9, 1e99, 1e300]
        return rows.enumerated().map { place, row in
            CustomerSummary(
                PurchaseSummary(frequency: row.0, knownRecency: row.1, age: row.2), meanAmount: amounts[place],
                netFactor: [1, 0.5, -.infinity, .nan, 0, 2][place % 6])
        }
    }()

    @Test("of each model", arguments: models.indices) func model(place: Int) {
        let model = Self.models[place]
        for horizon in Self.horizons where !(model is BetaGeometricBetaBinomial) || !(horizon > 7_300) {
            var numbers = [model.expectedOrders(in: horizon)] + model.orderCounts(upTo: 9, in: horizon)
            for customer in Self.customers {
                let summary = customer.purchases
                let alive = model.probabilityAlive(given: summary)
                let counts = model.orderCounts(upTo: 9, in: horizon, given: summary)
                #expect(alive >= 0 && alive <= 1, "\(model), \(summary)")
                #expect(counts.allSatisfy { $0 >= 0 } && counts.reduce(0, +) < 1 + 1e-9, "\(model), \(summary)")
                numbers += counts + [alive, model.expectedOrders(in: horizon, given: summary)]
                if let model = model as? any DiscountingPurchaseModel {
                    numbers.append(model.discountedOrders(rate: 3e-4, in: horizon, given: summary))
                    numbers.append(model.orderRate(ahead: max(0, min(1e6, horizon)), given: summary))
                }
            }
            #expect(numbers.allSatisfy { $0.isFinite && $0 >= 0 }, "\(model), \(horizon): \(numbers)")
        }
    }

    @Test("of each forecast", arguments: models.indices) func forecast(place: Int) {
        let model = Self.models[place]
        for (number, horizon) in Self.horizons.enumerated()
        where !(model is BetaGeometricBetaBinomial) || !(horizon > 365) {
            let spend = Self.spends[(place + number) % Self.spends.count]
            let forecast = LifetimeForecast(model: model, spend: spend, horizon: horizon, discount: 0.1, margin: 0.4)
            for (customer, own) in zip(Self.customers, forecast.customers(Self.customers)) {
                Self.check(own, "\(model), \(horizon), \(spend), \(customer)")
                #expect(forecast.residualValue(of: customer)?.isFinite == true)
            }
            Self.check(forecast.newcomer(), "\(model), \(horizon), \(spend)")
            let totals = horizon < 1_000 ? forecast.weeks(of: Self.customers) : []
            for total in totals + [forecast.total(of: Self.customers)] {
                let ends = [total.orders.lower, total.orders.upper, total.value.lower, total.value.upper]
                let numbers = ends + [total.expectedOrders, total.expectedValue]
                #expect(
                    numbers.allSatisfy { $0.isFinite && $0 >= 0 } && ends[0] <= ends[1] && ends[2] <= ends[3],
                    "\(model), \(horizon), \(spend): \(total)")
            }
        }
    }

    static func check(_ forecast: CustomerForecast, _ what: String) {
        guard let intervals = forecast.intervals else {
            Issue.record("no intervals")
            return
        }
        let numbers = [
            forecast.pAlive, forecast.expectedOrders, forecast.expectedSpend, forecast.expectedValue,
            intervals.orders.lower, intervals.orders.upper, intervals.value.lower, intervals.value.upper,
        ]
        #expect(numbers.allSatisfy { $0.isFinite && $0 >= 0 }, "\(what): \(numbers)")
        #expect(forecast.pAlive <= 1, "\(what)")
        #expect(intervals.orders.lower <= intervals.orders.upper, "\(what)")
        #expect(intervals.value.lower <= intervals.value.upper, "\(what)")
    }
}
