import Domain
import Glibc
import Testing

@testable import IntakeFormats

@Suite("An error about a file") struct OrderFileErrorTests {
    private static let path = "zamówienia.csv"

    private static let all: [OrderFileError] =
        [
            .notFound(path: path), .noPermission(path: path), .isDirectory(path: path), .isDevice(path: path),
            .empty(path: path), .notText(path: path, line: 2, column: 7), .truncatedGzip(path: path, byteOffset: 7),
            .damagedGzip(path: path, byteOffset: 7), .damagedSpreadsheet(path: path, part: nil, row: nil),
            .damagedSpreadsheet(path: path, part: "xl/workbook.xml", row: nil),
            .damagedSpreadsheet(path: path, part: "xl/worksheets/sheet1.xml", row: 7),
            .tooLargeUnpacked(path: path, limitBytes: 7 << 20),
            .noSuchSheet(path: path, sheet: "A", sheets: ["B", "C"]),
            .noVisibleSheet(path: path, sheets: ["B"]), .notASpreadsheet(path: path, sheet: "A"),
            .changedWhileRead(path: path),
        ] + UnsupportedKind.allCases.map { .unsupported(path: path, kind: $0) }
        + [EIO, ENOSPC, EMFILE, ENOMEM, ENAMETOOLONG, ELOOP, ESTALE, EACCES, ENOENT, 7].flatMap {
            [.readFailed(path: path, code: $0), .spoolFailed(directory: path, code: $0)]
        }

    @Test("names the file and differs in each language", arguments: all)
    func languages(error: OrderFileError) {
        let messages = Language.allCases.map { error.message(in: $0) }
        #expect(Set(messages).count == 3)
        for message in messages {
            #expect(message.hasPrefix("zamówienia.csv: "))
            #expect(message.hasSuffix("."))
        }
        #expect(messages[2].unicodeScalars.contains { (0x430...0x44F).contains($0.value) })
        #expect(!messages[0].dropFirst(10).unicodeScalars.contains { (0x430...0x44F).contains($0.value) })
    }

    @Test("carries its facts into the message") func facts() {
        let missing = OrderFileError.noSuchSheet(path: "a.xlsx", sheet: "Orders", sheets: ["Dane", "Zwroty"])
        #expect(
            missing.message(in: .english) == "a.xlsx: there is no sheet “Orders”. The sheets are: “Dane”, “Zwroty”.")
        #expect(missing.message(in: .polish) == "a.xlsx: nie ma arkusza „Orders”. Są arkusze: „Dane”, „Zwroty”.")
        #expect(missing.message(in: .russian) == "a.xlsx: листа «Orders» нет. Есть листы: «Dane», «Zwroty».")
        let damaged = OrderFileError.damagedSpreadsheet(path: "-", part: "xl/worksheets/sheet1.xml", row: 12)
        #expect(damaged.message(in: .polish).hasPrefix("standardowe wejście: arkusz kalkulacyjny jest uszkodzony"))
        #expect(damaged.message(in: .russian).contains("(xl/worksheets/sheet1.xml, строка 12)"))
    }

    @Test("shows odd names as what they are") func names() {
        #expect(OrderFileError.notFound(path: "").message(in: .russian).hasPrefix("«»: "))
        #expect(
            OrderFileError.empty(path: "a\nb\u{1B}.csv").message(in: .english).hasPrefix("a b\\u{1B}.csv: the file"))
        #expect(OrderFileError.isDirectory(path: "/tmp/").message(in: .polish).contains("„/tmp/zamowienia.csv”"))
        #expect(OrderFileError.isDevice(path: "-").message(in: .polish).hasPrefix("standardowe wejście: "))
        let devices = ["-", "/dev/zero"].map { OrderFileError.isDevice(path: $0).message(in: .english) }
        #expect(!devices[0].contains("“-”") && devices[1].contains("“-”"))
    }

    @Test("gives programmers the system's words") func description() {
        #expect(OrderFileError.readFailed(path: "a", code: EIO).description.hasSuffix("(Input/output error)"))
        #expect("\(OrderFileError.empty(path: "a"))" == "a: the file is empty. Export the orders again.")
    }
}
