import Foundation
import Intake
import TestSupport
import Testing

@testable import IntakeFormats

private let orders = """
    Numer,Klient,Data,Kwota,Opłacone,Uwagi
    4006381333931,Łucja Źdźbło,2026-03-01T10:20:30,12.9,true,"kurier, „pilne”"
    4006381333932,Пётр Щукин,2026-03-02T00:00:00,1290,false,"мёд ""Липовый\"""
    4006381333933,Anna,2026-03-02T23:59:59,-0.07,true,"wiersz drugi"

    """

@Suite("A workbook of orders") struct SpreadsheetOrderFileTests {
    let scratch: Scratch

    init() throws { scratch = try Scratch() }

    @Test(
        "reads what three writers make of the same rows",
        arguments: ["orders-xlsxwriter.xlsx", "orders-inline.xlsx", "orders-openpyxl.xlsx"])
    func writers(name: String) throws {
        let file = try OrderFiles.open(try fixture(name))
        // Two of them have given the amounts the format `#,##0.00 "zł"`.
        let currency = name == "orders-openpyxl.xlsx" ? "" : "\u{1F}zł"
        let expected = ["12.9", "1290", "-0.07"].reduce(orders) {
            $0.replacing(",\($1),", with: ",\($1)\(currency),")
        }
        #expect(try file.text() == expected)
        #expect(try file.text() == expected, "a second reading")
        #expect(String(decoding: CurrencyMark.removed(from: try file.bytes()), as: UTF8.self) == orders)
        #expect(file.delimiter == UInt8(ascii: ","))
    }

    @Test("the content decides, not the name") func name() throws {
        let bytes = try Data(contentsOf: URL(fileURLWithPath: try fixture("orders-openpyxl.xlsx")))
        #expect(try OrderFiles.open(try scratch.file("orders.csv", bytes)).text() == orders)
    }

    @Test("knows dates by their format, counted from 1900 or 1904", arguments: ["1900", "1904"])
    func dates(system: String) throws {
        let text = try OrderFiles.open(try fixture("dates-\(system).xlsx")).text()
        let number = system == "1900" ? "45351" : "43889"
        #expect(
            text == """
                yyyy-mm-dd,2024-02-29T18:05:09,2024-02-29
                d mmm yy,2024-02-29T18:05:09,2024-02-29
                [$-415]d mmmm yyyy;@,2024-02-29T18:05:09,2024-02-29
                "dd.mm.yyyy hh:mm",2024-02-29T18:05:09,2024-02-29T00:00:00
                14,2024-02-29T18:05:09,2024-02-29
                22,2024-02-29T18:05:09,2024-02-29T00:00:00
                mmm yyyy,2024-02-29T18:05:09,2024-02-29
                yyyy\\-mm\\-dd,2024-02-29T18:05:09,2024-02-29
                "h:mm:ss.000",2024-02-29T18:05:09,2024-02-29T00:00:00
                [h]:mm,2024-02-29T18:05:09,2024-02-29T00:00:00
                20,2024-02-29T18:05:09,2024-02-29T00:00:00
                \"""dnia"" 0",\(number).7535763889,\(number)
                "#,##0.00 [$USD]",\(number).7535763889\u{1F}USD,\(number)\u{1F}USD
                m/d/yy h:mm AM/PM,2024-02-29T18:05:09,2024-02-29T00:00:00
                "[Red]0.00",\(number).7535763889,\(number)
                @,\(number).7535763889,\(number)

                """)
    }

    @Test("keeps every cell in its column and every row on its line") func sparse() throws {
        let lines = try OrderFiles.open(try fixture("sparse.xlsx")).text().split(
            separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.count == 10)
        #expect(lines[0] == "" && lines[2] == "" && lines[3] == "" && lines[5] == "" && lines[9] == "")
        #expect(lines[1] == ",id,,sum")
        #expect(lines[4] == ",1,,0.3")
        #expect(lines[6] == ",2,,", "an error is blank, and the row as wide as those above")
        #expect(lines[7] == String(repeating: ",", count: 27) + "12345678901234600")
        #expect(lines[8].hasPrefix(",ab,,złoty & <lis>,,"))
    }

    @Test("takes the first visible sheet or the one that is named") func sheets() throws {
        let path = try fixture("sheets.xlsx")
        let file = try #require(try OrderFiles.open(path) as? SpreadsheetOrderFile)
        #expect(file.sheet == "Zamówienia & zwroty")
        #expect(file.sheets == ["Ukryty", "Zamówienia & zwroty", "Клиенты"])
        #expect(try file.text() == "first\n")
        #expect(try OrderFiles.open(path, sheet: "клиенты").text() == "second\n")
        #expect(try OrderFiles.open(path, sheet: "Ukryty").text() == "hidden\n")
        #expect(failure(of: path, sheet: "Wykres") == .noSuchSheet(path: path, sheet: "Wykres", sheets: file.sheets))
    }

    @Test(
        "says what other archives are",
        arguments: [
            ("archive.zip", UnsupportedKind.zipArchive), ("sheet.ods", .openDocument), ("binary.xlsb", .binaryExcel),
            ("letter.docx", .officeDocument), ("pages.numbers", .numbers),
        ])
    func archives(name: String, kind: UnsupportedKind) throws {
        let path = try fixture(name)
        #expect(failure(of: path) == .unsupported(path: path, kind: kind))
        let packed = try scratch.file("packed", gzipped(Array(try Data(contentsOf: URL(fileURLWithPath: path)))))
        #expect(failure(of: packed) == .unsupported(path: packed, kind: kind))
    }

    @Test("is read inside gzip too, as often as needed") func gzip() throws {
        let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: try fixture("orders-openpyxl.xlsx"))))
        let path = try scratch.file("orders.xlsx.gz", gzipped(bytes))
        let file = try OrderFiles.open(path)
        #expect(try file.text() == orders)
        #expect(try file.text() == orders)
        let cut = try scratch.file("cut.xlsx.gz", gzipped(bytes).dropLast(30))
        guard case .truncatedGzip? = failure(of: cut) else { return #expect(failure(of: cut) == nil) }
        let damaged = try scratch.file("damaged.xlsx.gz", gzipped(Array(bytes.prefix(3_000))))
        #expect(failure(of: damaged) == .damagedSpreadsheet(path: damaged, part: nil, row: nil))
    }

    @Test("inside gzip has a limit of its own: it is packed already") func gzipLimit() {
        #expect(UnpackingLimit(packedWorkbookBytes: 100).bytes == 256 << 20)
        #expect(UnpackingLimit(packedWorkbookBytes: 1 << 30).bytes == 50 << 30)
        #expect(UnpackingLimit(packedWorkbookBytes: .max).bytes == .max)
    }

    @Test("offers its other sheets, visible ones first") func others() throws {
        let file = try OrderFiles.open(try fixture("sheets.xlsx"))
        let workbook = try #require(file as? SpreadsheetOrderFile)
        #expect(Set(workbook.others.map(\.sheet) + [workbook.sheet]) == Set(workbook.sheets))
        #expect(workbook.others.last?.sheet == "Ukryty")
        #expect(try workbook.others.last?.text() == "hidden\n")
    }

    @Test("tells an old workbook from one with a password") func compoundFile() throws {
        var bytes: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 504)
        bytes[30] = 9
        bytes[48] = 1
        bytes += [UInt8](repeating: 0, count: 512)
        let old = try scratch.file("old.xls", bytes + "Workbook".utf16.flatMap { [UInt8($0), 0 as UInt8] })
        #expect(failure(of: old) == .unsupported(path: old, kind: .oldExcel))
        let locked = try scratch.file("a.xlsx", bytes + "EncryptedPackage".utf16.flatMap { [UInt8($0), 0 as UInt8] })
        #expect(failure(of: locked) == .unsupported(path: locked, kind: .protectedExcel))
    }

    @Test("gives the same bytes however it is read", arguments: 0..<40)
    func chunks(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let most = [1, 3, 17, 300].randomElement(using: &random)!
        let file = try OrderFiles.open(try fixture("orders-openpyxl.xlsx"))
        #expect(try file.bytes { Int.random(in: 1...most, using: &random) } == Array(orders.utf8), "seed \(seed)")
    }

    @Test("any mutation is read or refused, never a crash", arguments: MutationSeeds.groups)
    func mutations(group: UInt64) throws {
        let names = ["orders-xlsxwriter.xlsx", "orders-inline.xlsx", "sparse.xlsx", "sheets.xlsx"]
        let originals = try names.map { [UInt8](try Data(contentsOf: URL(fileURLWithPath: try fixture($0)))) }
        for seed in MutationSeeds.seeds(ofGroup: group) {
            var random = SeededGenerator(seed: seed)
            let bytes = originals.randomElement(using: &random)!.mutated(using: &random)
            let path = try scratch.file("m.xlsx", bytes)
            do {
                _ = try OrderFiles.open(path).bytes()
            } catch {
                #expect(error is OrderFileError, "seed \(seed)")
            }
        }
    }

    @Test("a broken download is a damaged spreadsheet") func truncated() throws {
        let bytes = try Data(contentsOf: URL(fileURLWithPath: try fixture("orders-openpyxl.xlsx")))
        let path = try scratch.file("a.xlsx", bytes.prefix(3_000))
        #expect(failure(of: path) == .damagedSpreadsheet(path: path, part: nil, row: nil))
    }
}
