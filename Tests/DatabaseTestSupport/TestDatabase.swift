public import Database
import DatabaseSQLite
import Domain
import Foundation
public import Schema

/// A database of its own for each test, on either engine.
public enum TestDatabase {
    /// Makes a database with all tables, gives it to `body` and removes it.
    public static func make<Result>(
        _ engine: Engine, migrations: [Migration] = Schema.migrations, _ body: (any Database) async throws -> Result
    ) async throws -> Result {
        switch engine {
        case .sqlite: try await sqlite { try await migrated($0, migrations, body) }
        case .postgresql: try await TestPostgreSQL.database { try await migrated($0, migrations, body) }
        }
    }

    private static func sqlite<Result>(_ body: (any Database) async throws -> Result) async throws -> Result {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("perennial-" + UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        return try await closing(SQLiteDatabase(path: folder.appendingPathComponent("test.db").path), body)
    }

    private static func migrated<Result>(
        _ database: any Database, _ migrations: [Migration], _ body: (any Database) async throws -> Result
    ) async throws -> Result {
        try await database.migrate(migrations, now: Instant(milliseconds: 0))
        return try await body(database)
    }

    private static func closing<Result>(
        _ database: any Database, _ body: (any Database) async throws -> Result
    ) async throws -> Result {
        do {
            let result = try await body(database)
            try await database.close()
            return result
        } catch {
            try? await database.close()
            throw error
        }
    }
}
