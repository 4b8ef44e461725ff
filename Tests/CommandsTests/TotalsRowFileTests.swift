import Domain
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

    @Test("sums of parts, with and without one of all") func exactParts() throws {
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
        "a sum that nearly fits is one, a customer's order of any other size is not",
        arguments: [
            ("290.00", true), ("310.00", true), ("285.00", true), ("284.99", false), ("315.01", false),
            ("150.00", false), ("40.00", false),
        ])
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

    @Test("a sum stands beside that of what was given back, and a customer called so keeps both") func refunds() throws
    {
        let text = "customer,date,total,refunded amount\na,2024-01-01,400.00,0\nb,2024-01-20,600.00,50.00\n"
        let sum = try report(text + "Total,2024-01-31,1000.00,50.00\n")
        #expect(try sum.int("input.rejectedByReason.totalsRow") == 1)
        #expect(try sum.cents("overview.netRevenue") == 95_000)
        let order = try report(text + "Total,2024-01-31,70.00,20.00\n")
        #expect(try order.cents("overview.netRevenue") == 100_000)
        #expect(try order.int("overview.customers") == 3)
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

    /// A hundred orders of 10.00 by thirty customers, with `last` below them.
    private static func hundred(_ last: [String]) -> String {
        let rows = (0..<100).map { "2024-0\(1 + $0 / 12)-\(10 + $0 % 12),k\($0 % 30),10.00\n" }
        return "date,customer,amount\n" + rows.joined() + last.map { $0 + "\n" }.joined()
    }

    /// What the sums of a hand-written book are off by, by month.
    private static func book(off: [Int], word: String, whole: Int? = nil) -> String {
        var lines = "date,customer,amount\n"
        for month in 1...12 {
            var sum = 0
            for day in 1...20 {
                let amount = 50 + (month * 37 + day * 53) % 250
                sum += amount
                lines += "2024-\(month < 10 ? "0" : "")\(month)-\(day + 9),k\((month + day * 7) % 60),\(amount).00\n"
            }
            lines += "2024-\(month < 10 ? "0" : "")\(month)-28,\(word),\(sum + off[month - 1]).00\n"
        }
        if let whole { lines += "2024-12-31,\(word),\(whole).00\n" }
        return lines
    }

    @Test(
        "a name that goes on behind the word is a sum when it fits exactly, else a customer",
        arguments: [
            "Total sales", "Total revenue", "Razem sprzedaż", "Suma zamówień", "Итого за год", "Сумма", "Razem styczeń",
            "Razem za miesiąc", "Итого за месяц", "Total for month", "Total Polska", "Grand total of sales",
        ])
    func phrases(name: String) throws {
        let sum = try report(Self.hundred(["2024-12-31,\(name),1000.00"]))
        #expect(try sum.cents("overview.netRevenue") == 100_000)
        #expect(try sum.int("input.rejectedByReason.totalsRow") == 1)
        if name == "Сумма" { return }
        let order = try report(Self.hundred(["2024-12-31,\(name),990.00"]))
        #expect(try order.cents("overview.netRevenue") == 199_000)
    }

    @Test(
        "sums of months below their rows are told by their place, though one is off",
        arguments: ["Razem", "Razem styczeń", "Итого за месяц", "Total for month"])
    func months(word: String) throws {
        let off = [0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0]
        let exact = try report(Self.book(off: off.map { _ in 0 }, word: word))
        let report = try report(Self.book(off: off, word: word))
        #expect(try report.int("input.rejectedByReason.totalsRow") == 12)
        #expect(try report.cents("overview.netRevenue") == exact.cents("overview.netRevenue"))
        // The twelve months are 42,030.
        let whole = try self.report(Self.book(off: off, word: word, whole: 42_000))
        #expect(try whole.int("input.rejectedByReason.totalsRow") == 13)
        let other = try self.report(Self.book(off: off, word: word, whole: 30_000))
        #expect(try other.int("input.rejectedByReason.totalsRow") == 12)
    }

    @Test(
        "parts that nearly add up to all are sums, customers as great as half of all others are none",
        arguments: [
            (
                [
                    "2024-03-31,Razem,250.00", "2024-06-30,Razem,250.00", "2024-09-30,Razem,250.00",
                    "2024-12-31,Razem,240.00",
                ], 4
            ),
            (["2024-06-30,Razem,490.00", "2024-12-31,Razem,500.00"], 2),
            (["2024-02-01,Suma,510.00", "2024-05-01,Suma,510.00", "2024-08-01,Suma,510.00"], 0),
            (["2024-12-31,Total,600.00"], 0), (["2024-02-01,Suma,400.00", "2024-05-01,Suma,400.00"], 0),
            (
                [
                    "2024-03-31,Razem,250.00", "2024-06-30,Razem,500.00", "2024-09-30,Razem,750.00",
                    "2024-12-31,Razem,1000.00",
                ], 4
            ),
            // A sum counts the orders of a customer called so.
            (["2024-06-01,Total,300.00", "2024-12-31,Total,1300.00"], 1),
        ])
    func parts(last: [String], sums: Int) throws {
        let report = try report(Self.hundred(last))
        #expect(try report.int("input.rejected") == sums)
        #expect(try report.int("overview.orders") == 100 + last.count - sums)
    }

    @Test(
        "an order by such a name stays where those above it or later ones are left out",
        arguments: ["2024-01-31", "2024-03-01"])
    func leftOut(asOf: String) throws {
        let text = """
            date,customer,amount
            2024-01-01,Total,100.00
            2024-01-02,ada,30.00
            2024-03-01,bob,40.00
            2024-03-02,cyd,90.00
            2024-03-03,Total,10.00

            """
        let report = try report(text, ["--as-of", asOf])
        #expect(try report.int("input.rejected") == 0)
        #expect(try report.cents("overview.netRevenue") == (asOf == "2024-01-31" ? 13_000 : 17_000))
    }

    @Test("many rows read by several workers come in the file's order")
    func manyRows() throws {
        let month = (0..<4_000).map { "2024-01-01,customer\($0 % 900),1\($0 % 10).00\n" }.joined()
        let sum = (0..<4_000).reduce(0) { $0 + 10 + $1 % 10 }
        let lines = (0..<12).map { month + "2024-01-31,Razem,\(sum + ($0 == 5 ? 7 : 0)).00\n" }.joined()
        let report = try report("date,customer,amount\n" + lines)
        #expect(try report.int("input.rejectedByReason.totalsRow") == 12)
        #expect(try report.int("overview.orders") == 48_000)
    }

    @Test(
        "who is called so and stays is told, with the way to leave the rows out",
        arguments: [
            (.english, "“Total” is taken for a customer (orders: 2, 1,200.00). If they are sums, leave them out:"),
            (.polish, "„Total” to według nas klient (zamówienia: 2, 1200,00). Jeśli to podsumowania, pomiń je:"),
            (.russian, "«Total» считается клиентом (заказы: 2, 1200,00). Если это итоги, исключите их:"),
        ] as [(Language, String)])
    func told(language: Language, remark: String) throws {
        let text = Self.hundred(["2024-06-01,Total,600.00", "2024-07-01,Total,600.00"])
        let run = try Reports.run(of: text, ["--lang", language.rawValue])
        #expect(run.code == 0)
        let errors = run.errors.replacing("\u{A0}", with: "")
        #expect(errors.contains(remark + " --where 'customer!=Total'"), "\(run.errors)")
        let phrases = Self.hundred(["2024-06-01,Total sales,990.00", "2024-07-01,Total Polska,60.00"])
        let greatest = try Reports.run(of: phrases, ["--lang", language.rawValue]).errors
        #expect(greatest.contains("--where 'customer!=Total sales'") && !greatest.contains("!=Total Polska"))
        let without = try Reports.run(of: text, ["--lang", language.rawValue, "--where", "customer!=Total"])
        #expect(!without.errors.contains("Total"))
    }
}
