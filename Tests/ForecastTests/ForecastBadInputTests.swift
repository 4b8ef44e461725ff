import Domain
import Ledger
import LifetimeValue
import TestSupport
import Testing

@testable import Forecast

/// Bases from which little or nothing can be learnt: a stated fallback or an error, and never a figure that is no number.
@Suite("The forecast of odd shops") struct ForecastBadInputTests {
    private static let start = Day("2025-01-01")!

    private static func order(_ customer: Int, _ day: Int, _ money: Int64) -> LedgerDocument {
        LedgerDocument(customer: "\(customer)", day: start.advanced(by: day), minorUnits: money)
    }

    /// Customers who come back now and then.
    private static func shop(money: (Int) -> Int64) -> Ledger {
        var random = SeededGenerator(seed: 6)
        let documents = (0..<150).flatMap { customer in
            let days = (0..<Int.random(in: 1...6, using: &random)).map { _ in Int.random(in: 0..<300, using: &random) }
            // Orders of one day would be one purchase of a larger amount.
            return Set(days).map { order(customer, $0, money(customer)) }
        }
        return Ledger(documents, currency: Currency("EUR")!)
    }

    /// Every figure that a forecast has.
    private static func figures(_ forecast: ShopForecast) -> [Double] {
        let totals = [forecast.total] + forecast.weeks() + forecast.periods(.month).map(\.total)
        return totals.flatMap {
            [$0.expectedOrders, $0.expectedValue, $0.orders.lower, $0.orders.upper, $0.value.lower, $0.value.upper]
        }
            + (forecast.customers + [forecast.newcomer]).flatMap {
                [$0.pAlive, $0.expectedOrders, $0.expectedSpend, $0.expectedValue]
                    + ($0.intervals.map { [$0.orders.lower, $0.orders.upper, $0.value.lower, $0.value.upper] } ?? [])
            }
            + forecast.tracking().map(\.expected) + [forecast.fivePointsMore()]
            + forecast.customers.indices.map(forecast.valueAtStake)
    }

    private static func expectSound(_ forecast: ShopForecast, _ what: String) {
        let figures = figures(forecast)
        #expect(figures.allSatisfy { $0.isFinite && $0 >= 0 }, "\(what)")
        #expect(forecast.customers.allSatisfy { $0.pAlive <= 1 }, "\(what)")
        // Refunds may be more than orders were.
        #expect(forecast.cohorts(by: .month).allSatisfy { $0.group.lifetimeValue.isFinite }, "\(what)")
    }

    @Test("everybody bought exactly twice", arguments: ModelChoice.preferred + [.bgBB]) func twice(
        model: PurchaseModelName
    ) throws {
        let ledger = Ledger(
            (0..<120).flatMap { [Self.order($0, $0, 2_000), Self.order($0, $0 + 7 + $0 % 90, 3_000)] },
            currency: .unknown)
        let forecast = try ShopForecast(of: ledger, options: ForecastOptions(model: model, withIntervals: true))
        Self.expectSound(forecast, model.rawValue)
        #expect(forecast.total.expectedOrders < 1_000)
    }

    @Test("everybody spends the same: a warning, and that amount is expected") func constant() throws {
        let forecast = try ShopForecast(of: Self.shop { _ in 1_999 }, options: ForecastOptions(withIntervals: true))
        Self.expectSound(forecast, "constant")
        if let fit = forecast.spend.fit {
            #expect(fit.warnings.contains(.spendIsConstant))
        } else {
            #expect(forecast.spend.reason != nil)
        }
        #expect(forecast.customers.allSatisfy { abs($0.expectedSpend - 19.99) < 0.05 })
    }

    @Test("nobody spends anything: orders are foretold, value is nothing, and the reason is told") func zero() throws {
        let forecast = try ShopForecast(of: Self.shop { _ in 0 }, options: ForecastOptions(withIntervals: true))
        Self.expectSound(forecast, "zero")
        #expect(forecast.spend.fit == nil && forecast.spend.reason == .tooFewSpenders(0))
        #expect(forecast.total.expectedOrders > 1 && forecast.minorUnits(forecast.total.value.upper) == 0)
        #expect(forecast.customers.allSatisfy { forecast.minorUnits($0.expectedValue) == 0 })
    }

    @Test("one customer alone spends: the mean of all orders stands for everybody") func oneSpender() throws {
        let ledger = Self.shop { $0 == 3 ? 500_000 : 0 }
        let forecast = try ShopForecast(of: ledger, options: ForecastOptions(withIntervals: true))
        Self.expectSound(forecast, "one spender")
        #expect(forecast.spend.fit == nil && forecast.spend.reason != nil)
        let (money, orders) = forecast.summaries.places.reduce((0.0, 0)) { sum, place in
            let own = forecast.summaries.customers[Int(place)]
            return (sum.0 + Double(own.gross) / 100, sum.1 + Int(own.purchaseDays))
        }
        let mean = money / Double(orders)
        #expect(mean > 0 && forecast.customers.allSatisfy { abs($0.expectedSpend / mean - 1) < 0.01 })
    }

    @Test("a cent and ten billions", arguments: [1, 1_000_000_000_000] as [Int64]) func extremes(unit: Int64) throws {
        let forecast = try ShopForecast(
            of: Self.shop { Int64(1 + $0 % 4) * unit }, options: ForecastOptions(withIntervals: true))
        Self.expectSound(forecast, "\(unit)")
        #expect(forecast.total.expectedValue > 0)
    }

    @Test("nobody has come for long", arguments: [400, 3_650, 20_000, 60_000]) func dead(days: Int) throws {
        let options = ForecastOptions(asOf: Self.start.advanced(by: days), withIntervals: true)
        let forecast = try ShopForecast(of: Self.shop { Int64(1_000 + $0) }, options: options)
        Self.expectSound(forecast, "\(days) days")
        #expect(days < 3_650 || forecast.total.expectedOrders < 30)
    }

    @Test("a day ahead, and ten years", arguments: [1, 3_653]) func horizons(days: Int) throws {
        let forecast = try ShopForecast(
            of: Self.shop { Int64(1_000 + $0) }, options: ForecastOptions(horizonDays: days, withIntervals: true))
        Self.expectSound(forecast, "\(days) days")
        #expect(forecast.weeks().count == (days + 6) / 7)
    }

    @Test("nobody who came again, one customer, nobody at all: an error with the reason") func errors() {
        func reason(_ documents: [LedgerDocument]) -> FitError? {
            do throws(ModelChoice.Failure) {
                _ = try ShopForecast(of: Ledger(documents, currency: .unknown))
                return nil
            } catch {
                return error.reasons.first?.reason
            }
        }
        #expect(reason((0..<40).map { Self.order($0, $0, 100) }) == .tooFewRepeatCustomers(0))
        #expect(reason([0, 5, 90].map { Self.order(1, $0, 100) }) == .tooFewRepeatCustomers(1))
        #expect(reason([]) == .noCustomers)
        #expect(reason([LedgerDocument(customer: "a", day: Self.start, minorUnits: -5)]) == .noCustomers)
    }

    @Test("whatever the documents and the model, every figure is a number", arguments: Effort.seeds(60, debug: 4))
    func finite(seed: UInt64) {
        let ledger = Ledger(GeneratedShop.random(customers: 40, seed: seed), currency: Currency("EUR")!)
        let models: [PurchaseModelName?] = [nil, .nbd, .bgNBD, .mbgNBD, .paretoNBD, .bgBB]
        let model = models[Int(seed) % models.count]
        let options = ForecastOptions(
            horizonDays: [1, 30, 365, 3_653][Int(seed / 6) % 4], discount: [0, 0.1, 1][Int(seed) % 3],
            margin: [nil, 0, 0.4][Int(seed / 3) % 3], model: model, withIntervals: true)
        guard let forecast = try? ShopForecast(of: ledger, options: options) else { return }
        Self.expectSound(forecast, "seed \(seed)")
    }
}
