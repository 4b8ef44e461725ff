import Foundation
import Testing

@Suite("A workbook whose formats tell the currency")
struct WorkbookMoneyTests {
    private static let zloty = "|#,##0.00 \"zł\""
    private static let euro = "|[$€-407] #,##0.00"

    /// Two orders of each of five customers.
    private func folder(_ amounts: [String]) throws -> Folder {
        let header = ["nr", "klient", "data", "kwota"]
        let rows = amounts.enumerated().map { place, amount in
            ["\(place + 1)" + Self.zloty, "k\(place % 5)", "2026-01-\(place % 20 + 10)", amount]
        }
        let folder = try Folder()
        try folder.write("orders.xlsx", bytes: Packed.workbook(sheets: [("Zamówienia", [header] + rows)]))
        return folder
    }

    @Test("is reported in it") func one() throws {
        let folder = try folder((0..<10).map { "\($0).25" + Self.zloty })
        let report = try Reports.json(["orders.xlsx"], in: folder)
        #expect(try report.string("currency") == "PLN")
        #expect(try report.cents("overview.netRevenue") == 4_750)
        let shown = try Program.run(["report", "orders.xlsx", "--lang", "pl"], in: folder)
        #expect(shown.errors.contains("0.25 zł · 1.25 zł · 2.25 zł"))
        #expect(!shown.errors.contains("\u{1F}") && !shown.output.contains("\u{1F}"))
    }

    @Test("of two currencies is refused, and read with rates") func several() throws {
        let folder = try folder((0..<10).map { "\($0 + 1)" + ($0 < 5 ? Self.zloty : Self.euro) })
        let refused = try Program.run(["report", "orders.xlsx", "--lang", "en"], in: folder)
        #expect(refused.code == 1)
        #expect(refused.errors.contains("EUR") && refused.errors.contains("PLN"))
        #expect(refused.errors.contains("--base-currency"))
        try folder.write("rates.csv", "day,currency,rate\n2026-01-01,EUR,4\n")
        let report = try Reports.json(
            ["orders.xlsx", "--base-currency", "PLN", "--rates", "rates.csv"], in: folder)
        #expect(try report.cents("overview.netRevenue") == (15 + 40 * 4) * 100)
    }

    @Test("shows it in the rows that are rejected") func rejects() throws {
        let folder = try folder((0..<30).map { "\($0 + 1)" + Self.zloty } + ["99999999999999" + Self.euro])
        let run = try Program.run(["report", "orders.xlsx", "--rejects", "rejects.csv"], in: folder)
        #expect(run.code == 0)
        #expect(try folder.text("rejects.csv").contains("99999999999999 €"))
    }

    @Test("may be one of costs, in the report's own currency") func costs() throws {
        let folder = try folder((0..<10).map { "\($0 + 1)" + Self.zloty })
        try folder.write(
            "costs.xlsx",
            bytes: Packed.workbook(sheets: [
                ("Koszty", [["month", "spend", "new customers"], ["2026-01", "7.5" + Self.zloty, "5" + Self.zloty]])
            ]))
        let report = try Reports.json(
            ["orders.xlsx", "--costs", "costs.xlsx", "--as-of", "2026-01-31"], in: folder)
        #expect((try report.list("acquisition")[0]["spend"] as? NSNumber)?.doubleValue == 7.5)
    }
}
