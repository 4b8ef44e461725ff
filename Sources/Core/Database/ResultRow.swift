/// One row of an answer. Columns count from 0.
public protocol ResultRow {
    var columnCount: Int { get }

    func value(at column: Int) throws -> Value

    /// Nil: NULL. For passes over many rows, where making a `Value` of each column costs too much.
    ///
    /// - Throws: `DatabaseError` when the column holds something else.
    func integer(at column: Int) throws -> Int64?

    /// The UTF-8 of a text; nil: NULL. The bytes are there until `body` returns.
    func withText<Result>(at column: Int, _ body: (Span<UInt8>) throws -> Result) throws -> Result?
}

extension ResultRow {
    /// - Throws: `DatabaseError` that names the column when it holds something else.
    public func get<Result: ValueConvertible>(_ column: Int, as type: Result.Type = Result.self) throws -> Result {
        let value = try value(at: column)
        guard let result = Result(databaseValue: value) else {
            throw DatabaseError(.unexpectedValue, "column \(column) holds \(value.kind), not \(Result.self)")
        }
        return result
    }
}
