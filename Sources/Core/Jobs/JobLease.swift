import Database
public import Domain

/// A job in the hands of one worker, until a time.
///
/// Who lost the lease cannot end or extend the job: every lease of a job has a higher number than the one before it.
public struct JobLease: Hashable, Sendable {
    public let jobID: Job.ID
    public let kind: String
    /// JSON.
    public let payload: String
    /// Counted from 1.
    public let attempt: Int
    public let mostAttempts: Int
    let priority: JobPriority
    let runAt: Instant
    let number: Int64

    /// A row of `JobSQL.leased`.
    init(_ row: any ResultRow) throws {
        jobID = try row.get(0)
        kind = try row.get(1)
        payload = try row.get(2)
        attempt = try row.get(3)
        mostAttempts = try row.get(4)
        priority = try row.get(5)
        runAt = try row.get(6)
        number = try row.get(7)
    }

    /// The order in which jobs are done.
    static func isBefore(_ left: JobLease, _ right: JobLease) -> Bool {
        (right.priority, left.runAt, left.jobID) < (left.priority, right.runAt, right.jobID)
    }
}

/// The lease had run out and the job is somebody else's, or it has ended.
public struct LeaseLost: LoggableError, Hashable {
    public let jobID: Job.ID

    public var loggableText: String { "The lease of job \(jobID) was lost." }
}
