import Database
import DatabasePostgreSQL
import DatabaseTestSupport
import Foundation
import Synchronization
import TestSupport
import Testing

@Suite("What PostgreSQL has acknowledged") struct AcknowledgementTests {
    /// What became of the writing of each number.
    private final class Outcomes: Sendable {
        struct Kept {
            var acknowledged: Set<Int64> = []
            var lost: Set<Int64> = []
            var unknown: Set<Int64> = []
            var others: [String] = []
        }

        private let state = Mutex(Kept())
        var kept: Kept { state.withLock { $0 } }

        func keep(_ number: Int64, _ reason: DatabaseError.Reason?) {
            state.withLock { state in
                switch reason {
                case nil: state.acknowledged.insert(number)
                case .connectionLost: state.lost.insert(number)
                case .commitUnknown: state.unknown.insert(number)
                case let other?: state.others.append("\(other)")
                }
            }
        }
    }

    private static let table: SQL = "CREATE TABLE a (n {integer}); CREATE TABLE b (n {integer} PRIMARY KEY)"

    /// Writes numbers, each into two tables, until `disturbance` is over.
    private static func write(
        to database: PostgreSQLDatabase, during disturbance: @escaping @Sendable () async throws -> Void
    ) async throws -> Outcomes {
        let (outcomes, isOver) = (Outcomes(), Signal())
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                defer { isOver.give() }
                try await disturbance()
            }
            for writer in 0..<writers {
                group.addTask {
                    var number = Int64(writer)
                    while !isOver.isGiven {
                        await write(number, to: database, outcomes)
                        number += Int64(writers)
                        try await Task.sleep(for: .milliseconds(1))
                    }
                }
            }
            try await group.waitForAll()
        }
        return outcomes
    }

    private static let writers = 4

    private static func write(_ number: Int64, to database: PostgreSQLDatabase, _ outcomes: Outcomes) async {
        do {
            try await database.write { session in
                try session.execute("INSERT INTO a VALUES ($1)", values: [.integer(number)])
                try session.execute("INSERT INTO b VALUES ($1)", values: [.integer(number)])
            }
            outcomes.keep(number, nil)
        } catch {
            outcomes.keep(number, (error as? DatabaseError)?.reason ?? .unexpectedValue)
        }
    }

    /// What is there is what was acknowledged, but for what is unknown, and each transaction is there as a whole.
    private static func check(_ database: PostgreSQLDatabase, _ outcomes: Outcomes, _ comment: Comment) async throws {
        let numbers = try await database.read { session in
            try ["SELECT n FROM a", "SELECT n FROM b"].map { try session.all($0) { try $0.get(0, as: Int64.self) } }
        }
        let (there, kept) = (Set(numbers[0]), outcomes.kept)
        #expect(numbers[0].count == there.count && there == Set(numbers[1]), comment)
        #expect(kept.acknowledged.subtracting(there) == [], comment)
        #expect(there.subtracting(kept.acknowledged).subtracting(kept.unknown) == [], comment)
        #expect(kept.others == [], comment)
        #expect(!kept.acknowledged.isEmpty && !kept.lost.union(kept.unknown).isEmpty, comment)
        if Effort.isSoak { print("KEPT", kept.acknowledged.count, kept.lost.count, kept.unknown.count, there.count) }
    }

    @Test("is there, and nothing else, however connections are cut", arguments: Effort.seeds(3, soak: 100, debug: 1))
    func cut(seed: UInt64) async throws {
        try await TestPostgreSQL.connectionString { string in
            let database = try await PostgreSQLDatabase(string, settings: PostgreSQLSettings(connections: 3))
            let cutter = try await PostgreSQLDatabase(string + " application_name=cutter")
            try await database.script(Self.table)
            let outcomes = try await Self.write(to: database) {
                var random = SeededGenerator(seed: seed)
                for _ in 0..<25 {
                    try await Task.sleep(for: .microseconds(Int.random(in: 0...15_000, using: &random)))
                    _ = try await cutter.integer(
                        """
                        SELECT COUNT(pg_terminate_backend(pid)) FROM pg_stat_activity
                        WHERE datname = current_database() AND application_name <> 'cutter'
                        """)
                }
            }
            try await Self.check(database, outcomes, "seed \(seed)")
            try await database.close()
            try await cutter.close()
        }
    }

    @Test("is there, and nothing else, when the server is killed", arguments: Effort.seeds(1, soak: 20, debug: 1))
    func killed(seed: UInt64) async throws {
        try await TestServer.run { server in
            let database = try await PostgreSQLDatabase(server.connectionString)
            try await database.script(Self.table)
            let outcomes = try await Self.write(to: database) {
                var random = SeededGenerator(seed: seed)
                for _ in 0..<3 {
                    try await Task.sleep(for: .milliseconds(Int.random(in: 1...150, using: &random)))
                    try server.kill()
                    try server.start()
                }
            }
            try await Self.check(database, outcomes, "seed \(seed)")
            try await database.close()
        }
    }
}
