import Domain
import LifetimeValue
import Testing

@testable import Subscriptions

@Suite("Figures of subscriptions") struct SubscriptionMetricsTests {
    /// Customers who subscribed by the year on one day, of whom so many were left after each year.
    private static func cohort(survivors: [Int]) throws -> [Subscription] {
        let year = try #require(BillingPeriod(1, .year))
        let start = try day("2001-06-15")
        return (0..<survivors[0]).map { customer in
            let left = survivors.firstIndex { $0 <= customer }
            return Subscription(
                customer: Int32(customer), started: start,
                ended: left.map { TenureUnit.year.anniversary($0, of: start) }, monthly: 1_000, period: year)
        }
    }

    private static let regular = [1000, 631, 468, 382, 326, 289, 262, 241, 223, 207, 194, 183, 173]
    private static let highEnd = [1000, 869, 743, 653, 593, 551, 517, 491, 468, 445, 427, 409, 394]

    // Fader and Hardie (2007), tables 1 and 2: parameters and log-likelihood of years 0 to 7; the forecast of year 12.
    @Test(
        "published cohorts have their published parameters",
        arguments: [(regular, 0.704, 1.182, -1680.3, 0.170), (highEnd, 0.668, 3.806, -1611.2, 0.378)])
    func published(survivors: [Int], alpha: Double, beta: Double, logLikelihood: Double, after12: Double) throws {
        let table = try table(Self.cohort(survivors: survivors), asOf: "2008-06-15")
        let metrics = SubscriptionMetrics(of: table)
        #expect(metrics.tenureUnit == .year && metrics.observedCustomers == 1_000)
        let forecast = try #require(metrics.forecasts[.sbg])
        #expect(abs(forecast.parameters[0].value - alpha) < 0.0005)
        #expect(abs(forecast.parameters[1].value - beta) < 0.0005)
        #expect(abs(forecast.logLikelihood - logLikelihood) < 0.05)
        #expect(forecast.steps.count == 12 && abs(forecast.steps[11].share - after12) < 0.0005)
        for step in metrics.survival.steps {
            #expect(abs(step.share - Double(survivors[step.period]) / 1_000) < 1e-12)
        }
        #expect(metrics.survival.steps.count == 7)
    }

    @Test("value is revenue times expected discounted periods, and margin lowers it") func value() throws {
        let subscriptions = try Self.cohort(survivors: Self.regular)
        let table = try table(subscriptions, asOf: "2008-06-15")
        let metrics = SubscriptionMetrics(of: table, options: SubscriptionOptions(discount: 0.1))
        let sbg = try #require(metrics.forecasts[.sbg])
        // 3.694908 at the published data's maximum.
        #expect(abs(sbg.discountedPeriods - 3.694908) < 1e-4)
        let value = try #require(metrics.value)
        let chosen = try #require(metrics.forecasts.chosen)
        #expect(abs(value.meanPerPeriod - 12_000) < 1e-9)
        #expect(abs(value.newCustomer - 12_000 * chosen.discountedPeriods) < 1e-6)
        let half = SubscriptionMetrics(of: table, options: SubscriptionOptions(discount: 0.1, margin: 0.5)).value
        #expect(abs((half?.newCustomer ?? 0) * 2 - value.newCustomer) < 1e-6)
        #expect(abs((half?.activeCustomers ?? 0) * 2 - value.activeCustomers) < 1e-4)
    }

    @Test("of two periods there is no third parameter to tell") func fewPeriods() throws {
        let subscriptions = try (0..<50).map { try subscription(Int32($0), "2026-01-01", $0 < 20 ? "2026-02-01" : nil) }
        let metrics = SubscriptionMetrics(of: try table(subscriptions, asOf: "2026-03-05"))
        #expect(metrics.forecasts[.sbg] != nil && metrics.forecasts[.bdw] == nil)
        #expect(metrics.forecasts.chosen?.model == .sbg)
    }

    @Test("a group that is everybody is worth what everybody is; a small or a young one is not told")
    func groups() throws {
        let all = try Self.cohort(survivors: Self.regular)
        let metrics = SubscriptionMetrics(of: try table(all, asOf: "2008-06-15"))
        let value = try #require(metrics.value)
        let groups = [metrics.byPlan[0].value, metrics.yearlyCohorts[0].value, metrics.monthlyCohorts[0].value]
        for group in groups {
            #expect(group?.model == value.model && group?.newCustomer == value.newCustomer)
            #expect(group?.meanPerPeriod == value.meanPerPeriod)
        }
        // Two years are too few, and so are twenty-nine losses.
        #expect(SubscriptionMetrics(of: try table(all, asOf: "2003-06-15")).byPlan[0].value == nil)
        for (lost, isTold) in [(29, false), (30, true)] {
            let few = try Self.cohort(survivors: [100, 100, 100 - lost, 100 - lost])
            let metrics = SubscriptionMetrics(of: try table(few, asOf: "2004-06-15"))
            #expect((metrics.byPlan[0].value != nil) == isTold && (metrics.yearlyCohorts[0].value != nil) == isTold)
            #expect(metrics.value != nil)
        }
        let gone = SubscriptionMetrics(of: try table(Self.cohort(survivors: [40, 10, 5, 0]), asOf: "2008-06-15"))
        #expect(gone.byPlan[0].value == nil)
    }

    @Test(
        "of a reason it is told by when half of those had left",
        arguments: [
            // From 31 January: 28 February is the first anniversary, 31 May the fourth.
            (["2026-02-01"], 1), (["2026-03-01"], 2), (["2026-02-28", "2026-05-31"], 1),
            (["2026-03-01", "2026-05-31", "2026-02-28"], 2),
            (["2026-05-31", "2026-05-30", "2026-02-01", "2026-03-01"], 2),
        ])
    func reasonTenures(ends: [String], median: Int) throws {
        let subscriptions = try ends.enumerated().map {
            Subscription(
                customer: Int32($0), started: try day("2026-01-31"), ended: try day($1), monthly: 100, reason: 0)
        }
        let table = try SubscriptionTable(
            subscriptions, plans: [], reasons: ["price"], currency: try #require(Currency("EUR")),
            asOf: day("2026-06-30"))
        #expect(SubscriptionMetrics(of: table).byReason.map(\.medianPeriods) == [median])
    }

    // MARK: Little or nothing to tell of

    @Test("no customer at all is no fault") func empty() throws {
        for subscriptions in [[], [try subscription(0, "2026-01-01", nil, 0)], [try subscription(0, "2027-01-01")]] {
            let metrics = SubscriptionMetrics(of: try table(subscriptions, asOf: "2026-06-30"))
            #expect(metrics.overview.customers == 0 && metrics.overview.mrr == 0)
            #expect(metrics.survival.steps.isEmpty && metrics.forecasts.fitted.isEmpty && metrics.value == nil)
            #expect(metrics.forecasts.error == .noCustomers)
            #expect(metrics.means.logo == nil && metrics.trailingYear.netRevenue == nil)
        }
    }

    @Test("where nobody left there is no forecast, and a reason") func nobodyLeft() throws {
        let subscriptions = try (0..<5).map { try subscription(Int32($0), "2026-01-01") }
        let metrics = SubscriptionMetrics(of: try table(subscriptions, asOf: "2026-06-30"))
        #expect(metrics.forecasts.error == .nobodyCancelled && metrics.value == nil)
        #expect(metrics.survival.steps.map(\.share) == Array(repeating: 1, count: 5))
    }

    @Test("where all left, nobody is worth anything more") func allLeft() throws {
        let subscriptions = try (0..<5).map { try subscription(Int32($0), "2026-01-01", "2026-02-15") }
        let metrics = SubscriptionMetrics(of: try table(subscriptions, asOf: "2026-06-30"))
        #expect(metrics.overview.active == 0 && metrics.overview.meanMRR == nil && metrics.value == nil)
        #expect(metrics.survival.medianPeriods == 2)
        #expect(metrics.survival.steps.allSatisfy { $0.share.isFinite && $0.interval90.lowerBound.isFinite })
    }

    @Test("one customer is told without NaN", arguments: ["2026-01-20", "2026-02-10", nil]) func one(end: String?)
        throws
    {
        let metrics = SubscriptionMetrics(of: try table([subscription(0, "2026-01-10", end)], asOf: "2026-04-30"))
        #expect(metrics.overview.customers == 1)
        for forecast in metrics.forecasts.fitted {
            #expect(forecast.steps.allSatisfy { $0.share.isFinite && $0.retention.isFinite })
            #expect(forecast.discountedPeriods.isFinite && forecast.logLikelihood.isFinite)
        }
    }

    @Test("amounts that do not add up within 64 bits are refused") func tooLarge() throws {
        let large = Int64.max / 12
        #expect(throws: SubscriptionTable.Problem.amountsTooLarge) {
            try table(
                [subscription(0, "2026-01-01", nil, large), subscription(1, "2026-01-01", nil, 1)], asOf: "2026-02-01")
        }
        let metrics = SubscriptionMetrics(
            of: try table([subscription(0, "2026-01-01", nil, large)], asOf: "2026-02-01"))
        #expect(metrics.overview.arr == large * 12)
    }

    @Test("customers of a year ago are compared with themselves") func trailing() throws {
        let metrics = SubscriptionMetrics(
            of: try table(
                [
                    subscription(0, "2025-01-01", nil, 1_000), subscription(1, "2025-01-01", "2025-09-01", 1_000),
                    subscription(2, "2025-03-01", nil, 500), subscription(2, "2025-12-01", nil, 800),
                    subscription(3, "2025-08-01", nil, 9_000),
                ], asOf: "2026-03-31"))
        let year = metrics.trailingYear
        #expect("\(year.from)" == "2025-03-31" && year.customers == 3 && year.stayed == 2)
        #expect(year.grossRevenue == 1_500.0 / 2_500 && year.netRevenue == 2_300.0 / 2_500)
    }
}
