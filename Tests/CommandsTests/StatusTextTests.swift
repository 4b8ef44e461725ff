import Domain
import Foundation
import Testing

@Suite("What is said of statuses")
struct StatusTextTests {
    private static func orders(_ statuses: [String]) -> String {
        "order_id,customer_id,date,amount,currency,status\n"
            + statuses.enumerated().map { "\($0 + 1),\($0 % 90),2026-01-05,10.00,EUR,\($1)\n" }.joined()
    }

    @Test("names every status that does not simply count, also one of the last rows", arguments: Language.allCases)
    func late(language: Language) throws {
        let usual = ["paid", "completed", "shipped", "delivered", "sent", "packed", "new", "open", "done", "accepted"]
        let statuses =
            (0..<2_600).map { usual[$0 % 10] } + ["Anulowane", "возврат", "credit note", "Umbo", "Umbo", "partial"]
        let run = try Reports.run(of: Self.orders(statuses), ["--lang", language.rawValue])
        let told = [
            Language.english: [
                "(change with --status 'TEXT=RULE'):", "  Umbo         2  count    it counts (not known)",
                "  Anulowane    1  exclude  left out", "  credit note  1  refund   the row is a refund",
                "  возврат      1  reverse  paid and given back",
                "  known ones that count, rows: 2,601: accepted, completed, delivered, done, … (+7)",
            ],
            .polish: [
                "(zmień przez --status 'TEKST=REGUŁA'):",
                "liczy się (nieznany status)",
                "Anulowane    1  exclude  pomijane", "wiersz jest zwrotem", "zapłacone i zwrócone",
                "  znane, które się liczą, wiersze: ",
            ],
            .russian: [
                "(изменить: --status 'ТЕКСТ=ПРАВИЛО'):", "учитывается (статус неизвестен)",
                "Anulowane    1  exclude  не учитывается", "строка — возврат", "оплачен и возвращён",
                "  известные, которые учитываются, строк: ",
            ],
        ]
        for words in try #require(told[language]) { #expect(run.errors.contains(words), "\(words) in\n\(run.errors)") }
        #expect(run.code == 0)
    }

    @Test("few are listed one by one, each with its column") func columns() throws {
        let run = try Reports.run(
            of: """
                order_id,customer_id,date,amount,status,payment status,type,cancelled at
                1,7,2026-01-05,10.00,open,paid,sale,
                2,7,2026-01-06,10.00,open,pending,sale,2026-01-07

                """)
        for line in [
            "  open                    2  count    it counts", "  payment-status:paid     1  count    it counts",
            "  payment-status:pending  1  count    it counts", "  type:sale               2  count    it counts",
            "  cancelled               1  exclude  left out (all that is filled; --column cancelled= to count it)",
        ] { #expect(run.errors.contains(line + "\n"), "\(line) in\n\(run.errors)") }
    }

    @Test("no more than a hundred lines are said, and the rest is counted") func many() throws {
        // The first rows look like a column of statuses; notes from the first row on would be none.
        let statuses = [String](repeating: "paid", count: 600) + (0..<250).map { "Umbo \($0)" }
        let run = try Reports.run(of: Self.orders(statuses))
        #expect(run.errors.contains("  … and 150 more, rows: 150; --json has all of them\n"))
        #expect(run.errors.split(separator: "\n").count { $0.contains("(not known)") } == 100)
        #expect(try Reports.json(of: Self.orders(statuses)).list("input.statuses").count == 251)
    }

    @Test("a column of notes is no status") func notes() throws {
        let run = try Reports.run(of: Self.orders((0..<250).map { "Umbo \($0)" }))
        #expect(run.errors.contains("not used: status\n") && !run.errors.contains("Umbo 7"))
        let given = try Reports.run(of: Self.orders((0..<250).map { "Umbo \($0)" }), ["--column", "status=status"])
        #expect(given.errors.contains("and 150 more, rows: 150") && !given.errors.contains("known ones that count"))
    }

    @Test("the JSON has all of them") func json() throws {
        let report = try Reports.json(
            of: Self.orders(["paid", "paid", "Umbo", "cancelled"]), ["--status", "Umbo=reverse"])
        let told = try report.list("input.statuses").map { status in
            let (column, text, rule) = (status["column"], status["text"], status["rule"])
            return "\(column as? String ?? "") \(text as? String ?? "") \(rule as? String ?? "") "
                + "\(status["rows"] as? Int ?? 0) \(status["known"] as? Bool == true)"
        }
        #expect(told == ["status paid count 2 true", "status Umbo reverse 1 true", "status cancelled exclude 1 true"])
        #expect(try Reports.json(of: Reports.three).list("input.statuses").isEmpty)
    }

    @Test("the page names them", arguments: Language.allCases) func page(language: Language) throws {
        let folder = try Folder()
        try folder.write(
            "orders.csv",
            """
            order_id,customer_id,date,amount,status,type
            1,7,2026-01-05,10.00,paid,sale
            2,7,2026-01-06,10.00,Umbo,payout

            """)
        let run = try Program.run(
            ["report", "orders.csv", "--html", "page.html", "--lang", language.rawValue], in: folder)
        #expect(run.code == 0)
        let page = try folder.text("page.html")
        let column = [Language.english: "document type", .polish: "typ dokumentu", .russian: "тип документа"]
        let unknown = [Language.english: "(not known)", .polish: "(nieznany)", .russian: "(неизвестен)"]
        #expect(page.contains("payout (\(column[language] ?? "?"))") && page.contains(unknown[language] ?? "?"))
    }
}
