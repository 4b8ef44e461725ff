public import Domain

/// One step from an older schema to a newer one, spelled out as SQL. Steps are numbered from 1 without gaps, are never
/// changed once released, and lead forward only.
public struct Migration: Sendable {
    public let number: Int
    public let name: StaticString
    public let sql: SQL

    public init(_ number: Int, _ name: StaticString, _ sql: SQL) {
        (self.number, self.name, self.sql) = (number, name, sql)
    }
}

extension Database {
    /// Brings the schema up to date: each missing step in a transaction of its own, under a lock, so that of several
    /// processes that start at once one does each step.
    ///
    /// - Parameter now: Kept beside each step.
    /// - Returns: The numbers of the steps done.
    /// - Throws: `DatabaseError` with `.newerSchema` when the database has a step that is not known.
    @discardableResult
    public func migrate(_ migrations: [Migration], now: Instant) async throws -> [Int] {
        precondition(migrations.enumerated().allSatisfy { $1.number == $0 + 1 }, "numbered from 1 without gaps")
        try await write { session in
            try session.lock(.migrations)
            try session.script(Self.migrationTable)
        }
        var done: [Int] = []
        for migration in migrations where try await step(migration, of: migrations.count, now: now) {
            done.append(migration.number)
        }
        return done
    }

    private static var migrationTable: SQL {
        """
        CREATE TABLE IF NOT EXISTS schema_migration (
            number {integer} PRIMARY KEY CHECK (number > 0),
            name {text} NOT NULL,
            applied_at {integer} NOT NULL
        ){strict}
        """
    }

    /// Whether the step was still to be done.
    private func step(_ migration: Migration, of known: Int, now: Instant) async throws -> Bool {
        try await write { session in
            try session.lock(.migrations)
            let latest = try session.value("SELECT COALESCE(MAX(number), 0) FROM schema_migration", as: Int.self) ?? 0
            guard latest <= known else {
                throw DatabaseError(
                    .newerSchema,
                    "The database has schema \(latest); this version of Perennial knows \(known). Use a newer version.")
            }
            guard latest < migration.number else { return false }
            try session.script(migration.sql)
            try session.execute(
                "INSERT INTO schema_migration (number, name, applied_at) VALUES ($1, $2, $3)", migration.number,
                migration.name.description, now)
            return true
        }
    }
}
