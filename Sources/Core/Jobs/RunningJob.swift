public import Database
public import Domain
import Synchronization
public import Waiting

/// What a handler is given beside the payload.
public final class RunningJob: Sendable {
    public let lease: JobLease
    public let clock: any WallClock
    private let database: any Database
    private let isCompleted = Mutex(false)

    init(_ lease: JobLease, database: any Database, clock: any WallClock) {
        (self.lease, self.database, self.clock) = (lease, database, clock)
    }

    public var id: Job.ID { lease.jobID }

    /// Counted from 1.
    public var attempt: Int { lease.attempt }

    /// Writes something as the holder of the job; nothing when the lease is lost.
    ///
    /// - Throws: `LeaseLost`, `DatabaseError`, or what `body` throws.
    @discardableResult
    public func write<Result: Sendable>(
        _ body: @escaping @Sendable (any Session) throws -> Result
    ) async throws -> Result {
        let lease = lease
        return try await database.write { session in
            try session.require(lease)
            return try body(session)
        }
    }

    /// Writes the last of the work and ends the job in one transaction, so that it is never done twice.
    ///
    /// - Throws: As `write`.
    public func complete(_ body: @escaping @Sendable (any Session) throws -> Void) async throws {
        let (lease, now) = (lease, clock.now)
        try await database.write { session in
            try session.complete(lease, at: now)
            try body(session)
        }
        isCompleted.withLock { $0 = true }
    }

    /// Whether the handler has ended the job itself.
    var hasEnded: Bool { isCompleted.withLock { $0 } }
}
