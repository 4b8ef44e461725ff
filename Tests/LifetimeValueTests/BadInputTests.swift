import TestSupport
import Testing

@testable import LifetimeValue

@Suite("Bad and strange bases") struct BadInputTests {
    static let models: [PurchaseModelName] = [.nbd, .bgNBD, .mbgNBD, .paretoNBD]

    static func base(_ rows: [(Int, Int, Int, Int)]) throws -> PurchaseSummaries {
        PurchaseSummaries(
            counted: try rows.map {
                (summary: try PurchaseSummary(frequency: $0.0, recency: $0.1, age: $0.2), customers: $0.3)
            })
    }

    @Test("nobody, one customer, only one-time buyers: an error with its reason", arguments: PurchaseModelName.allCases)
    func nothingToLearn(name: PurchaseModelName) throws {
        #expect(throws: FitError.noCustomers) { try name.fit(to: PurchaseSummaries([])) }
        #expect(throws: FitError.tooFewRepeatCustomers(0)) { try name.fit(to: Self.base([(0, 0, 30, 500)])) }
        #expect(throws: FitError.tooFewRepeatCustomers(0)) { try name.fit(to: Self.base([(0, 0, 0, 1)])) }
        #expect(throws: FitError.tooFewRepeatCustomers(1)) { try name.fit(to: Self.base([(3, 20, 30, 1)])) }
    }

    /// Rows of frequency, recency, age and customers.
    static let strange: [(name: String, rows: [(Int, Int, Int, Int)])] = [
        ("everyone bought exactly twice", [(1, 10, 300, 40), (1, 25, 310, 40), (1, 200, 290, 30)]),
        ("everyone alike to the day", [(1, 10, 300, 100)]),
        ("two customers", [(1, 10, 300, 1), (2, 30, 310, 1)]),
        ("5,000 purchases in two years", [(5_000, 729, 730, 1), (0, 0, 730, 50), (1, 3, 700, 20), (2, 500, 730, 10)]),
        ("all of them 5,000", [(5_000, 729, 730, 3), (4_990, 730, 730, 4)]),
        ("bought last on the last day", [(1, 30, 30, 20), (3, 60, 60, 20), (9, 90, 90, 5)]),
        ("most came on the last day", [(0, 0, 0, 1_000), (1, 1, 1, 2), (1, 1, 2, 1)]),
        ("nearly dead", [(0, 0, 3_000, 100_000), (1, 1, 3_000, 3)]),
        ("twenty years", [(0, 0, 7_300, 300), (1, 7_300, 7_300, 5), (60, 7_200, 7_300, 10), (3, 90, 7_300, 40)]),
        ("as regular as a clock", [(12, 360, 365, 100), (11, 330, 364, 100)]),
        ("gone at once", [(0, 0, 1_000, 500), (1, 1, 1_000, 300), (2, 2, 1_000, 100), (3, 3, 1_000, 30)]),
        ("two kinds of people", [(0, 0, 1_000, 500), (100, 1_000, 1_000, 500)]),
    ]

    @Test("a fit or an error with its reason, and never infinity or no number", arguments: strange.indices)
    func strangeBase(place: Int) throws {
        let base = try Self.base(Self.strange[place].rows)
        for name in Self.models {
            let fit: Fit<any PurchaseModel>
            do {
                fit = try name.fit(to: base)
            } catch {
                #expect(error == .didNotConverge(starts: 0), "\(name) should have converged")
                continue
            }
            Self.checkNumbers(fit, "\(Self.strange[place].name), \(name)")
            #expect(!fit.warnings.isEmpty || base.repeatCustomers >= FitWarning.fewCustomers)
        }
    }

    @Test("customers who are all alike: told by the warnings, and no error is made up") func alike() throws {
        let twice = try Self.base([(1, 10, 300, 40), (1, 25, 310, 40), (1, 200, 290, 30)])
        let coin = try PurchaseModelName.bgNBD.fit(to: twice)
        #expect(coin.warnings.contains(.heterogeneityNotIdentified(.a)))
        #expect(coin[.a]?.standardError == nil && coin[.b]?.standardError == nil && coin[.r]?.standardError != nil)
        let nobody = try PurchaseModelName.nbd.fit(to: twice)
        #expect(nobody.warnings == [.heterogeneityNotIdentified(.r)])
        #expect(nobody[.r]?.standardError == nil && nobody[.alpha]?.standardError == nil)
        // Half leave at once, half never: chances of leaving of zero and of one.
        let split = try PurchaseModelName.mbgNBD.fit(to: Self.base([(0, 0, 1_000, 500), (100, 1_000, 1_000, 500)]))
        #expect(split.warnings.contains(.parameterAtEdge(.a)) && split.warnings.contains(.parameterAtEdge(.b)))
        let newcomer = try PurchaseSummary(frequency: 0, recency: 0, age: 1_000)
        #expect(split.model.probabilityAlive(given: newcomer) < 1e-6)
    }

    /// Every number that a fit answers with, over customers that the base need not have had.
    static func checkNumbers(_ fit: Fit<any PurchaseModel>, _ what: String) {
        var numbers = [fit.logLikelihood, fit.aic, fit.bic]
        numbers += fit.parameters.flatMap { [$0.value, $0.standardError ?? 0] }
        let histories: [(Int32, Int32, Int32)] = [
            (0, 0, 0), (0, 0, 1), (0, 0, 7_300), (1, 1, 1), (1, 1, 7_300), (7, 300, 365), (365, 365, 365),
            (5_000, 730, 730), (5_000, 730, 7_300), (5_000, 1, 7_300),
        ]
        for (frequency, recency, age) in histories {
            let summary = PurchaseSummary(frequency: frequency, knownRecency: recency, age: age)
            let alive = fit.model.probabilityAlive(given: summary)
            #expect(alive >= 0 && alive <= 1, "\(what): \(summary)")
            for horizon in [0, 1, 365, 7_300.0] {
                let orders = fit.model.expectedOrders(in: horizon, given: summary)
                #expect(orders >= 0, "\(what): \(summary), \(horizon)")
                numbers.append(orders)
            }
        }
        for horizon in [0, 1, 365, 7_300.0] {
            numbers.append(fit.model.expectedOrders(in: horizon))
            let counts = fit.model.orderCounts(upTo: 20, in: horizon)
            #expect(counts.allSatisfy { $0 >= 0 && $0 <= 1 + 1e-9 } && counts.reduce(0, +) <= 1 + 1e-9, "\(what)")
            numbers += counts
        }
        #expect(numbers.allSatisfy { $0.isFinite }, "\(what): \(numbers)")
    }

    @Test("generated bases of every size", arguments: Effort.seeds(30, debug: 4)) func generated(seed: UInt64) throws {
        let base = GeneratedBase(seed: seed, customers: [3, 10, 40, 200, 1_000][Int(seed % 5)]).summaries
        for name in Self.models {
            do {
                Self.checkNumbers(try name.fit(to: base), "seed \(seed), \(name)")
            } catch {
                #expect(base.repeatCustomers < 2, "seed \(seed), \(name): \(error)")
            }
        }
    }

    @Test(
        "opportunities: all taken by everybody, one each, none but by two",
        arguments: [
            [(6, 6, 6, 50)], [(1, 1, 6, 50)], [(0, 0, 6, 500), (1, 1, 6, 2)], [(1, 6, 6, 3), (6, 6, 6, 3)],
            [(1, 1, 1, 9)],
            [(9, 3, 6, 5), (0, 0, 6, 5)], [(0, 0, 0, 9), (1, 1, 2, 9)],
        ])
    func opportunities(rows: [(Int, Int, Int, Int)]) throws {
        Self.checkNumbers(try PurchaseModelName.bgBB.fit(to: Self.base(rows)), "\(rows)")
    }

    @Test("a horizon of nothing brings nothing", arguments: models) func noHorizon(name: PurchaseModelName) throws {
        let fit = try name.fit(to: Self.base([(0, 0, 300, 300), (2, 100, 300, 200), (9, 290, 300, 50)]))
        let summary = try PurchaseSummary(frequency: 2, recency: 100, age: 300)
        for horizon in [0, -1, -Double.infinity, .nan] {
            #expect(fit.model.expectedOrders(in: horizon, given: summary) == 0)
            #expect(fit.model.expectedOrders(in: horizon, given: [summary]) == [0])
            #expect(fit.model.expectedOrders(in: horizon) == 0)
        }
    }

    @Test("spend: nobody, one, constant, zero, below zero, no number") func spend() throws {
        func fit(_ rows: [(Int32, Double)]) throws -> Fit<GammaGamma> {
            try GammaGamma.fit(to: SpendSummaries(rows.map { SpendSummary(frequency: $0.0, mean: $0.1) }))
        }
        #expect(throws: FitError.tooFewSpenders(0)) { try fit([]) }
        #expect(throws: FitError.tooFewSpenders(1)) {
            try fit([(3, 10), (0, 10), (2, 0), (2, -5), (1, .nan), (1, .infinity)])
        }
        for amount in [1e-6, 1, 25, 1e9] {
            let constant = try fit((1...50).map { ($0 % 7 + 1, amount) })
            #expect(constant.warnings.contains(.spendIsConstant))
            for frequency in [0, 1, 30] {
                let expected = try #require(constant.model.expectedAmount(frequency: frequency, mean: amount))
                #expect(relativeError(expected, amount) < 1e-9)
                let median = constant.model.quantile(0.5, frequency: frequency, mean: amount)
                #expect(relativeError(median, amount) < 0.01)
            }
        }
    }

    @Test("amounts so wild that the population has no mean: the observed one is held") func noMean() throws {
        var random = SeededGenerator(seed: 11)
        let rows = (0..<400).map { _ in
            SpendSummary(frequency: 1 + Int32.random(in: 0...3, using: &random), mean: exp(3 * random.normal()))
        }
        let base = SpendSummaries(rows)
        let fit = try GammaGamma.fit(to: base)
        #expect(fit.warnings.contains(.spendHasNoMean))
        #expect(relativeError(try #require(fit.model.populationMean), base.mean) < 1e-9)
        for row in rows {
            let expected = try #require(fit.model.expectedAmount(frequency: Int(row.frequency), mean: row.mean))
            #expect(expected > 0 && expected.isFinite)
        }
    }

    @Test("one amount a billion times the others moves no start and no limit of the search") func whale() throws {
        var random = SeededGenerator(seed: 8)
        let many = (0..<300).map { _ in
            SpendSummary(frequency: Int32.random(in: 1...4, using: &random), mean: exp(random.normal()))
        }
        let fit = try GammaGamma.fit(to: SpendSummaries(many + [SpendSummary(frequency: 1, mean: 1e9)]))
        #expect(fit.warnings.allSatisfy { $0 == .spendHasNoMean })
        for row in many {
            let expected = try #require(fit.model.expectedAmount(frequency: Int(row.frequency), mean: row.mean))
            #expect(expected > 0 && expected.isFinite)
        }
    }

    @Test("spend that goes with frequency is warned of") func correlated() throws {
        var random = SeededGenerator(seed: 5)
        let rows = (0..<500).map { _ in
            let frequency = Int32.random(in: 1...20, using: &random)
            return SpendSummary(
                frequency: frequency, mean: Double(frequency) * 5 + Double.random(in: 1...40, using: &random))
        }
        let base = SpendSummaries(rows)
        #expect(base.correlation > 0.5)
        #expect(try GammaGamma.fit(to: base).warnings.contains(.spendFollowsFrequency(correlation: base.correlation)))
    }
}
