import Database
import DatabasePostgreSQL
import DatabaseTestSupport
import Foundation
import Testing

@Suite("A lost connection to PostgreSQL") struct LossTests {
    private static let one = PostgreSQLSettings(connections: 1)

    /// Ends the connections of a database but for the one that asks.
    private static func cut(_ string: String) async throws {
        let other = try await PostgreSQLDatabase(string + " application_name=cutter")
        _ = try await other.read { session in
            try session.all(
                """
                SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity
                WHERE datname = current_database() AND application_name <> 'cutter'
                """
            ) { try $0.get(0, as: Bool.self) }
        }
        try await other.close()
    }

    @Test("that nobody used is replaced without a word") func idle() async throws {
        try await TestPostgreSQL.connectionString { string in
            let database = try await PostgreSQLDatabase(string, settings: Self.one)
            try await database.script("CREATE TABLE a (n {integer})")
            try await Self.cut(string)
            #expect(try await database.write { try $0.execute("INSERT INTO a VALUES (1)") } == 1)
            try await Self.cut(string)
            #expect(try await database.integer("SELECT COUNT(*) FROM a") == 1)
            try await Self.cut(string)
            try await database.maintain("VACUUM a")
            try await database.close()
        }
    }

    @Test("in the middle of work is told, nothing is written, and the next work goes on", arguments: [false, true])
    func middle(isHidden: Bool) async throws {
        try await TestPostgreSQL.connectionString { string in
            let database = try await PostgreSQLDatabase(string, settings: Self.one)
            try await database.script("CREATE TABLE a (n {integer})")
            let (begun, isCut) = (Signal(), Signal())
            let work = Task {
                try await database.write { session in
                    try session.execute("INSERT INTO a VALUES (1)")
                    begun.give()
                    isCut.wait()
                    do {
                        try session.execute("INSERT INTO a VALUES (2)")
                    } catch  where isHidden {}
                }
            }
            try await database.waitUntil { begun.wait() }
            try await Self.cut(string)
            isCut.give()
            let error = try await refusal { try await work.value }
            #expect(error.reason == .connectionLost && error.isTransient)
            #expect(try await database.integer("SELECT COUNT(*) FROM a") == 0)
            try await database.close()
        }
    }

    @Test("while rows come is told") func reading() async throws {
        try await TestPostgreSQL.connectionString { string in
            let database = try await PostgreSQLDatabase(string, settings: Self.one)
            let (begun, isCut) = (Signal(), Signal())
            let work = Task {
                try await database.read { session in
                    var count = 0
                    try session.forEach("SELECT generate_series(1, 100000000)", values: []) { _ in
                        count += 1
                        guard count == 10 else { return }
                        begun.give()
                        isCut.wait()
                    }
                }
            }
            try await database.waitUntil { begun.wait() }
            try await Self.cut(string)
            isCut.give()
            #expect(try await refusal { try await work.value }.reason == .connectionLost)
            #expect(try await database.integer("SELECT 1") == 1)
            try await database.close()
        }
    }

    @Test("while a table is filled is told") func filling() async throws {
        try await TestPostgreSQL.connectionString { string in
            let database = try await PostgreSQLDatabase(string, settings: Self.one)
            try await database.script("CREATE TABLE a (n {integer})")
            let (begun, isCut) = (Signal(), Signal())
            let work = Task {
                try await database.write { session in
                    try session.load(LoadedTable("a", [.init("n", .integer)])) { writer in
                        for number in 0..<1_000_000 {
                            if number == 100_000 {
                                begun.give()
                                isCut.wait()
                            }
                            try writer.write(number)
                            try writer.endRow()
                        }
                    }
                }
            }
            try await database.waitUntil { begun.wait() }
            try await Self.cut(string)
            isCut.give()
            #expect(try await refusal { _ = try await work.value }.reason == .connectionLost)
            #expect(try await database.integer("SELECT COUNT(*) FROM a") == 0)
            try await database.close()
        }
    }

    @Test("during a commit leaves it unknown whether it was written") func commit() async throws {
        try await TestPostgreSQL.connectionString { string in
            let database = try await PostgreSQLDatabase(string, settings: Self.one)
            // The commit takes long enough to be cut.
            try await database.script(
                """
                CREATE TABLE a (n {integer});
                CREATE FUNCTION slow() RETURNS trigger LANGUAGE plpgsql AS
                    $$ BEGIN PERFORM pg_sleep(20); RETURN NULL; END $$;
                CREATE CONSTRAINT TRIGGER slow AFTER INSERT ON a DEFERRABLE INITIALLY DEFERRED
                    FOR EACH ROW EXECUTE FUNCTION slow()
                """)
            let begun = Signal()
            let work = Task {
                try await database.write { session in
                    try session.execute("INSERT INTO a VALUES (1)")
                    begun.give()
                }
            }
            try await database.waitUntil { begun.wait() }
            try await Task.sleep(for: .milliseconds(200))
            try await Self.cut(string)
            let error = try await refusal { try await work.value }
            #expect(error.reason == .commitUnknown && !error.isTransient)
            #expect(try await database.integer("SELECT COUNT(*) FROM a") == 0)
            try await database.close()
        }
    }

    @Test("does not undo what was read, when it comes at the end") func endOfReading() async throws {
        try await TestPostgreSQL.connectionString { string in
            let database = try await PostgreSQLDatabase(string, settings: Self.one)
            let (begun, isCut) = (Signal(), Signal())
            let work = Task {
                try await database.read { session in
                    let value = try session.value("SELECT 7", as: Int.self)
                    begun.give()
                    isCut.wait()
                    return value
                }
            }
            try await database.waitUntil { begun.wait() }
            try await Self.cut(string)
            isCut.give()
            #expect(try await work.value == 7)
            #expect(try await database.integer("SELECT 1") == 1)
            try await database.close()
        }
    }

    @Test("with the whole server is told, and the next work finds the server again", arguments: [false, true])
    func restart(isKilled: Bool) async throws {
        try await TestServer.run { server in
            let database = try await PostgreSQLDatabase(server.connectionString)
            try await database.script("CREATE TABLE a (n {integer}); INSERT INTO a VALUES (1)")
            let (begun, isDown) = (Signal(), Signal())
            let work = Task {
                try await database.write { session in
                    try session.execute("INSERT INTO a VALUES (2)")
                    begun.give()
                    isDown.wait()
                    try session.execute("INSERT INTO a VALUES (3)")
                }
            }
            try await database.waitUntil { begun.wait() }
            if isKilled { try server.kill() } else { try server.stop() }
            isDown.give()
            #expect(try await refusal { try await work.value }.reason == .connectionLost)
            // While it is away, whoever tries again is told that trying again is safe.
            #expect(try await refusal { _ = try await database.integer("SELECT 1") }.isTransient)
            try server.start()
            #expect(try await database.integer("SELECT COUNT(*) FROM a") == 1)
            try await database.close()
        }
    }
}
