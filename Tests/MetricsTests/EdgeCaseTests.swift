import Domain
import Ledger
import Testing

@testable import Metrics

@Suite("Shops at the edge") struct EdgeCaseTests {
    private static let euro = Currency("EUR")!
    private static let day = Day("2024-02-29")!

    private func order(_ customer: String, _ day: Day, _ money: Int64, _ kind: OrderKind? = nil) -> LedgerDocument {
        LedgerDocument(customer: customer, day: day, minorUnits: money, kind: kind)
    }

    @Test("an empty ledger") func empty() {
        let metrics = ShopMetrics(of: Ledger([], currency: Self.euro))
        #expect(metrics.asOf == nil)
        #expect(metrics.overview.customers == 0)
        #expect(metrics.overview.averageOrderValue == nil)
        #expect(metrics.overview.refundRate == nil)
        #expect(metrics.retention.monthly.isEmpty)
        #expect(metrics.cohorts.weekly.isEmpty)
        #expect(metrics.concentration.gini == nil)
        #expect(metrics.findings.isEmpty)
        #expect(metrics.cannotSay.allSatisfy { $0.reason == .noCustomers })
    }

    @Test("sales to nobody known") func unidentified() {
        let sales = UnidentifiedSales(
            orders: 2, grossMinorUnits: 500, refundMinorUnits: 100, firstDay: Self.day.number - 9,
            lastDay: Self.day.number)
        let metrics = ShopMetrics(of: Ledger([], currency: Self.euro, unidentified: sales))
        #expect(metrics.asOf == Self.day)
        #expect(metrics.overview.netRevenue == 400)
        #expect(metrics.overview.firstOrder == Self.day.advanced(by: -9))
        #expect(metrics.overview.lastOrder == Self.day)
        // A first order is the shop's, whoever is known: customers' figures still begin with their own.
        let both = ShopMetrics(of: Ledger([order("a", Self.day, 1)], currency: Self.euro, unidentified: sales))
        #expect(both.overview.firstOrder == Self.day.advanced(by: -9))
        #expect(both.cohorts.weekly.map(\.startsBeforeFile) == [true])
    }

    @Test("cohorts older than 520 periods are marked as joined") func joined() throws {
        let days = [-9_000, -5_000, -3_700, -10, 0].map { Self.day.advanced(by: $0) }
        let documents = days.enumerated().map { order("c\($0)", $1, 100) }
        let cohorts = ShopMetrics(of: Ledger(documents, currency: Self.euro)).cohorts
        let first = try #require(cohorts.weekly.first)
        #expect(first.joinsEarlier && first.cohort.lastDay >= Self.day.advanced(by: -7 * 520))
        #expect(first.customers == 3 && first.orders[0] == 3)
        #expect(cohorts.weekly.dropFirst().allSatisfy { !$0.joinsEarlier })
        #expect(!cohorts.monthly.contains { $0.joinsEarlier } && !cohorts.yearly.contains { $0.joinsEarlier })
        let old = Ledger([order("a", Self.day.advanced(by: -20_000), 1), order("b", Self.day, 1)], currency: Self.euro)
        let long = ShopMetrics(of: old).cohorts
        for unit in CalendarUnit.allCases { #expect(long[unit].map(\.joinsEarlier) == [true, false], "\(unit)") }
    }

    @Test("the file's first month has no say in who brings what") func firstMonth() throws {
        func day(_ text: String) throws -> Day { try #require(Day(text)) }
        let documents = [
            order("b", try day("2024-01-01"), 9_000), order("a", try day("2024-01-10"), -300),
            order("a", try day("2024-02-01"), 1_000), order("b", try day("2024-02-29"), 500),
        ]
        let metrics = ShopMetrics(of: Ledger(documents, currency: Self.euro))
        #expect(metrics.newVsReturning.map(\.complete) == [true, true])
        #expect(metrics.newVsReturning.map(\.returningRevenue) == [-300, 500])
        #expect(metrics.sayings.returningShareOfRevenue == 500.0 / 1_500)
        #expect(metrics.sayings.existingSpendMore == -0.5)
    }

    @Test("one order") func single() {
        let metrics = ShopMetrics(of: Ledger([order("a", Self.day, 1_000)], currency: Self.euro))
        #expect(metrics.asOf == Self.day)
        #expect(metrics.overview.repeatPurchaseRate == 0)
        #expect(metrics.activity.active == 1)
        #expect(metrics.activity.windowClamp == .noGaps)
        #expect(metrics.activity.windowDays == 1)
        #expect(metrics.concentration.top1 == 1)
        #expect(metrics.concentration.customersFor80 == 1)
        #expect(metrics.vip.customers == 1)
        #expect(metrics.nextOrder[0].within30 == nil)
        #expect(metrics.change == nil)
        #expect(metrics.rfm.segments.reduce(0) { $0 + $1.customers } == 1)
        // Nothing says that the file begins in the middle of the shop's life.
        #expect(!metrics.cannotSay.contains { $0.reason == .firstOrdersUnknown })
        #expect(metrics.cannotSay.contains(CannotSay(question: .newCustomersChange, reason: .historyTooShort)))
    }

    @Test("all orders on one day") func oneDay() {
        let documents = (0..<50).map { order("c\($0 % 20)", Self.day, Int64($0)) }
        let metrics = ShopMetrics(of: Ledger(documents, currency: Self.euro))
        #expect(metrics.overview.repeatCustomers == 20)
        #expect(metrics.overview.repeatCustomersByDay == 0)
        #expect(metrics.gaps.median == nil)
        #expect(metrics.activity.active == 20)
    }

    @Test("customers with refunds or reversed orders alone") func refundsOnly() {
        let metrics = ShopMetrics(
            of: Ledger(
                [order("a", Self.day, -700), order("b", Self.day, 300, .reversed)], currency: Self.euro))
        #expect(metrics.overview.customers == 0)
        #expect(metrics.overview.refundOnlyCustomers == 1)
        #expect(metrics.overview.refundOnlyRevenue == -700)
        #expect(metrics.overview.reversedOnlyCustomers == 1)
        #expect(metrics.overview.netRevenue == -700)
        #expect(metrics.customers.map(\.state) == [nil, nil])
        #expect(metrics.overview.refundRate == 1)
    }

    @Test("a customer with refunds alone has the last twelve months' refunds in their net")
    func refundsOfLastYear() throws {
        let documents = [
            order("a", Self.day.advanced(by: -700), 900), order("a", Self.day, 100),
            order("b", Self.day.advanced(by: -400), -500),
            order("b", Self.day.advanced(by: -365), -70), order("b", Self.day.advanced(by: -364), -20),
            order("b", Self.day.advanced(by: 5), -10),
        ]
        let metrics = ShopMetrics(of: Ledger(documents, currency: Self.euro))
        let refunded = try #require(metrics.customers.first { $0.id == "b" })
        #expect(refunded.netRevenue == -600)
        #expect(refunded.lastTwelveMonthsNet == -30)
        #expect(metrics.overview.identifiedNetRevenue == 1_000)
        #expect(metrics.overview.refundOnlyRevenue == -600)
    }

    @Test("money given back before a first order is returning customers' money of its own month")
    func earlyRefund() {
        let documents = [
            order("a", Day("2024-01-10")!, 1_000), order("b", Day("2024-02-05")!, -300),
            order("b", Day("2024-04-01")!, 700),
        ]
        let metrics = ShopMetrics(of: Ledger(documents, currency: Self.euro))
        #expect(metrics.newVsReturning.map(\.newRevenue) == [1_000, 0, 0, 700])
        #expect(metrics.newVsReturning.map(\.returningRevenue) == [0, -300, 0, 0])
        // A cohort's cells add up to its net.
        #expect(metrics.cohorts.monthly.map(\.netRevenue) == [[1_000, 0, 0, 0], [400]])
    }

    @Test("a refund after the last order is counted on its day") func lateRefund() {
        let metrics = ShopMetrics(
            of: Ledger([order("a", Self.day, 700), order("a", Self.day.advanced(by: 9), -200)], currency: Self.euro))
        #expect(metrics.asOf == Self.day)
        #expect(metrics.overview.identifiedNetRevenue == 500)
        #expect(metrics.cohorts.monthly.first?.netRevenue == [500])
    }

    @Test("years 0 and 9999") func farDays() {
        let documents = [
            order("a", Day("0000-01-01")!, 100), order("a", Day("9999-12-31")!, 100),
            order("b", Day("2024-01-01")!, 100),
        ]
        let metrics = ShopMetrics(of: Ledger(documents, currency: Self.euro))
        #expect(metrics.overview.customers == 2)
        #expect(metrics.overview.orders == 3)
        #expect(metrics.cohorts.monthly.reduce(0) { $0 + $1.netRevenue.reduce(0, +) } == 300)
    }

    @Test("money at the limit of 64 bits does not trap") func hugeMoney() {
        let most = Int64.max / 2
        let documents = [
            order("a", Self.day, most), order("b", Self.day.advanced(by: 800), most),
            order("b", Self.day.advanced(by: 700), -most),
        ]
        let ledger = Ledger(documents, currency: Self.euro)
        let metrics = ShopMetrics(of: ledger, options: MetricsOptions(margin: Margin(basisPoints: 20_000)))
        #expect(metrics.overview.grossRevenue == most * 2)
        #expect(metrics.overview.contribution == Margin(basisPoints: 20_000).contribution(of: most))
    }

    @Test("one customer with very many orders") func oneCustomer() {
        let count = 300_000
        let days = (0..<count).map { Self.day.number + Int32($0 / 300) }
        var customers = CustomerTable.Builder()
        customers.append(number: 7)
        let ledger = Ledger(
            currency: Self.euro, days: days, minutes: Array(repeating: 600, count: count),
            minorUnits: Array(repeating: 100, count: count), kinds: Array(repeating: .order, count: count),
            offsets: [0, count], customers: customers.build())
        let metrics = ShopMetrics(of: ledger)
        #expect(metrics.overview.orders == count)
        #expect(metrics.overview.purchaseDays == 1_000)
        #expect(metrics.gaps.median == 1)
        #expect(metrics.activity.windowDays == 14)
        #expect(metrics.activity.windowClamp == .minimum)
    }

    @Test("an as-of day before every order") func early() {
        let ledger = Ledger([order("a", Self.day, 700)], currency: Self.euro)
        let metrics = ShopMetrics(of: ledger, options: MetricsOptions(asOf: Self.day.advanced(by: -1)))
        #expect(metrics.overview.customers == 0)
        #expect(metrics.overview.netRevenue == 0)
    }

    @Test("ties on the VIP list go by identifier") func ties() {
        let documents = ["d", "b", "a", "c"].map { order($0, Self.day, 100) }
        let metrics = ShopMetrics(of: Ledger(documents, currency: Self.euro))
        #expect(metrics.customers.filter(\.isVIP).map(\.id) == ["a", "b"])
    }
}
