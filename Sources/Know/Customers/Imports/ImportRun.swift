public import Database
public import Domain
import Schema

/// One import of files: what it is of, how far it has come, and what became of the documents.
public struct ImportRun: Equatable, Sendable {
    public struct ID: RawRepresentable, Hashable, Sendable, ValueConvertible {
        public let rawValue: Int64

        public init(rawValue: Int64) { self.rawValue = rawValue }
    }

    public let id: ID
    /// Whether nothing was there before it: its indexes come at the end.
    public let isFirstLoad: Bool
    /// How many batches are kept.
    public internal(set) var batches: Int
    public internal(set) var added: Int
    public internal(set) var changed: Int
    public internal(set) var unchanged: Int

    /// An import that has not told of a batch for so long was broken off.
    static let leaseSeconds: Int64 = 10
}

/// Why an import cannot begin.
public enum ImportRefusal: Error, Equatable, Sendable {
    /// Another one is going on, or was broken off a moment ago; if so, it can go on at this instant.
    case running(until: Instant)
    /// The files are in one currency and the business in another.
    case currency(of: Currency, business: Currency)
}

extension Session {
    /// The import with this digest that was broken off, or a new one.
    ///
    /// - Parameters:
    ///   - digest: Of the files' bytes and of all options that change what is read.
    func beginImport(
        kind: String, source: Int64, files: [String], digest: String, at now: Instant
    ) throws -> ImportRun {
        try lock(.imports)
        let until: Instant? = try value(
            "SELECT MAX(lease_until) FROM import_run WHERE state = 'running' AND lease_until > $1", now,
            as: Instant?.self
        ).flatMap { $0 }
        if let until { throw ImportRefusal.running(until: until) }
        try execute(
            "UPDATE import_run SET state = 'abandoned', ended_at = $1 WHERE state = 'running' AND digest <> $2", now,
            digest)
        if let broken = try unfinishedImport(digest) {
            try execute("UPDATE import_run SET lease_until = $2 WHERE id = $1", broken.id, lease(now))
            return broken
        }
        return try newImport(kind: kind, source: source, files: files, digest: digest, at: now)
    }

    private func lease(_ now: Instant) -> Instant { now.advanced(bySeconds: ImportRun.leaseSeconds) }

    private func unfinishedImport(_ digest: String) throws -> ImportRun? {
        try first(
            """
            SELECT id, is_first_load, batches, added, changed, unchanged FROM import_run
            WHERE digest = $1 AND state = 'running'
            """, digest
        ) { row in
            ImportRun(
                id: try row.get(0), isFirstLoad: try row.get(1), batches: try row.get(2), added: try row.get(3),
                changed: try row.get(4), unchanged: try row.get(5))
        }
    }

    private func newImport(
        kind: String, source: Int64, files: [String], digest: String, at now: Instant
    ) throws -> ImportRun {
        let isFirst = try isWithoutOrders()
        // What a first load that was broken off for good has left.
        if isFirst { try script(Schema.withoutOrderIndexes) } else { try script(Schema.orderIndexes) }
        let id: ImportRun.ID? = try value(
            """
            INSERT INTO import_run (
                kind, source_id, files, digest, state, is_first_load, batches, rows_read, rows_accepted, rows_rejected,
                rows_ignored, added, changed, unchanged, started_at, lease_until)
            VALUES ($1, $2, $3, $4, 'running', $5, 0, 0, 0, 0, 0, 0, 0, 0, $6, $7)
            RETURNING id
            """, kind, source, JSONText.encoded(files), digest, isFirst, now, lease(now))
        guard let id else { throw DatabaseError(.unexpectedValue, "an inserted import has no number") }
        return ImportRun(id: id, isFirstLoad: isFirst, batches: 0, added: 0, changed: 0, unchanged: 0)
    }

    private func isWithoutOrders() throws -> Bool {
        try value(
            "SELECT CASE WHEN EXISTS (SELECT 1 FROM shop_order) OR EXISTS (SELECT 1 FROM refund) THEN 0 ELSE 1 END",
            as: Bool.self) ?? true
    }

    /// Keeps how far an import has come, and that it goes on.
    func advance(_ run: ImportRun, at now: Instant) throws {
        let rows = try execute(
            """
            UPDATE import_run SET batches = $2, added = $3, changed = $4, unchanged = $5, lease_until = $6
            WHERE id = $1 AND state = 'running' AND batches = $2 - 1
            """, run.id, run.batches, run.added, run.changed, run.unchanged, lease(now))
        // Somebody else went on with it meanwhile.
        guard rows == 1 else { throw ImportRefusal.running(until: lease(now)) }
    }

    /// The number of a source, made when it is new. Under the lock of imports.
    func importSource(named name: String, at now: Instant) throws -> Int64 {
        if let known: Int64 = try value("SELECT id FROM source WHERE name = $1", name) { return known }
        let id = 1 + (try value("SELECT MAX(id) FROM source", as: Int64?.self).flatMap { $0 } ?? 0)
        try execute("INSERT INTO source (id, name, created_at) VALUES ($1, $2, $3)", id, name, now)
        return id
    }
}
