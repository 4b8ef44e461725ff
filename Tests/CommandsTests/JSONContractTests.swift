import Foundation
import Testing

@Suite("The JSON contract")
struct JSONContractTests {
    /// A report of the shop with everything that can be asked for.
    private static func full() throws -> JSONDocument {
        let folder = try Folder()
        try folder.write(
            "costs.csv", "month,source,spend\n2024-01,google,500\n2024-02,google,400.50\n2024-03,newsletter,100\n")
        return try Reports.json(
            [Reports.shop(), "--margin", "35%", "--costs", "costs.csv", "--where", "country!=CZ"], in: folder)
    }

    private static let counts = """
        input.rows input.accepted input.rejected input.ignored overview.customers overview.orders \
        overview.repeatCustomers overview.unidentifiedOrders overview.refundOnlyCustomers activity.windowDays \
        activity.active activity.lapsing activity.lapsed vip.customers vip.joined vip.left gaps.median gaps.p75 \
        gaps.p90 concentration.customersFor80 retention.monthly.5.start retention.monthly.5.retained \
        retention.monthly.5.new retention.monthly.5.wonBack retention.monthly.5.end retention.monthly.5.lost \
        retention.monthly.5.acquired cohorts.monthly.0.customers cohorts.monthly.0.active.0 \
        cohorts.monthly.0.orders.0 cohorts.monthly.0.complete nextOrder.0.from newVsReturning.0.newCustomers \
        newVsReturning.0.returningCustomers newVsReturning.0.newOrders newVsReturning.0.returningOrders \
        rfm.segments.0.customers rfm.grid.0.0 acquisition.0.newCustomers breakdowns.country.0.customers \
        input.ignoredByReason.filtered input.ignoredByReason.statusExcluded
        """.split(separator: " ").map(String.init)

    private static let money = """
        overview.grossRevenue overview.refunds overview.netRevenue overview.identifiedNetRevenue \
        overview.averageOrderValue overview.unidentifiedRevenue overview.refundOnlyRevenue overview.contribution \
        activity.revenueAtRisk vip.netRevenue cohorts.monthly.0.netRevenue.0 newVsReturning.0.newRevenue \
        newVsReturning.0.returningRevenue rfm.segments.0.netRevenue acquisition.0.spend \
        breakdowns.country.0.netRevenue findings.0.moneyAtStake
        """.split(separator: " ").map(String.init)

    private static let shares = """
        overview.repeatPurchaseRate overview.refundRate retention.monthly.12.retentionRate \
        retention.monthly.12.churnRate nextOrder.0.within30 nextOrder.0.within60 nextOrder.0.within90 \
        nextOrder.0.within180 nextOrder.0.within365 concentration.top1 concentration.top5 concentration.top10 \
        concentration.top20 concentration.top50 concentration.gini vip.share
        """.split(separator: " ").map(String.init)

    private static let texts = """
        schema asOf currency overview.firstOrder overview.lastOrder retention.monthly.0.period \
        retention.quarterly.0.period retention.yearly.0.period cohorts.weekly.0.cohort cohorts.monthly.0.cohort \
        cohorts.quarterly.0.cohort cohorts.yearly.0.cohort newVsReturning.0.month rfm.segments.0.key change.0.metric \
        findings.0.rule findings.0.text acquisition.1.source
        """.split(separator: " ").map(String.init)

    @Test("has every key with its type") func keys() throws {
        let report = try Self.full()
        for path in Self.counts {
            let value = report[path] as? NSNumber
            #expect(value.map { $0.doubleValue == $0.doubleValue.rounded() } == true, "\(path)")
        }
        for path in Self.money { #expect(report[path] is NSNumber, "\(path)") }
        for path in Self.shares {
            let share = (report[path] as? NSNumber)?.doubleValue
            #expect(share.map { (0...1).contains($0) } == true, "\(path)")
        }
        for path in Self.texts { #expect(report[path] is String, "\(path)") }
        #expect(report["activity.windowClamped"] is Bool && report["retention.monthly.0.complete"] is Bool)
        #expect(report["overview.ordersPerCustomer"] is NSNumber)
        for key in ["before", "now", "lower", "upper"] { #expect(report["change.0." + key] is NSNumber, "\(key)") }
        for key in ["cac", "paybackMonths", "valueToCost"] {
            #expect((report["acquisition.0"] as? [String: Any])?.keys.contains(key) == true, "\(key)")
        }
        let segments = try report.list("rfm.segments")
        #expect(segments.count == 11)
        #expect((report["rfm.grid"] as? [[Any]])?.map(\.count) == [5, 5, 5, 5, 5])
    }

    @Test("writes money as exact decimals: no exponent, and as many decimals as the currency has") func decimals()
        throws
    {
        let report = try Self.full()
        #expect(report.text.firstMatch(of: /[0-9][eE][+-]?[0-9]/) == nil)
        let names = "Revenue|revenue|refunds|averageOrderValue|moneyAtStake|spend|cac|clippedSum|[cC]ontribution"
        let money = try Regex("\"[A-Za-z]*(?:\(names))\": (-?[0-9.]+)", as: (Substring, Substring).self)
        let values = report.text.matches(of: money).filter { !$0.output.0.contains("ShareOf") }.map(\.output.1)
        #expect(values.count > 100)
        #expect(values.allSatisfy { $0.wholeMatch(of: /-?(0|[1-9][0-9]*)\.[0-9]{2}/) != nil })
        let yen = try Reports.json(of: Reports.three.replacing(".00", with: ""), ["--currency", "JPY"])
        #expect(yen.text.contains("\"grossRevenue\": 60,"))
        let dinar = try Reports.json(of: Reports.three, ["--currency", "KWD"])
        #expect(dinar.text.contains("\"grossRevenue\": 60.000,"))
    }

    @Test("keeps its promises about sums") func sums() throws {
        let report = try Self.full()
        let overview = { try report.cents("overview." + $0) }
        #expect(
            try overview("netRevenue") == overview("identifiedNetRevenue") + overview("refundOnlyRevenue")
                + overview("unidentifiedRevenue"))
        let input = { try report.int("input." + $0) }
        #expect(try input("rows") == input("accepted") + input("rejected") + input("ignored"))
        let cohortNet = try report.list("cohorts.monthly").reduce(0) { sum, cohort in
            let cells = cohort["netRevenue"] as? [NSNumber] ?? []
            return sum + cells.reduce(0) { $0 + Int(($1.doubleValue * 100).rounded()) }
        }
        #expect(try cohortNet == overview("identifiedNetRevenue"))
        let states = try ["active", "lapsing", "lapsed"].reduce(0) { try $0 + report.int("activity." + $1) }
        #expect(try states == report.int("overview.customers"))
        let segments = try report.list("rfm.segments").reduce(0) {
            $0 + (($1["customers"] as? NSNumber)?.intValue ?? 0)
        }
        #expect(try segments == report.int("overview.customers"))
        for period in try report.list("retention.monthly") {
            let figure = { (key: String) in (period[key] as? NSNumber)?.intValue ?? -1 }
            #expect(figure("end") == figure("retained") + figure("new") + figure("wonBack"))
            #expect(figure("lost") == figure("start") - figure("retained"))
        }
    }

    @Test("writes days, months and periods as the contract says") func calendar() throws {
        let report = try Self.full()
        let day = /[0-9]{4}-[0-9]{2}-[0-9]{2}/
        for path in ["asOf", "overview.firstOrder", "overview.lastOrder"] {
            #expect(try report.string(path).wholeMatch(of: day) != nil, "\(path)")
        }
        #expect(try report.string("newVsReturning.0.month").wholeMatch(of: /[0-9]{4}-[0-9]{2}/) != nil)
        #expect(try report.string("cohorts.weekly.0.cohort").wholeMatch(of: /[0-9]{4}-W[0-9]{2}/) != nil)
        #expect(try report.string("cohorts.quarterly.0.cohort").wholeMatch(of: /[0-9]{4}-Q[1-4]/) != nil)
        #expect(try report.string("cohorts.yearly.0.cohort").wholeMatch(of: /[0-9]{4}/) != nil)
    }

    @Test("has null where a figure is undefined, not zero") func undefined() throws {
        let report = try Reports.json(of: "order_id,customer_id,date,amount\n1,7,2026-01-05,10.00\n")
        for path in ["nextOrder.0.medianDays", "gaps.median", "overview.contribution"] {
            #expect(report[path] == nil, "\(path)")
        }
        #expect(report.text.contains("\"medianDays\": null"))
    }
}
