import Domain
import Foundation
import Testing

@Suite("Notes on how a file was read")
struct ReadingNotesTests {
    /// The page's text about files with these rows.
    private static func page(
        _ text: String, _ arguments: [String] = [], language: Language, rates: String? = nil
    ) throws -> String {
        let folder = try Folder()
        try folder.write("orders.csv", text)
        if let rates { try folder.write("rates.csv", rates) }
        let run = try Program.run(
            ["report", "orders.csv", "--html", "page.html", "--lang", language.rawValue] + arguments, in: folder)
        #expect(run.code == 0, "\(run.errors)")
        return try folder.text("page.html").replacing("&#39;", with: "'")
    }

    @Test(
        "tell which currencies were converted, and in how many rows",
        arguments: [
            (.english, "Converted to PLN: CZK, EUR (rows: 3)."),
            (.polish, "Przeliczono na PLN: CZK, EUR (wierszy: 3)."),
            (.russian, "Пересчитано в PLN: CZK, EUR (строк: 3)."),
        ] as [(Language, String)])
    func currencies(language: Language, note: String) throws {
        let page = try Self.page(
            """
            order_id,customer_id,date,amount,currency
            1,7,2026-01-05,10.00,EUR
            2,7,2026-01-05,10.00,PLN
            3,8,2026-01-06,10.00,CZK
            4,8,2026-02-06,10.00,EUR

            """, ["--base-currency", "PLN", "--rates", "rates.csv"], language: language,
            rates: "2026-01-01,EUR,4.25\n2026-01-01,CZK,0.17\n")
        #expect(page.contains(note))
    }

    @Test(
        "tell how many orders refunds gave back",
        arguments: [
            (.english, "Orders that refunds belong to: given back whole 1, in part 2."),
            (.polish, "Zamówienia, których dotyczą zwroty: zwrócone w całości 1, częściowo 2."),
            (.russian, "Заказы, к которым относятся возвраты: возвращены целиком 1, частично 2."),
        ] as [(Language, String)])
    func refunds(language: Language, note: String) throws {
        let page = try Self.page(
            """
            order_id,customer_id,date,amount,refund of
            1,7,2026-01-05,10.00,
            2,7,2026-01-05,10.00,
            3,8,2026-01-06,10.00,
            4,8,2026-02-06,-10.00,1
            5,8,2026-02-06,-3.00,2
            6,8,2026-02-06,-3.00,3

            """, language: language)
        #expect(page.contains(note))
    }

    @Test(
        "tell that an order's total stands on one of its lines",
        arguments: [
            (.english, "“total” holds the order's total on one of its lines; the others are blank."),
            (.polish, "„total” zawiera sumę zamówienia w jednym z jego wierszy; pozostałe są puste."),
            (.russian, "«total» содержит сумму заказа в одной из его строк; остальные пусты."),
        ] as [(Language, String)])
    func totals(language: Language, note: String) throws {
        let text = """
            order_id,customer_id,date,total,sku
            1,7,2026-01-05,10.00,A
            1,7,2026-01-05,,B
            2,7,2026-01-06,5.00,A

            """
        #expect(try Self.page(text, language: language).contains(note))
        let without = text.replacing("2026-01-05,,B", with: "2026-01-05,10.00,B")
        #expect(try !Self.page(without, language: language).contains(note))
    }

    @Test(
        "tell in the summary and the JSON that a total was counted once, and how many orders show it",
        arguments: [
            (.english, "“total” is the same on all lines of an order (orders of several lines: 1)"),
            (
                .polish,
                "„total” ma tę samą wartość we wszystkich wierszach zamówienia (zamówienia o kilku wierszach: 1)"
            ),
            (.russian, "«total» совпадает во всех строках заказа (заказов из нескольких строк: 1)"),
        ] as [(Language, String)])
    func repeatedTotal(language: Language, note: String) throws {
        let text = """
            order_id,customer_id,date,total,sku
            1,7,2026-01-05,10.00,A
            1,7,2026-01-05,10.00,B
            2,7,2026-01-06,5.00,A

            """
        let summary = try Reports.run(of: text, ["--lang", language.rawValue]).output
        let words = summary.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(words.contains(note) && words.contains("--amount-per line."), "\(summary)")
        let report = try Reports.json(of: text)
        #expect(try report.string("input.repeatedTotal.column") == "total")
        #expect(try report.int("input.repeatedTotal.orders") == 1)
        #expect(try report.cents("overview.netRevenue") == 1_500)
        // Said by the user, it needs no proof; added up, there is nothing to tell.
        let given = try Reports.json(of: text, ["--amount-per", "order"])
        #expect(try given.string("input.repeatedTotal.column") == "total")
        #expect(given["input.repeatedTotal.orders"] == nil)
        let added = try Reports.json(of: text, ["--amount-per", "line"])
        #expect(added["input.repeatedTotal"] == nil)
        #expect(try added.cents("overview.netRevenue") == 2_500)
        #expect(try !Reports.run(of: text, ["--amount-per", "line"]).output.contains("--amount-per"))
    }
}
