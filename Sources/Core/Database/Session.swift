/// A connection in the middle of one transaction. It stays in the closure that it was given to.
public protocol Session {
    var engine: Engine { get }

    /// Runs a statement and gives its rows to `body` one by one, as the engine has them: a million need no more memory
    /// than one.
    ///
    /// - Parameter body: The row is there until it returns.
    func forEach(_ sql: SQL, values: [Value], _ body: (any ResultRow) throws -> Void) throws

    /// Runs a statement that answers with no rows.
    ///
    /// - Returns: How many rows were inserted, changed or deleted.
    @discardableResult
    func execute(_ sql: SQL, values: [Value]) throws -> Int

    /// Fills columns of a table with many rows, in the fastest way that the engine has.
    ///
    /// - Parameter fill: Writes row after row; see `RowWriter`.
    /// - Returns: How many rows were written.
    @discardableResult
    func load(_ table: LoadedTable, _ fill: (any RowWriter) throws -> Void) throws -> Int

    /// Numbers for rows that are about to be inserted with them, each given once and rising.
    func reserveIDs(_ count: Int, of table: StaticString) throws -> [Int64]

    /// Runs statements that stand one after another, divided by semicolons, as migrations have them.
    func script(_ sql: SQL) throws

    /// Waits until no other transaction holds this lock, and holds it until this one ends. SQLite, where one transaction
    /// writes at a time, has nothing to wait for.
    func lock(_ lock: DatabaseLock) throws

    /// What the engine would do to answer, a step a line.
    func plan(of sql: SQL, values: [Value]) throws -> [String]
}

extension Session {
    /// All rows as values of one type.
    public func all<Element>(
        _ sql: SQL, _ values: any ValueConvertible..., as element: (any ResultRow) throws -> Element
    ) throws -> [Element] {
        var elements: [Element] = []
        try forEach(sql, values: values.map(\.databaseValue)) { elements.append(try element($0)) }
        return elements
    }

    /// The first row; nil when there is none. Statements that may find many have a `LIMIT`.
    public func first<Element>(
        _ sql: SQL, _ values: any ValueConvertible..., as element: (any ResultRow) throws -> Element
    ) throws -> Element? {
        var found: Element?
        try forEach(sql, values: values.map(\.databaseValue)) { if found == nil { found = try element($0) } }
        return found
    }

    /// The first column of the first row; nil when there is no row.
    public func value<Result: ValueConvertible>(
        _ sql: SQL, _ values: any ValueConvertible..., as type: Result.Type = Result.self
    ) throws -> Result? {
        var found: Result?
        try forEach(sql, values: values.map(\.databaseValue)) { if found == nil { found = try $0.get(0, as: type) } }
        return found
    }

    @discardableResult
    public func execute(_ sql: SQL, _ values: any ValueConvertible...) throws -> Int {
        try execute(sql, values: values.map(\.databaseValue))
    }
}

/// What transactions exclude each other by, beyond the rows they write.
public enum DatabaseLock: Int64, Sendable, CaseIterable {
    case migrations = 1
    case imports = 2
    case sequencer = 3
}
