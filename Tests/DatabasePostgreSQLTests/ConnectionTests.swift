import Database
import DatabaseTestSupport
import Foundation
import Testing

@testable import DatabasePostgreSQL

@Suite("A connection to PostgreSQL") struct ConnectionTests {
    @Test("without libpq says which package to install") func noLibrary() throws {
        let error = try #require(throws: DatabaseError.self) { try LibPQ(names: ["libpq-that-is-not-there.so"]) }
        #expect(error.reason == .cannotOpen)
        #expect(error.message.contains("libpq5"))
    }

    @Test(
        "does not tell a word of a connection string that it cannot read",
        arguments: [
            "postgresql://ada:top%secret@host/shop",
            "postgresql://ada:top@secret@host/shop", "postgresql://ada:secret/top@host/shop",
            "postgresql://ada:12/secret@host/shop", "host=shop password=top secret", "secret", "user=a\0secret",
            "secret=1 host=shop", "postgresql://host:54secret/shop",
        ])
    func unreadable(string: String) async throws {
        let error = try await refusal { _ = try await PostgreSQLDatabase(string) }
        #expect(error.reason == .cannotOpen)
        #expect(!error.description.contains("secret") && !error.description.contains("top"))
        #expect(error.message.contains("cannot be read"))
    }

    @Test("hides the password in what libpq says") func password() throws {
        let string = try ConnectionString("postgresql://ada:hush@shop.example/orders", LibPQ.load())
        #expect(string.options["password"] == "hush")
        #expect(string.scrubbed("no hush\n\tfor hush") == "no … for …")
    }

    @Test("says that a server is not there, on one line and without the password") func noServer() async throws {
        let error = try await refusal {
            _ = try await PostgreSQLDatabase("host=/nowhere user=ada password=hush dbname=shop")
        }
        #expect(error.reason == .cannotOpen)
        #expect(error.message.hasPrefix("PostgreSQL cannot be reached: "))
        #expect(!error.message.contains("hush") && !error.message.contains("\n"))
    }

    @Test("gives up a server that does not answer") func silentServer() async throws {
        let folder = "/tmp/perennial-silent-" + UUID().uuidString.prefix(8)
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let listener = try SilentListener(path: folder + "/.s.PGSQL.5432")
        defer { listener.close() }
        let settings = PostgreSQLSettings(connectLimit: .milliseconds(150))
        let error = try await refusal { _ = try await PostgreSQLDatabase("host=\(folder)", settings: settings) }
        #expect(error.reason == .cannotOpen)
        #expect(error.message.contains("did not answer"))
    }

    @Test(
        "waits as long for each of several servers",
        arguments: [
            ("host=a", 10_000), ("host=a,b,c", 30_000), ("", 10_000), ("host=a connect_timeout=4", 4_000),
            ("host=a,b connect_timeout=4", 8_000), ("host=a connect_timeout=0", Int(Int32.max)),
        ])
    func connectLimit(string: String, milliseconds: Int) throws {
        #expect(try ConnectionString(string, LibPQ.load()).connectMilliseconds(PostgreSQLSettings()) == milliseconds)
    }

    @Test("says that a database is not there") func noDatabase() async throws {
        let server = try TestPostgreSQL.server()
        let error = try await refusal { _ = try await PostgreSQLDatabase(server + " dbname=nothing_here") }
        #expect(error.reason == .cannotOpen)
        #expect(error.message.contains("nothing_here"))
    }

    @Test("refuses a database that keeps texts in another encoding") func encoding() async throws {
        let options = "TEMPLATE template0 ENCODING 'LATIN1' LOCALE 'C'"
        try await TestPostgreSQL.connectionString(options: options) { string in
            let error = try await refusal { _ = try await PostgreSQLDatabase(string) }
            #expect(error.reason == .cannotOpen)
            #expect(error.message.contains("LATIN1") && error.message.contains("UTF8"))
        }
    }

    @Test("refuses servers before version 14", arguments: [(Int32(130_022), false), (140_000, true), (170_004, true)])
    func version(number: Int32, isGood: Bool) {
        if isGood {
            #expect(throws: Never.self) { try ServerCheck.check(version: number, encoding: "UTF8") }
        } else {
            let error = #expect(throws: DatabaseError.self) { try ServerCheck.check(version: number, encoding: "UTF8") }
            #expect(error?.message.contains("PostgreSQL 13") == true)
        }
    }

    @Test("refuses to do without any connection") func noConnections() async throws {
        let settings = PostgreSQLSettings(connections: 0)
        #expect(try await refusal { _ = try await PostgreSQLDatabase("", settings: settings) }.reason == .cannotOpen)
    }

    @Test("has the settings that were asked for") func settings() async throws {
        let settings = PostgreSQLSettings(
            statementLimit: .milliseconds(1_500), lockLimit: .seconds(7), idleLimit: nil, applicationName: "shop")
        try await TestPostgreSQL.database(settings: settings) { database in
            let names: [SQL] = [
                "SHOW statement_timeout", "SHOW lock_timeout", "SHOW idle_in_transaction_session_timeout",
                "SHOW TimeZone", "SHOW client_encoding", "SHOW standard_conforming_strings", "SHOW application_name",
                "SHOW synchronous_commit",
            ]
            let values = try await database.read { session in
                try names.map { try session.value($0, as: String.self) }
            }
            #expect(values == ["1500ms", "7s", "0", "UTC", "UTF8", "on", "shop", "on"])
        }
    }

    @Test("waits for the disk even where the database is set not to") func synchronousCommit() async throws {
        try await TestPostgreSQL.connectionString { string in
            let name = try #require(string.split(separator: "=").last)
            try await TestPostgreSQL.administer(
                TestPostgreSQL.server(), "ALTER DATABASE \(name) SET synchronous_commit = off")
            let database = try await PostgreSQLDatabase(string)
            let value = try await database.write { try $0.value("SHOW synchronous_commit", as: String.self) }
            #expect(value == "on")
            try await database.close()
        }
    }

    @Test("keeps what its connection string says over what is usual") func ownOptions() throws {
        let string = try ConnectionString("host=shop connect_timeout=3 application_name=mine", LibPQ.load())
        let parameters = string.parameters(PostgreSQLSettings(connectLimit: .seconds(30), applicationName: "ours"))
        #expect(string.connectMilliseconds(PostgreSQLSettings(connectLimit: .seconds(30))) == 3_000)
        #expect(parameters["application_name"] == "mine")
        #expect(parameters["fallback_application_name"] == "ours")
        #expect(parameters["client_encoding"] == "UTF8")
    }

    @Test(
        "writes limits in milliseconds, never as no limit",
        arguments: [
            (Duration.zero, Int32(1)), (.microseconds(10), 1), (.milliseconds(1_500), 1_500), (.seconds(1 << 40), .max),
            (.seconds(-5), 1),
        ])
    func limits(duration: Duration, milliseconds: Int32) { #expect(duration.serverMilliseconds == milliseconds) }
}
