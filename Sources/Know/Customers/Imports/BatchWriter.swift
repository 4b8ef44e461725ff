import Database
import Domain
import Intake
import Ledger

/// Brings batches of documents into the database, each in one transaction.
struct BatchWriter {
    /// What became of a batch's documents.
    struct Counts: Equatable {
        var added = 0
        var changed = 0
        var unchanged = 0
    }

    let source: Int64
    /// Whether there was nothing before this import: no document can be known already, and indexes come at the end.
    let isFirstLoad: Bool
    private var texts = NumberedTexts()

    init(source: Int64, isFirstLoad: Bool) { (self.source, self.isFirstLoad) = (source, isFirstLoad) }

    /// A document's place in its batch, with its number in the database.
    private typealias Numbered = (id: Int64, place: Int)

    mutating func write(_ prepared: PreparedBatch, at now: Instant, in session: any Session) throws -> Counts {
        let rows = DocumentRows(
            prepared: prepared, source: source, now: now,
            customers: try CustomerResolution(source: source, now: now).resolve(
                prepared.batch.customers, in: session),
            terms: try zip(Dimension.allCases, prepared.terms).map {
                try texts.numbers(ofTerms: $1, of: $0, in: session)
            },
            products: try texts.numbers(of: prepared.products, source: source, in: session))
        let known = isFirstLoad ? [:] : try self.known(prepared, in: session)
        var counts = Counts()
        var (new, changed): ([Int], [Numbered]) = ([], [])
        for place in prepared.keys.indices {
            guard let known = known[place] else {
                new.append(place)
                continue
            }
            if known.digest == prepared.digests[place] {
                counts.unchanged += 1
            } else {
                changed.append((known.id, place))
            }
        }
        (counts.added, counts.changed) = (new.count, changed.count)
        for kept in KeptDocuments.all {
            let own = new.filter { rows.isRefund($0) == kept.areRefunds }
            let ids = try session.reserveIDs(own.count, of: kept.table.name)
            try insert(zip(ids, own).map { (id: $0, place: $1) }, of: rows, into: kept, session)
            try update(changed.filter { rows.isRefund($0.place) == kept.areRefunds }, of: rows, in: kept, session)
        }
        return counts
    }

    /// What is kept under the documents' keys, by their places.
    private func known(
        _ prepared: PreparedBatch, in session: any Session
    ) throws -> [Int: (id: Int64, digest: Int64)] {
        try session.load(ImportTables.stagedNumber) { writer in
            for (place, key) in prepared.keys.enumerated() {
                try writer.write(place)
                try writer.write(prepared.batch.documents[place].kind == .refund ? 1 : 0)
                try writer.write(key.number)
                try writer.write(key.part)
                try writer.endRow()
            }
        }
        var known: [Int: (id: Int64, digest: Int64)] = [:]
        for statement in [ImportStatements.knownOrders, ImportStatements.knownRefunds] {
            try session.forEach(statement, values: [.integer(source)]) { row in
                guard let place = try row.integer(at: 0), let id = try row.integer(at: 1),
                    let digest = try row.integer(at: 2)
                else { return }
                known[Int(place)] = (id, digest)
            }
        }
        try session.execute("DELETE FROM staged_number")
        return known
    }

    private func insert(
        _ documents: [Numbered], of rows: DocumentRows, into kept: KeptDocuments, _ session: any Session
    ) throws {
        guard !documents.isEmpty else { return }
        try session.load(kept.table) { writer in
            for (id, place) in documents { try rows.write(place, id: id, to: writer) }
        }
        try writeLines(documents, of: rows, into: kept, session)
    }

    private func update(
        _ documents: [Numbered], of rows: DocumentRows, in kept: KeptDocuments, _ session: any Session
    ) throws {
        guard !documents.isEmpty else { return }
        try session.load(kept.staged) { writer in
            for (id, place) in documents { try rows.write(place, id: id, to: writer) }
        }
        try session.execute(kept.staged.update(kept.table.name))
        try session.execute(kept.deleteStagedLines)
        try writeLines(documents, of: rows, into: kept, session)
        try session.execute("DELETE FROM " + SQL(kept.staged.name))
    }

    private func writeLines(
        _ documents: [Numbered], of rows: DocumentRows, into kept: KeptDocuments, _ session: any Session
    ) throws {
        guard documents.contains(where: { rows.hasLines($0.place) }) else { return }
        try session.load(kept.lines) { writer in
            for (id, place) in documents { try rows.writeLines(place, id: id, to: writer) }
        }
    }
}

/// Where orders or refunds are kept.
private struct KeptDocuments {
    let areRefunds: Bool
    let table: LoadedTable
    let staged: LoadedTable
    let lines: LoadedTable
    let deleteStagedLines: SQL

    static let all = [
        KeptDocuments(
            areRefunds: false, table: ImportTables.order, staged: ImportTables.stagedOrder,
            lines: ImportTables.orderLine, deleteStagedLines: ImportStatements.deleteStagedOrderLines),
        KeptDocuments(
            areRefunds: true, table: ImportTables.refund, staged: ImportTables.stagedRefund,
            lines: ImportTables.refundLine, deleteStagedLines: ImportStatements.deleteStagedRefundLines),
    ]
}
