public import Database
public import Domain
public import Intake
import Schema
import Synchronization

/// An import of order files into a database, batch by batch. One that was broken off goes on where it was.
///
///     let orders = try await OrderImport.begin(in: database, of: files, business: business, at: now)
///     for batch in batches { try await orders.append(PreparedBatch(batch, clock: clock), at: now) }
///     let run = try await orders.finish(accounting: result.accounting, rejects: result.rejects, at: now)
public final class OrderImport: Sendable {
    /// What is imported.
    public struct Files: Sendable {
        /// The shop or system that the orders come from: their numbers are unique within it.
        public let source: String
        /// As the user named them.
        public let names: [String]
        /// Of the files' bytes and of all options that change what is read.
        public let digest: String

        public init(source: String, names: [String], digest: String) {
            (self.source, self.names, self.digest) = (source, names, digest)
        }
    }

    private let database: any Database
    private let state: Mutex<(run: ImportRun, writer: BatchWriter)>

    private init(_ database: any Database, _ run: ImportRun, _ writer: consuming BatchWriter) {
        self.database = database
        state = Mutex((run, writer))
    }

    /// - Throws: `ImportRefusal`, or `DatabaseError`.
    public static func begin(
        in database: any Database, of files: Files, business: Business, at now: Instant
    ) async throws -> OrderImport {
        let (run, source) = try await database.write { session in
            try session.lock(.imports)
            if let known = try session.business() {
                guard known.currency == business.currency else {
                    throw ImportRefusal.currency(of: business.currency, business: known.currency)
                }
            } else {
                try session.found(business, at: now)
            }
            let source = try session.importSource(named: files.source, at: now)
            let run = try session.beginImport(
                kind: "orders", source: source, files: files.names, digest: files.digest, at: now)
            return (run, source)
        }
        let writer = BatchWriter(source: source, isFirstLoad: run.isFirstLoad)
        return OrderImport(database, run, writer)
    }

    /// How far it has come.
    public var run: ImportRun { state.withLock { $0.run } }

    /// Keeps a batch in one transaction; one that is kept already is passed over.
    ///
    /// - Precondition: Batches come in their order, one after another.
    public func append(_ prepared: PreparedBatch, at now: Instant) async throws {
        guard prepared.batch.number >= run.batches else { return }
        let before = state.withLock { $0 }
        let after = try await database.write { session in
            var (run, writer) = before
            let counts = try writer.write(prepared, at: now, in: session)
            run.batches += 1
            run.added += counts.added
            run.changed += counts.changed
            run.unchanged += counts.unchanged
            try session.advance(run, at: now)
            return (run, writer)
        }
        state.withLock { $0 = after }
    }

    /// Ends the import: keeps the rejected rows, makes the indexes that a first load has put off, and tells the timeline.
    ///
    /// - Parameter rejects: All rejected rows of the files, as they stand there.
    public func finish(
        accounting: Accounting, rejects: [RejectedRow], at now: Instant
    ) async throws -> ImportRun {
        let run = self.run
        try await database.write { session in
            if run.isFirstLoad {
                // Two customers may have orders of one number, which nobody has looked for until now.
                try session.execute(ImportStatements.tellApartOrders)
                try session.execute(ImportStatements.tellApartRefunds)
                try session.script(Schema.orderIndexes)
            }
            try session.keep(rejects, of: run.id)
            try session.end(run, accounting, at: now)
        }
        return run
    }
}
