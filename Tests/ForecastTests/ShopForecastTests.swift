import Domain
import Ledger
import LifetimeValue
import Metrics
import TestSupport
import Testing

@testable import Forecast

@Suite("The forecast of a shop") struct ShopForecastTests {
    static let cdnow = Result {
        try ShopForecast(
            of: RealShop.cdnowSample.get().ledger,
            options: ForecastOptions(
                horizonDays: RealShop.cdnowHoldout, asOf: Day("1997-09-30"), model: .bgNBD, withIntervals: true))
    }

    /// Sums of many figures in another order differ by so little.
    private static func close(_ a: Double, _ b: Double, _ tolerance: Double = 1e-9) -> Bool {
        abs(a - b) <= tolerance * max(abs(a), abs(b), 1e-6)
    }

    private static func shop(_ seed: UInt64, customers: Int = 400) -> Ledger {
        GeneratedShop.diverse(customers: customers, seed: seed)
    }

    // MARK: Totals

    @Test(
        "totals are the sums of customers, and weeks and periods add up to them", arguments: PurchaseModelName.allCases)
    func sums(model: PurchaseModelName) throws {
        let forecast = try ShopForecast(
            of: Self.shop(3), options: ForecastOptions(horizonDays: 100, model: model, withIntervals: true))
        let (total, customers) = (forecast.total, forecast.customers)
        #expect(total.customers == customers.count && abs(total.end - 100) < 1e-9)
        #expect(Self.close(total.expectedOrders, customers.reduce(0) { $0 + $1.expectedOrders }, 1e-6))
        #expect(Self.close(total.expectedValue, customers.reduce(0) { $0 + $1.expectedValue }, 1e-6))
        let weeks = forecast.weeks()
        #expect(weeks.count == 15 && abs(weeks[14].start - 98) < 1e-9 && abs(weeks[14].end - 100) < 1e-9)
        #expect(Self.close(total.expectedOrders, weeks.reduce(0) { $0 + $1.expectedOrders }, 1e-6))
        let periods = forecast.periods(.month)
        #expect(Self.close(total.expectedOrders, periods.reduce(0) { $0 + $1.total.expectedOrders }, 1e-6))
        #expect(periods.first?.days.lowerBound == forecast.summaries.asOf.advanced(by: 1))
        #expect(periods.last?.days.upperBound == forecast.summaries.asOf.advanced(by: 100))
        for (one, next) in zip(periods, periods.dropFirst()) {
            #expect(one.days.upperBound.advanced(by: 1) == next.days.lowerBound)
        }
        for interval in weeks.flatMap({ [$0.orders, $0.value] })
            + customers.flatMap({
                [$0.intervals!.orders, $0.intervals!.value]
            })
        {
            #expect(interval.lower >= 0 && interval.lower <= interval.upper)
        }
    }

    @Test("the part of some customers is theirs") func part() throws {
        let forecast = try Self.cdnow.get()
        let some = Array(stride(from: 0, to: forecast.customers.count, by: 7))
        let total = forecast.total(of: some)
        #expect(total.customers == some.count)
        #expect(Self.close(total.expectedValue, some.reduce(0) { $0 + forecast.customers[$1].expectedValue }, 1e-6))
    }

    @Test("a margin scales value alone, and a discount lowers it") func margin() throws {
        let ledger = Self.shop(5)
        func forecast(_ options: ForecastOptions) throws -> ShopForecast {
            try ShopForecast(of: ledger, options: options)
        }
        let whole = try forecast(ForecastOptions(model: .bgNBD))
        let part = try forecast(ForecastOptions(margin: 0.4, model: .bgNBD))
        #expect(whole.total.expectedOrders == part.total.expectedOrders)
        #expect(Self.close(part.total.expectedValue, 0.4 * whole.total.expectedValue))
        #expect(Self.close(part.total.value.upper, 0.4 * whole.total.value.upper))
        #expect(Self.close(part.newcomer.expectedValue, 0.4 * whole.newcomer.expectedValue))
        let none = try forecast(ForecastOptions(margin: 0, model: .bgNBD))
        #expect(none.total.expectedValue == 0 && none.total.value == ForecastInterval(lower: 0, upper: 0))
        let plain = try forecast(ForecastOptions(discount: 0, model: .bgNBD))
        #expect(Self.close(plain.total.expectedOrders, whole.total.expectedOrders))
        #expect((0.90...0.97).contains(whole.total.expectedValue / plain.total.expectedValue))
    }

    @Test("BG/BB counts weeks and tells days") func weekly() throws {
        let ledger = try RealShop.cdnowSample.get().ledger
        let options = ForecastOptions(horizonDays: 273, asOf: Day("1997-09-30"), model: .bgBB)
        let forecast = try ShopForecast(of: ledger, options: options)
        let choice = forecast.choice
        #expect(choice.model.unitDays == 7 && choice.model.purchaseDaysEach > 1)
        let own = choice.model.expectedOrders(in: 273, of: choice.model.summaries(of: choice.summaries))
        for (customer, expected) in zip(forecast.customers, own) {
            #expect(Self.close(customer.expectedOrders, expected, 1e-6))
        }
        #expect(forecast.total.end == 273)
        #expect(Self.close(forecast.newcomer.expectedOrders, choice.model.expectedOrders(in: 273), 1e-6))
        // About as much as the models of continuous time.
        let orders = try Self.cdnow.get().total.expectedOrders
        #expect((0.7...1.3).contains(forecast.total.expectedOrders / orders))
    }

    @Test("neither workers nor the order of rows change a figure", arguments: [1, 2, 4] as [UInt64])
    func order(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        var documents = GeneratedShop.random(customers: 300, seed: seed)
        let options = { (workers: Int) in
            ForecastOptions(horizonDays: 90, margin: 0.3, model: .mbgNBD, withIntervals: true, workers: workers)
        }
        let one = try ShopForecast(of: Ledger(documents, currency: .unknown), options: options(1))
        documents.shuffle(using: &random)
        let two = try ShopForecast(of: Ledger(documents, currency: .unknown), options: options(3))
        #expect(one.customers == two.customers && one.total == two.total && one.newcomer == two.newcomer)
        #expect(one.weeks() == two.weeks() && one.tracking() == two.tracking() && one.aliveMap() == two.aliveMap())
    }

    @Test("a smaller unit of money changes nothing but the unit") func unit() throws {
        func forecast(_ factor: Int64) throws -> ShopForecast {
            let documents = GeneratedShop.random(customers: 300, seed: 8).map { document in
                var document = document
                document.minorUnits *= factor
                return document
            }
            return try ShopForecast(
                of: Ledger(documents, currency: .unknown),
                options: ForecastOptions(horizonDays: 90, model: .mbgNBD, withIntervals: true))
        }
        let (one, thousand) = (try forecast(1), try forecast(1_000))
        #expect(one.total.expectedOrders == thousand.total.expectedOrders && one.total.orders == thousand.total.orders)
        #expect(Self.close(thousand.total.expectedValue, 1_000 * one.total.expectedValue, 1e-5))
        #expect(Self.close(thousand.total.value.lower, 1_000 * one.total.value.lower, 1e-4))
        for (small, large) in zip(one.customers, thousand.customers) {
            #expect(small.pAlive == large.pAlive && small.expectedOrders == large.expectedOrders)
            #expect(Self.close(large.expectedValue, 1_000 * small.expectedValue, 1e-5))
            #expect(Self.close(large.intervals!.value.upper, 1_000 * small.intervals!.value.upper, 1e-3))
        }
    }

    // MARK: Tracking

    @Test("tracked weeks hold every later purchase day of their days, and the model's own curve")
    func tracking() throws {
        let forecast = try Self.cdnow.get()
        let weeks = forecast.tracking()
        let (summaries, model) = (forecast.summaries, forecast.choice.model)
        #expect(weeks.count == summaries.laterPurchasesByDay.count / 7 && weeks.last?.lastDay == summaries.asOf)
        let left = summaries.laterPurchasesByDay.count % 7
        #expect(weeks.reduce(0) { $0 + $1.actual } == Int(summaries.laterPurchasesByDay[left...].reduce(0, +)))
        for (one, next) in zip(weeks, weeks.dropFirst()) { #expect(one.lastDay.days(to: next.lastDay) == 7) }
        // Σ newcomers(f) · E[X(d − f)], day by day and without a shortcut.
        func expected(until end: Int) -> Double {
            summaries.newcomersByDay[..<end].enumerated().reduce(0) { sum, day in
                sum + Double(day.element) * model.expectedOrders(in: Double(end - 1 - day.offset))
            }
        }
        for week in [0, 1, 12, weeks.count - 1] {
            let end = left + (week + 1) * 7
            let own = expected(until: end) - expected(until: end - 7)
            #expect(Self.close(weeks[week].expected, own, 2e-3), "week \(week): \(weeks[week].expected) for \(own)")
        }
    }

    @Test("customers of one day are no history to track") func noTracking() throws {
        let documents = (0..<50).flatMap { customer in
            [0, 1, 3].prefix(1 + customer % 3).map {
                LedgerDocument(customer: "\(customer)", day: Day("2026-01-01")!.advanced(by: $0), minorUnits: 100)
            }
        }
        let forecast = try ShopForecast(of: Ledger(documents, currency: .unknown))
        #expect(forecast.tracking().isEmpty)
    }

    // MARK: Ranking

    @Test("the expected VIP list is the smallest that brings its share", arguments: [0.01, 0.2, 0.5, 0.8, 1])
    func vips(share: Double) throws {
        let ledger = try RealShop.cdnowSample.get().ledger
        let forecast = try ShopForecast(
            of: ledger, options: ForecastOptions(asOf: Day("1997-09-30"), model: .bgNBD, vipShare: share))
        let ranking = forecast.ranking(ledger.customers)
        let ids = forecast.summaries.places.map { ledger.customers[Int($0)] }
        let order = ranking.values.indices.sorted { (ranking.values[$1], ids[$0]) < (ranking.values[$0], ids[$1]) }
        let goal = share * Double(ranking.values.reduce(0, +))
        var (listed, sum): ([Int], MinorUnits) = ([], 0)
        for place in order where Double(sum) < goal {
            listed.append(place)
            sum += ranking.values[place]
        }
        #expect(ranking.vips.customers == listed.count && ranking.vips.expectedValue == sum)
        #expect(ranking.values.indices.filter(ranking.isVIP) == listed.sorted())
        #expect(ranking.highest(10) { ids[$0] } == Array(order.prefix(10)))
        #expect(ranking.values == forecast.customers.map { forecast.minorUnits($0.expectedValue) })
    }

    @Test("without value nobody is on a list") func nobody() throws {
        let ledger = Self.shop(2)
        let forecast = try ShopForecast(of: ledger, options: ForecastOptions(margin: 0, model: .nbd))
        let ranking = forecast.ranking(ledger.customers)
        #expect(ranking.vips.customers == 0 && !ranking.values.indices.contains(where: ranking.isVIP))
        #expect(ranking.highest(10) { "\($0)" }.isEmpty && forecast.fivePointsMore() == 0)
    }

    @Test("what is at stake and what five points more add follow from P(alive)") func stake() throws {
        let forecast = try Self.cdnow.get()
        var more = 0.0
        for (place, customer) in forecast.customers.enumerated() {
            // Of whom less than a chance in a million is left nothing is told.
            guard customer.pAlive > 1e-6 else {
                #expect(forecast.valueAtStake(place) == 0)
                continue
            }
            let ifThere = customer.expectedValue / customer.pAlive
            #expect(Self.close(forecast.valueAtStake(place), ifThere - customer.expectedValue, 1e-6))
            more += ifThere * (min(1, customer.pAlive + 0.05) - customer.pAlive)
        }
        #expect(Self.close(forecast.fivePointsMore(), more))
        #expect(Self.close(forecast.expectedAlive, forecast.customers.reduce(0) { $0 + $1.pAlive }))
    }

    // MARK: Groups

    @Test("cohorts and sources add up to all customers") func groups() throws {
        let sources = ["google", "newsletter", nil]
        let documents = GeneratedShop.random(customers: 200, seed: 4).enumerated().map {
            place, document -> LedgerDocument in
            var document = document
            if let source = sources[place % 3] { document.dimensions = [.source: source] }
            return document
        }
        let ledger = Ledger(documents, currency: .unknown)
        let forecast = try ShopForecast(of: ledger, options: ForecastOptions(margin: 0.5, model: .bgNBD))
        let (bySource, byCohort) = (forecast.groups(by: .source, of: ledger), forecast.cohorts(by: .quarter))
        #expect(bySource.count == 3 && byCohort.map(\.cohort) == byCohort.map(\.cohort).sorted())
        for groups in [bySource.map(\.group), byCohort.map(\.group)] {
            #expect(groups.reduce(0) { $0 + $1.customers } == forecast.customers.count)
            #expect(Self.close(groups.reduce(0) { $0 + $1.expectedAlive }, forecast.expectedAlive))
            let expected = groups.reduce(0) { $0 + $1.expected }
            #expect(abs(expected - forecast.minorUnits(forecast.total.expectedValue)) <= Int64(groups.count))
            let past = forecast.summaries.places.reduce(0.0) {
                let own = forecast.summaries.customers[Int($1)]
                return $0 + 0.5 * Double(own.gross - own.refunds)
            }
            #expect(abs(groups.reduce(0.0) { $0 + Double($1.past) } - past) <= Double(groups.count))
        }
        #expect(forecast.groups(by: .country, of: ledger).isEmpty)
        // The source of the first order, whatever the later ones have.
        let first = Dictionary(grouping: documents.filter { $0.kind == .order }, by: \.customer).mapValues { orders in
            orders.filter { order in order.day == orders.map(\.day).min() }.compactMap { $0.dimensions[.source] }.min()
        }
        for (value, group) in bySource { #expect(group.customers == first.values.count { $0 == value }) }
    }

    // MARK: P(alive)

    @Test("the map of P(alive) holds every customer in one cell") func map() throws {
        let forecast = try Self.cdnow.get()
        let map = forecast.aliveMap()
        #expect(map.rows.count == AliveMap.silences.count)
        #expect(map.rows.allSatisfy { $0.count == AliveMap.purchaseDays.count })
        #expect(map.rows.joined().reduce(0) { $0 + $1.customers } == forecast.customers.count)
        let alive = map.rows.joined().reduce(0) { $0 + Double($1.customers) * ($1.pAlive ?? 0) }
        #expect(Self.close(alive, forecast.expectedAlive))
        #expect(map.rows.joined().allSatisfy { ($0.customers == 0) == ($0.pAlive == nil) })
        // 61 to 90 silent days, two purchase days.
        let places = forecast.customers.indices.filter {
            let own = forecast.summaries.customers[Int(forecast.summaries.places[$0])]
            return own.purchaseDays == 2 && (61...90).contains(forecast.summaries.asOf.number - own.lastDay)
        }
        let mean = places.reduce(0) { $0 + forecast.customers[$1].pAlive } / Double(places.count)
        #expect(map.rows[3][1].customers == places.count && Self.close(map.rows[3][1].pAlive ?? 0, mean))
    }
}
