import Domain
import Foundation
import Glibc
import Intake
import TestSupport
import Testing

@testable import IntakeFormats

@Suite("Opening a file of orders") struct OrderFilesTests {
    let scratch: Scratch

    init() throws { scratch = try Scratch() }

    @Test("says what cannot be read at all") func access() throws {
        let missing = scratch.url.appendingPathComponent("missing.csv").path
        #expect(failure(of: missing) == .notFound(path: missing))
        #expect(failure(of: missing + "/below") == .notFound(path: missing + "/below"))
        #expect(failure(of: scratch.url.path) == .isDirectory(path: scratch.url.path))
        #expect(failure(of: "/dev/zero") == .isDevice(path: "/dev/zero"))
        let empty = try scratch.file("empty.csv", [])
        #expect(failure(of: empty) == .empty(path: empty))
        let onlyMark = try scratch.file("mark.csv", [0xEF, 0xBB, 0xBF])
        #expect(failure(of: onlyMark) == .empty(path: onlyMark))
    }

    @Test("says that permission is missing") func permission() async {
        await #expect(processExitsWith: .success) {
            let scratch = try Scratch()
            let path = try scratch.file("secret.csv", "a;b\n".utf8)
            chmod(path, 0)
            chmod(scratch.url.path, 0o755)
            // The administrator may read everything: become somebody else.
            if geteuid() == 0 { try #require(seteuid(65_534) == 0) }
            try #require(failure(of: path) == .noPermission(path: path))
            if getuid() == 0 { seteuid(0) }
        }
    }

    @Test("refuses what is no text and says in which line and at which character it sees that") func binary() throws {
        let nulls = try scratch.file("a.csv", Array("id;sum\n1;2".utf8) + [0, 7] + Array("\n".utf8))
        #expect(failure(of: nulls) == .notText(path: nulls, line: 2, column: 4))
        let noise = try scratch.file("b.csv", Array("id".utf8) + [1, 2, 3, 4, 5, 6, 0xFF, 0xFE])
        #expect(failure(of: noise) == .notText(path: noise, line: 1, column: 3))
        let late = String(repeating: "1;łódź\r\n", count: 9_000) + "2;żółw"
        let slip = try scratch.file("d.csv", gzipped(Array(late.utf8) + [0] + Array("\r\n3;x\r\n".utf8)))
        #expect(failure(of: slip) == .notText(path: slip, line: 9_001, column: 7))
        let returns = try scratch.file("e.csv", Array("id;sum\r1;2\r3;".utf8) + [0, 0x0D])
        #expect(failure(of: returns) == .notText(path: returns, line: 3, column: 3))
        // Bytes of another encoding count one by one.
        let polish = try scratch.file("f.csv", Array("id;sum\n".utf8) + [0xB3, 0xF3, 0xBF, 0x3B, 0, 0x0A])
        #expect(failure(of: polish) == .notText(path: polish, line: 2, column: 5))
        let utf32 = try scratch.file("c.csv", "id;sum\n".unicodeScalars.flatMap { [UInt8($0.value), 0, 0, 0] })
        guard case .notText? = failure(of: utf32) else { Issue.record("UTF-32 passed"); return }
    }

    @Test("random bytes are never taken for orders and never crash", arguments: 0..<300)
    func noise(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let bytes = (0..<Int.random(in: 1...400, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }
        let error = failure(of: try scratch.file("noise", bytes))
        #expect(error != nil || bytes.count < 40, "seed \(seed)")
    }

    @Test(
        "recognises by content what it cannot read",
        arguments: [
            ("%PDF-1.7\n", UnsupportedKind.pdf), ("<!DOCTYPE html>\n<table>", .html),
            ("\u{FEFF}\n <html xmlns=\"x\">", .html), ("<table><tr><td>1", .html),
            ("<?xml version=\"1.0\"?>\n<Workbook/>", .xml), ("[\n {\"id\": 1}]", .json), ("{\"orders\": []}", .json),
            ("SQLite format 3\0", .database), ("PAR1\u{15}", .parquet), ("{\\rtf1\\ansi", .officeDocument),
            ("BZh91AY", .otherArchive), ("Rar!\u{1A}", .otherArchive), ("GIF89a", .image),
        ], [false, true])
    func unsupported(sample: (text: String, kind: UnsupportedKind), isGzip: Bool) throws {
        let bytes = Array(sample.text.utf8)
        let path = try scratch.file("orders.csv", isGzip ? gzipped(bytes) : bytes)
        #expect(failure(of: path) == .unsupported(path: path, kind: sample.kind))
    }

    @Test("a header in brackets is no JSON") func brackets() throws {
        #expect(failure(of: try scratch.file("a.csv", "[id];[sum]\n1;2\n".utf8)) == nil)
    }

    @Test("a sheet is asked of workbooks only") func sheet() throws {
        let path = try scratch.file("a.csv", "id;sum\n".utf8)
        #expect(failure(of: path, sheet: "Orders") == .notASpreadsheet(path: path, sheet: "Orders"))
    }

    @Test("reads a pipe as often as needed", arguments: [0, 1, 100_000])
    func pipe(rows: Int) throws {
        let text = "id;sum\n" + (0..<rows).map { "\($0);1\n" }.joined()
        let path = scratch.url.appendingPathComponent("pipe").path
        #expect(mkfifo(path, 0o600) == 0)
        let writer = Thread {
            let handle = FileHandle(forWritingAtPath: path)
            handle?.write(Data(text.utf8))
            try? handle?.close()
        }
        writer.start()
        let file = try OrderFiles.open(path)
        #expect(file.name == path)
        #expect(file.totalBytes == Int64(text.utf8.count))
        #expect(try file.text() == text)
        #expect(try file.text() == text)
    }

    @Test("reads standard input, piped or redirected, as often as needed") func standardInput() async {
        await #expect(processExitsWith: .success) {
            let text = "id;sum\n1;2\n"
            var ends: [Int32] = [0, 0]
            try #require(Glibc.pipe(&ends) == 0)
            _ = text.withCString { write(ends[1], $0, strlen($0)) }
            close(ends[1])
            dup2(ends[0], STDIN_FILENO)
            let piped = try OrderFiles.open("-")
            let texts = [try piped.text(), try piped.text()]
            try #require(texts == [text, text] && piped.name == "standard input")

            let scratch = try Scratch()
            let path = try scratch.file("orders.csv.gz", gzipped(Array(text.utf8)))
            dup2(open(path, O_RDONLY), STDIN_FILENO)
            let redirected = try OrderFiles.open("-")
            let again = [try redirected.text(), try redirected.text()]
            try #require(again == [text, text])

            close(STDIN_FILENO)
            try #require(failure(of: "-") == .empty(path: "-"))
        }
    }

    @Test("keeps a pipe in a file that nobody else can see") func spool() throws {
        let spool = try Spool()
        var status = stat()
        #expect(fstat(spool.descriptor, &status) == 0)
        #expect(status.st_mode & 0o777 == 0o600)
        #expect(status.st_nlink == 0)
    }
}
