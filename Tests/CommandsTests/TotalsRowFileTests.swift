import Foundation
import Testing

@Suite("Sums below the orders of files without order ids")
struct TotalsRowFileTests {
    private func report(_ text: String, _ options: [String] = []) throws -> JSONDocument {
        try Reports.json(of: text, options + ["--max-rejected", "100%"])
    }

    @Test(
        "a row named by a word for sums is one when its amount is that of all others",
        arguments: [
            "TOTAL", "Razem", "Suma", "Итого", "Ogółem:", "Total (2 orders)", "Всего", "łącznie", "*** Total ***",
        ])
    func total(word: String) throws {
        let text = "customer,date,total\na,2024-01-01,400.00\nb,2024-01-20,600.00\n\(word),2024-01-31,1000.00\n"
        let report = try report(text)
        #expect(try report.cents("overview.netRevenue") == 100_000)
        #expect(try report.int("overview.customers") == 2)
        #expect(try report.int("input.rejectedByReason.totalsRow") == 1)
        #expect(try report.int("input.accepted") == 2)
    }

    @Test("words that nobody is called need no sum", arguments: ["Grand Total", "Suma końcowa", "Общий итог"])
    func certain(word: String) throws {
        let text = "customer,date,total\na,2024-01-01,400.00\nb,2024-01-20,600.00\n\(word),2024-01-31,1000.01\n"
        #expect(try report(text).cents("overview.netRevenue") == 100_000)
    }

    @Test("the word may stand in another column where nobody is named", arguments: ["TOTAL", "Razem"])
    func otherColumn(word: String) throws {
        let text = "customer,date,product,total\na,2024-01-01,tea,400.00\nb,2024-01-20,pot,600.00\n"
        #expect(
            try report(text + ",2024-01-31,\(word),1000.00\n").int("input.rejectedByReason.totalsRow") == 1)
        #expect(try report(text + ",2024-01-31,\(word),10.00\n").cents("overview.netRevenue") == 101_000)
    }

    @Test("sums of parts, with and without one of all") func parts() throws {
        let text = """
            customer,date,total
            a,2024-01-01,400.00
            b,2024-01-20,600.00
            Total,2024-01-31,1000.00
            a,2024-02-01,50.00
            Total,2024-02-28,50.00

            """
        #expect(try report(text).cents("overview.netRevenue") == 105_000)
        #expect(try report(text + "Total,2024-02-28,1050.00\n").cents("overview.netRevenue") == 105_000)
    }

    @Test("a customer who is called so stays") func customer() throws {
        let rows = (0..<40).map { "\(["a", "Total", "b"][$0 % 3]),2024-01-\(10 + $0 % 20),\(10 + $0).00\n" }
        let report = try report("customer,date,total\n" + rows.joined())
        #expect(try report.int("overview.customers") == 3)
        #expect(try report.int("overview.orders") == 40)
        #expect(try report.cents("overview.netRevenue") == (0..<40).reduce(0) { $0 + (10 + $1) * 100 })
        #expect(try report.int("input.rejected") == 0)
        // Many orders, and the sum of all others by the same name.
        let others = (0..<40).filter { $0 % 3 != 1 }.reduce(0) { $0 + 10 + $1 }
        let both = try self.report("customer,date,total\n" + rows.joined() + "Total,2024-02-01,\(others).00\n")
        #expect(try both.int("overview.customers") == 3)
        #expect(try both.int("input.rejectedByReason.totalsRow") == 1)
    }

    @Test("where rows were left out, the word of one row alone will do") func filtered() throws {
        let text = """
            customer,date,country,total
            a,2024-01-01,PL,400.00
            b,2024-01-20,DE,600.00
            TOTAL,2024-01-31,,1000.00

            """
        let report = try report(text, ["--where", "country!=DE"])
        #expect(try report.cents("overview.netRevenue") == 40_000)
    }

    /// 30 orders of 10.00 by `a` and `b`, with `last` below them.
    private static func thirty(_ last: String) -> String {
        let rows = (0..<30).map { "\(["a", "b"][$0 % 2]),2024-01-\(10 + $0 % 20),PL,10.00\n" }
        return "customer,date,country,total\n" + rows.joined() + last
    }

    @Test(
        "a sum that does not fit is told by its size, a customer's order is not",
        arguments: [("290.00", true), ("310.00", true), ("150.00", true), ("149.99", false), ("40.00", false)])
    func misfit(amount: String, isSum: Bool) throws {
        let report = try report(Self.thirty("Suma,2024-01-31,,\(amount)\n"))
        #expect(try report.int("input.rejected") == (isSum ? 1 : 0))
        #expect(try report.int("overview.customers") == (isSum ? 2 : 3))
    }

    @Test("among few rows nobody is too great to be a customer")
    func fewRows() throws {
        let text = "customer,date,total\na,2024-01-01,40.00\nb,2024-01-20,60.00\nSuma,2024-01-31,90.00\n"
        #expect(try report(text).int("overview.customers") == 3)
    }

    @Test(
        "a customer of such a name stays where rows were left out, were rejected or are below a sum",
        arguments: [
            ("c,2024-01-31,DE,999.00\nSuma,2024-01-30,PL,40.00\n", ["--where", "country=PL"], 31),
            ("c,yesterday,PL,5.00\nSuma,2024-01-30,PL,40.00\n", [], 31),
            (
                "Suma,2024-01-30,PL,4.00\nSuma,2024-01-31,PL,304.00\nc,2024-01-31,DE,9.00\n",
                ["--where", "country=PL"], 31
            ),
        ])
    func staysBesideMissing(last: String, options: [String], orders: Int) throws {
        let report = try report(Self.thirty(last), options)
        #expect(try report.int("overview.orders") == orders)
        #expect(try report.int("overview.customers") == 3)
    }

    @Test("sums of parts are sums where a row of theirs cannot be read") func partsOfMore() throws {
        let text = """
            customer,date,total
            a,2024-01-01,400.00
            b,2024-01-20,600.00
            Total,2024-01-31,1000.00
            a,2024-02-01,50.00
            b,yesterday,70.00
            Total,2024-02-28,120.00

            """
        let report = try report(text)
        #expect(try report.int("input.rejectedByReason.totalsRow") == 2)
        #expect(try report.cents("overview.netRevenue") == 105_000)
    }

    @Test("many small parts beside the sum of all are sums too, though a row is missing") func manyParts() throws {
        let rows = (0..<30).map { "a\($0),2024-01-\(10 + $0 % 20),10.00\nTotal,2024-01-31,10.00\n" }
        let report = try report("customer,date,total\n" + rows.joined() + "a,soon,5.00\nTotal,2024-01-31,305.00\n")
        #expect(try report.int("input.rejectedByReason.totalsRow") == 31)
        #expect(try report.cents("overview.netRevenue") == 30_000)
    }

    @Test("each file has its own sum, and both are rejected with their lines") func files() throws {
        let folder = try Folder()
        try folder.write("a.csv", "customer,date,total\na,2024-01-01,4.00\nb,2024-01-02,6.00\nTotal,2024-01-31,10.00\n")
        try folder.write("b.csv", "customer,date,total\na,2024-02-01,7.00\nTotal,2024-02-28,7.00\n")
        let run = try Program.run(
            ["report", "a.csv", "b.csv", "--json", "--max-rejected", "100%", "--rejects", "r.csv"], in: folder)
        #expect(try JSONDocument(run.output).cents("overview.netRevenue") == 1_700)
        let rejects = try folder.text("r.csv")
        #expect(rejects.contains("\"a.csv\",4,totalsRow") && rejects.contains("\"b.csv\",3,totalsRow"))
    }

    @Test("names that only begin so are customers", arguments: ["Totally Tea", "Sumatra", "Razemiak", "Итогов И.И."])
    func names(name: String) throws {
        let text = "customer,date,total\na,2024-01-01,400.00\nb,2024-01-20,600.00\n\(name),2024-01-31,1000.00\n"
        #expect(try report(text).int("overview.customers") == 3)
    }
}
