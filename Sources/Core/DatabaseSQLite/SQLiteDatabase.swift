public import Database
import GRDB

public import protocol Database.Database
public import struct Database.DatabaseError

/// One file, or two while it is open: the database and its log of writes beside it.
///
/// One connection writes, several read from the state that was when they began (WAL). A commit is synchronised to the disk
/// before it is acknowledged, and what is deleted is overwritten.
public final class SQLiteDatabase: Database {
    public let engine = Engine.sqlite
    private let pool: DatabasePool

    /// - Parameters:
    ///   - path: Of the file, made when it is not there; its folder must be.
    ///   - readers: How many reads may go on at once.
    ///   - waitSeconds: How long to wait for another process that is writing.
    /// - Throws: `DatabaseError`.
    public init(path: String, readers: Int = 4, waitSeconds: Double = 10) throws {
        var configuration = Configuration()
        configuration.maximumReaderCount = readers
        configuration.busyMode = .timeout(waitSeconds)
        configuration.label = "perennial"
        configuration.prepareDatabase { database in
            try database.execute(sql: "PRAGMA secure_delete = ON")
            try database.execute(sql: "PRAGMA trusted_schema = OFF")
            try database.execute(sql: "PRAGMA cell_size_check = ON")
            try database.execute(sql: "PRAGMA temp_store = MEMORY")
            try database.execute(sql: "PRAGMA checkpoint_fullfsync = ON")
            try database.execute(sql: "PRAGMA fullfsync = ON")
        }
        let opened = try translatingErrors {
            let pool = try DatabasePool(path: path, configuration: configuration)
            // The writer alone; the library has set what loses the last commits with the power.
            try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
            return pool
        }
        pool = opened
    }

    public func read<Result: Sendable>(
        _ body: @escaping @Sendable (any Session) throws -> Result
    ) async throws -> Result {
        try await translatingErrors { try await pool.read { try body(SQLiteSession($0)) } }
    }

    public func write<Result: Sendable>(
        _ body: @escaping @Sendable (any Session) throws -> Result
    ) async throws -> Result {
        try await translatingErrors {
            try await pool.write { database in
                let session = SQLiteSession(database)
                let result = try body(session)
                for table in session.temporaryTables { try session.script(SQLiteText.drop(table)) }
                return result
            }
        }
    }

    public func close() async throws { try translatingErrors { try pool.close() } }
}
