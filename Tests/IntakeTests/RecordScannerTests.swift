import TestSupport
import Testing

@testable import Intake

/// One record as the scanner or the reference sees it.
struct ScannedRecord: Equatable, CustomStringConvertible {
    var line: Int
    /// Without doubled quotes; empty for a record whose quote was not closed.
    var fields: [String]
    var isUnclosed = false
    var hasTextAfterQuote = false

    var description: String {
        "\(line)\(isUnclosed ? " unclosed" : "")\(hasTextAfterQuote ? " after quote" : ""): \(fields)"
    }
}

@Suite("Records") struct RecordScannerTests {
    static let tables: [(text: String, records: [[String]])] = [
        ("a,b\nc,d\n", [["a", "b"], ["c", "d"]]),
        ("a,b\r\nc,d\r\n", [["a", "b"], ["c", "d"]]),
        ("a,b\nc,d", [["a", "b"], ["c", "d"]]),
        ("a,b\r\nc,d\r", [["a", "b"], ["c", "d"]]),
        ("a\n\nb\n", [["a"], [""], ["b"]]),
        (",\n,,\n", [["", ""], ["", "", ""]]),
        ("\"a\",\"b\"\n", [["a", "b"]]),
        ("\"a,b\",\"c\nd\"\n", [["a,b", "c\nd"]]),
        ("\"a\r\nb\"\r\nc\r\n", [["a\r\nb"], ["c"]]),
        ("\"a\"\"b\"\"\",\"\"\"\"\n", [["a\"b\"", "\""]]),
        ("\"\",\"\"\n", [["", ""]]),
        ("\"a\" ,b\n", [["a", "b"]]),
        ("\"a\"", [["a"]]),
        ("\n", [[""]]),
        ("", []),
    ]

    @Test("keep to RFC 4180", arguments: tables)
    func valid(_ text: String, records: [[String]]) throws {
        #expect(try Scan(text).records.map(\.fields) == records)
        #expect(Reference.records(Array(text.utf8)).map(\.fields) == records)
        #expect(try !Scan(text).metStrayQuote)
    }

    @Test(
        "with stray quotes are read all the same",
        arguments: [
            ("12\" plate,b\nc,d\n", [["12\" plate", "b"], ["c", "d"]]),
            ("a,5\" x 7\"\n", [["a", "5\" x 7\""]]),
            ("a\"b,c\"d\n\"e\nf\",g\n", [["a\"b", "c\"d"], ["e\nf", "g"]]),
        ])
    func stray(_ text: String, records: [[String]]) throws {
        let scan = try Scan(text, strict: false)
        #expect(scan.records.map(\.fields) == records)
        #expect(scan.metStrayQuote)
    }

    @Test("with text behind a closing quote say so") func textAfterQuote() throws {
        let records = try Scan("\"a\"x,b\n\"a\",b\n", strict: false).records
        #expect(records.map(\.hasTextAfterQuote) == [true, false])
    }

    @Test("whose quote is never closed end with their line") func unclosed() throws {
        // Text behind the quote of a later line: it closes nothing, and the lines between are read.
        let records = try Scan("a,\"b\nc,d\n\"e\" f,g\n", strict: false).records
        #expect(records.map(\.isUnclosed) == [true, false, false])
        #expect(records[1].fields == ["c", "d"])
        let alone = try Scan("a,\"b\nc,d\n", strict: false).records
        #expect(alone.map(\.isUnclosed) == [true, false])
        #expect(alone.map(\.line) == [0, 1])
    }

    @Test("have other delimiters", arguments: [";", "\t", "|"])
    func delimiters(_ delimiter: String) throws {
        let text = "a,b\(delimiter)\"c\(delimiter)d\"\n"
        let records = try Scan(text, delimiter: delimiter.utf8.first!).records
        #expect(records.map(\.fields) == [["a,b", "c\(delimiter)d"]])
    }

    @Test("are the same wherever chunks and pieces end", arguments: 0..<8)
    func borders(part: Int) throws {
        for seed in stride(from: part, to: Soak.mutations / 4, by: 8) {
            var random = SeededGenerator(seed: UInt64(seed))
            let bytes = Self.randomBytes(&random)
            let expected = Reference.records(bytes)
            let size = Int.random(in: 1...40, using: &random)
            let lenient = try Scan(bytes, chunkSize: size, strict: false, seed: UInt64(seed))
            if lenient.records != expected {
                Issue.record("seed \(seed): \(lenient.records) instead of \(expected)")
            }
            let strict = try Scan(bytes, chunkSize: size, seed: UInt64(seed))
            if !strict.metStrayQuote, strict.records != expected {
                Issue.record("seed \(seed), strict: \(strict.records) instead of \(expected)")
            }
        }
    }

    private static func randomBytes(_ random: inout SeededGenerator) -> [UInt8] {
        let alphabets = ["ab,\n", "a,\"\n", "a,\"\"\"\n\n\r", "ab,\"\n\r ;é"]
        let alphabet = Array(alphabets.randomElement(using: &random)!.utf8)
        let isNeat = Bool.random(using: &random)
        var bytes: [UInt8] = []
        for _ in 0..<Int.random(in: 0...40, using: &random) {
            if isNeat, Bool.random(using: &random) {
                let inside = (0..<Int.random(in: 0...4, using: &random)).map { _ in
                    ["a", "\n", ",", "\"\"", "\r\n"].randomElement(using: &random)!
                }
                bytes += Array(("\"" + inside.joined() + "\"" + (Bool.random(using: &random) ? "," : "\n")).utf8)
            } else {
                bytes.append(alphabet.randomElement(using: &random)!)
            }
        }
        return bytes
    }

    @Test("of which one opens a quote for a megabyte lose only that line", arguments: [1 << 20, 1 << 16])
    func longOpenQuote(chunkSize: Int) throws {
        let lines = String(repeating: "n,yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy\n", count: 30_000)
        let text = "0,\"m\"\n1,\"x\n" + lines + "2,\"q\nr\"\n"
        let records = try Scan(text, chunkSize: chunkSize, strict: false).records
        #expect(records.count == 30_003)
        #expect(records.filter(\.isUnclosed).map(\.line) == [1])
        #expect(records.last?.fields == ["2", "q\nr"])
        #expect(records.last?.line == 30_002)
    }

    @Test("have their bytes beyond ASCII and zero bytes noted, up to the last one", arguments: 1...130)
    func notes(length: Int) throws {
        let plain = [UInt8](repeating: 97, count: length)
        #expect(try !Scan(plain).hasHighBytes && !Scan(plain).hasZeroBytes)
        var bytes = plain
        bytes[length - 1] = 0
        #expect(try Scan(bytes).hasZeroBytes && !Scan(bytes).hasHighBytes)
        bytes[length - 1] = 0xC3
        #expect(try Scan(bytes).hasHighBytes && !Scan(bytes).hasZeroBytes)
    }

    @Test("longer than any table's are an error") func tooLong() {
        let bytes = [UInt8](repeating: 97, count: ChunkReader.longestRecord + 2)
        #expect(throws: IntakeError.recordTooLong(bytes: ChunkReader.longestRecord)) {
            try Scan(bytes, strict: false)
        }
    }
}

/// All records of a text by way of chunks.
private struct Scan {
    private(set) var records: [ScannedRecord] = []
    private(set) var metStrayQuote = false
    private(set) var hasHighBytes = false
    private(set) var hasZeroBytes = false

    init(
        _ text: String, delimiter: UInt8 = UInt8(ascii: ","), chunkSize: Int = Chunk.usualSize, strict: Bool = true
    ) throws {
        try self.init(Array(text.utf8), delimiter: delimiter, chunkSize: chunkSize, strict: strict)
    }

    @discardableResult
    init(
        _ bytes: [UInt8], delimiter: UInt8 = UInt8(ascii: ","), chunkSize: Int = Chunk.usualSize, strict: Bool = true,
        seed: UInt64? = nil
    ) throws {
        let file = MemoryFile(bytes)
        file.pieces = seed.map { SeededGenerator(seed: $0) }
        let reader = ChunkReader(source: try file.open(), delimiter: delimiter, strict: strict)
        var scanner = RecordScanner(delimiter: delimiter, fieldLimit: 64)
        let chunk = Chunk(size: chunkSize)
        var lines = 0
        while try reader.next(into: chunk) {
            let base = UnsafePointer(chunk.base)
            scanner.begin(base, count: chunk.count)
            while true {
                let outcome = scanner.next()
                if outcome == .end { break }
                var record = ScannedRecord(line: lines + scanner.recordLine, fields: [])
                record.isUnclosed = outcome == .unclosedQuote
                record.hasTextAfterQuote = scanner.hasTextAfterQuote && !record.isUnclosed
                for field in 0..<(record.isUnclosed ? 0 : min(64, scanner.fieldCount)) {
                    let start = Int(scanner.starts[field])
                    let isQuoted = start > 0 && base[start - 1] == UInt8(ascii: "\"")
                    let text = Bytes(base + start, count: Int(scanner.ends[field]) - start).text
                    record.fields.append(isQuoted ? text.replacing("\"\"", with: "\"") : text)
                }
                records.append(record)
            }
            lines += scanner.lineFeeds
            if scanner.hasHighBytes { hasHighBytes = true }
            if scanner.hasZeroBytes { hasZeroBytes = true }
        }
        metStrayQuote = scanner.metStrayQuote
    }
}

/// A splitter so slow and plain that it can be seen to be right.
private enum Reference {
    static func records(_ bytes: [UInt8], delimiter: UInt8 = UInt8(ascii: ",")) -> [ScannedRecord] {
        var records: [ScannedRecord] = []
        var place = 0
        var line = 0
        while place < bytes.count {
            let start = place
            var record = ScannedRecord(line: line, fields: [])
            while true {
                var field: [UInt8] = []
                let isQuoted = place < bytes.count && bytes[place] == UInt8(ascii: "\"")
                if isQuoted {
                    guard let close = closing(bytes, place) else {
                        record = ScannedRecord(line: line, fields: [], isUnclosed: true)
                        place = start
                        while place < bytes.count, bytes[place] != UInt8(ascii: "\n") { place += 1 }
                        break
                    }
                    field = Array(bytes[place + 1..<close])
                    place = close + 1
                }
                let rest = place
                while place < bytes.count, bytes[place] != delimiter, bytes[place] != UInt8(ascii: "\n") { place += 1 }
                var tail = Array(bytes[rest..<place])
                if isQuoted {
                    if tail.contains(where: { $0 != 32 && $0 != 13 }) {
                        // Text behind a field of several lines: its first quote opened nothing.
                        if field.contains(10) {
                            record = ScannedRecord(line: line, fields: [], isUnclosed: true)
                            place = start
                            while place < bytes.count, bytes[place] != UInt8(ascii: "\n") { place += 1 }
                            break
                        }
                        record.hasTextAfterQuote = true
                    }
                    let text = String(decoding: field, as: UTF8.self)
                    record.fields.append(text.replacing("\"\"", with: "\""))
                } else {
                    let endsRecord = place == bytes.count || bytes[place] == UInt8(ascii: "\n")
                    if endsRecord, tail.last == 13 { tail.removeLast() }
                    record.fields.append(String(decoding: tail, as: UTF8.self))
                }
                if place < bytes.count, bytes[place] == delimiter { place += 1 } else { break }
            }
            if place < bytes.count { place += 1 }
            line += bytes[start..<place].count { $0 == UInt8(ascii: "\n") }
            records.append(record)
        }
        return records
    }

    private static func closing(_ bytes: [UInt8], _ open: Int) -> Int? {
        var place = open + 1
        while place < bytes.count {
            if bytes[place] == UInt8(ascii: "\"") {
                guard place + 1 < bytes.count, bytes[place + 1] == UInt8(ascii: "\"") else { return place }
                place += 1
            }
            place += 1
        }
        return nil
    }
}
