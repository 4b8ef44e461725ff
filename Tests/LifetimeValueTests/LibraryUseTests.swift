// Without @testable: what a user of the library sees.
import LifetimeValue
import Testing

@Suite("The library in a few lines") struct LibraryUseTests {
    @Test("from customers to expected orders, spend and discounted orders") func fewLines() throws {
        // 400 customers of every kind: frequency, recency and age in days, and the mean of later orders.
        let customers = try (0..<400).map { place in
            let frequency = [0, 0, 0, 1, 2, 5][place % 6]
            let recency = frequency == 0 ? 0 : 20 * frequency + place % 83
            return try PurchaseSummary(frequency: frequency, recency: recency, age: 250 + place % 110)
        }
        let amounts = customers.enumerated().map { place, customer in
            SpendSummary(frequency: customer.frequency, mean: 20 + Double(place * 37 % 60))
        }

        let fit = try PurchaseModelName.bgNBD.fit(to: PurchaseSummaries(customers))
        let alive = fit.model.probabilityAlive(given: customers[5])
        let orders = fit.model.expectedOrders(in: 365, given: customers[5])
        let spend = try GammaGamma.fit(to: SpendSummaries(amounts))
        let amount = spend.model.expectedAmount(frequency: 5, mean: amounts[5].mean)

        #expect(alive > 0 && alive < 1 && orders > 0)
        #expect(try #require(amount) > 20)
        #expect(fit.parameters(in: .week).map(\.key) == [.r, .alpha, .a, .b])
        #expect(fit[.alpha]?.value == fit.model.parameters[1])
        #expect(fit.bic > fit.aic && fit.iterations > 0 && fit.customers == 400)
        let model = try #require(fit.model as? any DiscountingPurchaseModel)
        #expect(model.discountedOrders(rate: 0.0004, in: 365, given: customers[5]) < orders)
    }

    @Test("from customers to their value ahead, and the base's") func value() throws {
        let refunds = (0..<300).map { RefundSummary(orders: 1 + $0 % 4, gross: 60, refunded: $0 % 9 == 0 ? 20 : 0) }
        let shares = RefundShares(refunds)
        let customers = try (0..<300).map { place in
            let frequency = [0, 0, 1, 2, 5][place % 5]
            let recency = frequency == 0 ? 0 : 20 * frequency + place % 83
            return CustomerSummary(
                try PurchaseSummary(frequency: frequency, recency: recency, age: 250 + place % 110),
                meanAmount: 20 + Double(place * 37 % 60), netFactor: shares.netFactor(of: refunds[place]))
        }

        let fit = try PurchaseModelName.mbgNBD.fit(to: PurchaseSummaries(customers.map(\.purchases)))
        let spend = try GammaGamma.fit(
            to: SpendSummaries(
                customers.map { SpendSummary(frequency: $0.purchases.frequency, mean: $0.meanAmount) }))
        let forecast = LifetimeForecast(fit, spend: spend, horizon: 365, discount: 0.10, margin: 0.4)
        let each = forecast.customers(customers)
        let total = forecast.total(of: customers)

        #expect(each.count == 300 && each.allSatisfy { $0.pAlive > 0 && $0.expectedValue > 0 })
        #expect(each.allSatisfy { ($0.intervals?.orders.upper ?? -1) >= 0 })
        #expect(total.orders.lower < total.expectedOrders && total.expectedOrders < total.orders.upper)
        #expect(forecast.weeks(of: customers).count == 53 && forecast.newcomer().expectedOrders > 0)
        #expect(try #require(forecast.residualValue(of: customers[4])) > each[4].expectedValue)
    }

    @Test("subscriptions: fit and forecast") func subscriptions() throws {
        let counts = TenureCounts(survivors: [1000, 869, 743, 653, 593])
        let fit = try ShiftedBetaGeometric.fit(to: counts)
        #expect(fit.model.survival(after: 12) < 0.593)
        #expect(fit.model.retentionRate(in: 5) > fit.model.retentionRate(in: 1))
        #expect(KaplanMeier(counts).steps.map(\.period) == [1, 2, 3, 4])
    }
}
