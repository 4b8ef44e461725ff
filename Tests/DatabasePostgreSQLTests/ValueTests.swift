import Database
import DatabaseTestSupport
import Foundation
import TestSupport
import Testing

@testable import DatabasePostgreSQL

@Suite("Values on PostgreSQL") struct ValueTests {
    private static let table: SQL = """
        CREATE TABLE a (i {integer}, r {real}, t {text}, b {blob}, j {json})
        """

    @Test("come back as they went", arguments: Effort.seeds(20, soak: 200, debug: 5)) func roundTrip(seed: UInt64)
        async throws
    {
        var random = SeededGenerator(seed: seed)
        let rows = (0..<50).map { _ in RandomRow(&random) }
        try await TestPostgreSQL.database { database in
            try await database.script(Self.table)
            let back = try await database.write { session in
                for row in rows {
                    try session.execute("INSERT INTO a (i, r, t, b) VALUES ($1, $2, $3, $4)", values: row.values)
                }
                return try session.all("SELECT i, r, t, b FROM a ORDER BY ctid") { row in
                    try (0..<4).map { try row.value(at: $0) }
                }
            }
            #expect(back == rows.map(\.values), "seed \(seed)")
        }
    }

    @Test(
        "of every type that is read",
        arguments: [
            ("SELECT CAST(-7 AS SMALLINT)", Value.integer(-7)), ("SELECT -70000", .integer(-70_000)),
            ("SELECT 9223372036854775807", .integer(.max)),
            ("SELECT CAST('-9223372036854775808' AS BIGINT)", .integer(.min)),
            ("SELECT CAST(3000000000 AS OID)", .integer(3_000_000_000)),
            ("SELECT TRUE", .integer(1)), ("SELECT FALSE", .integer(0)),
            ("SELECT CAST(0.5 AS REAL)", .real(0.5)), ("SELECT CAST(-0.1 AS DOUBLE PRECISION)", .real(-0.1)),
            ("SELECT 'zażółć 🌱'", .text("zażółć 🌱")), ("SELECT ''", .text("")),
            ("SELECT CAST('a' AS VARCHAR(5))", .text("a")), ("SELECT CAST('a' AS CHAR(3))", .text("a  ")),
            ("SELECT CAST('a' AS \"char\")", .text("a")), ("SELECT current_schema()", .text("public")),
            ("SELECT CAST('[1, 2]' AS JSON)", .text("[1, 2]")), ("SELECT CAST('[1,2]' AS JSONB)", .text("[1, 2]")),
            ("SELECT CAST('' AS BYTEA)", .blob([])), ("SELECT '\\x00ff'::bytea", .blob([0, 255])),
            ("SELECT SUM(n) FROM (VALUES (CAST(1 AS BIGINT)), (2)) AS a (n)", .integer(3)),
            ("SELECT 2.000", .integer(2)), ("SELECT CAST(NULL AS NUMERIC)", .null), ("SELECT NULL", .null),
            ("SELECT CAST('x' AS {text})", .text("x")),
        ] as [(SQL, Value)])
    func types(sql: SQL, value: Value) async throws {
        try await TestPostgreSQL.database { database in
            let found = try await database.read { try $0.all(sql) { try $0.value(at: 0) } }
            #expect(found == [value])
        }
    }

    @Test(
        "that cannot be given on are an error that says what to do",
        arguments: [
            ("SELECT 2.5", "CAST"), ("SELECT 9223372036854775808", "CAST"), ("SELECT CAST('NaN' AS NUMERIC)", "CAST"),
            ("SELECT now()", "CAST"), ("SELECT CAST('NaN' AS DOUBLE PRECISION)", "not finite"),
            ("SELECT CAST('-Infinity' AS REAL)", "not finite"),
        ] as [(SQL, String)])
    func unreadable(sql: SQL, words: String) async throws {
        try await TestPostgreSQL.database { database in
            let error = try await refusal { _ = try await database.read { try $0.all(sql) { try $0.value(at: 0) } } }
            #expect(error.reason == .unexpectedValue)
            #expect(error.message.contains(words))
        }
    }

    @Test("read as whole numbers or as text are so, or an error") func direct() async throws {
        try await TestPostgreSQL.database { database in
            try await database.read { session throws in
                let sql: SQL =
                    "SELECT CAST(5 AS BIGINT), 'ada', NULL, jsonb_build_object('a', 1), TRUE, CAST('ab' AS BYTEA)"
                try session.forEach(sql, values: []) { row throws in
                    #expect(row.columnCount == 6)
                    #expect(try row.integer(at: 0) == 5)
                    #expect(try row.integer(at: 2) == nil)
                    #expect(try row.integer(at: 4) == 1)
                    #expect(try row.withText(at: 1) { $0.count } == 3)
                    #expect(try row.withText(at: 2) { $0.count } == nil)
                    #expect(try row.withText(at: 3) { $0[0] } == UInt8(ascii: "{"))
                    for column in [-1, 6, Int.max] {
                        #expect(throws: DatabaseError.self) { try row.value(at: column) }
                    }
                    #expect(throws: DatabaseError.self) { try row.integer(at: 1) }
                    #expect(throws: DatabaseError.self) { try row.withText(at: 0) { $0.count } }
                    #expect(throws: DatabaseError.self) { try row.withText(at: 5) { $0.count } }
                    #expect(throws: DatabaseError.self) { try row.get(1, as: Int.self) }
                }
            }
        }
    }

    @Test(
        "that cannot be kept are refused before the server sees them",
        arguments: [
            Value.text("a\0b"), .real(.nan), .real(.infinity), .real(-.infinity),
        ])
    func unkept(value: Value) async throws {
        try await TestPostgreSQL.database { database in
            try await database.script(Self.table)
            try await database.write { session in
                let error = #expect(throws: DatabaseError.self) {
                    try session.execute("INSERT INTO a (t) VALUES ($1)", values: [value])
                }
                #expect(error?.reason == .unexpectedValue)
                #expect(error?.sql == "INSERT INTO a (t) VALUES ($1)")
                // The transaction is as it was.
                try session.execute("INSERT INTO a (t) VALUES ($1)", "b")
            }
            #expect(try await database.integer("SELECT COUNT(*) FROM a") == 1)
        }
    }

    @Test("find their place by number, and the same statement takes bytes or none") func numbered() async throws {
        try await TestPostgreSQL.database { database in
            let rows = try await database.read { session in
                try [Value.blob([0, 1]), .null].map { blob in
                    try session.all(
                        "SELECT CAST($2 AS TEXT), CAST($1 AS BIGINT), CAST($3 AS BYTEA)", Value.integer(1),
                        Value.text("two"), blob
                    ) { row in try (0..<3).map { try row.value(at: $0) } }
                }
            }
            #expect(rows == [[[.text("two"), .integer(1), .blob([0, 1])]], [[.text("two"), .integer(1), .null]]])
        }
    }

    @Test("of JSON, locks and identities are written as PostgreSQL has them") func dialect() async throws {
        try await TestPostgreSQL.database { database in
            try await database.script("CREATE TABLE a (id {id}, j {json}){strict}")
            let ids = try await database.write { session in
                for text in ["{}", "[1]", "null"] { try session.execute("INSERT INTO a (j) VALUES ($1)", text) }
                #expect(
                    try session.all("SELECT id FROM a ORDER BY id LIMIT 1{skip locked}") { try $0.get(0, as: Int.self) }
                        == [1])
                return try session.all(
                    "SELECT id FROM a WHERE id IN (SELECT {numbers}1)) ORDER BY id", "[3, 1, 9223372036854775807]"
                ) { try $0.get(0, as: Int.self) }
            }
            #expect(ids == [1, 3])
        }
    }
}

/// A row of values that are hard to keep.
private struct RandomRow {
    let values: [Value]

    init(_ random: inout SeededGenerator) {
        let integers: [Int64] = [
            .min, .max, 0, -1, Int64(bitPattern: random.next()), Int64.random(in: -9...9, using: &random),
        ]
        let reals = [
            0, -0.0, .greatestFiniteMagnitude, .leastNonzeroMagnitude, 0.1,
            Double.random(in: -1e9...1e9, using: &random),
        ]
        let letters = Array("aé€🌱'\"\\\n\t;$1%{} \u{1}\u{7F}ё")
        let text = String(
            (0..<Int.random(in: 0...40, using: &random)).map { _ in letters.randomElement(using: &random)! })
        let blob = (0..<Int.random(in: 0...300, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }
        let all: [Value] = [
            .integer(integers.randomElement(using: &random)!), .real(reals.randomElement(using: &random)!), .text(text),
            .blob(blob),
        ]
        values = all.map { Int.random(in: 0..<5, using: &random) == 0 ? .null : $0 }
    }
}

@Suite("A NUMERIC of the server") struct WholeNumericTests {
    /// Digits to the base 10,000 as the server sends them.
    private static func bytes(_ digits: [Int16], weight: Int16, sign: UInt16, scale: Int16 = 0) -> [UInt8] {
        ([UInt16(digits.count), UInt16(bitPattern: weight), sign, UInt16(bitPattern: scale)]
            + digits.map(UInt16.init(bitPattern:))).flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    }

    @Test(
        "is read when it is a whole number of 64 bits",
        arguments: [
            (bytes([], weight: 0, sign: 0), Int64(0)), (bytes([1], weight: 1, sign: 0), 10_000),
            (bytes([12, 3456], weight: 1, sign: 0x4000), -123_456),
            (bytes([922, 3372, 368, 5477, 5807], weight: 4, sign: 0), .max),
            (bytes([922, 3372, 368, 5477, 5808], weight: 4, sign: 0x4000), .min),
            (bytes([922, 3372, 368, 5477, 5808], weight: 4, sign: 0), nil),
            (bytes([922, 3372, 368, 5477, 5809], weight: 4, sign: 0x4000), nil),
            (bytes([9999, 9999, 9999, 9999, 9999], weight: 4, sign: 0), nil),
            (bytes([1], weight: 5, sign: 0), nil), (bytes([1], weight: 32_767, sign: 0), nil),
            (bytes([5000], weight: -1, sign: 0, scale: 1), nil), (bytes([1, 5000], weight: 0, sign: 0, scale: 1), nil),
            (bytes([], weight: 0, sign: 0xC000), nil), (bytes([], weight: 0, sign: 0xD000), nil),
            (bytes([1, 2], weight: 1, sign: 0).dropLast(), nil), ([], nil), ([0, 1], nil),
        ] as [([UInt8], Int64?)])
    func read(bytes: [UInt8], number: Int64?) { #expect(WholeNumeric.read(bytes.span) == number) }
}
