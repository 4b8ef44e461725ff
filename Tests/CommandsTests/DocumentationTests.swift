import Foundation
import Testing

/// The examples of docs/report.md are run as they stand there.
@Suite("The documentation's examples")
struct DocumentationTests {
    /// The indented block of docs/report.md that begins with `firstLine`.
    private static func example(_ firstLine: String) throws -> String {
        let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        let page = tests.appendingPathComponent("../../docs/report.md").standardizedFileURL
        let lines = try String(contentsOf: page, encoding: .utf8).components(separatedBy: "\n")
        let start = try #require(lines.firstIndex(of: "    " + firstLine))
        return lines[start...].prefix { $0.hasPrefix("    ") }.map { $0.dropFirst(4) + "\n" }.joined()
    }

    @Test("the costs file") func costs() throws {
        let folder = try Folder()
        try folder.write("orders.csv", Reports.three)
        try folder.write("costs.csv", Self.example("month,source,spend,new customers"))
        let report = try Reports.json(["orders.csv", "--costs", "costs.csv", "--margin", "40%"], in: folder)
        #expect(try report.cents("acquisition.0.spend") == 424_050)
        #expect(try report.list("acquisition").count == 4)
    }

    @Test("the rates file") func rates() throws {
        let folder = try Folder()
        try folder.write("orders.csv", Reports.three)
        try folder.write("rates.csv", Self.example("day,currency,rate"))
        let report = try Reports.json(
            ["orders.csv", "--currency", "EUR", "--base-currency", "PLN", "--rates", "rates.csv"], in: folder)
        // 10 at 4.215, then 20 and 30 at 4.23.
        #expect(try report.cents("overview.netRevenue") == 25_365)
    }

    @Test("the mapping file") func mapping() throws {
        let folder = try Folder()
        try folder.write("orders.csv", "nr,Buyer,created_at,total\n1,ada,2026-01-05,10.00\n")
        try folder.write("mapping.json", Self.example("{"))
        let report = try Reports.json(["orders.csv", "--mapping", "mapping.json"], in: folder)
        #expect(try report.int("overview.customers") == 1)
    }
}
