public import DatabasePostgreSQL
import Foundation

/// PostgreSQL for tests: the server that `make test` starts, with a database of its own for each test.
public enum TestPostgreSQL {
    /// Why there is nothing to test against.
    struct Missing: Error, CustomStringConvertible {
        let description: String
    }

    /// Of the server that was started for the tests, in the form `host=… user=… dbname=…`.
    public static func server() throws -> String {
        guard let string = ProcessInfo.processInfo.environment["PERENNIAL_TEST_POSTGRESQL"], !string.isEmpty else {
            throw Missing(
                description: "There is no PostgreSQL server to test against. Run make test, or "
                    + "scripts/with-postgresql swift test.")
        }
        return string
    }

    /// Makes an empty database, gives it to `body` and drops it, whoever is still connected to it.
    ///
    /// - Parameters:
    ///   - server: The connection string of the server; nil: that of `make test`.
    ///   - options: What follows `CREATE DATABASE name`.
    public static func database<Result>(
        of server: String? = nil, settings: PostgreSQLSettings = PostgreSQLSettings(), options: String = "",
        _ body: (PostgreSQLDatabase) async throws -> Result
    ) async throws -> Result {
        try await connectionString(of: server, options: options) { string in
            let database = try await PostgreSQLDatabase(string, settings: settings)
            do {
                let result = try await body(database)
                try await database.close()
                return result
            } catch {
                try await database.close()
                throw error
            }
        }
    }

    private static let turnstile = Turnstile(12)

    /// As above, with the connection string of the new database.
    public static func connectionString<Result>(
        of server: String? = nil, options: String = "", _ body: (String) async throws -> Result
    ) async throws -> Result {
        try await turnstile.pass { try await made(of: server, options: options, body) }
    }

    private static func made<Result>(
        of server: String?, options: String, _ body: (String) async throws -> Result
    ) async throws -> Result {
        let server = try server ?? self.server()
        let name = "test_" + UUID().uuidString.lowercased().filter { $0 != "-" }
        try await administer(server, "CREATE DATABASE \(name) \(options)")
        do {
            let result = try await body(server + " dbname=\(name)")
            try await administer(server, "DROP DATABASE \(name) WITH (FORCE)")
            return result
        } catch {
            try? await administer(server, "DROP DATABASE \(name) WITH (FORCE)")
            throw error
        }
    }

    /// Runs a statement outside of transactions on the server's first database.
    public static func administer(_ server: String, _ statement: String) async throws {
        let database = try await PostgreSQLDatabase(server, settings: PostgreSQLSettings(connections: 1))
        do {
            try await database.maintain(text: statement)
            try await database.close()
        } catch {
            try await database.close()
            throw error
        }
    }
}
