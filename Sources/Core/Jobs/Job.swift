public import Database
public import Domain

/// Work that is done once its time has come, however often a process ends meanwhile.
public struct Job: Hashable, Sendable {
    public typealias ID = Identifier<Job>

    public enum State: String, Sendable, CaseIterable, ValueConvertible {
        case waiting, running, done
        /// A dead letter: it failed for good, and a person decides.
        case dead
    }

    public let id: ID
    public let kind: String
    public let state: State
    public let priority: JobPriority
    public let uniqueKey: String?
    /// Not before.
    public let runAt: Instant
    /// How many were begun since it was enqueued, or retried by a person.
    public let attempts: Int
    public let mostAttempts: Int
    /// Why the last attempt failed; nil: none has.
    public let failure: JobFailure?
    public let createdAt: Instant
    /// When it was done, or became a dead letter.
    public let endedAt: Instant?

    /// A row of `JobSQL.columns`.
    init(_ row: any ResultRow) throws {
        id = try row.get(0)
        kind = try row.get(1)
        state = try row.get(2)
        priority = try row.get(3)
        uniqueKey = try row.get(4)
        runAt = try row.get(5)
        attempts = try row.get(6)
        mostAttempts = try row.get(7)
        failure = try JobFailure(reason: row.get(8), text: row.get(9))
        createdAt = try row.get(10)
        endedAt = try row.get(11)
    }
}

/// The higher is done first; within one the oldest.
public enum JobPriority: Int, Sendable, CaseIterable, Comparable, ValueConvertible {
    case low = 1
    case normal = 2
    case high = 3
    /// Somebody waits for it.
    case urgent = 4

    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}
