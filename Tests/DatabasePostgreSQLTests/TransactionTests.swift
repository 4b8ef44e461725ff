import Database
import DatabasePostgreSQL
import DatabaseTestSupport
import Foundation
import Synchronization
import Testing

@Suite("A transaction on PostgreSQL") struct TransactionTests {
    @Test("holds when its body returns, and is nothing when it throws") func allOrNothing() async throws {
        try await TestPostgreSQL.database { database in
            try await database.script("CREATE TABLE a (n {integer})")
            let changed = try await database.write { try $0.execute("INSERT INTO a VALUES (1), (2)") }
            #expect(changed == 2)
            await #expect(throws: Stop()) {
                try await database.write { session in
                    try session.execute("INSERT INTO a VALUES (3)")
                    throw Stop()
                }
            }
            #expect(try await database.integer("SELECT COUNT(*) FROM a") == 2)
        }
    }

    @Test("that reads sees one state, whatever others commit") func repeatable() async throws {
        try await TestPostgreSQL.database { database in
            try await database.script("CREATE TABLE a (n {integer}); INSERT INTO a VALUES (1)")
            let (begun, written) = (Signal(), Signal())
            async let counts = database.read { session in
                let before = try session.value("SELECT COUNT(*) FROM a", as: Int.self)
                begun.give()
                #expect(written.wait())
                return [before, try session.value("SELECT COUNT(*) FROM a", as: Int.self)]
            }
            try await database.write { session in
                #expect(begun.wait())
                try session.execute("INSERT INTO a VALUES (2)")
            }
            written.give()
            #expect(try await counts == [1, 1])
        }
    }

    @Test("that reads cannot write") func readOnly() async throws {
        try await TestPostgreSQL.database { database in
            try await database.script("CREATE TABLE a (n {integer})")
            let error = try await refusal { try await database.read { _ = try $0.execute("DELETE FROM a") } }
            #expect(error.reason == .readOnly)
        }
    }

    @Test("whose body hides a refusal does not pretend to have held") func hiddenRefusal() async throws {
        try await TestPostgreSQL.database { database in
            try await database.script("CREATE TABLE a (n {integer} PRIMARY KEY)")
            let error = try await refusal {
                try await database.write { session in
                    try session.execute("INSERT INTO a VALUES (1)")
                    _ = try? session.execute("INSERT INTO a VALUES (1)")
                }
            }
            #expect(error.reason == .notUnique("a_pkey"))
            #expect(try await database.integer("SELECT COUNT(*) FROM a") == 0)
        }
    }

    @Test("says the first refusal again when it goes on after it") func afterRefusal() async throws {
        try await TestPostgreSQL.database { database in
            let error = try await refusal {
                try await database.read { session in
                    let first = #expect(throws: DatabaseError.self) { try session.execute("SELECT 1 / 0") }
                    let second = #expect(throws: DatabaseError.self) { try session.execute("SELECT 1") }
                    #expect(first == second && first?.sql == "SELECT 1 / 0")
                }
            }
            #expect(error.reason == .unexpectedValue)
        }
    }

    @Test("that ends itself is refused") func ended() async throws {
        try await TestPostgreSQL.database { database in
            let error = try await refusal { try await database.write { try $0.script("COMMIT") } }
            #expect(error.reason == .refused)
            #expect(try await database.integer("SELECT 1") == 1)
        }
    }

    @Test("is checked at its commit where the schema says so") func deferred() async throws {
        try await TestPostgreSQL.database { database in
            try await database.script(
                """
                CREATE TABLE a (n {integer} PRIMARY KEY);
                CREATE TABLE b (n {integer} REFERENCES a (n) DEFERRABLE INITIALLY DEFERRED)
                """)
            let error = try await refusal {
                try await database.write { _ = try $0.execute("INSERT INTO b VALUES (1)") }
            }
            #expect(error.reason == .foreignKey)
            #expect(try await database.integer("SELECT COUNT(*) FROM b") == 0)
        }
    }

    @Test("gives no session to whoever kept it") func keptSession() async throws {
        final class Keeper: @unchecked Sendable { var session: (any Session)? }
        try await TestPostgreSQL.database { database in
            let keeper = Keeper()
            try await database.read { keeper.session = $0 }
            let session = try #require(keeper.session)
            let error = #expect(throws: DatabaseError.self) { try session.execute("SELECT 1") }
            #expect(error?.reason == .closed)
        }
    }

    @Test("waits for a row that another holds, and sees what it wrote") func twoWriters() async throws {
        try await TestPostgreSQL.database { database in
            try await database.script("CREATE TABLE a (n {integer}); INSERT INTO a VALUES (0)")
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<8 {
                    group.addTask {
                        for _ in 0..<10 {
                            try await database.write { session in
                                let n = try session.value("SELECT n FROM a{locked}", as: Int.self) ?? 0
                                try session.execute("UPDATE a SET n = $1", n + 1)
                            }
                        }
                    }
                }
                try await group.waitForAll()
            }
            #expect(try await database.integer("SELECT n FROM a") == 80)
        }
    }

    @Test("that comes to a deadlock is busy, and the other goes on") func deadlock() async throws {
        try await TestPostgreSQL.database { database in
            try await database.script("CREATE TABLE a (id {integer}, n {integer}); INSERT INTO a VALUES (1, 0), (2, 0)")
            let (first, second) = (Signal(), Signal())
            async let one = Result<Void, any Error> {
                try await database.write { session in
                    try session.execute("UPDATE a SET n = n + 1 WHERE id = 1")
                    first.give()
                    second.wait()
                    try session.execute("UPDATE a SET n = n + 1 WHERE id = 2")
                }
            }
            async let two = Result<Void, any Error> {
                try await database.write { session in
                    try session.execute("UPDATE a SET n = n + 1 WHERE id = 2")
                    second.give()
                    first.wait()
                    try session.execute("UPDATE a SET n = n + 1 WHERE id = 1")
                }
            }
            let outcomes = await [one, two]
            let errors = outcomes.compactMap { outcome in
                if case .failure(let error as DatabaseError) = outcome { error } else { nil }
            }
            #expect(errors.map(\.reason) == [.busy])
            #expect(try await database.integer("SELECT SUM(n) FROM a") == 2)
        }
    }

    @Test("is busy when it waits for a lock too long") func lockLimit() async throws {
        let settings = PostgreSQLSettings(lockLimit: .milliseconds(50))
        try await TestPostgreSQL.database(settings: settings) { database in
            let (held, done) = (Signal(), Signal())
            async let holder: Void = database.write { session in
                try session.lock(.imports)
                held.give()
                done.wait()
            }
            let error = try await refusal {
                try await database.write { session in
                    held.wait()
                    try session.lock(.sequencer)
                    try session.lock(.imports)
                }
            }
            done.give()
            try await holder
            #expect(error.reason == .busy && error.isTransient)
            try await database.write { try $0.lock(.imports) }
        }
    }

    @Test("ends when a statement takes too long, and leaves the connection usable") func statementLimit() async throws {
        let settings = PostgreSQLSettings(connections: 1, statementLimit: .milliseconds(100))
        try await TestPostgreSQL.database(settings: settings) { database in
            let error = try await refusal { try await database.read { _ = try $0.execute("SELECT pg_sleep(10)") } }
            #expect(error.reason == .timeout)
            #expect(try await database.integer("SELECT 1") == 1)
        }
    }

    @Test("ends when nothing is asked of it for too long") func idleLimit() async throws {
        let settings = PostgreSQLSettings(connections: 1, idleLimit: .milliseconds(50))
        try await TestPostgreSQL.database(settings: settings) { database in
            let error = try await refusal {
                try await database.write { session in
                    try session.execute("SELECT 1")
                    Thread.sleep(forTimeInterval: 0.3)
                }
            }
            #expect(error.reason == .timeout)
            #expect(try await database.integer("SELECT 1") == 1)
        }
    }
}

extension Result where Failure == any Error {
    /// What asynchronous work came to.
    fileprivate init(_ work: @Sendable () async throws -> Success) async {
        do { self = .success(try await work()) } catch { self = .failure(error) }
    }
}
