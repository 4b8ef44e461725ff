import Foundation
import Metrics
import Testing

@testable import Report

@Suite("JSON") struct JSONReportTests {
    private func object(_ text: String) throws -> [String: Any] {
        try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    @Test("has every key of the schema perennial.report/1") func schema() throws {
        let report = try object(JSONReport(SampleShop.garden).text())
        #expect(report["schema"] as? String == "perennial.report/1")
        for (path, keys) in Self.contract {
            var found: Any? = report
            for step in path.split(separator: ".") {
                found = (found as? [String: Any])?[String(step)]
                if let list = found as? [Any] { found = list.first }
            }
            let members = try #require(path.isEmpty ? report : found as? [String: Any], "\(path)")
            for key in keys.split(separator: " ") { #expect(members[String(key)] != nil, "\(path).\(key)") }
        }
    }

    private static let contract: [(String, String)] = [
        ("", "input asOf currency overview activity retention cohorts nextOrder newVsReturning concentration rfm vip"),
        ("", "gaps change breakdowns acquisition findings"),
        ("input", "rows accepted rejected ignored rejectedByReason ignoredByReason"),
        ("overview", "customers orders grossRevenue refunds netRevenue identifiedNetRevenue averageOrderValue"),
        ("overview", "ordersPerCustomer repeatCustomers repeatPurchaseRate firstOrder lastOrder unidentifiedOrders"),
        ("overview", "unidentifiedRevenue refundOnlyCustomers refundOnlyRevenue refundRate"),
        ("activity", "windowDays windowClamped active lapsing lapsed revenueAtRisk"),
        ("retention.monthly", "period start retained new wonBack end lost acquired retentionRate churnRate complete"),
        ("retention", "monthly quarterly yearly"), ("cohorts", "weekly monthly quarterly yearly"),
        ("cohorts.monthly", "cohort customers active orders netRevenue complete"),
        ("nextOrder", "from within30 within60 within90 within180 within365 medianDays"),
        (
            "newVsReturning",
            "month newCustomers returningCustomers newOrders returningOrders newRevenue returningRevenue"
        ),
        ("concentration", "top1 top5 top10 top20 top50 gini customersFor80"), ("rfm", "segments grid"),
        ("rfm.segments", "key customers netRevenue"), ("vip", "customers netRevenue joined left"),
        ("gaps", "median p75 p90"), ("change", "metric before now lower upper"), ("breakdowns", "country source"),
        ("acquisition", "source spend newCustomers cac paybackMonths valueToCost"),
        ("findings", "rule text moneyAtStake"),
    ]

    @Test("money is an exact decimal in major units") func money() {
        let text = JSONReport(SampleShop.decade).text()
        let overview = SampleShop.decade.metrics.overview
        let digits = String(overview.netRevenue)
        #expect(text.contains("\"netRevenue\": \(digits.dropLast(2)).\(digits.suffix(2)),"))
        #expect(!text.contains("e+") && !text.contains("e-"))
    }

    @Test("what is undefined is null, and an empty shop is a whole document") func empty() throws {
        let report = try object(JSONReport(SampleShop.empty).text())
        let overview = try #require(report["overview"] as? [String: Any])
        #expect(overview["averageOrderValue"] is NSNull && overview["repeatPurchaseRate"] is NSNull)
        #expect(report["asOf"] is NSNull)
    }

    @Test("fractions keep six decimals and no tail of zeros")
    func fractions() {
        #expect(JSONValue.fraction(0.5).description == "0.5")
        #expect(JSONValue.fraction(2.0 / 3).description == "0.666667")
        #expect(JSONValue.fraction(-0.000_000_1).description == "0")
        #expect(JSONValue.fraction(12).description == "12")
        #expect(JSONValue.fraction(.nan).description == "null")
    }

    @Test("strings are escaped as RFC 8259 asks") func strings() {
        #expect(JSONValue.string("a\"b\\c\n\u{1}ż").description == "\"a\\\"b\\\\c\\n\\u0001ż\"")
    }
}
