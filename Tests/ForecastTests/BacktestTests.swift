import Domain
import Foundation
import Ledger
import LifetimeValue
import Metrics
import TestSupport
import Testing

@testable import Forecast

@Suite("Backtest") struct BacktestTests {
    static let cdnow = Result {
        try Backtest(
            of: RealShop.cdnowSample.get().ledger, options: BacktestOptions(holdoutDays: RealShop.cdnowHoldout))
    }
    static let retail = Result {
        try Backtest(
            of: RealShop.onlineRetail.get().ledger, options: BacktestOptions(holdoutDays: RealShop.retailHoldout))
    }

    // MARK: Against other people's numbers

    /// Lines of References/backtest.csv: shop, forecaster, what, measure, value.
    private static func references() throws -> [[String]] {
        let folder = try #require(Bundle.module.resourceURL).appendingPathComponent("References")
        let text = try String(contentsOf: folder.appendingPathComponent("backtest.csv"), encoding: .utf8)
        return text.split(separator: "\n").filter { !$0.hasPrefix("#") }
            .map { $0.split(separator: ",").map(String.init) }
    }

    private static func figure(_ key: String, of errors: ForecastErrors) -> Double? {
        switch key {
        case "expected": return errors.expected
        case "actual": return errors.actual
        case "meanAbsolute": return errors.meanAbsolute
        case "rootMeanSquare": return errors.rootMeanSquare
        case "topTenthFound": return errors.topTenthFound
        default:
            guard let match = key.wholeMatch(of: /decile(\d+)(Expected|Actual)/), let place = Int(match.1) else {
                return nil
            }
            let tenth = errors.deciles[place - 1]
            return match.2 == "Expected" ? tenth.expected : tenth.actual
        }
    }

    @Test(
        "every figure is that of numpy, scipy and lifetimes",
        .enabled(if: !Effort.isDebug, "real bases take long unoptimised"))
    func references() throws {
        let rows = try Self.references()
        #expect(rows.count == 550)
        for row in rows {
            let backtest = try (row[0] == "cdnow" ? Self.cdnow : Self.retail).get()
            let showing = try #require(backtest.showings.first { $0.forecaster.key == row[1] })
            let own = try #require(Self.figure(row[3], of: row[2] == "orders" ? showing.orders : showing.value))
            let expected = try #require(Double(row[4]))
            // The last digits of the other optimisers differ by so much.
            #expect(abs(own - expected) <= 2e-5 * max(abs(expected), 1e-3), "\(row): \(own)")
        }
    }

    @Test(
        "expected orders of the CDNOW sample in 39 weeks are the published ones within 0.1 %",
        .enabled(if: !Effort.isDebug, "real bases take long unoptimised"))
    func published() throws {
        let backtest = try Self.cdnow.get()
        #expect(backtest.cutoff == Day("1997-09-30") && backtest.actualOrders == 1_882)
        for (model, orders) in [(PurchaseModelName.bgNBD, 1653.409), (.mbgNBD, 1576.728), (.paretoNBD, 1665.513)] {
            let own = try #require(backtest[.model(model)]).orders.expected
            #expect(abs(own / orders - 1) < 1e-3)
        }
    }

    // MARK: Verdicts

    @Test("customers of one rhythm: the hiatus rule wins", arguments: Effort.seeds(6, debug: 1))
    func hiatusWins(seed: UInt64) throws {
        let ledger = GeneratedShop.regular(customers: 1_500, seed: seed)
        let backtest = try Backtest(of: ledger, options: BacktestOptions(holdoutDays: 182, tracksWeeks: false))
        #expect(backtest.orders.verdict == .rule, "seed \(seed): \(backtest.orders)")
        #expect(backtest.orders.best == .rule(.hiatus))
    }

    @Test("customers who differ: a model wins", arguments: Effort.seeds(6, debug: 1))
    func modelWins(seed: UInt64) throws {
        let ledger = GeneratedShop.diverse(customers: 1_500, seed: seed)
        let backtest = try Backtest(of: ledger, options: BacktestOptions(holdoutDays: 182, tracksWeeks: false))
        #expect(backtest.orders.verdict == .model, "seed \(seed): \(backtest.orders)")
    }

    @Test("few customers: nothing is told apart") func few() throws {
        let ledger = GeneratedShop.diverse(customers: 25, seed: 3)
        let backtest = try Backtest(of: ledger, options: BacktestOptions(holdoutDays: 182))
        #expect(backtest.orders.verdict == .asGood, "\(backtest.orders)")
    }

    @Test(
        "CDNOW: a model beats all rules; Online Retail: nobody leaves, so all models are NBD",
        .enabled(if: !Effort.isDebug, "real bases take long unoptimised"))
    func real() throws {
        let cdnow = try Self.cdnow.get()
        #expect(cdnow.orders.verdict == .model)
        #expect(cdnow.hiatus?.windowDays == 136)
        let retail = try Self.retail.get()
        #expect(retail.showings.compactMap(\.model).allSatisfy { $0.fittedName == .nbd })
        #expect(retail.hiatus?.windowDays == 112)
    }

    @Test("the interval of equal forecasts is none, and the earlier is taken") func equal() throws {
        let errors = GroupedErrors(expected: [1, 2], actual: [2, 2], groups: [0, 1])
        let contest = try #require(
            Contest([(.model(.nbd), errors), (.model(.bgNBD), errors), (.rule(.mean), errors)], seed: 1))
        #expect(contest.best == .model(.nbd) && contest.rival == .rule(.mean))
        #expect(contest.gain == 0 && contest.verdict == .asGood)
    }

    // MARK: What it is made of

    @Test("the window is that of the metrics at the cutoff", arguments: Effort.seeds(20, debug: 4))
    func window(seed: UInt64) throws {
        let ledger = GeneratedShop.diverse(customers: 80, seed: seed)
        let options = BacktestOptions(holdoutDays: 100, models: [.nbd], tracksWeeks: false)
        let backtest = try Backtest(of: ledger, options: options)
        let metrics = ShopMetrics(of: ledger, options: MetricsOptions(asOf: backtest.cutoff))
        #expect(backtest.hiatus?.windowDays == metrics.activity.windowDays)
        #expect(backtest.hiatus?.activeNow == metrics.activity.active + metrics.activity.lapsing)
        let later = ShopMetrics(of: ledger)
        #expect(backtest.actualOrders <= later.overview.purchaseDays - metrics.overview.purchaseDays)
    }

    @Test("weeks add up: the last one's totals are those of the holdout") func weeks() throws {
        for backtest in [try Self.cdnow.get(), try Self.retail.get()] {
            #expect(backtest.weeks.last == backtest.asOf && backtest.actualByWeek.last == backtest.actualOrders)
            #expect(backtest.weeks.count == (backtest.holdoutDays + 6) / 7)
            for showing in backtest.showings {
                #expect(showing.ordersByWeek.count == backtest.weeks.count)
                #expect(zip(showing.ordersByWeek, showing.ordersByWeek.dropFirst()).allSatisfy { $0 <= $1 })
                let last = try #require(showing.ordersByWeek.last)
                #expect(abs(last - showing.orders.expected) < 1e-6 * max(1, last))
            }
        }
    }

    @Test(
        "the expected orders of a week are the sum over customers",
        arguments: [PurchaseModelName.bgNBD, .paretoNBD, .bgBB])
    func curve(name: PurchaseModelName) throws {
        let summaries = ForecastSummaries(of: GeneratedShop.diverse(customers: 300, seed: 5))
        let model = try OrderModel(name, fittedTo: summaries)
        let customers = model.summaries(of: summaries)
        let known = model.expectedOrders(in: 100, of: customers)
        let totals = model.expectedTotals(until: [7, 50, 100], of: customers, known: known, days: 100)
        for (days, total) in zip([7.0, 50, 100], totals) {
            let sum = model.expectedOrders(in: days, of: customers).reduce(0, +)
            #expect(abs(sum - total) < 1e-9 * sum)
        }
    }

    @Test("ages of one week lose next to nothing", arguments: [PurchaseModelName.nbd, .mbgNBD, .paretoNBD])
    func coarse(name: PurchaseModelName) throws {
        let summaries = ForecastSummaries(of: GeneratedShop.diverse(customers: 2_000, seed: 6))
        let model = try OrderModel(name, fittedTo: summaries)
        let known = model.expectedOrders(in: 180, of: summaries.purchases)
        let groups = model.groups(of: summaries.purchases, known: known, most: 10)
        let whole = model.expectedOrders(in: 180, of: groups.map(\.summary))
        for days in [7.0, 90] {
            let expected = model.expectedOrders(in: days, of: groups.map(\.summary))
            let sum = groups.indices.reduce(0) { $0 + groups[$1].expected * expected[$1] / whole[$1] }
            let exact = model.expectedOrders(in: days, of: summaries.purchases).reduce(0, +)
            #expect(abs(sum / exact - 1) < 1e-3, "\(days) days: \(sum) for \(exact)")
        }
    }

    @Test("BG/BB foretells about as much as the others where it is asked for") func weekly() throws {
        let options = BacktestOptions(holdoutDays: RealShop.cdnowHoldout, models: [.bgBB], tracksWeeks: false)
        let backtest = try Backtest(of: RealShop.cdnowSample.get().ledger, options: options)
        let orders = try #require(backtest[.model(.bgBB)]).orders
        #expect((1_300.0...2_000).contains(orders.expected) && orders.rootMeanSquare < 1.7)
    }

    @Test("workers, seeds and the order of customers change nothing but the intervals") func workers() throws {
        let ledger = GeneratedShop.diverse(customers: 400, seed: 9)
        func backtest(_ workers: Int, seed: UInt64 = 1) throws -> Backtest {
            try Backtest(of: ledger, options: BacktestOptions(holdoutDays: 90, seed: seed, workers: workers))
        }
        let (one, two, other) = (try backtest(1), try backtest(2), try backtest(2, seed: 2))
        #expect(one.orders == two.orders && one.value == two.value)
        #expect(one.showings.map(\.orders) == two.showings.map(\.orders))
        #expect(one.showings.map(\.ordersByWeek) == two.showings.map(\.ordersByWeek))
        #expect(one.showings.map(\.value) == other.showings.map(\.value))
        #expect(one.orders.interval != other.orders.interval)
    }

    // MARK: Where there is none

    @Test("no orders, a holdout of everything, nobody who came again") func errors() throws {
        let options = BacktestOptions(holdoutDays: 30)
        #expect(throws: BacktestError.noOrders) { try Backtest(of: Ledger([], currency: .unknown), options: options) }
        let once = (0..<40).map {
            LedgerDocument(customer: "\($0)", day: Day("2026-01-01")!.advanced(by: $0), minorUnits: 100)
        }
        let ledger = Ledger(once, currency: .unknown)
        #expect(throws: BacktestError.holdoutTooLong(days: 40, history: 40)) {
            try Backtest(of: ledger, options: BacktestOptions(holdoutDays: 40))
        }
        #expect(throws: BacktestError.noModel(.tooFewRepeatCustomers(0))) { try Backtest(of: ledger, options: options) }
    }

    @Test("whatever the documents, no figure is infinite or no number", arguments: Effort.seeds(40, debug: 3))
    func finite(seed: UInt64) {
        let ledger = Ledger(GeneratedShop.random(customers: 60, seed: seed), currency: Currency("EUR")!)
        for holdout in [1, 5, 30, 300] {
            guard let backtest = try? Backtest(of: ledger, options: BacktestOptions(holdoutDays: holdout)) else {
                continue
            }
            for showing in backtest.showings {
                for errors in [showing.orders, showing.value] {
                    let sums = [errors.expected, errors.actual, errors.meanAbsolute, errors.rootMeanSquare]
                    let figures = sums + errors.deciles.flatMap { [$0.expected, $0.actual] }
                    #expect(figures.allSatisfy { $0.isFinite })
                }
                #expect(showing.ordersByWeek.allSatisfy { $0.isFinite })
            }
        }
    }
}
