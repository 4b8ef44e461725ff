import Database
import Synchronization

/// Statements as SQLite understands them: in its dialect, and `$1` rewritten to `?1`, since SQLite numbers `$n` by the
/// order in which they appear and would swap values in silence.
enum SQLiteText {
    private static let known = Mutex<[SQL: String]>([:])

    static func text(of sql: SQL) -> String {
        if let text = known.withLock({ $0[sql] }) { return text }
        let text = numbered(Dialect.sqlite.text(of: sql))
        known.withLock { $0[sql] = text }
        return text
    }

    /// Leaves what stands in quotes and comments as it is.
    static func numbered(_ text: String) -> String {
        var result: [UInt8] = []
        var end: [UInt8]?
        let bytes = Array(text.utf8)
        for (place, byte) in bytes.enumerated() {
            if let closing = end {
                if bytes[place...].starts(with: closing) { end = nil }
            } else if byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") {
                end = [byte]
            } else if bytes[place...].starts(with: "--".utf8) {
                end = [UInt8(ascii: "\n")]
            } else if bytes[place...].starts(with: "/*".utf8) {
                end = Array("*/".utf8)
            }
            let isDigitNext = place + 1 < bytes.count && (0x30...0x39).contains(bytes[place + 1])
            result.append(end == nil && byte == UInt8(ascii: "$") && isDigitNext ? UInt8(ascii: "?") : byte)
        }
        return String(decoding: result, as: UTF8.self)
    }

    static func create(_ table: LoadedTable) -> SQL {
        "CREATE TEMPORARY TABLE " + SQL(table.name) + " (" + table.columnDefinitions + ")"
    }

    static func drop(_ temporaryTable: StaticString) -> SQL { "DROP TABLE temp." + SQL(temporaryTable) }

    static func insert(into table: LoadedTable) -> SQL {
        let parameters = (1...table.columns.count).map(SQL.parameter).joined(by: ", ")
        return "INSERT INTO " + SQL(table.name) + " (" + table.columnNames + ") VALUES (" + parameters + ")"
    }
}
