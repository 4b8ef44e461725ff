import Testing

@testable import LifetimeValue

@Suite("Predictions at published parameters") struct PublishedPredictionTests {
    /// The sample's maxima with times in weeks.
    static let bg = BetaGeometricNBD(r: 0.2425945, alpha: 7 * 4.4136021, a: 0.792922, b: 2.425907)
    static let mbg = ModifiedBetaGeometricNBD(r: 0.5248431, alpha: 7 * 6.1830842, a: 0.8913594, b: 1.6140023)
    static let pareto = ParetoNBD(r: 0.5532771, alpha: 7 * 10.577684, s: 0.606240, beta: 7 * 11.668734)
    static let spend = GammaGamma(p: 6.2495701, q: 3.7442256, gamma: 15.4435316)

    /// Sample id; P(alive) and expected orders in 39 weeks by BG/NBD, MBG/NBD and Pareto/NBD; the mean amount.
    static let customers: [(id: String, figures: [Double], amount: Double)] = [
        ("0001", [0.726620, 1.225994, 0.706138, 1.262759, 0.869134, 1.455202], 24.65392),
        ("0002", [0.212391, 0.203419, 0.170951, 0.188945, 0.167996, 0.171114], 18.91002),
        ("0003", [1, 0.194794, 0.389723, 0.153966, 0.295113, 0.107070], 35.17037),
        ("0006", [0.641835, 3.337571, 0.622680, 3.167169, 0.749453, 3.712087], 71.46468),
        ("0509", [0.946453, 12.823260, 0.941243, 12.136129, 0.989425, 12.696302], 77.59779),
        ("1516", [0.968854, 20.748902, 0.965485, 19.446608, 0.997873, 20.114820], 39.89029),
    ]

    @Test("six customers of CDNOW", arguments: customers.indices) func customer(place: Int) throws {
        let (id, figures, amount) = Self.customers[place]
        let row = try #require(try ReferenceTable("cdnow_sample.csv").rows.first { $0[0] == id })
        let purchases = try RealShop.cdnow.get().customers[try #require(Int(row[1]))]
        let summary = try #require(RealShop.summary(purchases, until: RealShop.calibrationEnd))
        let models: [any PurchaseModel] = [Self.bg, Self.mbg, Self.pareto]
        let values = models.flatMap {
            [$0.probabilityAlive(given: summary), $0.expectedOrders(in: 39 * 7, given: summary)]
        }
        for (value, expected) in zip(values, figures) { #expect(relativeError(value, expected) < 1e-5) }
        let later = purchases.dropFirst().filter { $0.day <= RealShop.calibrationEnd }
        let mean = later.reduce(0) { $0 + $1.money } / Double(max(1, later.count))
        let expected = try #require(Self.spend.expectedAmount(frequency: later.count, mean: mean))
        #expect(relativeError(expected, amount) < 1e-6)
    }

    /// Sums over the sample: E[X(T)], E[X(T + 39)], E[Y(39)], mean absolute error and root mean square against what came.
    static let sums: [(model: any PurchaseModel, figures: [Double])] = [
        (bg, [2493.957, 4160.609, 1653.409, 0.78545, 1.60798]),
        (mbg, [2475.636, 4049.953, 1576.728, 0.76478, 1.60718]),
        (pareto, [2524.933, 4270.040, 1665.513, 0.75452, 1.60285]),
    ]

    @Test("the whole sample", arguments: sums.indices) func base(place: Int) throws {
        let (model, figures) = Self.sums[place]
        let shop = try RealShop.cdnowSample.get()
        let summaries = shop.summaries(until: RealShop.calibrationEnd)
        let holdout = shop.customers.map { $0.filter { $0.day > RealShop.calibrationEnd }.count }
        #expect(holdout.reduce(0, +) == 1_882)
        var fromNew: [Double: Double] = [:]
        func expected(_ days: Double) -> Double {
            if let known = fromNew[days] { return known }
            let value = model.expectedOrders(in: days)
            fromNew[days] = value
            return value
        }
        let orders = model.expectedOrders(in: 39 * 7, given: summaries)
        let errors = zip(orders, holdout).map { $0 - Double($1) }
        let (absolute, squared) = (errors.reduce(0) { $0 + abs($1) }, errors.reduce(0) { $0 + $1 * $1 })
        let values = [
            summaries.reduce(0) { $0 + expected(Double($1.age)) },
            summaries.reduce(0) { $0 + expected(Double($1.age) + 39 * 7) },
            orders.reduce(0, +), absolute / 2_357, (squared / 2_357).squareRoot(),
        ]
        for (value, expected) in zip(values, figures) { #expect(relativeError(value, expected) < 1e-5) }
    }

    @Test("expected orders of a new customer after 1 to 104 weeks") func newCustomer() {
        let weeks = [1.0, 13, 26, 39, 52, 78, 104]
        let tables: [(any PurchaseModel, [Double])] = [
            (Self.bg, [0.053184, 0.533637, 0.901319, 1.195010, 1.444012, 1.857958, 2.199828]),
            (Self.mbg, [0.053060, 0.535084, 0.898146, 1.182280, 1.418885, 1.803630, 2.113624]),
            (Self.pareto, [0.051006, 0.531399, 0.908914, 1.213404, 1.473434, 1.909866, 2.274721]),
        ]
        for (model, expected) in tables {
            for (week, orders) in zip(weeks, expected) {
                #expect(abs(model.expectedOrders(in: 7 * week) - orders) < 1e-6)
            }
        }
    }

    @Test("BTYD's walk-through customer under Pareto/NBD") func walkThrough() throws {
        let model = ParetoNBD(r: 0.5534, alpha: 7 * 10.5802, s: 0.6061, beta: 7 * 11.6562)
        // In hundredths of a week, for its times are rounded to them.
        let inHundredths = ParetoNBD(r: 0.5534, alpha: 1058.02, s: 0.6061, beta: 1165.62)
        let summary = try PurchaseSummary(frequency: 26, recency: 3_086, age: 3_100)
        #expect(abs(inHundredths.probabilityAlive(given: summary) - 0.997918) < 1e-6)
        #expect(abs(inHundredths.expectedOrders(in: 5_200, given: summary) - 25.45491) < 1e-4)
        #expect(abs(model.expectedOrders(in: 52 * 7) - 1.473067) < 1e-6)
    }

    @Test("log-likelihoods of single customers at the paper's parameters, times in hundredths of a week")
    func rows() throws {
        let model = BetaGeometricNBD(r: 0.243, alpha: 441.4, a: 0.793, b: 2.426)
        let rows: [(Int, Int, Int, Double)] = [
            (2, 3_043, 3_886, -9.458606), (1, 171, 3_886, -4.469093), (0, 0, 3_886, -0.554713),
            (7, 2_943, 3_886, -21.863276), (0, 0, 2_700, -0.476881), (4, 2_657, 2_700, -14.126940),
        ]
        for (frequency, recency, age, expected) in rows {
            let summary = try PurchaseSummary(frequency: frequency, recency: recency, age: age)
            let value = model.logLikelihood(of: PurchaseSummaries([summary])) + Double(frequency) * log(100)
            #expect(abs(value - expected) < 1e-6)
        }
    }

    @Test("how many customers buy 0 to 6 times: chi-squares 4.82, 2.96 and the table of BG/NBD") func counts() throws {
        let summaries = try RealShop.cdnowSample.get().summaries(until: RealShop.calibrationEnd)
        let actual = [1_411.0, 439, 214, 100, 62, 38, 29, 64]
        let ages = summaries.reduce(into: [Int32: Double]()) { $0[$1.age, default: 0] += 1 }
        func expected(_ model: some PurchaseModel) -> [Double] {
            var sums = Array(repeating: 0.0, count: 8)
            for (age, customers) in ages {
                let counts = model.orderCounts(upTo: 6, in: Double(age))
                for (place, probability) in counts.enumerated() { sums[place] += customers * probability }
            }
            sums[7] = 2_357 - sums.reduce(0, +)
            return sums
        }
        func chiSquare(_ expected: [Double]) -> Double {
            zip(actual, expected).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) / $1.1 }
        }
        let table = expected(Self.bg)
        let published = [1407.684, 460.323, 192.461, 101.164, 59.847, 38.120, 25.549, 71.851]
        for (value, own) in zip(published, table) { #expect(abs(value - own) < 2e-3) }
        #expect(abs(chiSquare(table) - 4.821) < 1e-3)
        #expect(abs(chiSquare(expected(Self.mbg)) - 2.955) < 1e-3)
    }

    @Test("BG/BB at the published parameters") func donations() throws {
        let model = BetaGeometricBetaBinomial(alpha: 1.204, beta: 0.750, gamma: 0.657, delta: 2.783)
        let rows: [(Int, Int, Double, Double)] = [
            (0, 0, 0.108017, 0.072803), (1, 1, 0.069408, 0.085635), (3, 6, 0.930403, 2.189602),
            (5, 5, 0.521908, 1.812582), (6, 6, 0.930403, 3.752116),
        ]
        for (frequency, recency, alive, orders) in rows {
            let summary = try PurchaseSummary(frequency: frequency, recency: recency, age: 6)
            #expect(abs(model.probabilityAlive(given: summary) - alive) < 1e-6)
            #expect(abs(model.expectedOrders(in: 5, given: summary) - orders) < 1e-6)
        }
        for (place, orders) in [0.4985, 0.9232, 1.2966, 1.6320, 1.9377, 2.2196].enumerated() {
            #expect(abs(model.expectedOrders(in: Double(place + 1)) - orders) < 5e-5)
        }
    }
}
