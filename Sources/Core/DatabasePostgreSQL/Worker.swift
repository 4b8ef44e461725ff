import Database

/// What one thread of the pool does with its connection: transactions, and a new connection when the old one is lost.
final class Worker {
    private let library: LibPQ
    private let string: ConnectionString
    private let settings: PostgreSQLSettings
    private var connection: Connection?

    init(_ string: ConnectionString, _ settings: PostgreSQLSettings, _ library: LibPQ) {
        (self.string, self.settings, self.library) = (string, settings, library)
    }

    enum Transaction: String {
        case read = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"
        case write = "BEGIN ISOLATION LEVEL READ COMMITTED"
    }

    /// The first connection of a database.
    func open() throws(DatabaseError) {
        connection = try Connection(string, settings, library, orElse: .cannotOpen)
    }

    func disconnect() { connection = nil }

    /// Does work in one transaction. A connection that was lost while nobody used it is replaced; one that is lost after
    /// the body has begun is not, since the body may have done more than the database knows of.
    func transaction<Result>(_ kind: Transaction, _ body: (any Session) throws -> Result) throws -> Result {
        let connection = try ready(kind.rawValue)
        let session = PostgreSQLSession(connection)
        let result: Result
        do {
            result = try body(session)
            // What was only read needs no commit, and the rows that nobody read need not come.
            if kind == .read, session.isAbandoned, session.refusal == nil {
                session.end(inVain: true)
                rollBack(connection)
                return result
            }
            session.end(inVain: false)
        } catch {
            session.end(inVain: true)
            rollBack(connection)
            throw error
        }
        try conclude(kind, connection, session)
        return result
    }

    /// Runs a statement that must stand outside a transaction, however long it takes.
    func maintain(_ text: String, sql: String) throws(DatabaseError) {
        // What holds for other statements does not for this one, so the connection is not used again.
        defer { disconnect() }
        try ready("SET statement_timeout = 0").command(text, sql: sql)
    }

    /// A connection on which `first` was run.
    private func ready(_ first: String) throws(DatabaseError) -> Connection {
        if let connection {
            do {
                try connection.command(first)
                return connection
            } catch {
                disconnect()
                guard connection.isLost else { throw error }
            }
        }
        // The server was there when the database was opened, and may be so again.
        let fresh = try Connection(string, settings, library, orElse: .connectionLost)
        try fresh.command(first)
        connection = fresh
        return fresh
    }

    private func rollBack(_ connection: Connection) {
        if !connection.rollBack() { disconnect() }
    }

    private func conclude(_ kind: Transaction, _ connection: Connection, _ session: PostgreSQLSession) throws {
        guard connection.transaction == .open else {
            let isEnded = connection.transaction == .idle
            rollBack(connection)
            if isEnded {
                throw DatabaseError(.refused, "The work ended its transaction by a statement of its own.")
            }
            throw session.refusal ?? ServerMessage.lost
        }
        do {
            try connection.command("COMMIT")
        } catch {
            let isUnknown = error.reason == .connectionLost
            disconnect()
            // What was read was read, whatever became of the end.
            if kind == .read, isUnknown { return }
            guard isUnknown else { throw error }
            throw DatabaseError(
                .commitUnknown,
                "The connection to the PostgreSQL server was lost during the commit: it may have been written or not.")
        }
    }
}
