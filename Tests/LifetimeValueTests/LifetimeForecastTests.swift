import TestSupport
import Testing

@testable import LifetimeValue

@Suite("Forecasts of customers and bases") struct LifetimeForecastTests {
    static let spend = GammaGamma(p: 6.25, q: 3.74, gamma: 15.44)

    /// Customers of many kinds, a few of every frequency and age, so that tables by age are used.
    static func customers(_ count: Int, seed: UInt64, weeks: Bool = false) -> [CustomerSummary] {
        var random = SeededGenerator(seed: seed)
        return (0..<count).map { _ in
            let age = Int32.random(in: 0...(weeks ? 60 : 800), using: &random)
            let recency = age == 0 || Bool.random(using: &random) ? 0 : Int32.random(in: 1...age, using: &random)
            let frequency = recency == 0 ? 0 : min(recency, Int32.random(in: 1...(weeks ? 12 : 30), using: &random))
            return CustomerSummary(
                PurchaseSummary(frequency: frequency, knownRecency: recency, age: age),
                meanAmount: frequency == 0 ? 0 : Double.random(in: 5...200, using: &random),
                netFactor: Double.random(in: 0.5...1, using: &random))
        }
    }

    @Test("all at once are as each alone", arguments: CountDistributionTests.models.indices) func alone(place: Int) {
        let model = CountDistributionTests.models[place]
        let customers = Self.customers(Effort.isDebug ? 200 : 3_000, seed: 3, weeks: model is BetaGeometricBetaBinomial)
        let forecast = LifetimeForecast(model: model, spend: Self.spend, horizon: 90, discount: 0.1, margin: 0.4)
        let all = forecast.customers(customers)
        for (customer, own) in zip(customers, all) {
            let summary = customer.purchases
            #expect(relativeError(own.pAlive, model.probabilityAlive(given: summary)) < 1e-12)
            let orders = model.expectedOrders(in: 90, given: summary)
            #expect(relativeError(own.expectedOrders, orders) < 1e-9, "\(model), \(summary)")
            let spend = Self.spend.expectedAmount(frequency: Int(summary.frequency), mean: customer.meanAmount)
            #expect(relativeError(own.expectedSpend, spend ?? 0) < 1e-12)
        }
        // A few of them as bases of one.
        for place in stride(from: 0, to: customers.count, by: max(1, customers.count / 10)) {
            let one = forecast.customers([customers[place]])[0]
            #expect(relativeError(one.expectedValue, all[place].expectedValue) < 1e-9)
            #expect(one.intervals?.orders == all[place].intervals?.orders)
            let (upper, other) = (one.intervals?.value.upper ?? -1, all[place].intervals?.value.upper ?? -1)
            #expect(relativeError(upper, other, floor: 1) < 2e-3, "\(model), \(customers[place])")
        }
        let plain = forecast.customers(customers, intervals: false)
        #expect(zip(all, plain).allSatisfy { $0.expectedValue == $1.expectedValue && $1.intervals == nil })
    }

    @Test("intervals of orders are the quantiles of the counts", arguments: CountDistributionTests.models.indices)
    func orderQuantiles(place: Int) throws {
        let model = CountDistributionTests.models[place]
        let forecast = LifetimeForecast(model: model, spend: Self.spend, horizon: 60)
        for summary in CountDistributionTests.histories(model) {
            let own = try #require(forecast.customers([CustomerSummary(summary, meanAmount: 20)])[0].intervals)
            var (sum, lower, upper): (Double, Double?, Double?) = (0, nil, nil)
            for (k, chance) in model.orderCounts(upTo: Effort.isDebug ? 400 : 3_000, in: 60, given: summary)
                .enumerated()
            {
                sum += chance
                if sum >= 0.05, lower == nil { lower = Double(k) }
                if sum >= 0.95, upper == nil { upper = Double(k) }
            }
            #expect(own.orders == ForecastInterval(lower: lower ?? -1, upper: upper ?? -1), "\(model), \(summary)")
        }
    }

    /// As shops have them, with hardly a mean, and nearly alike.
    static let spends = [spend, GammaGamma(p: 0.4, q: 1.3, gamma: 40), GammaGamma(p: 60, q: 80, gamma: 30)]

    @Test(
        "intervals of value are the quantiles of the sums", arguments: CountDistributionTests.models.indices, spends)
    func valueQuantiles(place: Int, spend: GammaGamma) throws {
        let model = CountDistributionTests.models[place]
        let forecast = LifetimeForecast(model: model, spend: spend, horizon: 60, margin: 0.4)
        for summary in CountDistributionTests.histories(model) {
            let customer = CustomerSummary(summary, meanAmount: 20, netFactor: 0.9)
            let own = try #require(forecast.customers([customer])[0].intervals)
            let counts = model.orderCounts(upTo: Effort.isDebug ? 400 : 1_000, in: 60, given: summary)
            /// P(value ≤ v), order by order.
            func below(_ v: Double) -> Double {
                let w = v / forecast.unit(of: customer)
                let known = spend.q + spend.p * Double(summary.frequency)
                return counts.enumerated().reduce(0) { sum, entry in
                    guard entry.offset > 0 else { return sum + entry.element }
                    let shape = spend.p * Double(entry.offset)
                    let own = IncompleteBeta.both(shape, known, w / (1 + w), rest: 1 / (1 + w)).lower
                    return sum + entry.element * own
                }
            }
            if own.value.upper > 0 {
                #expect(abs(below(own.value.upper) - 0.95) < 2e-3, "\(model), \(summary): \(below(own.value.upper))")
            } else {
                #expect(counts[0] >= 0.95 - 1e-9)
            }
            if own.value.lower > 0 {
                #expect(abs(below(own.value.lower) - 0.05) < 2e-3, "\(model), \(summary): \(below(own.value.lower))")
            } else {
                #expect(counts[0] >= 0.05 - 1e-9)
            }
        }
    }

    @Test("monthly discounting is worth what continuous discounting is", arguments: [0, 1, 2, 3])
    func discounting(place: Int) {
        let model = DiscountedOrdersTests.models[place]
        for (horizon, discount) in [(10.0, 0.1), (365, 0.1), (1_825, 0.15), (400, 1)] {
            let forecast = LifetimeForecast(
                model: model, spend: Self.spend, horizon: horizon, discount: discount, margin: 0.3)
            for customer in Self.customers(40, seed: 9) {
                let own = forecast.customers([customer], intervals: false)[0]
                let orders = model.discountedOrders(
                    rate: log1p(discount) / 365, in: horizon, given: customer.purchases)
                let value = orders * 0.3 * customer.netFactor * own.expectedSpend
                #expect(relativeError(own.expectedValue, value) < discount / 1_000)
            }
        }
    }

    @Test("a newcomer is expected to order what the model says of new customers, for the base's mean amount")
    func newcomer() throws {
        for model in CountDistributionTests.models {
            let newcomer = LifetimeForecast(model: model, spend: Self.spend, horizon: 200).newcomer()
            #expect(relativeError(newcomer.expectedOrders, model.expectedOrders(in: 200)) < 1e-10)
            #expect(relativeError(newcomer.expectedSpend, try #require(Self.spend.populationMean)) < 1e-12)
            #expect(relativeError(newcomer.expectedValue, newcomer.expectedOrders * newcomer.expectedSpend) < 1e-12)
        }
    }

    @Test("residual value is the value of a horizon without end") func residual() throws {
        let customer = CustomerSummary(PurchaseSummary(frequency: 2, knownRecency: 213, age: 272), meanAmount: 22)
        let forecast = LifetimeForecast(
            model: PublishedPredictionTests.pareto, spend: Self.spend, horizon: 365, discount: 0.15, margin: 0.3)
        let forever = LifetimeForecast(
            model: PublishedPredictionTests.pareto, spend: Self.spend, horizon: 100_000, discount: 0.15, margin: 0.3)
        let value = try #require(forecast.residualValue(of: customer))
        #expect(relativeError(forever.customers([customer])[0].expectedValue, value) < 1e-4)
        let undiscounted = LifetimeForecast(
            model: PublishedPredictionTests.pareto, spend: Self.spend, horizon: 365)
        #expect(undiscounted.residualValue(of: customer) == nil)
    }

    @Test("totals and weeks add up to the customers", arguments: CountDistributionTests.models.indices)
    func totals(place: Int) {
        let model = CountDistributionTests.models[place]
        let customers = Self.customers(Effort.isDebug ? 200 : 2_000, seed: 5, weeks: model is BetaGeometricBetaBinomial)
        let forecast = LifetimeForecast(model: model, spend: Self.spend, horizon: 40, discount: 0.1, margin: 0.4)
        let (each, total, weeks) = (
            forecast.customers(customers), forecast.total(of: customers), forecast.weeks(of: customers)
        )
        #expect(relativeError(total.expectedOrders, each.reduce(0) { $0 + $1.expectedOrders }) < 1e-9)
        #expect(relativeError(total.expectedValue, each.reduce(0) { $0 + $1.expectedValue }) < 1e-9)
        #expect(weeks.map(\.end) == [7, 14, 21, 28, 35, 40] && weeks.map(\.start) == [0, 7, 14, 21, 28, 35])
        #expect(relativeError(weeks.reduce(0) { $0 + $1.expectedOrders }, total.expectedOrders) < 1e-9)
        #expect(relativeError(weeks.reduce(0) { $0 + $1.expectedValue }, total.expectedValue) < 2e-3)
        for part in weeks + [total] {
            #expect(part.orders.lower <= part.expectedOrders && part.expectedOrders <= part.orders.upper)
            #expect(part.value.lower < part.expectedValue && part.expectedValue < part.value.upper)
        }
        let nobody = forecast.total(of: [])
        #expect(nobody.expectedOrders == 0 && nobody.orders == ForecastInterval(lower: 0, upper: 0))
        #expect(nobody.customers == 0 && nobody.expectedValue == 0 && nobody.value.upper == 0)
    }

    @Test("the variance of one customer's orders is that of their distribution") func variances() {
        for model in CountDistributionTests.models {
            for summary in CountDistributionTests.histories(model).prefix(5) {
                let counts = model.orderCounts(upTo: Effort.isDebug ? 400 : 2_000, in: 30, given: summary)
                let (mean, square) = counts.enumerated().reduce((0.0, 0.0)) { sum, entry in
                    let k = Double(entry.offset)
                    return (sum.0 + k * entry.element, sum.1 + k * k * entry.element)
                }
                let forecast = LifetimeForecast(model: model, spend: Self.spend, horizon: 30)
                let one = [CustomerSummary(summary, meanAmount: 20)]
                let sums = BaseSums(one, CustomerPairs(one, forecast.model), forecast)
                let total = sums.totals([forecast.schedule])[0]
                let variance = square - mean * mean
                #expect(relativeError(total.ordersVariance, variance, floor: 1e-3) < 1e-4, "\(model), \(summary)")
            }
        }
    }

    @Test("the order of customers changes no bit of a total", arguments: [PurchaseModelName.bgNBD, .paretoNBD])
    func order(name: PurchaseModelName) throws {
        var random = SeededGenerator(seed: 77)
        let customers = Self.customers(6_000, seed: 21)
        let fit = try name.fit(to: PurchaseSummaries(customers.map(\.purchases)))
        let spend = try GammaGamma.fit(
            to: SpendSummaries(customers.map { SpendSummary(frequency: $0.purchases.frequency, mean: $0.meanAmount) }))
        let forecast = LifetimeForecast(fit, spend: spend, horizon: 60, discount: 0.1, margin: 0.4)
        let total = forecast.total(of: customers)
        #expect(forecast.total(of: customers.shuffled(using: &random)) == total)
        #expect(forecast.weeks(of: customers.shuffled(using: &random)) == forecast.weeks(of: customers))
        // What the parameters leave open makes the interval wider than chance alone.
        let known = LifetimeForecast(model: fit.model, spend: spend.model, horizon: 60, discount: 0.1, margin: 0.4)
        let chance = known.total(of: customers)
        #expect(chance.expectedOrders == total.expectedOrders)
        #expect(chance.orders.upper < total.orders.upper && chance.value.upper < total.value.upper)
        #expect(chance.orders.lower > total.orders.lower && chance.value.lower > total.value.lower)
    }

    @Test("another unit of time changes nothing but the unit") func time() {
        let models: [(any PurchaseModel, any PurchaseModel)] = [
            (NBD(r: 0.4, alpha: 80), NBD(r: 0.4, alpha: 560)),
            (
                BetaGeometricNBD(r: 0.25, alpha: 31, a: 0.8, b: 2.4),
                BetaGeometricNBD(r: 0.25, alpha: 217, a: 0.8, b: 2.4)
            ),
            (
                ModifiedBetaGeometricNBD(r: 0.5, alpha: 43, a: 0.9, b: 1.6),
                ModifiedBetaGeometricNBD(r: 0.5, alpha: 301, a: 0.9, b: 1.6)
            ),
            (ParetoNBD(r: 0.55, alpha: 74, s: 0.6, beta: 82), ParetoNBD(r: 0.55, alpha: 518, s: 0.6, beta: 574)),
        ]
        let customers = Self.customers(800, seed: 31)
        let longer = customers.map { customer in
            let own = customer.purchases
            let summary = PurchaseSummary(
                frequency: own.frequency, knownRecency: 7 * own.recency, age: 7 * own.age)
            return CustomerSummary(summary, meanAmount: customer.meanAmount, netFactor: customer.netFactor)
        }
        for (model, other) in models {
            let one = LifetimeForecast(model: model, spend: Self.spend, horizon: 90, discount: 0.1)
            let two = LifetimeForecast(model: other, spend: Self.spend, horizon: 630, discount: 0.1, year: 7 * 365)
            for (a, b) in zip(one.customers(customers), two.customers(longer)) {
                #expect(relativeError(a.pAlive, b.pAlive) < 1e-11 && a.intervals?.orders == b.intervals?.orders)
                #expect(relativeError(a.expectedValue, b.expectedValue) < 1e-9)
            }
            let (total, otherTotal) = (one.total(of: customers), two.total(of: longer))
            #expect(total.orders == otherTotal.orders)
            #expect(relativeError(total.value.upper, otherTotal.value.upper) < 1e-9)
        }
    }

    @Test("everybody spends the same: a forecast needs no spend model that was fitted") func sameForAll() throws {
        let forecast = LifetimeForecast(
            model: PublishedPredictionTests.bg, spend: .everybody(spends: 12.5), horizon: 90)
        for customer in Self.customers(50, seed: 8) {
            let own = forecast.customers([CustomerSummary(customer.purchases, meanAmount: .nan)])[0]
            #expect(relativeError(own.expectedSpend, 12.5) < 1e-9)
            let intervals = try #require(own.intervals)
            #expect(relativeError(intervals.value.upper, 12.5 * intervals.orders.upper, floor: 1) < 0.01)
        }
    }

    @Test("another unit of money changes nothing but the unit", arguments: [1e-6, 1e9]) func money(unit: Double) throws
    {
        let shop = try RealShop.cdnowSample.get()
        let fit = try PurchaseModelName.bgNBD.fit(to: shop.base(until: RealShop.calibrationEnd))
        func forecast(_ unit: Double) throws -> (customers: [CustomerForecast], total: ForecastTotal) {
            let customers: [CustomerSummary] = shop.customers.compactMap { purchases in
                guard let summary = RealShop.summary(purchases, until: RealShop.calibrationEnd) else { return nil }
                let later = purchases.dropFirst().filter { $0.day <= RealShop.calibrationEnd }
                let mean = later.reduce(0) { $0 + $1.money * unit } / Double(max(1, later.count))
                return CustomerSummary(summary, meanAmount: mean)
            }
            let spend = try GammaGamma.fit(
                to: SpendSummaries(
                    customers.map { SpendSummary(frequency: $0.purchases.frequency, mean: $0.meanAmount) }))
            let forecast = LifetimeForecast(fit, spend: spend, horizon: 365, discount: 0.1, margin: 0.4)
            return (forecast.customers(customers), forecast.total(of: customers))
        }
        let (one, other) = (try forecast(1), try forecast(unit))
        #expect(one.total.orders == other.total.orders)
        #expect(relativeError(other.total.expectedValue, one.total.expectedValue * unit) < 1e-6)
        #expect(relativeError(other.total.value.upper, one.total.value.upper * unit) < 1e-5)
        #expect(relativeError(other.total.value.lower, one.total.value.lower * unit) < 1e-5)
        for (a, b) in zip(one.customers, other.customers) {
            #expect(a.intervals?.orders == b.intervals?.orders)
            #expect(relativeError(b.expectedValue, a.expectedValue * unit) < 1e-6)
            let (upper, otherUpper) = (a.intervals?.value.upper ?? -1, b.intervals?.value.upper ?? -1)
            #expect(relativeError(otherUpper, upper * unit, floor: 1e-6 * unit) < 1e-5)
        }
    }
}
