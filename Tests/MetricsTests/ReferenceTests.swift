import Domain
import Ledger
import Testing

@testable import Metrics

@Suite("Real shops against an independent computation") struct ReferenceTests {
    @Test("every figure", arguments: ReferenceShop.all.indices) func figures(place: Int) throws {
        let shop = ReferenceShop.all[place]
        let figures = try shop.figures()
        let metrics = ShopMetrics(of: try shop.ledger(figures))
        let overview = metrics.overview
        #expect(metrics.asOf?.number == Int32(figures.asOf))
        #expect(overview.customers == figures.customers)
        #expect(overview.orders == figures.orders)
        #expect(overview.grossRevenue == figures.gross)
        #expect(overview.refunds == figures.refunds)
        #expect(overview.identifiedNetRevenue == figures.identifiedNet)
        #expect(overview.netRevenue == figures.netRevenue)
        #expect(overview.refundOnlyCustomers == figures.refundOnlyCustomers)
        #expect(overview.refundOnlyRevenue == figures.refundOnlyRevenue)
        #expect(overview.repeatCustomers == figures.repeatCustomers)
        #expect(overview.repeatCustomersByDay == figures.repeatCustomersByDay)
        #expect(metrics.activity.windowDays == figures.window)
        #expect([metrics.gaps.median, metrics.gaps.p75, metrics.gaps.p90] == figures.gaps.map { $0 })
        #expect([metrics.activity.active, metrics.activity.lapsing, metrics.activity.lapsed] == figures.states)
        #expect(metrics.activity.revenueAtRisk == figures.revenueAtRisk)
        #expect(metrics.concentration.belowZero == figures.belowZero)
        #expect(metrics.concentration.customersFor80 == figures.customersFor80)
        #expect(abs((metrics.concentration.top20 ?? 0) - figures.top20) < 1e-12)
        #expect(abs((metrics.concentration.gini ?? 0) - figures.gini) < 1e-12)
        let next = try #require(metrics.nextOrder.first)
        let within = [next.within30, next.within60, next.within90, next.within180, next.within365]
        for (share, expected) in zip(within, figures.secondWithin) { #expect(abs((share ?? 0) - expected) < 1e-12) }
    }

    @Test("retention, cohorts and RFM cells", arguments: ReferenceShop.all.indices) func tables(place: Int) throws {
        let shop = ReferenceShop.all[place]
        let figures = try shop.figures()
        let metrics = ShopMetrics(of: try shop.ledger(figures))
        let retention = metrics.retention.monthly.map { row in
            ReferenceShop.RetentionRow(
                month: "\(row.period)", counts: [row.start, row.retained, row.new, row.wonBack, row.end])
        }
        #expect(retention == figures.retention)
        let cohorts = metrics.cohorts.monthly.map { ("\($0.cohort)", $0.active) }
        #expect(Dictionary(uniqueKeysWithValues: cohorts) == figures.cohorts)
        for recency in 1...5 {
            for frequency in 1...5 {
                for monetary in 1...5 {
                    let expected = figures.rfm["\(recency)\(frequency)\(monetary)"] ?? 0
                    #expect(metrics.rfm.cells[recency - 1][frequency - 1][monetary - 1] == expected)
                }
            }
        }
    }

    @Test("the windows that the definition promises: 230 days and 123")
    func windows() throws {
        #expect(try ReferenceShop.all.map { try $0.figures().window } == [230, 123])
    }

    @Test("Online Retail in pounds and pence") func onlineRetail() throws {
        let shop = ReferenceShop.all[1]
        let overview = ShopMetrics(of: try shop.ledger(try shop.figures())).overview
        #expect(overview.customers == 4_339)
        #expect(overview.orders == 18_536)
        #expect(overview.grossRevenue == 891_140_790)
        #expect(overview.refunds == 61_134_209)
        #expect(overview.identifiedNetRevenue == 831_047_705)
        #expect(overview.refundOnlyRevenue == -1_041_124)
        #expect(overview.unidentifiedRevenue == 144_768_212)
        #expect(overview.netRevenue == 974_774_793)
        #expect(overview.repeatCustomers == 2_845)
        #expect(overview.repeatCustomersByDay == 2_790)
    }
}
