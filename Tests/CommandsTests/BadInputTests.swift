import Domain
import Foundation
import IntakeFormats
import Testing

@testable import Commands

@Suite("Bad input")
struct BadInputTests {
    private static let header = "order_id,customer_id,date,amount\n"

    /// A file that cannot be answered: what it holds, and what is said of it in each language.
    struct Damaged: CustomTestStringConvertible, Sendable {
        let name: String
        let bytes: @Sendable () -> [UInt8]
        let words: [Language: String]

        var testDescription: String { name }

        init(_ name: String, _ bytes: @escaping @Sendable () -> [UInt8], en: String, pl: String, ru: String) {
            self.name = name
            self.bytes = bytes
            words = [.english: en, .polish: pl, .russian: ru]
        }
    }

    private static let damaged: [Damaged] = [
        Damaged("empty.csv", { [] }, en: "empty", pl: "pusty", ru: "пуст"),
        Damaged("header.csv", { Array(header.utf8) }, en: "no row", pl: "żadnego wiersza", ru: "ни одной строки"),
        Damaged("blank.csv", { Array("\n\n \n".utf8) }, en: "empty", pl: "pusty", ru: "пуст"),
        Damaged(
            "binary.csv", { (0..<4_096).map { UInt8(truncatingIfNeeded: $0 &* 2_654_435_761 >> 7) } },
            en: "no text", pl: "nie jest tekst", ru: "не текст"),
        Damaged(
            "picture.png", { [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + [UInt8](repeating: 0, count: 64) },
            en: "CSV", pl: "CSV", ru: "CSV"),
        Damaged(
            "cut.csv.gz", { Packed.gzip(Array(Reports.three.utf8)).dropLast(20) }, en: "breaks off", pl: "urywa się",
            ru: "обрывается"),
        Damaged(
            "damaged.csv.gz",
            {
                var bytes = Packed.gzip(Array(Reports.three.utf8))
                bytes[bytes.count - 5] ^= 0xFF
                return bytes
            }, en: "damaged", pl: "uszkodzony", ru: "повреждён"),
        Damaged(
            "cut.xlsx", { Packed.workbook(sheets: [("A", [["order_id"]])]).dropLast(60) }, en: "damaged",
            pl: "uszkodzony", ru: "повреждена"),
        Damaged(
            "damaged.xlsx",
            {
                Packed.zip([
                    Packed.text("xl/workbook.xml", "<workbook><sheets><sheet name=\"A\""),
                    Packed.text("xl/_rels/workbook.xml.rels", "<Relationships/>"),
                ])
            }, en: "damaged", pl: "uszkodzony", ru: "повреждена"),
        Damaged(
            "bomb.xlsx",
            {
                let blanks = 70_000_000
                return Packed.zip([
                    Packed.Entry(name: "xl/workbook.xml", bytes: Packed.deflatedBlanks(blanks), unpackedCount: blanks),
                    Packed.text("xl/_rels/workbook.xml.rels", "<Relationships/>"),
                ])
            }, en: "unpacks to more than", pl: "po rozpakowaniu", ru: "после распаковки"),
        Damaged(
            "endless.csv", { [UInt8](repeating: UInt8(ascii: "7"), count: 10 << 20) }, en: "", pl: "", ru: ""),
        Damaged(
            "zero.csv", { Array("order_id,customer_id,date,amount\n1,7,2026-01-05,10\u{0}.00\n".utf8) }, en: "", pl: "",
            ru: ""),
    ]

    @Test("is refused with the file's name and what to do, in three languages", arguments: damaged, Language.allCases)
    func refused(file: Damaged, language: Language) throws {
        let folder = try Folder()
        try folder.write(file.name, bytes: file.bytes())
        let run = try Program.run(["report", file.name, "--lang", language.rawValue], in: folder)
        #expect(run.hasExited && run.code == 1)
        #expect(run.output.isEmpty)
        #expect(run.errors.contains(file.name))
        let words = file.words[language] ?? ""
        #expect(words.isEmpty || run.errors.contains(words))
    }

    @Test("a folder is no file", arguments: [("en", "folder"), ("pl", "folder"), ("ru", "папка")])
    func folder(language: String, word: String) throws {
        let folder = try Folder()
        let run = try Program.run(["report", ".", "--lang", language], in: folder)
        #expect(run.code == 1)
        #expect(run.errors.contains(word))
    }

    @Test(
        "a file that may not be read says so", arguments: [("en", "permission"), ("pl", "uprawnień"), ("ru", "прав")])
    func noPermission(language: String, word: String) throws {
        let folder = try Folder()
        try folder.write("orders.csv", Reports.three)
        try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: folder.path("orders.csv"))
        guard !FileManager.default.isReadableFile(atPath: folder.path("orders.csv")) else {
            // The superuser may read everything; the words alone can be tested.
            let message = Failure.message(
                of: OrderFileError.noPermission(path: "orders.csv"), in: try #require(Language(rawValue: language)))
            #expect(message.contains(word) && message.contains("orders.csv"))
            return
        }
        let run = try Program.run(["report", "orders.csv", "--lang", language], in: folder)
        #expect(run.code == 1)
        #expect(run.errors.contains(word) && run.errors.contains("orders.csv"))
    }

    @Test("a file that changes while it is read is noticed") func changing() throws {
        let folder = try Folder()
        let row = "1,7,2026-01-05,10.00\n"
        try folder.write("orders.csv", Self.header + String(repeating: row, count: 20_000))
        // Something writes rows while the program reads.
        let line = """
            i=0; while [ $i -lt 500000 ]; do echo '1,7,2026-01-05,10.00' >> orders.csv; i=$((i+1)); done & writer=$!
            "$perennial" report orders.csv; code=$?
            kill $writer; wait; exit $code
            """
        let run = try Program.shell(line, in: folder)
        #expect(run.code == 1)
        #expect(run.errors.contains("orders.csv: the file changed while it was read"))
    }

    @Test("one line of 10 MB is one rejected row") func longLine() throws {
        let rows = (1...40).map { "\($0),7,2026-01-05,10.00\n" }.joined()
        let run = try Reports.run(
            of: Self.header + rows
                + "41,7,2026-01-05,\(String(repeating: "9", count: 10 << 20))\n42,7,2026-01-06,1.00\n")
        #expect(run.hasExited)
        #expect(run.code == 0 || run.code == 1)
        #expect(run.errors.contains("orders.csv"))
        #expect(run.errors.utf8.count < 10_000)
    }

    /// One row that is wrong among forty good ones: a rejected row with its line, and an answer.
    @Test(
        "a bad row is rejected with its line, and the others are answered for",
        arguments: [
            ("41,7,2026-01-05,9999999999999999999999999999999999999999", "amount too large"),
            ("41,7,2026-01-05,-9999999999999999999999999999999999999999.99", "amount too large"),
            ("41,7,0000-01-01,10.00", "date before 1900"), ("41,7,9999-12-31,10.00", "date before 1900 or after 2199"),
            ("41,7,2026-02-30,10.00", "unreadable date"), ("41,7,,10.00", "no date"), ("41,7,2026-01-05,", "no amount"),
            ("41,7,2026-01-05,10.00,1,2,3", "more fields than columns"), (",7,2026-01-05,10.00", "no order id"),
        ])
    func badRow(row: String, reason: String) throws {
        let rows = (1...40).map { "\($0),7,2026-01-05,10.00\n" }.joined()
        let run = try Reports.run(of: Self.header + rows + row + "\n", ["--json"])
        #expect(run.code == 0)
        #expect(run.errors.contains(reason))
        #expect(run.errors.contains("orders.csv, line 42"))
        let report = try JSONDocument(run.output)
        #expect(try report.int("overview.orders") == 40)
        #expect(try report.int("input.rejected") == 1)
        #expect(try report.int("input.rows") == 41)
    }

    @Test("a column that is not what it is called is told with a value at fault") func wrongColumn() throws {
        let amounts = try Reports.run(of: Self.header + "1,7,2026-01-05,10.00\n2,7,2026-01-06,ten\n")
        #expect(amounts.code == 1)
        #expect(amounts.errors.contains("“amount”") && amounts.errors.contains("“ten”"))
        let dates = try Reports.run(of: Self.header + "1,7,2026-01-05,10.00\n2,7,soon,10.00\n")
        #expect(dates.code == 1)
        #expect(dates.errors.contains("“date”") && dates.errors.contains("“soon”"))
    }

    @Test("bytes that are no UTF-8 are read as something or rejected, and always accounted for") func invalidText()
        throws
    {
        let folder = try Folder()
        var bytes = Array((Self.header + (1...40).map { "\($0),ä\($0),2026-01-05,10.00\n" }.joined()).utf8)
        bytes += Array("41,".utf8) + [0xFF, 0xFE, 0xC3, 0x28] + Array(",2026-01-05,10.00\n".utf8)
        try folder.write("orders.csv", bytes: bytes)
        let report = try Reports.json(["orders.csv", "--encoding", "utf-8"], in: folder)
        #expect(try report.int("input.rows") == 41)
        #expect(try report.int("input.rejectedByReason.invalidText") == 1)
    }

    @Test("ids of a kilobyte are ids") func longIds() throws {
        let (one, other) = (String(repeating: "a", count: 1_024), String(repeating: "a", count: 1_023) + "b")
        let text =
            Self.header
            + "\(one),\(one),2026-01-05,10.00\n\(other),\(other),2026-01-06,10.00\n\(other)c,\(one),2026-02-06,10.00\n"
        let report = try Reports.json(of: text)
        #expect(try report.int("overview.customers") == 2)
        #expect(try report.int("overview.orders") == 3)
    }

    @Test(
        "the same order under two customers is reported, with the id",
        arguments: [
            ("en", "more than one customer: 1 (5)"), ("pl", "kilku klientom: 1 (5)"),
            ("ru", "нескольких клиентов: 1 (5)"),
        ])
    func conflict(language: String, words: String) throws {
        let text = Self.header + "5,7,2026-01-05,10.00\n6,7,2026-01-06,10.00\n5,8,2026-01-05,10.00\n"
        let run = try Reports.run(of: text, ["--lang", language, "--json"])
        #expect(run.code == 0)
        #expect(run.errors.contains(words))
        #expect(try JSONDocument(run.output).int("overview.orders") == 3)
    }

    @Test("one customer may have all the orders") func oneCustomer() throws {
        let rows = (0..<20_000).map { "\($0),7,2026-01-\($0 % 18 + 10),1.00\n" }
        let report = try Reports.json(of: Self.header + rows.joined())
        #expect(try report.int("overview.customers") == 1)
        #expect(try report.int("overview.orders") == 20_000)
        #expect(try report.double("concentration.top1") == 1)
    }

    @Test("all orders may be on one day", arguments: Language.allCases) func oneDay(language: Language) throws {
        let rows = (1...500).map { "\($0),\($0 % 90 + 1),2026-01-05,1.00\n" }.joined()
        let run = try Reports.run(of: Self.header + rows, ["--lang", language.rawValue])
        #expect(run.code == 0)
        #expect(run.output.contains("500"))
        let report = try Reports.json(of: Self.header + rows)
        #expect(try report.int("overview.customers") == 90)
        #expect(report["nextOrder.0.medianDays"] == nil)
    }

    @Test("there may be one order in total", arguments: Language.allCases) func oneOrder(language: Language) throws {
        let folder = try Folder()
        try folder.write("orders.csv", Self.header + "1,7,2026-01-05,10.00\n")
        let run = try Program.run(
            ["report", "orders.csv", "--lang", language.rawValue, "--html", "page.html", "--customers", "c.csv"],
            in: folder)
        #expect(run.code == 0)
        #expect(try folder.text("page.html").contains("</html>"))
        #expect(try folder.text("c.csv").split(whereSeparator: \.isNewline).count == 2)
    }

    @Test("when every row is ignored or later than --as-of, the answer is an empty report") func nothingLeft() throws {
        let run = try Reports.run(of: Reports.three, ["--as-of", "2020-01-01", "--json"])
        #expect(run.hasExited)
        guard run.code == 0 else { return #expect(run.errors.contains("orders.csv")) }
        #expect(try JSONDocument(run.output).int("overview.customers") == 0)
    }

    @Test("text out of a file cannot command the terminal") func controlCharacters() throws {
        // The C1 controls; files with escape characters are refused as no text.
        let rows = (1...40).map { "\($0),7,2026-01-05,10.00,\u{9B}31mRed\n" }.joined()
        let run = try Reports.run(of: "order_id,customer_id,date,amount,city\n" + rows + "41,7,\u{9B}2J,10.00,\u{84}\n")
        #expect(run.code == 0)
        #expect(run.errors.contains("31mRed") && run.errors.contains("41,7, 2J"))
        #expect(!run.errors.unicodeScalars.contains { $0.properties.generalCategory == .control && $0 != "\n" })
    }
}
