import Domain
import Foundation
import Intake
import IntakeFormats
import Report
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
            "bomb.xlsx.gz",
            {
                // A stored block with the signature of a workbook, and blanks behind it.
                let header: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF, 0, 4, 0, 0xFB, 0xFF, 0x50, 0x4B, 3, 4]
                return header + Packed.deflatedBlanks(300_000_000)
            }, en: "unpacks to more than", pl: "po rozpakowaniu", ru: "после распаковки"),
        Damaged(
            "endless.csv", { [UInt8](repeating: UInt8(ascii: "7"), count: 10 << 20) }, en: "longer than 1 MiB",
            pl: "dłuższy niż 1 MiB", ru: "длиннее 1 МиБ"),
        Damaged(
            "zero.csv", { Array("order_id,customer_id,date,amount\n1,7,2026-01-05,10\u{0}.00\n".utf8) },
            en: "no text (see line 2, character 18)", pl: "nie jest tekst (zob. wiersz 2, znak 18)",
            ru: "не текст (см. строку 2, символ 18)"),
        Damaged(
            "late.csv",
            { Array((header + "1,7,2026-01-05,10.00\n2,7,\u{1},1\n").utf8) + [UInt8](repeating: 1, count: 4_000) },
            en: "no text", pl: "nie jest tekst", ru: "не текст"),
    ]

    /// Whether `text` is said in `language`: Polish and Russian keep the keys of options, but no English sentence.
    private static func isSaid(_ text: String, in language: Language) -> Bool {
        // Words that only an English message has.
        let english = /(?i)\b(the|and|is|are|with|file|rows?|line|this|that|not|from|such|empty|could)\b/
        return language == .english || text.firstMatch(of: english) == nil
    }

    @Test("is refused with the file's name and what to do, in three languages", arguments: damaged, Language.allCases)
    func refused(file: Damaged, language: Language) throws {
        let folder = try Folder()
        try folder.write(file.name, bytes: file.bytes())
        let run = try Program.run(["report", file.name, "--lang", language.rawValue], in: folder)
        #expect(run.hasExited && run.code == 1)
        #expect(run.output.isEmpty)
        #expect(run.errors.contains(file.name + ": "))
        #expect(run.errors.contains(try #require(file.words[language])), "\(run.errors)")
        #expect(Self.isSaid(run.errors, in: language), "\(run.errors)")
    }

    @Test(
        "standard input without a byte is an empty file of that name",
        arguments: [
            (Language.english, "standard input: the file is empty."),
            (.polish, "standardowe wejście: plik jest pusty."),
            (.russian, "стандартный ввод: файл пуст."),
        ])
    func emptyInput(language: Language, words: String) throws {
        for source in ["< /dev/null", "< nothing", "<&-"] {
            let folder = try Folder()
            try folder.write("nothing", "")
            let run = try Program.shell(#""$perennial" report - --lang \#(language.rawValue) \#(source)"#, in: folder)
            #expect(run.code == 1)
            #expect(run.errors.hasPrefix(words), "\(source) \(run.errors)")
        }
        let piped = try Program.shell(#": | "$perennial" report - --lang \#(language.rawValue)"#, in: Folder())
        #expect(piped.code == 1 && piped.errors.hasPrefix(words))
        let zeros = #""$perennial" report - --lang \#(language.rawValue) < /dev/zero"#
        let endless = try Program.shell(zeros, in: Folder())
        #expect(endless.code == 1 && Self.isSaid(endless.errors, in: language))
        #expect(endless.errors.hasPrefix(words.prefix { $0 != ":" }))
    }

    @Test("a folder is no file", arguments: [("en", "folder"), ("pl", "folder"), ("ru", "папка")])
    func folder(language: String, word: String) throws {
        let folder = try Folder()
        try FileManager.default.createDirectory(at: folder.url("2026.csv"), withIntermediateDirectories: false)
        let run = try Program.run(["report", "2026.csv", "--lang", language], in: folder)
        #expect(run.code == 1)
        #expect(run.errors.hasPrefix("2026.csv: ") && run.errors.contains(word))
    }

    @Test(
        "a file that may not be read says so", arguments: [("en", "permission"), ("pl", "uprawnień"), ("ru", "прав")])
    func noPermission(language: String, word: String) throws {
        let folder = try Folder()
        try folder.write("orders.csv", Reports.three)
        try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: folder.path("orders.csv"))
        if FileManager.default.isReadableFile(atPath: folder.path("orders.csv")) {
            // The superuser may read everything, so somebody else opens the file.
            let error = try #require(try Unprivileged.run { _ = try OrderFiles.open(folder.path("orders.csv")) })
            #expect(error as? OrderFileError == .noPermission(path: folder.path("orders.csv")))
            let message = Failure.message(of: error, in: try #require(Language(rawValue: language)))
            #expect(message.contains(word) && message.hasPrefix(folder.path("orders.csv") + ": "))
        } else {
            let run = try Program.run(["report", "orders.csv", "--lang", language], in: folder)
            #expect(run.code == 1)
            #expect(run.errors.contains(word) && run.errors.hasPrefix("orders.csv: "))
        }
    }

    @Test(
        "a file that changes while it is read is noticed",
        arguments: [
            (Language.english, "changed while it was read"), (.polish, "zmienił się podczas odczytu"),
            (.russian, "изменился во время чтения"),
        ])
    func changing(language: Language, words: String) throws {
        let folder = try Folder()
        try folder.write("orders.csv", Reports.three)
        // The pipe has somebody to read it as soon as the file before it has been opened: then the file grows.
        let line = """
            mkfifo later.csv
            "$perennial" report orders.csv later.csv --lang \(language.rawValue) & program=$!
            exec 3> later.csv
            echo '4,7,2026-03-05,10.00' >> orders.csv
            cat orders.csv >&3; exec 3>&-
            wait $program
            """
        let run = try Program.shell(line, in: folder)
        #expect(run.code == 1)
        #expect(run.errors.contains("orders.csv: "))
        #expect(run.errors.contains(words) && Self.isSaid(run.errors, in: language))
    }

    /// Forty good orders; a row after them stands in line 42.
    private static let forty = header + (1...40).map { "\($0),7,2026-01-05,10.00\n" }.joined()

    @Test("one line of 10 MB is one rejected row", arguments: Language.allCases)
    func longLine(language: Language) throws {
        let long = "41,7,2026-01-05,\(String(repeating: "9", count: 10 << 20))\n42,7,2026-01-06,1.00\n"
        let run = try Reports.run(of: Self.forty + long, ["--lang", language.rawValue, "--json"])
        #expect(run.hasExited && run.code == 0)
        #expect(run.errors.contains(RejectReason.rowTooLong.name(in: language)))
        #expect(run.errors.contains(Self.place(of: 42, language)))
        #expect(run.errors.utf8.count < 10_000)
        #expect(Self.isSaid(run.errors, in: language), "\(run.errors)")
        let report = try JSONDocument(run.output)
        #expect(try report.int("overview.orders") == 41)
        #expect(try report.int("input.rejectedByReason.rowTooLong") == 1)
    }

    private static func place(of line: Int, _ language: Language) -> String {
        switch language {
        case .english: "orders.csv, line \(line):"
        case .polish: "orders.csv, wiersz \(line):"
        case .russian: "orders.csv, строка \(line):"
        }
    }

    private static let badRows: [(row: String, reason: RejectReason)] = [
        ("41,7,2026-01-05,9999999999999999999999999999999999999999", .amountTooLarge),
        ("41,7,2026-01-05,-9999999999999999999999999999999999999999.99", .amountTooLarge),
        ("41,7,2026-01-05,0.\(String(repeating: "9", count: 40))e40", .amountTooLarge),
        ("41,7,0000-01-01,10.00", .dateOutOfRange), ("41,7,9999-12-31,10.00", .dateOutOfRange),
        ("41,7,2026-02-30,10.00", .unreadableDate), ("41,7,,10.00", .missingDate), ("41,7,2026-01-05,", .missingAmount),
        ("41,7,2026-01-05,ten", .unreadableAmount), ("41,7,2026-01-05,10.00,1,2,3", .tooManyFields),
        (",7,2026-01-05,10.00", .missingOrder), ("41,7\u{0},2026-01-05,10.00", .zeroByte),
        ("41,7,2026-01-05,\"10.00", .unclosedQuote), ("41,7,2026-01-05,\"10.00\"x", .textAfterQuote),
        ("Total,,,400.00", .totalsRow),
    ]

    /// One row that is wrong among forty good ones: a rejected row with its line, and an answer.
    @Test(
        "a bad row is rejected with its line, and the others are answered for", arguments: badRows.indices,
        Language.allCases)
    func badRow(place: Int, language: Language) throws {
        let (row, reason) = Self.badRows[place]
        let run = try Reports.run(
            of: Self.forty + row + "\n", ["--json", "--lang", language.rawValue, "--encoding", "utf-8"])
        #expect(run.code == 0)
        #expect(run.errors.contains(reason.name(in: language)), "\(row): \(run.errors)")
        #expect(run.errors.contains(Self.place(of: 42, language)))
        #expect(Self.isSaid(run.errors, in: language), "\(run.errors)")
        let report = try JSONDocument(run.output)
        #expect(try report.int("overview.orders") == 40)
        #expect(try report.int("input.rejected") == 1)
        #expect(try report.int("input.rows") == 41)
    }

    @Test("orders after --as-of are left out and counted", arguments: Language.allCases)
    func later(language: Language) throws {
        let folder = try Folder()
        try folder.write("orders.csv", Reports.three)
        let arguments = ["orders.csv", "--as-of", "2026-01-31", "--lang", language.rawValue, "--html", "page.html"]
        let report = try Reports.json(arguments, in: folder)
        #expect(try report.int("overview.orders") == 1)
        #expect(try report.int("input.ignoredByReason.afterAsOf") == 2)
        let words: [Language: String] = [
            .english: "later than the day of the report", .polish: "po dniu raportu", .russian: "позже дня отчёта",
        ]
        #expect(try folder.text("page.html").contains(try #require(words[language])))
    }

    @Test("a column that is not what it is called is told with a value at fault", arguments: Language.allCases)
    func wrongColumn(language: Language) throws {
        let options = ["--lang", language.rawValue]
        let amounts = try Reports.run(of: Self.header + "1,7,2026-01-05,10.00\n2,7,2026-01-06,ten\n", options)
        #expect(amounts.code == 1 && amounts.errors.hasPrefix("orders.csv: "))
        #expect(amounts.errors.contains(language.quoted("amount")) && amounts.errors.contains(language.quoted("ten")))
        let dates = try Reports.run(of: Self.header + "1,7,2026-01-05,10.00\n2,7,soon,10.00\n", options)
        #expect(dates.code == 1 && dates.errors.hasPrefix("orders.csv: "))
        #expect(dates.errors.contains(language.quoted("date")) && dates.errors.contains(language.quoted("soon")))
        #expect(Self.isSaid(amounts.errors + dates.errors, in: language))
    }

    @Test(
        "bytes that are no UTF-8 are read as something or rejected, and always accounted for",
        arguments: Language.allCases)
    func invalidText(language: Language) throws {
        let folder = try Folder()
        var bytes = Array((Self.header + (1...40).map { "\($0),ä\($0),2026-01-05,10.00\n" }.joined()).utf8)
        bytes += Array("41,".utf8) + [0xFF, 0xFE, 0xC3, 0x28] + Array(",2026-01-05,10.00\n".utf8)
        try folder.write("orders.csv", bytes: bytes)
        let arguments = ["report", "orders.csv", "--json", "--lang", language.rawValue]
        let run = try Program.run(arguments + ["--encoding", "utf-8"], in: folder)
        #expect(run.code == 0)
        #expect(run.errors.contains(RejectReason.invalidText.name(in: language)))
        #expect(run.errors.contains(Self.place(of: 42, language)))
        let report = try JSONDocument(run.output)
        #expect(try report.int("input.rows") == 41)
        #expect(try report.int("input.rejectedByReason.invalidText") == 1)
        #expect(try JSONDocument(Program.run(arguments, in: folder).output).int("input.rows") == 41)
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

    @Test("one customer may have all the orders, five million of them") func oneCustomer() throws {
        let folder = try Folder()
        let block = (0..<20_000).map { "7,2026-01-\($0 % 18 + 10),1.00\n" }.joined()
        try folder.write("orders.csv", "customer_id,date,amount\n" + String(repeating: block, count: 250))
        let report = try Reports.json(["orders.csv"], in: folder)
        #expect(try report.int("overview.customers") == 1)
        #expect(try report.int("overview.orders") == 5_000_000)
        #expect(try report.cents("overview.netRevenue") == 500_000_000)
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
        // Nothing says that older customers are missing, and nobody speaks of a fifth of one customer.
        let lacking: [Language: [String]] = [
            .english: ["old customers look new", "top fifth of customers"],
            .polish: ["dawni klienci wyglądają", "Najlepsza piąta część klientów"],
            .russian: ["прежние клиенты выглядят", "Лучшая пятая часть клиентов"],
        ]
        for words in try #require(lacking[language]) { #expect(try !folder.text("page.html").contains(words)) }
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
        #expect(run.errors.contains("\\u{9B}31mRed") && run.errors.contains("41,7,\\u{9B}2J"))
        #expect(!run.errors.unicodeScalars.contains { $0.properties.generalCategory == .control && $0 != "\n" })
    }
}
