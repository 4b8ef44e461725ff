public import Database

/// A database of a PostgreSQL server, version 14 or newer, which keeps its texts as UTF-8.
///
/// Several transactions go on at once, each on a connection of its own. A commit is on the server's disk before it is
/// acknowledged, unless the server itself is set not to wait (`fsync = off`).
public final class PostgreSQLDatabase: Database {
    public let engine = Engine.postgresql
    private let pool: ConnectionPool

    /// Connects once, so that what is wrong is told at once.
    ///
    /// - Parameter connectionString: As libpq reads it: `postgresql://user@host:5432/name?sslmode=verify-full` or
    ///   `host=… user=… dbname=…`. What it leaves out libpq takes from `PGHOST`, `PGUSER` and their like, and the password
    ///   from `~/.pgpass`.
    /// - Throws: `DatabaseError` with `.cannotOpen` when libpq is not installed, the server cannot be reached or refuses,
    ///   is older than version 14, or keeps texts in another encoding. No text holds the password.
    public init(_ connectionString: String, settings: PostgreSQLSettings = PostgreSQLSettings()) async throws {
        guard settings.connections > 0 else {
            throw DatabaseError(.cannotOpen, "A database needs at least one connection, not \(settings.connections).")
        }
        let library = try LibPQ.load()
        let string = try ConnectionString(connectionString, library)
        let pool = ConnectionPool(limit: settings.connections) { Worker(string, settings, library) }
        self.pool = pool
        do {
            try await pool.perform { try $0.open() }
        } catch {
            await pool.close()
            throw error
        }
    }

    deinit { pool.beginClosing() }

    public func read<Result: Sendable>(
        _ body: @escaping @Sendable (any Session) throws -> Result
    ) async throws -> Result {
        try await pool.perform { try $0.transaction(.read, body) }
    }

    public func write<Result: Sendable>(
        _ body: @escaping @Sendable (any Session) throws -> Result
    ) async throws -> Result {
        try await pool.perform { try $0.transaction(.write, body) }
    }

    /// Runs one statement that must stand outside a transaction, such as `VACUUM`, without a limit of time.
    public func maintain(_ sql: SQL) async throws {
        let text = Dialect.postgresql.text(of: sql)
        try await pool.perform { try $0.maintain(text, sql: sql.text) }
    }

    /// As above, for tests that make and drop databases, whose names are no literals.
    package func maintain(text: String) async throws {
        try await pool.perform { try $0.maintain(text, sql: text) }
    }

    public func close() async throws { await pool.close() }
}
