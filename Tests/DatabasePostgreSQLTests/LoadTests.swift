import Database
import DatabasePostgreSQL
import DatabaseTestSupport
import Foundation
import TestSupport
import Testing

/// What is written to a row.
enum Written: Sendable {
    case integer(Int64)
    case real(Double)
    case text(String)
    case utf8([UInt8])
    case blob([UInt8])
    case end
}

extension RowWriter {
    func write(_ parts: [Written]) throws {
        for part in parts {
            switch part {
            case .integer(let number): try write(number)
            case .real(let number): try write(number)
            case .text(let text): try write(text)
            case .utf8(let bytes): try write(utf8: bytes.span)
            case .blob(let bytes): try write(blob: bytes.span)
            case .end: try endRow()
            }
        }
    }
}

@Suite("Filling a table on PostgreSQL") struct LoadTests {
    private static let columns: [LoadedTable.Column] = [
        .init("i", .integer), .init("r", .real), .init("t", .text), .init("b", .blob), .init("j", .text),
    ]
    private static let table = LoadedTable("a", columns)
    private static let creation: SQL = "CREATE TABLE a (i {integer}, r {real}, t {text}, b {blob}, j {json})"

    @Test("keeps every value of every type", arguments: Effort.seeds(10, soak: 100, debug: 3)) func all(seed: UInt64)
        async throws
    {
        var random = SeededGenerator(seed: seed)
        let numbers = (0..<2_000).map { _ in
            Int64(bitPattern: random.next()) >> Int64.random(in: 0..<64, using: &random)
        }
        try await TestPostgreSQL.database { database in
            try await database.script(Self.creation)
            let written = try await database.write { session in
                try session.load(Self.table) { writer in
                    for number in numbers {
                        try writer.write(number)
                        try writer.write(Double(number) / 3)
                        if number % 7 == 0 { try writer.writeNull() } else { try writer.write("№ \(number) 🌱") }
                        let blob = withUnsafeBytes(of: number) { Array($0) }
                        let json = Array("{\"n\": \(number)}".utf8)
                        try writer.write(blob: blob.span)
                        try writer.write(utf8: json.span)
                        try writer.endRow()
                    }
                }
            }
            #expect(written == numbers.count)
            let rows = try await database.read { session in
                try session.all("SELECT i, r, t, b, j ->> 'n' FROM a") { row in
                    try (0..<5).map { try row.value(at: $0) }
                }
            }
            let expected = numbers.map { number -> [Value] in
                [
                    .integer(number), .real(Double(number) / 3), number % 7 == 0 ? .null : .text("№ \(number) 🌱"),
                    .blob(withUnsafeBytes(of: number) { Array($0) }), .text(String(number)),
                ]
            }
            // The server puts rows where there is room.
            func counts(_ rows: [[Value]]) -> [[Value]: Int] { Dictionary(rows.map { ($0, 1) }, uniquingKeysWith: +) }
            #expect(counts(rows) == counts(expected), "seed \(seed)")
        }
    }

    @Test("writes values longer than its buffer, and no rows at all") func sizes() async throws {
        try await TestPostgreSQL.database { database in
            try await database.script("CREATE TABLE a (t {text}, b {blob})")
            let table = LoadedTable("a", [.init("t", .text), .init("b", .blob)])
            let long = String(repeating: "ё", count: 2_000_000)
            let (bytes, none) = (Array(long.utf8), [UInt8]())
            try await database.write { session in
                #expect(try session.load(table) { _ in } == 0)
                let rows = try session.load(table) { writer in
                    try writer.write(long)
                    try writer.write(blob: bytes.span)
                    try writer.endRow()
                    try writer.write("")
                    try writer.write(blob: none.span)
                    try writer.endRow()
                }
                #expect(rows == 2)
            }
            let lengths = try await database.read { session in
                try session.all("SELECT length(t), length(b) FROM a ORDER BY 1") {
                    [try $0.get(0, as: Int.self), try $0.get(1)]
                }
            }
            #expect(lengths == [[0, 0], [2_000_000, 4_000_000]])
        }
    }

    @Test("suits smaller types, and says when a number does not fit them") func smaller() async throws {
        try await TestPostgreSQL.database { database in
            try await database.script("CREATE TABLE a (s SMALLINT, i INTEGER, f REAL, d {real}, v VARCHAR(9), j JSON)")
            let table = LoadedTable(
                "a",
                [
                    .init("s", .integer), .init("i", .integer), .init("f", .real), .init("d", .real), .init("v", .text),
                    .init("j", .text),
                ])
            try await database.write { session in
                try session.load(table) { writer in
                    try writer.write(-5)
                    try writer.write(70_000)
                    try writer.write(0.5)
                    try writer.write(3)
                    try writer.write("ada")
                    try writer.write("[1]")
                    try writer.endRow()
                }
                let row = try session.all("SELECT * FROM a") { row in try (0..<6).map { try row.value(at: $0) } }
                #expect(row == [[.integer(-5), .integer(70_000), .real(0.5), .real(3), .text("ada"), .text("[1]")]])
            }
            let error = try await refusal {
                try await database.write { _ = try $0.load(table) { try $0.write(70_000) } }
            }
            #expect(error.reason == .unexpectedValue && error.message.contains("column s"))
            #expect(!error.message.contains("70"))
        }
    }

    @Test("makes a temporary table that is gone after the transaction") func temporary() async throws {
        let staged = LoadedTable("staged order", isTemporary: true, Self.columns)
        try await TestPostgreSQL.database(settings: PostgreSQLSettings(connections: 1)) { database in
            for _ in 0..<2 {
                let count = try await database.write { session in
                    for number in 0..<3 {
                        try session.load(staged) { writer in
                            try writer.write(number)
                            for _ in 0..<4 { try writer.writeNull() }
                            try writer.endRow()
                        }
                    }
                    return try session.value("SELECT COUNT(*) FROM \"staged order\"", as: Int.self)
                }
                #expect(count == 3)
            }
            let left = try await database.integer("SELECT COUNT(*) FROM pg_class WHERE relname = 'staged order'")
            #expect(left == 0)
        }
    }

    @Test(
        "says what is wrong with a row",
        arguments: [
            ([.end], "0 of 1"), ([.integer(1), .integer(2)], "more than 1"), ([.integer(1)], "not ended"),
            ([.text("ada")], "text was written"), ([.real(1.5)], "a real number was written"),
            ([.blob([1])], "bytes was written"),
        ] as [([Written], String)])
    func badRows(fill: [Written], words: String) async throws {
        try await TestPostgreSQL.database(settings: PostgreSQLSettings(connections: 1)) { database in
            try await database.script("CREATE TABLE a (n {integer})")
            let error = try await refusal {
                try await database.write {
                    _ = try $0.load(LoadedTable("a", [.init("n", .integer)])) { try $0.write(fill) }
                }
            }
            #expect(error.reason == .unexpectedValue)
            #expect(error.message.contains(words) && error.message.contains("Row 1"), "\(error.message)")
            #expect(!error.message.contains("ada"))
            #expect(try await database.integer("SELECT COUNT(*) FROM a") == 0)
        }
    }

    @Test(
        "refuses numbers that are not finite, zero bytes and what is no UTF-8",
        arguments: [
            (.real(.nan), "r"), (.real(.infinity), "r"), (.text("a\0b"), "t"), (.utf8([0xFF]), "t"),
            (.text("not json"), "j"),
            (.text("[1]\0"), "j"),
        ] as [(Written, String)])
    func badValues(value: Written, column: String) async throws {
        try await TestPostgreSQL.database(settings: PostgreSQLSettings(connections: 1)) { database in
            try await database.script(Self.creation)
            let table = LoadedTable("a", Self.columns.filter { $0.name.description == column })
            let error = try await refusal {
                try await database.write { session in
                    _ = try session.load(table) { try $0.write([value, .end]) }
                }
            }
            #expect(error.reason == .unexpectedValue)
            #expect(!error.description.contains("not json"))
            #expect(try await database.integer("SELECT COUNT(*) FROM a") == 0)
        }
    }

    @Test("tells what the server refuses, also while rows are still being written", arguments: [1, 500_000])
    func refused(rows: Int) async throws {
        try await TestPostgreSQL.database(settings: PostgreSQLSettings(connections: 1)) { database in
            try await database.script("CREATE TABLE a (n {integer} CHECK (n > 0))")
            let error = try await refusal {
                try await database.write { session in
                    _ = try session.load(LoadedTable("a", [.init("n", .integer)])) { writer in
                        for _ in 0..<rows {
                            try writer.write(-77_123)
                            try writer.endRow()
                        }
                    }
                }
            }
            #expect(error.reason == .check("a_n_check"))
            #expect(!error.description.contains("77123"))
            #expect(try await database.integer("SELECT 1") == 1)
        }
    }

    @Test("is given up when its body throws, and so is the transaction") func givenUp() async throws {
        try await TestPostgreSQL.database(settings: PostgreSQLSettings(connections: 1)) { database in
            try await database.script("CREATE TABLE a (n {integer})")
            let table = LoadedTable("a", [.init("n", .integer)])
            await #expect(throws: Stop()) {
                try await database.write { _ = try $0.load(table) { _ in throw Stop() } }
            }
            // The server does not go on after that, and no body can hide it.
            let error = try await refusal {
                try await database.write { session in
                    do { _ = try session.load(table) { _ in throw Stop() } } catch is Stop {}
                }
            }
            #expect(error.reason == .refused)
            #expect(try await database.integer("SELECT COUNT(*) FROM a") == 0)
        }
    }

    @Test("takes no statement between two rows") func mixed() async throws {
        try await TestPostgreSQL.database { database in
            try await database.script("CREATE TABLE a (n {integer})")
            try await database.write { session in
                _ = try session.load(LoadedTable("a", [.init("n", .integer)])) { writer in
                    let error = #expect(throws: DatabaseError.self) { try session.execute("SELECT 1") }
                    #expect(error?.reason == .refused && error?.message == "A table is still being filled.")
                }
            }
        }
    }

    @Test(
        "says that a table, a column or a type is not for it",
        arguments: [
            ("nothing", "n"), ("a", "nothing"), ("a", "d"),
        ])
    func unsuited(name: String, column: String) async throws {
        let tables = ["nothing": "nothing", "a": "a"] as [String: StaticString]
        let columns = ["n": "n", "nothing": "nothing", "d": "d"] as [String: StaticString]
        try await TestPostgreSQL.database { database in
            try await database.script("CREATE TABLE a (n {integer}, d DATE)")
            let table = LoadedTable(try #require(tables[name]), [.init(try #require(columns[column]), .integer)])
            let error = try await refusal { try await database.write { _ = try $0.load(table) { _ in } } }
            #expect(error.reason == .refused)
        }
    }
}
