import Database
import GRDB
import GRDBSQLite

import struct Database.DatabaseError
import struct Database.SQL

/// A prepared statement in the middle of its answer: values bound, rows read, and everything let go at the end.
///
/// Memory: what is bound is copied by SQLite; texts and bytes of a row are borrowed from it and end with the next step.
struct SQLiteStatement: ResultRow {
    let handle: OpaquePointer
    let connection: OpaquePointer
    let sql: String

    /// - Throws: `DatabaseError` where the engine does not understand the statement.
    init(_ sql: SQL, _ database: GRDB.Database) throws {
        let text = SQLiteText.text(of: sql)
        let statement = try translatingErrors { try database.cachedStatement(sql: text) }
        guard let connection = database.sqliteConnection else {
            throw DatabaseError(.closed, "The database is closed.")
        }
        (handle, self.connection, self.sql) = (statement.sqliteStatement, connection, text)
    }

    func bind(_ values: [Value]) throws {
        let wanted = Int(sqlite3_bind_parameter_count(handle))
        guard wanted == values.count else {
            throw DatabaseError(.refused, "\(values.count) values for \(wanted) parameters", sql: sql)
        }
        for (place, value) in values.enumerated() {
            let code = bind(value, at: Int32(place + 1))
            guard code == SQLITE_OK else { throw DatabaseError(connection, sql: sql) }
        }
    }

    private func bind(_ value: Value, at place: Int32) -> Int32 {
        switch value {
        case .null: return sqlite3_bind_null(handle, place)
        case .integer(let number): return sqlite3_bind_int64(handle, place, number)
        case .real(let number): return sqlite3_bind_double(handle, place, number)
        case .text(var text):
            return text.withUTF8 { bytes in
                sqlite3_bind_text(handle, place, bytes.charPointer, Int32(bytes.count), Self.copied)
            }
        case .blob(let bytes):
            return bytes.withUnsafeBytes { bytes in
                bytes.isEmpty
                    ? sqlite3_bind_zeroblob(handle, place, 0)
                    : sqlite3_bind_blob(handle, place, bytes.baseAddress, Int32(bytes.count), Self.copied)
            }
        }
    }

    /// SQLite makes a copy of what is bound: its `SQLITE_TRANSIENT`.
    static var copied: sqlite3_destructor_type { unsafeBitCast(-1, to: sqlite3_destructor_type.self) }

    /// Whether there is a row.
    func step() throws -> Bool {
        switch sqlite3_step(handle) {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        default: throw DatabaseError(connection, sql: sql)
        }
    }

    func reset() {
        sqlite3_reset(handle)
        sqlite3_clear_bindings(handle)
    }

    // MARK: The row

    var columnCount: Int { Int(sqlite3_column_count(handle)) }

    func value(at column: Int) throws -> Value {
        let place = Int32(column)
        switch sqlite3_column_type(handle, place) {
        case SQLITE_NULL: return .null
        case SQLITE_INTEGER: return .integer(sqlite3_column_int64(handle, place))
        case SQLITE_FLOAT: return .real(sqlite3_column_double(handle, place))
        case SQLITE_TEXT: return .text(String(decoding: textBytes(at: place), as: UTF8.self))
        default: return .blob(Array(blobBytes(at: place)))
        }
    }

    func integer(at column: Int) throws -> Int64? {
        switch sqlite3_column_type(handle, Int32(column)) {
        case SQLITE_INTEGER: return sqlite3_column_int64(handle, Int32(column))
        case SQLITE_NULL: return nil
        default: throw DatabaseError(.unexpectedValue, "column \(column) holds no integer", sql: sql)
        }
    }

    func withText<Result>(at column: Int, _ body: (Span<UInt8>) throws -> Result) throws -> Result? {
        switch sqlite3_column_type(handle, Int32(column)) {
        case SQLITE_TEXT: return try body(textBytes(at: Int32(column)).span)
        case SQLITE_NULL: return nil
        default: throw DatabaseError(.unexpectedValue, "column \(column) holds no text", sql: sql)
        }
    }

    private func textBytes(at place: Int32) -> UnsafeBufferPointer<UInt8> {
        // The text before its length, as SQLite asks.
        let start = sqlite3_column_text(handle, place)
        return UnsafeBufferPointer(start: start, count: start == nil ? 0 : Int(sqlite3_column_bytes(handle, place)))
    }

    private func blobBytes(at place: Int32) -> UnsafeRawBufferPointer {
        let start = sqlite3_column_blob(handle, place)
        return UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : Int(sqlite3_column_bytes(handle, place)))
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// As C's functions want a text. Never nil, which SQLite would take for NULL.
    fileprivate var charPointer: UnsafePointer<CChar> {
        UnsafeRawPointer(baseAddress.map { UnsafeRawPointer($0) } ?? UnsafeRawPointer(Self.nothing))
            .assumingMemoryBound(to: CChar.self)
    }

    nonisolated(unsafe) private static let nothing = UnsafeMutablePointer<UInt8>.allocate(capacity: 1)
}
