/// Where many rows go: column by column in the order of `LoadedTable.columns`, and after the last one `endRow`.
///
///     try session.load(orders) { writer in
///         for order in batch {
///             try writer.write(order.id)
///             try writer.write(order.number)
///             try writer.endRow()
///         }
///     }
public protocol RowWriter {
    func write(_ number: Int64) throws
    func write(_ number: Double) throws
    func write(_ text: String) throws
    /// UTF-8 that was checked to be so.
    func write(utf8 text: Span<UInt8>) throws
    func write(blob bytes: Span<UInt8>) throws
    func writeNull() throws
    func endRow() throws
}

extension RowWriter {
    public func write(_ number: Int) throws { try write(Int64(number)) }

    public func write(_ number: Int64?) throws { if let number { try write(number) } else { try writeNull() } }

    public func write(_ text: String?) throws { if let text { try write(text) } else { try writeNull() } }
}

/// A table, or a temporary one that lives for a transaction, with the columns that are filled.
public struct LoadedTable: Sendable {
    public let name: StaticString
    public let columns: [Column]
    /// Made for this transaction and gone after it.
    public let isTemporary: Bool

    public struct Column: Sendable {
        public let name: StaticString
        public let type: ColumnType

        public init(_ name: StaticString, _ type: ColumnType) { (self.name, self.type) = (name, type) }
    }

    public enum ColumnType: Sendable { case integer, real, text, blob }

    public init(_ name: StaticString, isTemporary: Bool = false, _ columns: [Column]) {
        (self.name, self.columns, self.isTemporary) = (name, columns, isTemporary)
    }
}

extension LoadedTable {
    /// The names of the columns, with commas.
    public var columnNames: SQL { columns.map { SQL($0.name) }.joined(by: ", ") }

    /// The names of the columns with their types, as a `CREATE TABLE` has them.
    public var columnDefinitions: SQL {
        columns.map { column in
            let type: SQL =
                switch column.type {
                case .integer: " {integer}"
                case .real: " {real}"
                case .text: " {text}"
                case .blob: " {blob}"
                }
            return SQL(column.name) + type
        }.joined(by: ", ")
    }
}
