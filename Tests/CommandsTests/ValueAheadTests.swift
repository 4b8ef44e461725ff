import Foundation
import Testing

@Suite("What customers will bring, in the report")
struct ValueAheadTests {
    /// Sixty customers; a third of them came through advertisements. Some order every other week and have been silent for
    /// five, some stopped long ago, and the others order every fifth to ninth week.
    private static func orders() -> String {
        var text = "order_id,customer_id,date,amount,source\n"
        let start = Date(timeIntervalSince1970: 1_704_067_200)
        let days = ISO8601DateFormatter()
        days.formatOptions = .withFullDate
        var order = 1_000
        for customer in 0..<60 {
            let source = customer % 3 == 0 ? "ads" : customer == 1 ? "" : "search"
            let isQuick = customer % 6 == 0
            var day = customer * 3
            let end = isQuick ? 505 : customer % 5 == 2 ? day + 120 : 540
            while day <= end {
                let date = days.string(from: start.addingTimeInterval(Double(day) * 86_400))
                text += "\(order),c\(customer),\(date),\(20 + (customer * 7 + day) % 31).50,\(source)\n"
                order += 1
                day += isQuick ? 9 + order % 4 : 35 + (customer * 5 + order) % 29
            }
        }
        return text
    }

    private func report(_ arguments: [String] = []) throws -> (json: JSONDocument, customers: [[String: String]]) {
        let folder = try Folder()
        try folder.write("orders.csv", Self.orders())
        try folder.write("costs.csv", "month,source,spend\n2024-01,ads,90.00\n2024-02,search,40.00\n")
        let report = try Reports.json(["orders.csv", "--customers", "customers.csv"] + arguments, in: folder)
        return (report, Forecasts.records(try folder.text("customers.csv")))
    }

    private func sum(_ rows: [[String: String]], _ column: String) -> Double {
        rows.reduce(0) { $0 + (Double($1[column] ?? "") ?? 0) }
    }

    @Test("the customers' file adds up to the totals") func customers() throws {
        let (report, rows) = try report()
        let cent = 0.005 * Double(rows.count)
        #expect(abs(try report.double("lifetimeValue.expectedValue") - sum(rows, "expected_value")) <= cent)
        #expect(abs(try report.double("lifetimeValue.expectedOrders") - sum(rows, "expected_orders")) < 1e-3)
        #expect(try report.int("valueAhead.vip.customers") == rows.count { $0["vip_expected"] == "yes" })
        let lapsing = rows.filter { $0["state"] == "lapsing" }
        #expect(!lapsing.isEmpty)
        #expect(abs(try report.double("valueAhead.atStake") - sum(lapsing, "value_at_stake")) <= cent)
        for row in rows { #expect((0...1).contains(Double(row["p_alive"] ?? "") ?? -1)) }
    }

    @Test("the best and the lapsing are told with the greatest first") func lists() throws {
        let (report, rows) = try report()
        for (list, figure, column) in [
            ("best", "expectedValue", "expected_value"), ("lapsing", "atStake", "value_at_stake"),
        ] {
            let told = try report.list("valueAhead." + list)
            let figures = try told.map { try #require($0[figure] as? Double) }
            #expect(!told.isEmpty && told.count <= 10 && figures == figures.sorted(by: >))
            let candidates = list == "best" ? rows : rows.filter { $0["state"] == "lapsing" }
            let highest = candidates.compactMap { Double($0[column] ?? "") }.sorted(by: >).prefix(told.count)
            #expect(figures == Array(highest))
            for one in told {
                let row = try #require(rows.first { $0["customer"] == one["id"] as? String })
                #expect(row[column].flatMap(Double.init) == one[figure] as? Double)
            }
        }
    }

    @Test("CLV by source stands beside what winning a customer cost") func costs() throws {
        let (report, rows) = try report(["--costs", "costs.csv", "--margin", "50%"])
        let sources = try report.list("valueAhead.sources")
        #expect(sources.map { $0["source"] as? String } == ["search", "ads", nil])
        let costs = try report.list("acquisition")
        for one in sources + [try #require(report["valueAhead.everybody"] as? [String: Any])] {
            let own = costs.first { $0["source"] as? String == one["source"] as? String }
            let isAll = one["customers"] as? Int == rows.count
            let cac = one["source"] is String || isAll ? own?["cac"] as? Double : nil
            #expect(one["cac"] as? Double == cac)
            let (past, expected) = try (#require(one["past"] as? Double), #require(one["expected"] as? Double))
            let value = try #require(one["lifetimeValue"] as? Double)
            #expect(abs(value - (past + expected) / Double(try #require(one["customers"] as? Int))) < 0.011)
            guard let cac else {
                #expect(one["lifetimeValueToCAC"] is NSNull)
                continue
            }
            #expect(abs(try #require(one["lifetimeValueToCAC"] as? Double) - value / cac) < 0.01 * value / cac)
        }
        // Half of the net revenue so far is contribution.
        let past = try report.double("valueAhead.everybody.past")
        #expect(abs(past - 0.5 * (try report.double("overview.netRevenue"))) < 0.011)
    }

    @Test("costs without sources are one row, and revenue by cost is called what it is") func revenue() throws {
        let folder = try Folder()
        try folder.write("orders.csv", Self.orders().replacing(#/,[a-z]*\n/#, with: "\n"))
        try folder.write("costs.csv", "month,spend\n2024-01,90.00\n")
        let arguments = ["orders.csv", "--costs", "costs.csv", "--html", "report.html"]
        let report = try Reports.json(arguments, in: folder)
        #expect(try report.list("valueAhead.sources").isEmpty)
        #expect(try report.double("valueAhead.everybody.lifetimeValueToCAC") > 0)
        let page = try folder.text("report.html")
        #expect(page.contains("CLV to cost") && page.contains("CLV is revenue here"))
        let withMargin = try Reports.json(arguments + ["--margin", "40%"], in: folder)
        #expect(!(try folder.text("report.html")).contains("CLV is revenue here"))
        let ratio = try withMargin.double("valueAhead.everybody.lifetimeValueToCAC")
        #expect(abs(ratio / (try report.double("valueAhead.everybody.lifetimeValueToCAC")) - 0.4) < 0.001)
    }

    /// The same orders with what their goods cost: nearly all of the amount for advertised customers, a fifth for the others.
    private static func costed(_ advertised: Double) -> String {
        let lines = orders().split(separator: "\n")
        let rows = lines.dropFirst().map { line -> String in
            let fields = line.split(separator: ",", omittingEmptySubsequences: false)
            let amount = Double(fields[3]) ?? 0
            return line + "," + String(format: "%.2f", amount * (fields[4] == "ads" ? advertised : 0.2))
        }
        return ([lines[0] + ",cost"] + rows).joined(separator: "\n") + "\n"
    }

    @Test("a source whose goods cost nearly all is worth little, as its own past says") func ownMargins() throws {
        let report = try Reports.json(of: Self.costed(0.98))
        let sources = try report.list("valueAhead.sources")
        let breakdown = try report.list("breakdowns.source")
        for one in sources where one["source"] is String {
            let past = breakdown.first { $0["value"] as? String == one["source"] as? String }
            #expect(one["past"] as? Double == past?["contribution"] as? Double)
        }
        let (search, ads) = (sources[0], sources[1])
        func margin(_ one: [String: Any]) throws -> Double {
            try #require(one["expected"] as? Double) / Double(try #require(one["expectedAlive"] as? Double))
        }
        #expect(try margin(ads) * 10 < margin(search))
        let dear = try Reports.json(of: Self.costed(1.5))
        let loss = try dear.list("valueAhead.sources")[1]
        #expect(try #require(loss["past"] as? Double) < 0 && #require(loss["expected"] as? Double) < 0)
    }

    @Test("orders that cost more than they bring are told as revenue, and why", arguments: ["0%", nil])
    func loss(margin: String?) throws {
        let folder = try Folder()
        let text =
            margin == nil
            ? Self.costed(9).replacing("search", with: "ads") : Self.orders()
        try folder.write("orders.csv", text)
        let report = try Reports.json(
            ["orders.csv", "--html", "report.html"] + (margin.map { ["--margin", $0] } ?? []), in: folder)
        #expect(try report.double("overview.contribution") <= 0)
        #expect(try report.string("lifetimeValue.valueIs") == "netRevenue")
        #expect(try report.double("lifetimeValue.expectedValue") > 0)
        #expect(report["valueAhead.contributionIsNotAboveZero"] as? Bool == true)
        #expect(try folder.text("report.html").contains("a contribution to come cannot be told"))
    }

    @Test(
        "a shop without a second purchase is told why there is no forecast",
        arguments: [("en", "a second time"), ("pl", "ponownie"), ("ru", "повторно")])
    func nothingToLearn(language: String, word: String) throws {
        let text = "order_id,customer_id,date,amount\n1,7,2026-01-05,10.00\n2,8,2026-02-05,20.00\n"
        let report = try Reports.json(of: text, ["--lang", language])
        #expect(report["lifetimeValue"] == nil && report["valueAhead"] == nil)
        let reason = try report.string("lifetimeValueReason")
        #expect(reason.contains(word), "\(reason)")
    }

    @Test("--no-forecast leaves it out, and all else as it is") func leftOut() throws {
        let (whole, customers) = try report(["--html", "report.html"])
        let folder = try Folder()
        try folder.write("orders.csv", Self.orders())
        let arguments = ["orders.csv", "--no-forecast", "--html", "report.html", "--customers", "customers.csv"]
        let part = try Reports.json(arguments, in: folder)
        for key in ["lifetimeValue", "lifetimeValueReason", "valueAhead"] { #expect(part[key] == nil) }
        for key in ["overview", "rfm", "vip", "findings"] {
            let (own, other) = try (#require(part[key] as? NSObject), #require(whole[key] as? NSObject))
            #expect(own == other, "\(key)")
        }
        let rows = Forecasts.records(try folder.text("customers.csv"))
        #expect(rows.count == customers.count)
        for (row, other) in zip(rows, customers) {
            #expect(row["p_alive"] == "" && row["vip_expected"] == "")
            #expect(row["net_revenue"] == other["net_revenue"] && row["segment"] == other["segment"])
        }
        #expect(!(try folder.text("report.html")).contains("P(alive)"))
    }
}
