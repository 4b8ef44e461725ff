import Database
import GRDB
import GRDBSQLite

import struct Database.DatabaseError
import struct Database.SQL

/// One transaction on a connection to a file.
final class SQLiteSession: Session {
    private let database: GRDB.Database
    private var isReading = false
    /// The highest number that was reserved in this transaction, by table.
    private var reserved: [String: Int64] = [:]
    /// Temporary tables made by this transaction.
    private(set) var temporaryTables: [StaticString] = []

    init(_ database: GRDB.Database) { self.database = database }

    let engine = Engine.sqlite

    func forEach(_ sql: SQL, values: [Value], _ body: (any ResultRow) throws -> Void) throws {
        let statement = try begin(sql)
        isReading = true
        defer {
            isReading = false
            statement.reset()
        }
        try statement.bind(values)
        while try statement.step() { try body(statement) }
    }

    func execute(_ sql: SQL, values: [Value]) throws -> Int {
        let statement = try begin(sql)
        defer { statement.reset() }
        try statement.bind(values)
        let before = database.totalChangesCount
        while try statement.step() {}
        return database.totalChangesCount - before
    }

    private func begin(_ sql: SQL) throws -> SQLiteStatement {
        guard !isReading else {
            throw DatabaseError(.refused, "An answer is still being read.", sql: sql.text)
        }
        return try SQLiteStatement(sql, database)
    }

    func load(_ table: LoadedTable, _ fill: (any RowWriter) throws -> Void) throws -> Int {
        if table.isTemporary { try makeTemporary(table) }
        let statement = try begin(SQLiteText.insert(into: table))
        defer { statement.reset() }
        let writer = SQLiteRowWriter(statement, columns: table.columns.count)
        try fill(writer)
        return writer.rows
    }

    private func makeTemporary(_ table: LoadedTable) throws {
        guard !temporaryTables.contains(where: { $0.description == table.name.description }) else { return }
        try script(SQLiteText.create(table))
        temporaryTables.append(table.name)
    }

    func reserveIDs(_ count: Int, of table: StaticString) throws -> [Int64] {
        let name = table.description
        // Rows may have gone since; of tables whose numbers last SQLite remembers the highest ever.
        let kept: Int64 = try value("SELECT COALESCE(MAX(id), 0) FROM " + SQL(table)) ?? 0
        let ever: Int64 = try value("SELECT seq FROM sqlite_sequence WHERE name = $1", name) ?? 0
        let last = max(kept, ever, reserved[name] ?? 0)
        reserved[name] = last + Int64(count)
        return (0..<Int64(count)).map { last + 1 + $0 }
    }

    func script(_ sql: SQL) throws {
        try translatingErrors { try database.execute(sql: SQLiteText.text(of: sql)) }
    }

    func lock(_ lock: DatabaseLock) throws {}

    func plan(of sql: SQL, values: [Value]) throws -> [String] {
        let statement = try begin("EXPLAIN QUERY PLAN " + sql)
        defer { statement.reset() }
        try statement.bind(values)
        var steps: [String] = []
        while try statement.step() { steps.append(try statement.get(3)) }
        return steps
    }
}
