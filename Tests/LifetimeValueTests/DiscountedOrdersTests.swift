import Testing

@testable import LifetimeValue

@Suite("Discounted orders ahead") struct DiscountedOrdersTests {
    /// Sample id and DERT of Pareto/NBD at 0.0027 a week.
    static let residual = [
        ("0001", 6.4824), ("0002", 0.76225), ("0003", 0.47696), ("0006", 16.53602), ("0509", 55.72382),
        ("1516", 86.02436),
    ]

    @Test("Pareto/NBD: the published residual transactions of six customers", arguments: residual)
    func pareto(id: String, expected: Double) throws {
        let row = try #require(try ReferenceTable("cdnow_sample.csv").rows.first { $0[0] == id })
        let purchases = try RealShop.cdnow.get().customers[try #require(Int(row[1]))]
        let summary = try #require(RealShop.summary(purchases, until: RealShop.calibrationEnd))
        let orders = PublishedPredictionTests.pareto.discountedOrders(rate: 0.0027 / 7, given: summary)
        #expect(relativeError(orders, expected) < 1e-5)
    }

    @Test("the mean over the sample with the parameters of 78 weeks is 4.00014") func mean() throws {
        let model = ParetoNBD(r: 0.563004, alpha: 7 * 12.559168, s: 0.408107, beta: 7 * 10.514546)
        let base = try RealShop.cdnowSample.get().base(until: RealShop.holdoutEnd)
        let sum = base.distinct.reduce(0) {
            $0 + Double($1.customers) * model.discountedOrders(rate: 0.0027 / 7, given: $1.summary)
        }
        #expect(abs(sum / 2_357 - 4.00014) < 2e-5)
    }

    static let models: [any DiscountingPurchaseModel] = [
        NBD(r: 0.4, alpha: 80), PublishedPredictionTests.bg, PublishedPredictionTests.mbg,
        PublishedPredictionTests.pareto,
    ]

    @Test("with hardly a discount they are the expected orders, with one they are fewer", arguments: models.indices)
    func undiscounted(place: Int) throws {
        let model = Self.models[place]
        for (frequency, recency, age) in [(0, 0, 0), (0, 0, 270), (2, 213, 272), (26, 216, 217), (5_000, 730, 730)] {
            let summary = try PurchaseSummary(frequency: frequency, recency: recency, age: age)
            for horizon in [1.0, 30, 365, 3_650] {
                let orders = model.expectedOrders(in: horizon, given: summary)
                let sum = model.discountedOrders(rate: 1e-12, in: horizon, given: summary)
                #expect(relativeError(sum, orders) < 1e-8, "\(summary), \(horizon)")
                #expect(model.discountedOrders(rate: 1e-3, in: horizon, given: summary) < orders)
            }
            #expect(model.discountedOrders(rate: 1e-3, in: 0, given: summary) == 0)
        }
    }

    @Test("NBD: a constant rate for ever is the rate over the discount") func forEver() throws {
        let summary = try PurchaseSummary(frequency: 3, recency: 100, age: 120)
        let orders = NBD(r: 0.4, alpha: 80).discountedOrders(rate: 0.0004, given: summary)
        #expect(relativeError(orders, 3.4 / 200 / 0.0004) < 1e-9)
    }
}
