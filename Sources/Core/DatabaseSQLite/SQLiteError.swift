import Database
import GRDB
import GRDBSQLite

import struct Database.DatabaseError

extension DatabaseError {
    /// What a connection said last.
    init(_ connection: OpaquePointer?, sql: String?) {
        let code = sqlite3_extended_errcode(connection)
        self.init(code: code, message: connection.map { String(cString: sqlite3_errmsg($0)) } ?? "no memory", sql: sql)
    }

    /// What GRDB threw while it opened, began or ended something.
    init(_ error: GRDB.DatabaseError) {
        self.init(
            code: error.extendedResultCode.rawValue, message: error.message ?? "SQLite refused", sql: error.sql)
    }

    init(code: Int32, message: String, sql: String?) {
        self.init(Self.reason(code, message), message, sql: sql)
    }

    private static func reason(_ code: Int32, _ message: String) -> Reason {
        /// What stands after the colon: “UNIQUE constraint failed: customer.id”.
        let names = message.firstIndex(of: ":").map { String(message[$0...].dropFirst(2)) } ?? message
        switch ResultCode(rawValue: code) {
        case .SQLITE_CONSTRAINT_UNIQUE, .SQLITE_CONSTRAINT_PRIMARYKEY, .SQLITE_CONSTRAINT_ROWID:
            return .notUnique(names)
        case .SQLITE_CONSTRAINT_FOREIGNKEY: return .foreignKey
        case .SQLITE_CONSTRAINT_NOTNULL: return .notNull(names)
        case .SQLITE_CONSTRAINT_CHECK: return .check(names)
        default: break
        }
        switch code & 0xFF {
        case SQLITE_BUSY, SQLITE_LOCKED: return .busy
        case SQLITE_INTERRUPT: return .timeout
        case SQLITE_FULL: return .diskFull
        case SQLITE_READONLY: return .readOnly
        case SQLITE_CORRUPT, SQLITE_NOTADB: return .damaged
        case SQLITE_CANTOPEN: return .cannotOpen
        default: return .refused
        }
    }
}

/// What SQLite or GRDB throws, told as the wings know it; what a transaction's own work threw stays what it is.
func translatingErrors<Result>(_ work: () throws -> Result) throws -> Result {
    do {
        return try work()
    } catch let error as GRDB.DatabaseError {
        throw DatabaseError(error)
    }
}

func translatingErrors<Result>(
    isolation: isolated (any Actor)? = #isolation, _ work: () async throws -> Result
) async throws -> Result {
    do {
        return try await work()
    } catch let error as GRDB.DatabaseError {
        throw DatabaseError(error)
    }
}
