/// How a PostgreSQL server is used.
public struct PostgreSQLSettings: Sendable {
    /// How many connections there are at most, each with a thread of its own; they are made when they are needed.
    public var connections: Int
    /// How long one statement may take, with the time in which its rows are read; nil: as long as it needs.
    public var statementLimit: Duration?
    /// How long a statement waits for what another transaction holds; nil: as long as it needs.
    public var lockLimit: Duration?
    /// How long a transaction may do nothing between two statements; nil: as long as it needs.
    public var idleLimit: Duration?
    /// How long making a connection may take, unless the connection string says so itself.
    public var connectLimit: Duration
    /// What the server's lists of connections show, unless the connection string says so itself.
    public var applicationName: String

    public init(
        connections: Int = 8, statementLimit: Duration? = .seconds(600), lockLimit: Duration? = .seconds(60),
        idleLimit: Duration? = .seconds(300), connectLimit: Duration = .seconds(10),
        applicationName: String = "perennial"
    ) {
        self.connections = connections
        self.statementLimit = statementLimit
        self.lockLimit = lockLimit
        self.idleLimit = idleLimit
        self.connectLimit = connectLimit
        self.applicationName = applicationName
    }
}

extension Duration {
    /// As PostgreSQL's settings have it: 0 is no limit, so that the shortest one is 1.
    var serverMilliseconds: Int32 {
        let (seconds, attoseconds) = components
        let milliseconds = Double(seconds) * 1_000 + Double(attoseconds) / 1e15
        return Int32(min(max(milliseconds.rounded(.up), 1), Double(Int32.max)))
    }
}
