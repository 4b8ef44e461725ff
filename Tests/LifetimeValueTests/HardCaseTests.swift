import Testing

@testable import LifetimeValue

@Suite("Hard cases") struct HardCaseTests {
    @Test("plain powers would vanish: 200 purchases in 40 weeks") func underflow() throws {
        let base = PurchaseSummaries([try PurchaseSummary(frequency: 200, recency: 38 * 7, age: 40 * 7)])
        let weeks = 200 * log(7.0)
        let bg = BetaGeometricNBD(r: 0.25, alpha: 28, a: 0.8, b: 2.5).logLikelihood(of: base)
        #expect(abs(bg + weeks - 100.795693) < 1e-6)
        let mbg = ModifiedBetaGeometricNBD(r: 0.25, alpha: 28, a: 0.8, b: 2.5).logLikelihood(of: base)
        #expect(abs(mbg + weeks - 100.786910) < 1e-6)
        // In units of four weeks.
        #expect(abs(bg + 200 * log(28.0) - 378.054565) < 1e-6)
    }

    @Test("the pole at a = 1 is removable", arguments: [(0.999_999, 1.101989), (1, 1.101989), (1.000_001, 1.101988)])
    func pole(a: Double, expected: Double) throws {
        let model = BetaGeometricNBD(r: 0.2425945, alpha: 441.36021, a: a, b: 2.4259069)
        let summary = try PurchaseSummary(frequency: 2, recency: 3_043, age: 3_886)
        #expect(abs(model.expectedOrders(in: 3_900, given: summary) - expected) < 1e-6)
    }

    @Test("Pareto/NBD has no pole at s = 1", arguments: [0.999_999, 1, 1.000_001]) func paretoPole(s: Double) {
        let orders = ParetoNBD(r: 0.5, alpha: 70, s: s, beta: 84).expectedOrders(in: 364)
        #expect(abs(orders - 0.5 / 70 * 84 * log(1 + 364 / 84.0)) < 1e-5)
    }

    @Test(
        "Online Retail until August shows nobody leaving: NBD is reported, and its forecast",
        arguments: [PurchaseModelName.bgNBD, .mbgNBD])
    func nobodyLeaves(asked: PurchaseModelName) throws {
        let shop = try RealShop.onlineRetail.get()
        let summaries = shop.summaries(until: RealShop.endOfAugust)
        let base = PurchaseSummaries(summaries)
        #expect(base.customers == 3_317 && base.laterPurchases == 7_051)
        let fit = try asked.fit(to: base)
        #expect(fit.warnings.contains(.nobodyLeaves(asked: asked)))
        #expect(fit.model is NBD)
        #expect(abs(fit.logLikelihood(in: .week) - -21758.02079) < 1e-4)
        let parameters = fit.parameters(in: .week)
        #expect(relativeError(parameters[0].value, 0.722683) < 1e-4)
        #expect(relativeError(parameters[1].value, 9.423701) < 1e-4)
        let total = fit.model.expectedOrders(in: 100, given: summaries).reduce(0, +)
        #expect(abs(total - 3633.908) < 0.01)
    }

    @Test(
        "expected orders stay sensible where a vanishes or b has no end",
        arguments: [(1e-6, 1.0), (1e-6, 1e6), (1e-7, 1e7), (1.0, 1e7), (1e-7, 1e-7)])
    func edges(a: Double, b: Double) throws {
        let nobody = NBD(r: 0.722683, alpha: 65.97)
        let model = BetaGeometricNBD(r: 0.722683, alpha: 65.97, a: a, b: b)
        for (frequency, recency, age) in [(0, 0, 200), (3, 100, 200), (40, 199, 200), (5_000, 700, 730)] {
            let summary = try PurchaseSummary(frequency: frequency, recency: recency, age: age)
            let orders = model.expectedOrders(in: 100, given: summary)
            #expect(orders >= 0 && orders <= nobody.expectedOrders(in: 100, given: summary) * (1 + 1e-9))
            // One who bought daily and stopped a month ago has left even where hardly anybody does.
            guard a / b < 1e-6, frequency < 5_000 else { continue }
            #expect(relativeError(orders, nobody.expectedOrders(in: 100, given: summary)) < 0.01)
        }
    }

    @Test(
        "another unit of time changes nothing but the unit", arguments: [PurchaseModelName.bgNBD, .mbgNBD, .paretoNBD])
    func timeUnit(name: PurchaseModelName) throws {
        let summaries = try RealShop.cdnowSample.get().summaries(until: RealShop.calibrationEnd)
        let longer = try summaries.map {
            try PurchaseSummary(
                frequency: Int($0.frequency), recency: 7 * Int($0.recency), age: 7 * Int($0.age))
        }
        let (fit, other) = (
            try name.fit(to: PurchaseSummaries(summaries)), try name.fit(to: PurchaseSummaries(longer))
        )
        let moved = Double(2_457) * log(7.0)
        #expect(abs(other.logLikelihood + moved - fit.logLikelihood) < 1e-6)
        for (one, two) in zip(fit.parameters(in: .day), other.parameters(in: .week)) {
            #expect(relativeError(one.value, two.value) < 1e-5, "\(one) \(two)")
            #expect(relativeError(try #require(one.standardError), try #require(two.standardError)) < 1e-3)
        }
    }

    @Test("another unit of money changes nothing but the unit", arguments: [1e-6, 1e6, 1e9]) func money(unit: Double)
        throws
    {
        let rows = try RealShop.cdnowSample.get().customers.map { purchases in
            let later = purchases.dropFirst().filter { $0.day <= RealShop.calibrationEnd }
            let mean = later.reduce(0) { $0 + $1.money } / Double(max(1, later.count))
            return SpendSummary(frequency: Int32(later.count), mean: mean)
        }
        let fit = try GammaGamma.fit(to: SpendSummaries(rows))
        let other = try GammaGamma.fit(
            to: SpendSummaries(rows.map { SpendSummary(frequency: $0.frequency, mean: $0.mean * unit) }))
        #expect(relativeError(other.model.p, fit.model.p) < 1e-6)
        #expect(relativeError(other.model.q, fit.model.q) < 1e-6)
        #expect(relativeError(other.model.gamma, fit.model.gamma * unit) < 1e-6)
        #expect(abs(other.logLikelihood + 946 * log(unit) - fit.logLikelihood) < 1e-6)
    }

    @Test("the order of customers changes no bit", arguments: PurchaseModelName.allCases) func order(
        name: PurchaseModelName
    ) throws {
        var random = SystemRandomNumberGenerator()
        let summaries = try RealShop.cdnowSample.get().summaries(until: RealShop.calibrationEnd)
        let one = PurchaseSummaries(summaries)
        let other = PurchaseSummaries(summaries.shuffled(using: &random))
        #expect(one == other)
        #expect(PurchaseSummaries(counted: one.distinct) == one)
    }

    @Test("the tables behind a thinned base keep its shape") func thinned() throws {
        let base = try RealShop.cdnow.get().base(until: RealShop.calibrationEnd)
        let small = base.thinned(to: 2_000)
        #expect(abs(small.customers - 2_000) <= 1)
        let ratio = Double(small.laterPurchases) / Double(base.laterPurchases) * Double(base.customers) / 2_000
        #expect(abs(ratio - 1) < 0.01)
        #expect(base.thinned(to: 100_000) == base)
    }
}
