import Database
import DatabasePostgreSQL
import DatabaseTestSupport
import Foundation
import Synchronization
import Testing

@Suite("The connections of a PostgreSQL database") struct PoolTests {
    private final class Order: Sendable {
        let numbers = Mutex<[Int]>([])

        func append(_ number: Int) { numbers.withLock { $0.append(number) } }
    }

    private final class Count: Sendable {
        let number = Mutex(0)

        @discardableResult
        func add(_ more: Int) -> Int {
            number.withLock {
                $0 += more
                return $0
            }
        }

        func raise(to least: Int) { number.withLock { $0 = max($0, least) } }
    }

    @Test("serve those who wait in the order in which they came") func order() async throws {
        try await TestPostgreSQL.database(settings: PostgreSQLSettings(connections: 1)) { database in
            let (order, release) = (Order(), Signal())
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { try await database.read { _ in _ = release.wait() } }
                for number in 0..<10 {
                    try await Task.sleep(for: .milliseconds(20))
                    group.addTask { try await database.read { _ in order.append(number) } }
                }
                try await Task.sleep(for: .milliseconds(20))
                release.give()
                try await group.waitForAll()
            }
            #expect(order.numbers.withLock { $0 } == Array(0..<10))
        }
    }

    @Test("let those go who are cancelled while they wait") func cancellation() async throws {
        try await TestPostgreSQL.database(settings: PostgreSQLSettings(connections: 1)) { database in
            let (begun, release, order) = (Signal(), Signal(), Order())
            let holder = Task {
                try await database.read { _ in
                    begun.give()
                    release.wait()
                }
            }
            try await database.waitUntil { begun.wait() }
            let waiting = Task { try await database.read { _ in order.append(1) } }
            try await Task.sleep(for: .milliseconds(30))
            waiting.cancel()
            await #expect(throws: CancellationError.self) { try await waiting.value }
            let early = Task {
                withUnsafeCurrentTask { $0?.cancel() }
                try await database.read { _ in order.append(2) }
            }
            await #expect(throws: CancellationError.self) { try await early.value }
            release.give()
            try await holder.value
            #expect(try await database.integer("SELECT 1") == 1)
            #expect(order.numbers.withLock { $0 } == [])
        }
    }

    @Test("are no more than were asked for") func limit() async throws {
        try await TestPostgreSQL.database(settings: PostgreSQLSettings(connections: 3)) { database in
            let (now, most) = (Count(), Count())
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<30 {
                    group.addTask {
                        try await database.read { session in
                            most.raise(to: now.add(1))
                            try session.execute("SELECT pg_sleep(0.01)")
                            now.add(-1)
                        }
                    }
                }
                try await group.waitForAll()
            }
            #expect(most.number.withLock { $0 } <= 3)
            // Three go on at once: each waits for the others.
            let meeting = Count()
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<3 {
                    group.addTask {
                        try await database.read { _ in
                            meeting.add(1)
                            for _ in 0..<1_000 where meeting.number.withLock({ $0 }) < 3 {
                                Thread.sleep(forTimeInterval: 0.01)
                            }
                            #expect(meeting.number.withLock { $0 } == 3)
                        }
                    }
                }
                try await group.waitForAll()
            }
        }
    }

    @Test("finish what was asked for before they are closed, and take no more") func closing() async throws {
        try await TestPostgreSQL.database(settings: PostgreSQLSettings(connections: 1)) { database in
            let (begun, order) = (Signal(), Order())
            let work = Task {
                try await database.read { session in
                    begun.give()
                    try session.execute("SELECT pg_sleep(0.1)")
                    order.append(1)
                }
            }
            try await database.waitUntil { begun.wait() }
            try await database.close()
            #expect(order.numbers.withLock { $0 } == [1])
            try await work.value
            #expect(try await refusal { _ = try await database.integer("SELECT 1") }.reason == .closed)
            try await database.close()
        }
    }

    @Test("end when the database is let go of") func letGo() async throws {
        try await TestPostgreSQL.connectionString { string in
            var database: PostgreSQLDatabase? = try await PostgreSQLDatabase(string + " application_name=let_go")
            #expect(try await database?.integer("SELECT 1") == 1)
            database = nil
            let observer = try await PostgreSQLDatabase(string)
            var left: Int64? = 1
            for _ in 0..<100 where left != 0 {
                left = try await observer.integer(
                    "SELECT COUNT(*) FROM pg_stat_activity WHERE application_name = 'let_go'")
                try await Task.sleep(for: .milliseconds(20))
            }
            #expect(left == 0)
            try await observer.close()
        }
    }

    @Test("keep their prepared statements, and not more than a thousand") func statements() async throws {
        try await TestPostgreSQL.database(settings: PostgreSQLSettings(connections: 1)) { database in
            try await database.read { session in
                for _ in 0..<3 { _ = try session.value("SELECT CAST($1 AS BIGINT)", 5, as: Int.self) }
            }
            let count: SQL = "SELECT COUNT(*) FROM pg_prepared_statements"
            #expect(try await database.integer(count) == 2)
            try await database.read { session in
                var sql: SQL = "SELECT 1"
                for _ in 0..<1_100 {
                    sql = sql + " + 1"
                    _ = try session.value(sql, as: Int.self)
                }
            }
            let kept = try #require(try await database.integer(count))
            #expect(kept <= 1_000)
        }
    }

    @Test("try again with a statement whose table another process has changed") func changedElsewhere() async throws {
        try await TestPostgreSQL.connectionString { string in
            let database = try await PostgreSQLDatabase(string, settings: PostgreSQLSettings(connections: 1))
            let other = try await PostgreSQLDatabase(string)
            try await database.script("CREATE TABLE a (n {integer}); INSERT INTO a VALUES (1)")
            #expect(try await database.read { try $0.all("SELECT * FROM a") { $0.columnCount } } == [1])
            try await other.script("ALTER TABLE a ADD COLUMN m {text}")
            let error = try await refusal {
                _ = try await database.read { try $0.all("SELECT * FROM a") { $0.columnCount } }
            }
            #expect(error.isTransient)
            #expect(try await database.read { try $0.all("SELECT * FROM a") { $0.columnCount } } == [2])
            try await database.close()
            try await other.close()
        }
    }

    @Test("forget prepared statements that a changed schema has made useless") func changedSchema() async throws {
        try await TestPostgreSQL.database(settings: PostgreSQLSettings(connections: 1)) { database in
            try await database.script("CREATE TABLE a (n {integer}); INSERT INTO a VALUES (1)")
            #expect(try await database.read { try $0.all("SELECT * FROM a") { $0.columnCount } } == [1])
            try await database.script("ALTER TABLE a ADD COLUMN m {text}")
            #expect(try await database.read { try $0.all("SELECT * FROM a") { $0.columnCount } } == [2])
        }
    }
}

extension PostgreSQLDatabase {
    /// Waits on a thread of its own, since those of tasks must not be held up.
    func waitUntil(_ condition: @escaping @Sendable () -> Bool) async throws {
        await withCheckedContinuation { continuation in
            Thread.detachNewThread {
                #expect(condition())
                continuation.resume()
            }
        }
    }
}
