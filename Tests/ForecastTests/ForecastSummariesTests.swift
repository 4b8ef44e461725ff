import Domain
import Ledger
import LifetimeValue
import Metrics
import TestSupport
import Testing

@testable import Forecast

@Suite("Summaries of a ledger for forecasts") struct ForecastSummariesTests {
    /// The same, customer by customer, from the documents themselves.
    private static func slow(_ documents: [LedgerDocument], asOf: Int32, until limit: Int32) -> CustomerPurchases {
        var own = CustomerPurchases()
        let seen = documents.filter { $0.day.number <= limit }
        let orders = seen.filter { $0.kind == .order }
        let days = Set(orders.map(\.day.number)).sorted()
        own.refunds = seen.filter { $0.kind == .refund }.reduce(0) { $0 - $1.minorUnits }
        guard let first = days.first, let last = days.last else { return own }
        (own.firstDay, own.lastDay, own.purchaseDays) = (first, last, Int32(days.count))
        own.gross = orders.reduce(0) { $0 + $1.minorUnits }
        own.laterGross = orders.filter { $0.day.number > first }.reduce(0) { $0 + $1.minorUnits }
        own.laterWeeks = Int32(Set(days.map { (asOf - $0) / 7 }).subtracting([(asOf - first) / 7]).count)
        return own
    }

    @Test("are those of the documents, at any day", arguments: 0..<60) func documents(seed: UInt64) {
        let documents = GeneratedShop.random(customers: 30, seed: seed)
        let ledger = Ledger(documents, currency: Currency("EUR")!)
        let byCustomer = Dictionary(grouping: documents, by: \.customer)
        let last = documents.filter { $0.kind == .order }.map(\.day.number).max() ?? 0
        for asOf in [nil, last, last - 3, last - 40, last + 100] as [Int32?] {
            let summaries = ForecastSummaries(of: ledger, asOf: asOf.map(Day.init(number:)), workers: 2)
            #expect(summaries.asOf.number == asOf ?? last)
            for place in 0..<ledger.customerCount {
                let own = Self.slow(
                    byCustomer[ledger.customers[place]] ?? [], asOf: asOf ?? last, until: asOf ?? Int32.max)
                #expect(summaries.customers[place] == own)
                #expect(summaries.places.contains(Int32(place)) == own.hasPurchased)
            }
            #expect(summaries.newcomersByDay.reduce(0, +) == summaries.places.count)
            #expect(summaries.laterPurchasesByDay.reduce(0, +) == summaries.base.laterPurchases)
            #expect(summaries.newcomersByDay.count == summaries.firstDay.days(to: summaries.asOf) + 1)
        }
    }

    @Test("do not depend on workers or on the order of documents", arguments: 0..<10) func order(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let documents = GeneratedShop.random(customers: 200, seed: seed)
        let one = ForecastSummaries(of: Ledger(documents, currency: Currency("EUR")!), workers: 1)
        let shuffled = Ledger(documents.shuffled(using: &random), currency: Currency("EUR")!)
        for workers in [2, 5] {
            let other = ForecastSummaries(of: shuffled, workers: workers)
            #expect(one.customers == other.customers && one.base == other.base && one.spend == other.spend)
            #expect(one.newcomersByDay == other.newcomersByDay)
            #expect(one.laterPurchasesByDay == other.laterPurchasesByDay)
        }
    }

    @Test("the sums of CDNOW and Online Retail that the data's papers give") func realShops() throws {
        let sample = ForecastSummaries(
            of: try RealShop.cdnowSample.get().ledger, asOf: RealShop.cdnowEnd.advanced(by: -RealShop.cdnowHoldout))
        #expect(sample.places.count == 2_357)
        #expect(sample.base.laterPurchases == 2_457 && sample.base.repeatCustomers == 946)
        #expect(sample.spend.customers == 946)
        let master = ForecastSummaries(
            of: try RealShop.cdnow.get().ledger, asOf: RealShop.cdnowEnd.advanced(by: -RealShop.cdnowHoldout))
        #expect(master.places.count == 23_570 && master.base.laterPurchases == 24_337)
        // One customer bought again for nothing.
        #expect(master.base.repeatCustomers == 9_451 && master.spend.customers == 9_450)
        let retail = ForecastSummaries(of: try RealShop.onlineRetail.get().ledger)
        #expect(retail.asOf == RealShop.retailEnd)
        #expect(retail.places.count == 4_339 && retail.base.laterPurchases == 12_427)
        #expect(retail.purchases.reduce(0) { $0 + Int($1.recency) } == 567_287)
        #expect(retail.base.daysObserved == 966_655)
        let means = retail.places.reduce(0.0) { $0 + retail.customers[Int($1)].meanLaterGross }
        #expect(abs(means / 100 - 1_331_830.74) < 0.01)
    }

    @Test("weeks are opportunities for BG/BB") func weeks() throws {
        // As-of is a Sunday; weeks end with it. The first purchase lies in week 4, later ones in weeks 2, 2 and 0.
        let asOf = Day("2026-03-01")!
        let documents = [-30, -18, -14, -1, 0].map {
            LedgerDocument(customer: "ada", day: asOf.advanced(by: $0), minorUnits: 100)
        }
        let summaries = ForecastSummaries(of: Ledger(documents, currency: .unknown), asOf: asOf)
        #expect(summaries.weeklyPurchases == [try PurchaseSummary(frequency: 2, recency: 4, age: 4)])
        #expect(summaries.purchases == [try PurchaseSummary(frequency: 4, recency: 30, age: 30)])
    }

    @Test("an empty shop, one of refunds alone, and one whose days lie far apart") func odd() {
        let empty = ForecastSummaries(of: Ledger([], currency: .unknown))
        #expect(empty.places.isEmpty && empty.base.customers == 0 && empty.customerSummaries().isEmpty)
        let refund = LedgerDocument(customer: "a", day: Day("2026-01-01")!, minorUnits: -500)
        #expect(ForecastSummaries(of: Ledger([refund], currency: .unknown)).places.isEmpty)
        let far = ["0001-01-01", "2026-01-01"].map {
            LedgerDocument(customer: "a", day: Day($0)!, minorUnits: 1)
        }
        let summaries = ForecastSummaries(of: Ledger(far, currency: .unknown))
        #expect(summaries.purchases.map(\.age) == [65_534])
    }

    @Test("the figures of value are the customers' own, in their order") func value() throws {
        let summaries = ForecastSummaries(of: try RealShop.onlineRetail.get().ledger)
        let shares = summaries.refundShares
        let customers = summaries.customerSummaries()
        #expect(customers.map(\.purchases) == summaries.purchases)
        for (place, customer) in zip(summaries.places, customers) {
            let own = summaries.customers[Int(place)]
            #expect(customer.meanAmount == summaries.spend(of: own).mean)
            #expect(customer.netFactor == shares.netFactor(of: summaries.refunds(of: own)))
            #expect((0...1).contains(customer.netFactor))
        }
        // What a forecast of value expects is what the backtest does, but for discount and margin.
        let model = try OrderModel(.nbd, fittedTo: summaries)
        let spend = try GammaGamma.fit(to: summaries.spend)
        let forecast = LifetimeForecast(model.fit, spend: spend, horizon: 100)
        let orders = model.expectedOrders(in: 100, of: summaries.purchases)
        for (own, customer) in zip(orders, forecast.customers(customers)) {
            #expect(abs(own - customer.expectedOrders) <= 1e-9 * max(1, own))
        }
        let weekly = summaries.customerSummaries(for: try OrderModel(.bgBB, fittedTo: summaries))
        #expect(weekly.map(\.purchases) == summaries.weeklyPurchases)
    }

    @Test("a sample holds whole customers, at most as many as asked, whatever the order of rows", arguments: 0..<5)
    func sample(seed: UInt64) throws {
        let ledger = try RealShop.cdnow.get().ledger
        let sample = ledger.sample(of: 1_000, seed: seed)
        #expect(sample.customerCount == 1_000)
        #expect(sample.brokenInvariant() == nil)
        var places: [String: Int] = [:]
        for place in 0..<ledger.customerCount { places[ledger.customers[place]] = place }
        for own in 0..<sample.customerCount {
            let place = try #require(places[sample.customers[own]])
            let (there, here) = (
                ledger.offsets[place]..<ledger.offsets[place + 1], sample.offsets[own]..<sample.offsets[own + 1]
            )
            #expect(ledger.days[there] == sample.days[here] && ledger.minorUnits[there] == sample.minorUnits[here])
        }
        let other = ledger.sample(of: 1_000, seed: seed + 100)
        #expect((0..<1_000).count { places[other.customers[$0]] == places[sample.customers[$0]] } < 200)
        #expect(ledger.sample(of: 30_000, seed: seed).customerCount == 23_570)
    }
}
