import Database

/// The statements that fill a table.
struct CopyText {
    /// Makes a temporary table when the transaction has not yet got it; nil: it is a lasting one.
    let creation: String?
    /// Answers with no rows and the types of the columns.
    let question: String
    let copy: String
    /// Tells the server what a temporary table holds, which it looks at by itself for lasting ones alone.
    let analysis: String?
    private let table: LoadedTable

    init(_ table: LoadedTable) {
        self.table = table
        let name = Self.quoted(table.name)
        let columns = table.columns.map { Self.quoted($0.name) }
        question = "SELECT \(columns.joined(separator: ", ")) FROM \(name) LIMIT 0"
        copy = "COPY \(name) (\(columns.joined(separator: ", "))) FROM STDIN (FORMAT binary)"
        analysis = table.isTemporary ? "ANALYZE \(name)" : nil
        let definitions = zip(columns, table.columns).map { "\($0) \(Self.type($1.type))" }.joined(separator: ", ")
        creation =
            table.isTemporary ? "CREATE TEMPORARY TABLE IF NOT EXISTS \(name) (\(definitions)) ON COMMIT DROP" : nil
    }

    private static func quoted(_ name: StaticString) -> String {
        "\"" + name.description.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
            + "\""
    }

    private static func type(_ type: LoadedTable.ColumnType) -> String {
        switch type {
        case .integer: "BIGINT"
        case .real: "DOUBLE PRECISION"
        case .text: "TEXT"
        case .blob: "BYTEA"
        }
    }

    /// - Throws: `DatabaseError` for a type that rows cannot be written as.
    func kinds(of types: [UInt32]) throws(DatabaseError) -> [ColumnKind] {
        let kinds = types.map(ColumnKind.init(type:))
        for (kind, column) in zip(kinds, table.columns) {
            switch kind {
            case .int2, .int4, .int8, .float4, .float8, .text, .json, .jsonb, .blob: continue
            case .oid, .bool, .numeric, .other:
                throw DatabaseError(
                    .refused, "The column \(column.name) is \(kind.name), which cannot be filled in bulk.", sql: copy)
            }
        }
        return kinds
    }
}
