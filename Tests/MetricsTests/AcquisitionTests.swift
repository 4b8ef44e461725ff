import Domain
import Ledger
import Testing

@testable import Metrics

@Suite("Acquisition") struct AcquisitionTests {
    private static let january = CalendarPeriod(.month, containing: Day("2024-01-01")!)

    private func order(_ customer: String, _ day: String, _ money: Int64, _ source: String) -> LedgerDocument {
        LedgerDocument(customer: customer, day: Day(day)!, minorUnits: money, dimensions: [.source: source])
    }

    private var ledger: Ledger {
        Ledger(
            [
                order("a", "2024-01-04", 1_000, "ads"), order("a", "2024-02-05", 1_000, "mail"),
                order("b", "2024-01-20", 3_000, "ads"), order("b", "2024-03-20", 2_000, "ads"),
                order("c", "2024-02-01", 4_000, "mail"), order("c", "2024-04-30", 100, "mail"),
            ], currency: Currency("EUR")!)
    }

    @Test("the source of the first order, its cost and when it comes back") func payback() throws {
        let costs = [
            AcquisitionCost(month: Self.january, source: "ads", spend: 2_400),
            AcquisitionCost(month: Self.january.advanced(by: 1), source: "mail", spend: 100, newCustomers: 4),
        ]
        let options = MetricsOptions(margin: Margin(basisPoints: 5_000), costs: costs)
        let rows = ShopMetrics(of: ledger, options: options).acquisition
        #expect(rows.map(\.source) == [nil, "ads", "mail"])
        let ads = rows[1]
        // Two customers, half of 4,000 in the first month, of 1,000 in the second and of 2,000 in the third.
        #expect(ads.newCustomers == 2)
        #expect(ads.cac == 1_200)
        #expect(ads.cumulativeContribution == [1_000, 1_250, 1_750, 1_750])
        #expect(ads.paybackMonths == 1)
        #expect(ads.firstPurchaseContribution == 1_000)
        #expect(ads.exceedsFirstPurchase == true)
        #expect(ads.notRecoveredInTwoMonths == false)
        #expect(ads.valueToCost == 1_750.0 / 1_200.0)
        #expect(rows[2].cac == 25)
        #expect(rows[2].paybackMonths == 0)
        #expect(rows[0].spend == 2_500)
        // Counted in January, given for February.
        #expect(rows[0].newCustomers == 6)
    }

    @Test("one purchase may bring less than the cost, and the first month more", arguments: [nil, "ads"])
    func firstPurchase(source: String?) throws {
        let documents =
            [("a", "2024-01-05", 1_000), ("a", "2024-01-05", -200), ("a", "2024-01-15", 1_000)].map {
                order($0, $1, $2, "ads")
            } + [order("a", "2024-01-25", 1_000, "mail"), order("b", "2024-01-02", 1_200, "ads")]
            + [order("b", "2024-01-20", 2_000, "ads"), order("c", "2024-03-01", 9_000, "ads")]
        let metrics = ShopMetrics(
            of: Ledger(documents, currency: Currency("EUR")!),
            options: MetricsOptions(
                margin: Margin(basisPoints: 10_000),
                costs: [AcquisitionCost(month: Self.january, source: source, spend: 5_000)]))
        let row = try #require(metrics.acquisition.last)
        #expect(row.source == source)
        #expect(row.cac == 2_500)
        // 800 and 1,200 on the first days, 6,000 in the month.
        #expect(row.firstPurchaseContribution == 1_000)
        #expect(row.firstMonthContribution == 3_000)
        #expect(row.exceedsFirstPurchase == true)
        #expect(row.paybackMonths == 0)
    }

    @Test("without a margin there is a cost but no payback") func withoutMargin() {
        let costs = [AcquisitionCost(month: Self.january, source: "ads", spend: 2_400)]
        let metrics = ShopMetrics(of: ledger, options: MetricsOptions(costs: costs))
        #expect(metrics.acquisition[1].cac == 1_200)
        #expect(metrics.acquisition[1].paybackMonths == nil)
        #expect(metrics.acquisition[1].notRecoveredInTwoMonths == nil)
        #expect(metrics.cannotSay.contains(CannotSay(question: .payback, reason: .noContribution)))
    }

    @Test("a source that no order names, and a month outside the file") func unknown() {
        let costs = [
            AcquisitionCost(month: Self.january.advanced(by: -40), source: "ads", spend: 10),
            AcquisitionCost(month: Self.january, source: "radio", spend: Int64.max),
            AcquisitionCost(month: Self.january, source: nil, spend: Int64.max),
        ]
        let metrics = ShopMetrics(
            of: ledger, options: MetricsOptions(margin: Margin(basisPoints: 1), costs: costs))
        #expect(metrics.acquisition.map(\.source) == [nil, "radio"])
        #expect(metrics.acquisition.map(\.newCustomers) == [2, 0])
        #expect(metrics.acquisition[1].cac == nil)
        #expect(metrics.costMonthsLeftOut == [Self.january.advanced(by: -40)])
    }

    @Test("who says how many came needs no month that is over, nor one long after the file begins") func given() {
        let costs = [
            AcquisitionCost(month: Self.january.advanced(by: 1), source: "ads", spend: 600, newCustomers: 3),
            AcquisitionCost(month: Self.january, source: "ads", spend: 600, newCustomers: nil),
        ]
        let metrics = ShopMetrics(
            of: ledger,
            options: MetricsOptions(asOf: Day("2024-02-15"), margin: Margin(basisPoints: 5_000), costs: costs))
        #expect(metrics.acquisition[1].spend == 1_200)
        #expect(metrics.costMonthsLeftOut.isEmpty)
        #expect(metrics.costMonthsOfFirstSight == [Self.january])
    }

    @Test("spend of months that the orders do not cover is in no figure") func months() {
        func metrics(_ months: ClosedRange<Int>, asOf: String?) -> ShopMetrics {
            let costs = months.map {
                AcquisitionCost(month: Self.january.advanced(by: $0), source: "ads", spend: 600, newCustomers: nil)
            }
            return ShopMetrics(
                of: ledger,
                options: MetricsOptions(
                    asOf: asOf.flatMap { Day($0) }, margin: Margin(basisPoints: 5_000), costs: costs))
        }
        // January to April of the orders, two customers of this source.
        #expect(metrics(0...3, asOf: nil).acquisition[1].cac == 1_200)
        let wide = metrics(-2...9, asOf: nil)
        #expect(wide.acquisition == metrics(0...3, asOf: nil).acquisition)
        #expect(
            wide.costMonthsLeftOut.map(\.description) == [
                "2023-11", "2023-12", "2024-05", "2024-06", "2024-07", "2024-08", "2024-09", "2024-10",
            ])
        let early = metrics(-2...9, asOf: "2024-02-29")
        #expect(early.acquisition == metrics(0...1, asOf: "2024-02-29").acquisition)
        #expect(early.acquisition[1].cac == 600)
        #expect(early.costMonthsLeftOut.count == 10)
        #expect(metrics(0...1, asOf: "2024-02-29").costMonthsLeftOut.isEmpty)
        // Half a month's orders, all of its spend; two days before its end it is as good as over.
        let half = metrics(0...1, asOf: "2024-02-15")
        #expect(half.acquisition == metrics(0...0, asOf: "2024-02-15").acquisition)
        #expect(half.costMonthsLeftOut.map(\.description) == ["2024-02"])
        #expect(metrics(0...1, asOf: "2024-02-27").costMonthsLeftOut.isEmpty)
        #expect(metrics(0...1, asOf: "2024-02-26").costMonthsLeftOut.count == 1)
        let other = metrics(10...12, asOf: nil)
        #expect(other.acquisition.isEmpty && other.costMonthsLeftOut.count == 3)
        #expect(other.cannotSay.contains(CannotSay(question: .payback, reason: .costsOfOtherMonths)))
    }

    @Test(
        "the month in which the orders begin counts when they begin in its first tenth",
        arguments: [
            ("2024-01-01", true), ("2024-01-04", true), ("2024-01-05", false), ("2024-01-31", false),
            ("2023-12-31", true), ("2024-02-01", false),
        ])
    func begin(day: String, counts: Bool) {
        let ledger = Ledger(
            [
                order("a", day, 1_000, "ads"), order("b", "2024-02-10", 1_000, "ads"),
                order("b", "2024-03-31", 50, "ads"),
            ],
            currency: Currency("EUR")!)
        func metrics(_ newCustomers: Int?) -> ShopMetrics {
            let costs = [
                AcquisitionCost(month: Self.january, source: nil, spend: 1_000, newCustomers: newCustomers),
                AcquisitionCost(month: Self.january.advanced(by: 1), source: nil, spend: 500),
            ]
            return ShopMetrics(of: ledger, options: MetricsOptions(margin: Margin(basisPoints: 5_000), costs: costs))
        }
        #expect(metrics(nil).costMonthsLeftOut == (counts ? [] : [Self.january]))
        #expect(metrics(nil).acquisition[0].spend == (counts ? 1_500 : 500))
        // Told by the costs, it counts with any of its days.
        let isBefore = day > "2024-01-31"
        #expect(metrics(7).costMonthsLeftOut == (isBefore ? [Self.january] : []))
        #expect(metrics(7).acquisition[0].spend == (isBefore ? 500 : 1_500))
    }

    @Test("a source is one, in whatever letters costs and orders name it") func sourceNames() {
        let ledger = Ledger(
            [
                order("a", "2024-01-04", 1_000, "Google"), order("b", "2024-01-06", 1_000, "GOOGLE"),
                order("c", "2024-01-07", 1_000, "google  ads"), order("d", "2024-01-08", 1_000, "Łódź"),
            ], currency: Currency("EUR")!)
        let costs = ["google", " GOOGLE", "Google Ads", "łódź"].map {
            AcquisitionCost(month: Self.january, source: $0, spend: 100)
        }
        let rows = ShopMetrics(of: ledger, options: MetricsOptions(asOf: Day("2024-01-31"), costs: costs)).acquisition
        #expect(rows.count == 4)
        #expect(rows.first { $0.source == "google" || $0.source == " GOOGLE" }?.newCustomers == 2)
        #expect(rows.first { $0.source == "Google Ads" }?.newCustomers == 1)
        #expect(rows.first { $0.source == "łódź" }?.newCustomers == 1)
    }

    @Test(
        "margins round half away from zero",
        arguments: [
            (1_000 as Int64, 3_333, 333 as Int64), (15, 1_000, 2), (-15, 1_000, -2), (Int64.max, 10_000, Int64.max),
            (Int64.max, 20_000, Int64.max), (0, 5_000, 0),
        ]) func margins(revenue: Int64, basisPoints: Int, contribution: Int64)
    {
        #expect(Margin(basisPoints: basisPoints).contribution(of: revenue) == contribution)
    }
}
