import Database
import DatabasePostgreSQL
import DatabaseTestSupport
import Foundation
import TestSupport
import Testing

@Suite("Rows of a PostgreSQL answer") struct StreamTests {
    /// Four thousand million rows, which no memory holds: the first ones come at once.
    private static let endless: SQL = "SELECT generate_series(CAST(1 AS BIGINT), 4000000000)"

    @Test("come one by one, however many there are") func endless() async throws {
        let wanted = Effort.isDebug ? 20_000 : 1_000_000
        try await TestPostgreSQL.database(settings: PostgreSQLSettings(connections: 1)) { database throws in
            await #expect(throws: Stop()) {
                try await database.read { session throws in
                    var (count, sum) = (0, Int64(0))
                    try session.forEach(Self.endless, values: []) { row in
                        sum += try row.integer(at: 0) ?? 0
                        count += 1
                        if count == wanted {
                            #expect(sum == Int64(wanted) * Int64(wanted + 1) / 2)
                            throw Stop()
                        }
                    }
                }
            }
            #expect(try await database.integer("SELECT 1") == 1)
        }
    }

    @Test("are all there") func complete() async throws {
        let count = Effort.isDebug ? 10_000 : 300_000
        try await TestPostgreSQL.database { database in
            let (rows, sum) = try await database.read { session in
                var (rows, sum) = (0, Int64(0))
                let sql: SQL =
                    "SELECT n, CAST(n AS TEXT), NULLIF(n % 2, 0) FROM generate_series(CAST(1 AS BIGINT), $1) AS n"
                try session.forEach(sql, values: [.integer(Int64(count))]) { row in
                    rows += 1
                    sum += try row.integer(at: 0)! + (row.integer(at: 2) ?? 0)
                    let isSame = try row.withText(at: 1) { [text = String(rows)] bytes in bytes.count == text.utf8.count
                    }
                    if isSame != true { throw Stop() }
                }
                return (rows, sum)
            }
            #expect(rows == count && sum == Int64(count) * Int64(count + 1) / 2 + Int64(count / 2))
        }
    }

    @Test("that nobody reads do not have to come before a reading ends") func unread() async throws {
        try await TestPostgreSQL.database(settings: PostgreSQLSettings(connections: 1)) { database in
            let first = try await database.read { session in
                var first: Int64?
                do {
                    try session.forEach(Self.endless, values: []) { row in
                        first = try row.integer(at: 0)
                        throw Stop()
                    }
                } catch is Stop {}
                return first
            }
            #expect(first == 1)
            #expect(try await database.integer("SELECT 1") == 1)
        }
    }

    @Test("left unread in the middle leave the transaction usable") func leftUnread() async throws {
        try await TestPostgreSQL.database(settings: PostgreSQLSettings(connections: 1)) { database in
            try await database.script("CREATE TABLE a (n {integer})")
            try await database.write { session in
                try session.execute("INSERT INTO a VALUES (1)")
                #expect(throws: Stop()) {
                    try session.forEach("SELECT generate_series(1, 10000)", values: []) { _ in throw Stop() }
                }
                try session.execute("INSERT INTO a VALUES (2)")
                #expect(throws: Stop()) {
                    try session.forEach("SELECT generate_series(1, 10000)", values: []) { _ in throw Stop() }
                }
            }
            #expect(try await database.integer("SELECT COUNT(*) FROM a") == 2)
        }
    }

    @Test("that fail in the middle say so, and what was left unread does so afterwards", arguments: [0, 3])
    func failing(stopAt: Int) async throws {
        try await TestPostgreSQL.database(settings: PostgreSQLSettings(connections: 1)) { database in
            let error = try await refusal {
                try await database.write { session in
                    var count = 0
                    do {
                        try session.forEach("SELECT 1 / (5000 - generate_series(1, 10000))", values: []) { _ in
                            count += 1
                            if count == stopAt { throw Stop() }
                        }
                    } catch is Stop {}
                }
            }
            #expect(error.reason == .unexpectedValue)
            #expect(try await database.integer("SELECT 1") == 1)
        }
    }

    @Test("are not mixed with another statement") func mixed() async throws {
        try await TestPostgreSQL.database { database in
            try await database.write { session in
                var count = 0
                try session.forEach("SELECT generate_series(1, 10)", values: []) { _ in
                    count += 1
                    for work in [
                        { try session.execute("SELECT 1") }, { try session.lock(.imports) },
                        { try session.script("SELECT 1") }, { _ = try session.plan(of: "SELECT 1", values: []) },
                        { _ = try session.value("SELECT 1", as: Int.self) },
                        { try session.load(LoadedTable("a", [.init("n", .integer)])) { _ in } },
                    ] as [() throws -> Void] {
                        let error = #expect(throws: DatabaseError.self) { try work() }
                        #expect(error?.reason == .refused)
                        #expect(error?.message == "An answer is still being read.")
                    }
                }
                #expect(count == 10)
                #expect(try session.value("SELECT 1", as: Int.self) == 1)
            }
        }
    }

    @Test("are gone when their turn is over") func kept() async throws {
        try await TestPostgreSQL.database { database in
            try await database.read { session in
                var kept: (any ResultRow)?
                try session.forEach("SELECT 1", values: []) { kept = $0 }
                let row = try #require(kept)
                #expect(throws: DatabaseError.self) { try row.integer(at: 0) }
            }
        }
    }

    @Test("come from a statement that writes, too") func returning() async throws {
        try await TestPostgreSQL.database { database in
            try await database.script("CREATE TABLE a (id {id}, n {integer})")
            let ids = try await database.write { session in
                try session.all("INSERT INTO a (n) VALUES (5), (6) RETURNING id") { try $0.get(0, as: Int.self) }
            }
            #expect(ids == [1, 2])
        }
    }

    @Test("of a plan name the index") func plan() async throws {
        try await TestPostgreSQL.database { database in
            try await database.script("CREATE TABLE a (n {integer} PRIMARY KEY)")
            let steps = try await database.read { session in
                try session.plan(of: "SELECT n FROM a WHERE n = $1", values: [.integer(5)])
            }
            #expect(steps.joined(separator: "\n").contains("a_pkey"))
        }
    }

    @Test("that were changed are counted") func changes() async throws {
        try await TestPostgreSQL.database { database in
            try await database.script("CREATE TABLE a (n {integer})")
            let counts = try await database.write { session in
                [
                    try session.execute("INSERT INTO a SELECT generate_series(1, 10)"),
                    try session.execute("UPDATE a SET n = n + 1 WHERE n > $1", 4),
                    try session.execute("DELETE FROM a"), try session.execute("SELECT 1"),
                    try session.execute("CREATE INDEX b ON a (n)"), try session.execute("DELETE FROM a"),
                ]
            }
            #expect(counts == [10, 6, 10, 0, 0, 0])
        }
    }

    @Test(
        "are not copied by a statement of its own",
        arguments: [
            "COPY (SELECT 1) TO STDOUT", "COPY a FROM STDIN",
        ] as [SQL])
    func strayCopy(sql: SQL) async throws {
        try await TestPostgreSQL.database(settings: PostgreSQLSettings(connections: 1)) { database in
            try await database.script("CREATE TABLE a (n {integer})")
            #expect(try await refusal { try await database.write { _ = try $0.execute(sql) } }.reason == .refused)
            #expect(try await refusal { try await database.write { try $0.script(sql) } }.reason == .refused)
            #expect(
                try await refusal { try await database.write { try $0.forEach(sql, values: []) { _ in } } }.reason
                    == .refused)
            #expect(try await database.integer("SELECT 1") == 1)
        }
    }
}
