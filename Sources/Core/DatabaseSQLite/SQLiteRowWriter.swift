import Database
import GRDBSQLite

/// Binds the columns of one row after another and steps an `INSERT`.
///
/// Memory: texts and bytes of a row lie in one buffer, which does not move between the binding and the step.
final class SQLiteRowWriter: RowWriter {
    private let statement: SQLiteStatement
    private let columns: Int
    private var column = 0
    private var bytes: [UInt8] = []
    private var pieces: [(column: Int32, range: Range<Int>, isText: Bool)] = []
    private(set) var rows = 0

    init(_ statement: SQLiteStatement, columns: Int) { (self.statement, self.columns) = (statement, columns) }

    func write(_ number: Int64) throws { try check(sqlite3_bind_int64(statement.handle, next(), number)) }

    func write(_ number: Double) throws { try check(sqlite3_bind_double(statement.handle, next(), number)) }

    func writeNull() throws { try check(sqlite3_bind_null(statement.handle, next())) }

    func write(_ text: String) throws { append(text.utf8, isText: true) }

    func write(utf8 text: Span<UInt8>) throws { text.withUnsafeBufferPointer { append($0, isText: true) } }

    func write(blob bytes: Span<UInt8>) throws { bytes.withUnsafeBufferPointer { append($0, isText: false) } }

    func endRow() throws {
        precondition(column == columns, "a row has \(columns) columns")
        try bytes.withUnsafeBytes { buffer in
            for (column, range, isText) in pieces {
                // An empty buffer has no address, and without one SQLite binds NULL.
                guard let start = buffer.baseAddress ?? UnsafeRawPointer(bitPattern: 1) else { continue }
                let (address, count) = (start + range.lowerBound, Int32(range.count))
                let code =
                    isText
                    ? sqlite3_bind_text(
                        statement.handle, column, address.assumingMemoryBound(to: CChar.self), count, nil)
                    : sqlite3_bind_blob(statement.handle, column, address, count, nil)
                try check(code)
            }
            _ = try statement.step()
        }
        sqlite3_reset(statement.handle)
        bytes.removeAll(keepingCapacity: true)
        pieces.removeAll(keepingCapacity: true)
        column = 0
        rows += 1
    }

    private func append(_ own: some Collection<UInt8>, isText: Bool) {
        let start = bytes.count
        bytes.append(contentsOf: own)
        pieces.append((next(), start..<bytes.count, isText))
    }

    private func next() -> Int32 {
        precondition(column < columns, "a row has \(columns) columns")
        column += 1
        return Int32(column)
    }

    private func check(_ code: Int32) throws {
        guard code == SQLITE_OK else { throw DatabaseError(statement.connection, sql: statement.sql) }
    }
}
