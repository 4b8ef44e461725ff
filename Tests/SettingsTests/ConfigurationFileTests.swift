import Domain
import Foundation
import TestSupport
import Testing

@testable import Settings

@Suite("Configuration files of every kind")
struct ConfigurationFileTests {
    private static func fault(_ bytes: [UInt8]) -> JSONFault? {
        do {
            _ = try JSONEntries.read(bytes)
            return nil
        } catch {
            return error
        }
    }

    @Test(
        "a damaged file is no configuration",
        arguments: [
            ([], .empty), ([0xEF, 0xBB, 0xBF], .empty), (Array(" \r\n\t".utf8), .empty), ([0xFF, 0xFE], .notUTF8),
            (Array("{\"a\": \"".utf8) + [0x80] + Array("\"}".utf8), .notUTF8),
            ([0x7B, 0, 0x7D, 0], .unexpected(nil, line: 1)),
            (Array("\"a\"".utf8), .notObject), (Array("null".utf8), .notObject),
            (Array("{".utf8), .unfinished(line: 1)),
            (Array("{\"a\"".utf8), .unfinished(line: 1)), (Array("{\"a\":".utf8), .unfinished(line: 1)),
            (Array("{\"a\": \"x".utf8), .unfinished(line: 1)), (Array("{\"a\": \"\\".utf8), .unfinished(line: 1)),
            (Array("{} {}".utf8), .unexpected("{", line: 1)), (Array("{\"a\": 1,}".utf8), .unexpected("}", line: 1)),
            (Array("{a: 1}".utf8), .unexpected(nil, line: 1)), (Array("{'a': 1}".utf8), .unexpected("'", line: 1)),
            (Array("{\"a\": 01}".utf8), .unexpected(nil, line: 1)),
            (Array("{\"a\": +1}".utf8), .unexpected("+", line: 1)),
            (Array("{\"a\": .5}".utf8), .unexpected(".", line: 1)),
            (Array("{\"a\": 1.}".utf8), .unexpected("}", line: 1)),
            (Array("{\"a\": NaN}".utf8), .unexpected(nil, line: 1)),
            (Array("{\"a\": nul}".utf8), .unexpected(nil, line: 1)),
            (Array("{\n// no\n\"a\": 1}".utf8), .unexpected("/", line: 2)),
            (Array("{\"a\": \"x\ny\"}".utf8), .unexpected(nil, line: 1)),
            (Array("{\"a\": \"\\x\"}".utf8), .unexpected(nil, line: 1)),
            (Array("{\"a\": \"\\ud800\"}".utf8), .unexpected(nil, line: 1)),
            (Array("{\"a\": \"\\u12\"}".utf8), .unexpected(nil, line: 1)),
            (Array(String(repeating: "{\"a\":", count: 100_000).utf8), .tooDeep(line: 1)),
            (Array(("{\"a\":" + String(repeating: "[", count: 100_000)).utf8), .tooDeep(line: 1)),
        ] as [([UInt8], JSONFault)])
    func damaged(bytes: [UInt8], fault: JSONFault) {
        #expect(Self.fault(bytes) == fault)
    }

    @Test("values keep their text, their keys and their lines") func entries() throws {
        let text = """
            {
              "a": {"b.c": 1e400, "": -0.50},
              "d": "\\u20ac\\ud83d\\ude00\\n/", "e": [1, {"f": null}, []],
              "g": false, "g": null
            }
            """
        let entries = try JSONEntries.read(Array(text.utf8))
        #expect(
            entries == [
                .init(key: "a.b.c", value: .text("1e400"), line: 2), .init(key: "a.", value: .text("-0.50"), line: 2),
                .init(key: "d", value: .text("€😀\n/"), line: 3), .init(key: "e", value: .other("[…]"), line: 3),
                .init(key: "g", value: .other("false"), line: 4), .init(key: "g", value: .other("null"), line: 4),
            ])
    }

    @Test(
        "values of the wrong kind, and keys at the wrong depth, are errors that name the key",
        arguments: [
            (#"{"http": 5}"#, "http"), (#"{"http.port": {"x": 1}}"#, "http.port.x"),
            (#"{"http": {"port": [1]}}"#, "http.port"),
            (#"{"workers": null}"#, "workers"), (#"{"workers": 1e99999}"#, "workers"),
            (#"{"workers": 2.0}"#, "workers"),
            (#"{"workers": 123456789012345678901234567890}"#, "workers"), (#"{"": 1}"#, "“”"),
            (#"{"http": {"http": {"port": 1}}}"#, "http.http.port"), (#"{"HTTP.PORT": 1}"#, "HTTP.PORT"),
        ])
    func kinds(text: String, key: String) throws {
        let problems = try Installation(["perennial.json": text]).problems()
        #expect(problems.count == 1)
        #expect(problems.first?.message(in: .english).contains(key) == true)
    }

    @Test(
        "a byte order mark, an empty object and empty objects within are no errors",
        arguments: ["\u{FEFF}{}", "{\"http\": {}}"])
    func harmless(text: String) throws {
        #expect(try Installation(["perennial.json": text]).inForce().settings == Settings())
    }

    @Test("a folder, a file of a gigabyte and a path that cannot be are no files") func noFiles() throws {
        let place = try Installation([
            "perennial.json/x": "", "large.json": "{" + String(repeating: " ", count: 1 << 20),
        ])
        #expect(place.problems() == [.unreadableFile("perennial.json", .folder, variable: nil)])
        #expect(place.problems(file: "large.json") == [.unreadableFile("large.json", .tooLarge, variable: nil)])
        #expect(place.problems(file: "/dev/zero") == [.unreadableFile("/dev/zero", .tooLarge, variable: nil)])
        #expect(place.problems(file: "large.json/x.json").count == 1)
        #expect(place.problems(file: "a\0b") == [.unreadableFile("a\0b", .missing, variable: nil)])
        #expect(place.problems(file: String(repeating: "a", count: 100_000)).count == 1)
    }

    @Test(
        "a secret's file may be damaged too",
        arguments: [([0xFF, 0x00], .notUTF8), (Array(repeating: 0x6B, count: 2 << 20), .tooLarge)]
            as [([UInt8], FileReadFailure)])
    func secretFiles(bytes: [UInt8], failure: FileReadFailure) throws {
        let place = try Installation()
        try place.write("key", bytes)
        let variable = "PERENNIAL_PRIVACY_KEY_FILE"
        #expect(place.problems([variable: "key"]) == [.unreadableFile("key", failure, variable: variable)])
    }

    /// Foundation's reader, which others wrote, takes the same texts and finds the same values in them.
    @Test(
        "files with damage are judged as Foundation's reader judges them",
        arguments: Effort.seeds(2_000, soak: 10_000, debug: 300))
    func asFoundation(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let text = RandomSettings.file(RandomSettings.texts(using: &random), using: &random)
        var bytes = Array(text.utf8)
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
        let pieces = [
            "\"", "{", "}", "[", "]", ",", ":", "0", "-1.5e3", "true", "null", "\\", "\\u00e9", "\n", "é", "x",
        ]
        for _ in 0..<Int.random(in: 0...3, using: &random) {
            let place = Int.random(in: 0...bytes.count, using: &random)
            if Bool.random(using: &random) {
                bytes.insert(contentsOf: (pieces.randomElement(using: &random) ?? "").utf8, at: place)
            } else if place < bytes.count {
                bytes.remove(at: place)
            }
        }
        let entries = try? JSONEntries.read(bytes)
        let object = try? JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any]
        // Foundation overlooks a comma after the last member, which RFC 8259 does not know.
        let isLastComma = entries == nil && Self.isClosing(Self.fault(bytes))
        #expect(
            (entries == nil) == (object == nil) || isLastComma,
            "seed \(seed): \(String(decoding: bytes, as: UTF8.self))")
        guard let entries, let object else { return }
        let values = Self.flat(object)
        for entry in entries {
            guard case .text(let text) = entry.value, let value = values[entry.key] as? String else { continue }
            // Of equal keys Foundation knows one.
            let isThere = entries.contains { $0.key == entry.key && $0.value == .text(value) }
            #expect(isThere, "seed \(seed): \(entry.key), \(text) and \(value)")
        }
        #expect(Set(entries.map(\.key)).isSuperset(of: values.keys), "seed \(seed)")
    }

    private static func isClosing(_ fault: JSONFault?) -> Bool {
        guard case .unexpected(let character?, line: _) = fault else { return false }
        return character == "}" || character == "]"
    }

    private static func flat(_ object: [String: Any], prefix: String = "") -> [String: Any] {
        var values: [String: Any] = [:]
        for (key, value) in object {
            if let inner = value as? [String: Any] {
                values.merge(flat(inner, prefix: prefix + key + ".")) { first, _ in first }
            } else {
                values[prefix + key] = value
            }
        }
        return values
    }
}
