import Database

/// One transaction on a connection.
///
/// After a statement that the server refused, the server takes no other in the same transaction; so the first refusal is
/// kept, thrown again by what follows, and by the end of the work if its body hides it.
final class PostgreSQLSession: Session {
    private enum State {
        case ready
        /// An answer's rows, or those of a table that is filled, are on their way.
        case busy(String)
        /// What reads an answer stopped before its end: rows are still to come.
        case abandoned
        case over
    }

    let engine = Engine.postgresql
    /// What the server refused, if anything.
    private(set) var refusal: DatabaseError?
    private let connection: Connection
    private let row: PostgreSQLRow
    private var state = State.ready

    init(_ connection: Connection) {
        self.connection = connection
        row = PostgreSQLRow(connection.library)
    }

    func forEach(_ sql: SQL, values: [Value], _ body: (any ResultRow) throws -> Void) throws {
        try begin(sql)
        try keepingRefusal { () throws(DatabaseError) in try connection.send(sql, values) }
        state = .busy("An answer is still being read.")
        row.begin()
        defer {
            row.show(nil)
            if case .busy = state { state = .abandoned }
        }
        let library = connection.library
        while let next = library.nextAnswer(connection.pointer) {
            let status = library.answerStatus(next)
            if status == Answer.Status.singleRow.rawValue {
                defer { library.clear(next) }
                row.show(next)
                try body(row)
                continue
            }
            let answer = Answer(next, library)
            guard answer.isRefusal || answer.isCopy || connection.isLost else { continue }
            let error = answer.isCopy ? Connection.strayCopy(sql) : connection.error(answer, sql: sql.text)
            _ = answer.isCopy ? nil : connection.drain()
            state = .ready
            refusal = refusal ?? error
            throw error
        }
        state = .ready
    }

    func execute(_ sql: SQL, values: [Value]) throws -> Int {
        try begin(sql)
        return try keepingRefusal { () throws(DatabaseError) in try connection.run(sql, values) }.changedRows
    }

    func script(_ sql: SQL) throws {
        try begin(sql)
        let text = Dialect.postgresql.text(of: sql)
        try keepingRefusal { () throws(DatabaseError) in
            guard try !connection.command(text, sql: sql.text).isCopy else { throw Connection.strayCopy(sql) }
            // What was prepared may speak of tables that are other ones now.
            try connection.forgetStatements()
        }
    }

    func lock(_ lock: DatabaseLock) throws {
        // The first number tells Perennial's locks from those of others in the same database.
        _ = try execute(
            "SELECT pg_advisory_xact_lock(1885697646, CAST($1 AS INTEGER))", values: [.integer(lock.rawValue)])
    }

    func reserveIDs(_ count: Int, of table: StaticString) throws -> [Int64] {
        guard count > 0 else { return [] }
        var ids: [Int64] = []
        ids.reserveCapacity(count)
        let values = [Value.text(table.description), .integer(Int64(count))]
        try forEach(Self.nextNumbers, values: values) { ids.append(try $0.get(0)) }
        return ids
    }

    private static let nextNumbers: SQL = """
        SELECT nextval(CAST(pg_get_serial_sequence($1, 'id') AS regclass))
        FROM generate_series(1, CAST($2 AS INTEGER))
        """

    func plan(of sql: SQL, values: [Value]) throws -> [String] {
        var steps: [String] = []
        try forEach("EXPLAIN (COSTS OFF) " + sql, values: values) { steps.append(try $0.get(0)) }
        return steps
    }

    func load(_ table: LoadedTable, _ fill: (any RowWriter) throws -> Void) throws -> Int {
        try begin(nil)
        let text = CopyText(table)
        let kinds = try keepingRefusal { () throws(DatabaseError) in try prepare(text) }
        let writer = CopyWriter(connection, names: table.columns.map(\.name.description), kinds: kinds)
        state = .busy("A table is still being filled.")
        defer { state = .ready }
        do {
            try fill(writer)
            try writer.finish()
        } catch {
            // Whatever stopped it, the server has to give up what it has of it.
            let stopped = connection.endCopy(giveUp: true)
            let isLost = stopped?.reason == .connectionLost
            refusal = refusal ?? writer.refusal ?? (isLost ? stopped : Self.givenUp(text))
            throw error
        }
        if let refused = connection.endCopy(giveUp: false) {
            refusal = refusal ?? refused
            throw refused
        }
        if let analysis = text.analysis, writer.rows >= Self.manyRows {
            state = .ready
            try keepingRefusal { () throws(DatabaseError) in _ = try connection.command(analysis, sql: analysis) }
        }
        return writer.rows
    }

    /// So many rows of a temporary table the server should know of when it plans: it takes a new one for small.
    private static let manyRows = 200

    private static func givenUp(_ text: CopyText) -> DatabaseError {
        DatabaseError(.refused, "The transaction is over, since a table in it was filled in part.", sql: text.copy)
    }

    /// Makes a temporary table and asks for the types of the columns, then begins to fill them.
    private func prepare(_ text: CopyText) throws(DatabaseError) -> [ColumnKind] {
        if let creation = text.creation { try connection.command(creation) }
        let types = try connection.command(text.question, sql: text.question).columnTypes
        let kinds = try text.kinds(of: types)
        let answer = try connection.command(text.copy, sql: text.copy)
        guard answer.status == .copyIn else {
            throw DatabaseError(.refused, "The server does not take rows.", sql: text.copy)
        }
        return kinds
    }

    /// Before a statement.
    private func begin(_ sql: SQL?) throws(DatabaseError) {
        switch state {
        case .ready: break
        case .busy(let reason): throw DatabaseError(.refused, reason, sql: sql?.text)
        case .over: throw DatabaseError(.closed, "The transaction is over.", sql: sql?.text)
        case .abandoned:
            state = .ready
            if let refused = connection.drain() { refusal = refusal ?? connection.error(refused, sql: nil) }
        }
        if let refusal { throw refusal }
    }

    private func keepingRefusal<Result>(_ work: () throws(DatabaseError) -> Result) throws(DatabaseError) -> Result {
        do {
            return try work()
        } catch {
            // What never reached the server left the transaction as it was.
            if connection.transaction != .open { refusal = refusal ?? error }
            throw error
        }
    }

    /// Whether rows are still to come that nobody reads.
    var isAbandoned: Bool { if case .abandoned = state { true } else { false } }

    /// After the body: nothing of an answer is left, and nothing more can be asked.
    ///
    /// - Parameter inVain: Whether what the transaction did is given up.
    func end(inVain: Bool) {
        if isAbandoned {
            if inVain { connection.cancel() }
            if let refused = connection.drain() { refusal = refusal ?? connection.error(refused, sql: nil) }
        }
        state = .over
    }
}
