import Domain
import Foundation
import Testing

@Suite("Files of costs and rates")
struct CostsFileTests {
    private static let orders = """
        order_id,customer_id,date,amount,source
        1,7,2026-01-02,10.00,Google
        2,8,2026-01-06,20.00,google
        3,9,2026-01-07,30.00,newsletter

        """
    private static let polish = "Miesiąc;Źródło;Koszt\n2026-01;Google;1 234,50\n2026-01;Łódź;10,00\n"
    private static let russian = "Месяц;Источник;Расходы\n2026-01;Google;1234,50\n2026-01;Рассылка;10,00\n"

    private func report(costs: some Sequence<UInt8>, name: String = "costs.csv") throws -> JSONDocument {
        let folder = try Folder()
        try folder.write("orders.csv", Self.orders)
        try folder.write(name, bytes: costs)
        return try Reports.json(
            ["orders.csv", "--costs", name, "--margin", "50%", "--as-of", "2026-01-31"], in: folder)
    }

    @Test(
        "costs are read as orders are, whatever their encoding",
        arguments: [
            (polish, String.Encoding.utf8), (polish, .windowsCP1250), (polish, .isoLatin2),
            (russian, .windowsCP1251), (russian, .utf16LittleEndian), (russian, .utf16BigEndian), (polish, .utf16),
        ])
    func encodings(text: String, encoding: String.Encoding) throws {
        let marks: [String.Encoding: [UInt8]] = [.utf16LittleEndian: [0xFF, 0xFE], .utf16BigEndian: [0xFE, 0xFF]]
        let bytes = marks[encoding, default: []] + Array(try #require(text.data(using: encoding)))
        for (name, packed) in [("costs.csv", bytes), ("costs.csv.gz", Packed.gzip(bytes))] {
            let rows = try report(costs: packed, name: name).list("acquisition")
            #expect(rows.count == 3)
            #expect((rows[1]["spend"] as? NSNumber)?.doubleValue == 1_234.5)
            #expect(["Łódź", "Рассылка"].contains(rows[2]["source"] as? String ?? ""))
        }
    }

    @Test("a workbook of costs or rates will do") func workbook() throws {
        let book = Packed.workbook(sheets: [
            ("Koszty", [["month", "source", "spend"], ["2026-01", "google", "1500.50"], ["2026-01", "", "20"]])
        ])
        let rows = try report(costs: book, name: "costs.xlsx").list("acquisition")
        #expect((rows[0]["spend"] as? NSNumber)?.doubleValue == 1_520.5)
        let folder = try Folder()
        try folder.write("orders.csv", "order_id,customer_id,date,amount,currency\n1,7,2026-01-05,10.00,EUR\n")
        try folder.write(
            "rates.xlsx",
            bytes: Packed.workbook(sheets: [
                ("Kursy", [["day", "currency", "rate"], ["2026-01-01", "EUR", "4.2150"]])
            ]))
        let report = try Reports.json(
            ["orders.csv", "--base-currency", "PLN", "--rates", "rates.xlsx"], in: folder)
        #expect(try report.cents("overview.netRevenue") == 4_215)
    }

    @Test(
        "rates are read in any encoding and with any line end",
        arguments: [
            ("dzień;waluta;kurs\r\n2026-01-01;EUR;4,2150\r\n", String.Encoding.windowsCP1250),
            ("день\tвалюта\tкурс\n2026-01-01\tEUR\t4,2150\n", .windowsCP1251),
            ("day,currency,rate\n2026-01-01,EUR,4.2150\n", .utf16),
        ])
    func rates(text: String, encoding: String.Encoding) throws {
        let folder = try Folder()
        try folder.write("orders.csv", "order_id,customer_id,date,amount,currency\n1,7,2026-01-05,10.00,EUR\n")
        try folder.write("rates.csv", bytes: try #require(text.data(using: encoding)))
        let report = try Reports.json(["orders.csv", "--base-currency", "PLN", "--rates", "rates.csv"], in: folder)
        #expect(try report.cents("overview.netRevenue") == 4_215)
    }

    @Test(
        "what cannot be read as costs is said, with the file's name",
        arguments: [
            ("month,source,spend\n", "costs.csv: there are no costs below the header"),
            ("month,source,spend\n\n,,\n", "costs.csv: there are no costs below the header"), ("", "costs.csv: "),
            ("\u{1F}\u{8B}", "costs.csv: "), ("source,spend\ngoogle,10\n", "costs.csv: there is no column “month”"),
        ])
    func unreadable(costs: String, message: String) throws {
        let folder = try Folder()
        try folder.write("orders.csv", Self.orders)
        try folder.write("costs.csv", costs)
        let run = try Program.run(["report", "orders.csv", "--costs", "costs.csv"], in: folder)
        #expect(run.code == 1)
        #expect(run.errors.contains(message), "\(run.errors)")
        let missing = try Program.run(["report", "orders.csv", "--costs", "nowhere.csv"], in: folder)
        #expect(missing.code == 1)
        #expect(missing.errors.contains("nowhere.csv: "))
    }

    @Test("a source in other letters or with blanks is the same source") func sourceNames() throws {
        let costs = "month,source,spend\n2026-01,google,10\n2026-01,GOOGLE ,20\n2026-01,  Google,30\n"
        let rows = try report(costs: costs.utf8).list("acquisition")
        #expect(rows.count == 2)
        #expect((rows[1]["spend"] as? NSNumber)?.doubleValue == 60)
        // The orders say Google and google.
        #expect(rows[1]["newCustomers"] as? Int == 2)
        #expect(rows[1]["source"] as? String == "google")
    }

    @Test("months that the orders do not cover are told, and not counted", arguments: Language.allCases)
    func months(language: Language) throws {
        let folder = try Folder()
        try folder.write("orders.csv", Self.orders + "4,6,2026-03-07,30.00,google\n")
        try folder.write(
            "costs.csv",
            "month,source,spend\n" + (1...6).map { "2026-0\($0),google,30\n" }.joined() + "2025-11,google,30\n")
        let run = try Program.run(
            [
                "report", "orders.csv", "--costs", "costs.csv", "--margin", "50%", "--as-of", "2026-02-28", "--json",
                "--html", "page.html", "--lang", language.rawValue,
            ], in: folder)
        let report = try JSONDocument(run.output)
        // January and February; two customers came by way of Google.
        #expect(try report.cents("acquisition.1.cac") == 3_000)
        #expect(
            report["costMonthsLeftOut"] as? [String] == ["2025-11", "2026-03", "2026-04", "2026-05", "2026-06"])
        #expect(run.errors.contains("2025-11, 2026-03 – 2026-06"))
        #expect(try folder.text("page.html").contains("2025-11, 2026-03 – 2026-06"))
    }

    @Test(
        "a row of sums is no source",
        arguments: zip(
            Language.allCases,
            [
                "rows that are sums of others and are left out: 2 (line 4, …)",
                "pominięte wiersze, które są sumą innych: 2 (wiersz 4, …)",
                "пропущены строки с суммой других: 2 (строка 4, …)",
            ]))
    func totals(language: Language, remark: String) throws {
        let folder = try Folder()
        try folder.write("orders.csv", Self.orders)
        try folder.write(
            "costs.csv",
            "month,source,spend\n2026-01,,500\n2026-01,google,500\n2026-01,TOTAL,1000\n2026-01,Razem,1000\n")
        let run = try Program.run(
            [
                "report", "orders.csv", "--costs", "costs.csv", "--margin", "50%", "--as-of", "2026-01-31", "--json",
                "--lang", language.rawValue,
            ],
            in: folder)
        #expect(try JSONDocument(run.output).cents("acquisition.0.spend") == 100_000)
        #expect(run.errors.contains(remark), "\(run.errors)")
        try folder.write("costs.csv", "month,source,spend\n2026-01,google,500\n2026-01,TOTAL,900\n")
        let doubtful = try Program.run(
            ["report", "orders.csv", "--costs", "costs.csv", "--lang", language.rawValue], in: folder)
        #expect(doubtful.code == 1)
        #expect(doubtful.errors.contains("TOTAL"))
    }

    @Test("where nothing but sums is told, they are what the shop spent") func onlyTotals() throws {
        let rows = try report(costs: "month,source,spend\n2026-01,Total,10\n2026-01,Total,20\n".utf8)
        #expect(try rows.cents("acquisition.0.spend") == 3_000)
    }

    @Test("more rows than a table's first look takes are all read") func manyRows() throws {
        let costs = "month,source,spend\n" + (0..<3_000).map { "2026-01,s\($0 % 7),1\n" }.joined()
        #expect(try report(costs: costs.utf8).cents("acquisition.0.spend") == 300_000)
    }
}
