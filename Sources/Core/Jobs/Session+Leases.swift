public import Database
public import Domain

extension Session {
    /// Takes jobs that are due: the highest priority first, then the oldest. What other transactions are taking at the
    /// same moment is passed over.
    ///
    /// - Parameters:
    ///   - count: How many at most.
    ///   - owner: Who takes them, for those who look into the table.
    ///   - until: When the leases run out unless they are extended.
    /// - Returns: In the order in which they are to be done.
    public func leaseJobs(_ count: Int, owner: String, until: Instant, at now: Instant) throws -> [JobLease] {
        try all(JobSQL.lease, now, count, owner, until, as: JobLease.init).sorted(by: JobLease.isBefore)
    }

    /// - Throws: `LeaseLost`.
    public func extend(_ lease: JobLease, until: Instant) throws {
        guard try execute(JobSQL.extend, lease.jobID, lease.number, until) == 1 else {
            throw LeaseLost(jobID: lease.jobID)
        }
    }

    /// Makes sure that what this transaction writes is written by the one who holds the job: nobody takes the job over
    /// before the transaction ends.
    ///
    /// - Throws: `LeaseLost`.
    public func require(_ lease: JobLease) throws { _ = try heldKey(of: lease) }

    /// The job is done. In a handler's own transaction: done if and only if what it wrote holds.
    ///
    /// - Throws: `LeaseLost`.
    public func complete(_ lease: JobLease, at now: Instant) throws {
        guard try execute(JobSQL.complete, lease.jobID, lease.number, now) == 1 else {
            throw LeaseLost(jobID: lease.jobID)
        }
    }

    /// Gives the job back as if it had not been begun.
    ///
    /// - Throws: `LeaseLost`.
    public func release(_ lease: JobLease, at now: Instant) throws {
        try joinWaiting(heldKey(of: lease), at: now)
        try execute(JobSQL.release, lease.jobID, lease.number, now)
    }

    /// The attempt failed: another one follows after `wait`, or the job is a dead letter.
    ///
    /// - Returns: When it is tried again; nil: never.
    /// - Throws: `LeaseLost`.
    @discardableResult
    func fail(_ lease: JobLease, _ failure: JobFailure, wait: Duration, at now: Instant) throws -> Instant? {
        let key = try heldKey(of: lease)
        guard failure.isRetriable, lease.attempt < lease.mostAttempts else {
            try execute(JobSQL.bury, lease.jobID, lease.number, now, failure.reason, failure.text)
            return nil
        }
        let retryAt = now.advanced(by: wait)
        try joinWaiting(key, at: now)
        try execute(JobSQL.retryLater, lease.jobID, lease.number, retryAt, failure.reason, failure.text)
        return retryAt
    }

    /// Leases that ran out, and those that reach further ahead than `longest`, which a clock gave that has been set back
    /// since.
    func expiredLeases(longest: Duration, at now: Instant) throws -> [JobLease] {
        try all(JobSQL.expired, now, now.advanced(by: longest), as: JobLease.init)
    }

    private func heldKey(of lease: JobLease) throws -> String? {
        let found = try first(JobSQL.held, lease.jobID, lease.number) { try $0.get(0, as: String?.self) }
        guard let key = found else { throw LeaseLost(jobID: lease.jobID) }
        return key
    }

    /// Of two jobs with one key that would wait the newer one counts as done: the older one does its work.
    func joinWaiting(_ key: String?, at now: Instant) throws {
        if let key { try execute(JobSQL.joinWaiting, key, now) }
    }
}
