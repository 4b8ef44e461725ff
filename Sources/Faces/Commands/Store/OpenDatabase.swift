import Database
import DatabasePostgreSQL
import DatabaseSQLite
import Domain
import Foundation
import Schema
import Settings

extension Settings.Database {
    /// Opens the database and brings its tables up to date.
    func open(at now: Instant) async throws -> any Database {
        let database: any Database =
            switch address {
            case .sqlite(let path): try SQLiteDatabase(path: path, readers: min(connections, 8))
            case .postgresql(let uri):
                try await PostgreSQLDatabase(
                    uri, settings: PostgreSQLSettings(connections: connections, statementLimit: statementTimeLimit))
            }
        try await database.migrate(Schema.migrations, now: now)
        return database
    }
}

extension Instant {
    /// The moment that it is.
    static var now: Instant { Instant(milliseconds: Int64((Date().timeIntervalSince1970 * 1_000).rounded(.down))) }
}
