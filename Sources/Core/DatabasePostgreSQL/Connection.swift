import Database

/// One connection to a server, used by one thread.
///
/// Bounds: the pointer comes from libpq and lives as long as this; texts of it are copied out.
final class Connection {
    let library: LibPQ
    let pointer: OpaquePointer
    let parameters = ParameterBuffer()
    var statements = StatementNames()
    /// Whether what was prepared no longer fits the schema, so that another connection has to take over.
    private(set) var isOutdated = false

    /// - Parameter reason: What it means that the server cannot be reached.
    /// - Throws: `DatabaseError` with that reason, or `.cannotOpen` when the server is not such as it must be; without
    ///   any secret of the connection string.
    init(
        _ string: ConnectionString, _ settings: PostgreSQLSettings, _ library: LibPQ,
        orElse reason: DatabaseError.Reason
    ) throws(DatabaseError) {
        self.library = library
        let opening = ConnectionOpening(string, settings, library)
        guard let opened = opening.start() else {
            throw DatabaseError(.cannotOpen, "There is no memory for a connection.")
        }
        pointer = opened
        let fault = opening.finish(opened)
        guard fault == nil, !isLost else {
            let said = library.errorMessage(opened).map { String(cString: $0) } ?? ""
            throw DatabaseError(reason, "PostgreSQL cannot be reached: " + string.scrubbed(fault ?? said))
        }
        try ServerCheck.check(version: library.serverVersion(opened), encoding: status(of: "server_encoding"))
        try command(Self.setUp(settings))
    }

    deinit { library.finish(pointer) }

    /// Whether libpq has found the connection to be gone.
    var isLost: Bool { library.status(pointer) != 0 }

    /// Where the connection stands, as libpq's header numbers it.
    enum TransactionStatus: Int32 { case idle = 0, active, open, failed, unknown }

    var transaction: TransactionStatus { .init(rawValue: library.transactionStatus(pointer)) ?? .unknown }

    private func status(of name: String) -> String {
        library.parameterStatus(pointer, name).map { String(cString: $0) } ?? ""
    }

    /// What holds for a connection as long as it lives. A server that waits for more than its own disk goes on doing so.
    private static func setUp(_ settings: PostgreSQLSettings) -> String {
        func limit(_ duration: Duration?) -> Int32 { duration?.serverMilliseconds ?? 0 }
        return """
            SELECT set_config(name, value, false) FROM (VALUES
                ('statement_timeout', '\(limit(settings.statementLimit))'),
                ('lock_timeout', '\(limit(settings.lockLimit))'),
                ('idle_in_transaction_session_timeout', '\(limit(settings.idleLimit))'),
                ('TimeZone', 'UTC'),
                ('standard_conforming_strings', 'on'),
                ('synchronous_commit', CASE current_setting('synchronous_commit')
                    WHEN 'remote_apply' THEN 'remote_apply' ELSE 'on' END)
            ) AS setting (name, value)
            """
    }

    /// Runs one or more statements without values.
    @discardableResult
    func command(_ text: String, sql: String? = nil) throws(DatabaseError) -> Answer {
        let answer = collect(library.send(pointer, text))
        try check(answer, sql: sql)
        return answer
    }

    /// Ends the transaction, whatever is going on in it.
    ///
    /// - Returns: Whether the connection can be used again.
    func rollBack() -> Bool {
        // This one also ends a COPY that somebody began.
        let answer = Answer(library.execute(pointer, "ROLLBACK"), library)
        return !answer.isRefusal && !isLost && transaction == .idle && !isOutdated
    }

    /// What the server answers to what was sent: what it refused first, or else the last. A server that ends the
    /// connection says why before libpq says that it has ended.
    func collect(_ wasSent: Int32) -> Answer {
        var last: Answer?
        var refusal: Answer?
        while let next = library.nextAnswer(pointer) {
            let answer = Answer(next, library)
            if answer.isRefusal { refusal = refusal ?? answer }
            last = answer
            // A COPY would come again and again; what follows ends it.
            if isLost || answer.isCopy { break }
        }
        return refusal ?? (wasSent == 1 ? last : nil) ?? Answer(nil, library)
    }

    func check(_ answer: Answer, sql: String?) throws(DatabaseError) {
        guard answer.isRefusal || isLost else { return }
        throw error(answer, sql: sql)
    }

    /// What went wrong. Whatever the server said last, a connection that is gone is that.
    func error(_ answer: Answer, sql: String?) -> DatabaseError {
        let said = library.errorMessage(pointer).map { String(cString: $0) } ?? ""
        let message = answer.message(orElse: said.split(whereSeparator: \.isNewline).joined(separator: " "))
        if message.tellsChangedSchema { isOutdated = true }
        guard isLost, message.state != "25P03" else { return message.error(sql: sql) }
        return DatabaseError(.connectionLost, ServerMessage.lost.message, sql: sql)
    }

    /// Reads what is left of an answer, and what the server refused in it, if anything.
    func drain() -> Answer? {
        let answer = collect(1)
        return answer.isRefusal && answer.pointer != nil ? answer : nil
    }

    /// Asks the server to stop what it is doing. What it answers is still to be read.
    func cancel() {
        guard let request = library.makeCancel(pointer) else { return }
        defer { library.freeCancel(request) }
        withUnsafeTemporaryAllocation(of: CChar.self, capacity: 256) { message in
            message.initialize(repeating: 0)
            _ = message.baseAddress.map { library.cancel(request, $0, Int32(message.count)) }
        }
    }
}
