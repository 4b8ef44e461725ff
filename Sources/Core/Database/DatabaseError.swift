public import Domain

/// What a database refused, or why it could not be asked. It holds no values, so that it can be logged.
public struct DatabaseError: Error, Equatable, Sendable, CustomStringConvertible {
    public enum Reason: Equatable, Sendable {
        /// A row would be there twice; the name of the constraint or its columns.
        case notUnique(String)
        /// A row would refer to one that is not there, or one that others refer to would go.
        case foreignKey
        case notNull(String)
        /// A `CHECK` of the schema; its name or text.
        case check(String)
        /// Another process or transaction holds what is needed, and did not let it go in time.
        case busy
        /// The statement took longer than it may.
        case timeout
        case diskFull
        case readOnly
        /// The file is no database, or it is damaged.
        case damaged
        case cannotOpen
        /// The connection was lost before anything was committed; trying again is safe.
        case connectionLost
        /// The connection was lost while a commit was on its way: it may have been written or not.
        case commitUnknown
        /// The database was made by a newer version of Perennial.
        case newerSchema
        /// The database is closed.
        case closed
        case unexpectedValue
        /// A statement that the engine does not understand, or any other refusal.
        case refused
    }

    public let reason: Reason
    /// What the engine said.
    public let message: String
    /// The statement, without its values.
    public let sql: String?

    public init(_ reason: Reason, _ message: String, sql: String? = nil) {
        (self.reason, self.message, self.sql) = (reason, message, sql)
    }

    /// Whether the same work may do when it is tried again.
    public var isTransient: Bool {
        switch reason {
        case .busy, .timeout, .connectionLost: true
        default: false
        }
    }

    public var description: String { sql.map { message + " — in: " + $0 } ?? message }
}

extension DatabaseError: LoggableError {
    public var loggableText: String { description }
}
