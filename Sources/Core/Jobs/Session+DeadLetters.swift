public import Database
public import Domain

extension Session {
    /// Jobs that failed for good, the last first.
    ///
    /// - Parameters:
    ///   - earlierThan: The last one of the page before; nil: from the end.
    ///   - limit: How many at most.
    public func deadLetters(earlierThan: Job? = nil, limit: Int) throws -> [Job] {
        try all(
            JobSQL.dead, earlierThan?.endedAt ?? Instant(milliseconds: .max),
            earlierThan?.id ?? Job.ID(rawValue: .max), limit, as: Job.init)
    }

    /// Lets a dead letter try again, with all its attempts, as a person asked for. A job that waits with the same key
    /// counts as done.
    ///
    /// - Returns: False when there is no such dead letter.
    public func retryDeadLetter(_ id: Job.ID, at now: Instant) throws -> Bool {
        let found = try first(JobSQL.deadKey, id) { try $0.get(0, as: String?.self) }
        guard let key = found else { return false }
        try joinWaiting(key, at: now)
        return try execute(JobSQL.revive, id, now) == 1
    }

    /// Forgets jobs that were done before a time. Dead letters stay until a person has decided.
    ///
    /// - Parameter limit: How many at most, so that nobody waits for long.
    /// - Returns: How many.
    @discardableResult
    public func sweepDoneJobs(before time: Instant, limit: Int = 1_000) throws -> Int {
        try execute(JobSQL.sweep, time, limit)
    }
}
