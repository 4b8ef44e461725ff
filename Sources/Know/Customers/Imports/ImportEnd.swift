import Database
import Domain
import Intake
import Timeline

extension Session {
    /// Keeps the rows that could not be read, as they stand in the files.
    func keep(_ rejects: [RejectedRow], of run: ImportRun.ID) throws {
        let table = LoadedTable(
            "rejected_row",
            [
                .init("import_id", .integer), .init("place", .integer), .init("file", .text), .init("line", .integer),
                .init("reason", .text), .init("text", .text),
            ])
        try load(table) { writer in
            for (place, reject) in rejects.enumerated() {
                try writer.write(run.rawValue)
                try writer.write(place + 1)
                try writer.write(reject.file)
                try writer.write(reject.line)
                try writer.write(reject.reason.rawValue)
                try writer.write(reject.text)
                try writer.endRow()
            }
        }
    }

    func end(_ run: ImportRun, _ accounting: Accounting, at now: Instant) throws {
        try execute(
            """
            UPDATE import_run SET state = 'done', ended_at = $2, rows_read = $3, rows_accepted = $4, rows_rejected = $5,
                rows_ignored = $6, reasons = $7
            WHERE id = $1
            """, run.id, now, accounting.rows, accounting.accepted, accounting.rejected, accounting.ignored,
            try JSONText.encoded(RowReasons(accounting)))
        try append(
            try NewEvent("orders-imported", occurredAt: now, isHistorical: true, data: ImportedOrders(run)), at: now)
    }
}

/// What the timeline tells of an import.
private struct ImportedOrders: Encodable {
    let importRun: Int64
    let added: Int
    let changed: Int
    let unchanged: Int

    init(_ run: ImportRun) {
        importRun = run.id.rawValue
        (added, changed, unchanged) = (run.added, run.changed, run.unchanged)
    }
}

/// Rows by the reason why they were rejected or ignored.
struct RowReasons: Codable {
    var rejected: [String: Int] = [:]
    var ignored: [String: Int] = [:]

    init() {}

    init(_ accounting: Accounting) {
        rejected = Dictionary(uniqueKeysWithValues: accounting.rejectedByReason.map { ($0.rawValue, $1) })
        ignored = Dictionary(uniqueKeysWithValues: accounting.ignoredByReason.map { ($0.rawValue, $1) })
    }
}
