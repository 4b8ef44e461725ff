public import Database
public import Domain

extension Session {
    /// Leaves work to be done: when this transaction has been committed, and not otherwise. Workers are woken with
    /// `WakeUp.signal()` after that.
    ///
    /// - Parameters:
    ///   - now: When it is enqueued.
    ///   - runAt: Not before; nil: at once.
    ///   - uniqueKey: Names the work: while a job with this key waits, another changes nothing, and two with one key never
    ///     run at once. Without personal data.
    ///   - priority: Nil: that of the kind.
    /// - Returns: Nil when a job with this key waits already.
    /// - Throws: What `JSONText.encoded` throws, and `DatabaseError`.
    @discardableResult
    public func enqueue<Payload: JobPayload>(
        _ payload: Payload, at now: Instant, runAt: Instant? = nil, uniqueKey: String? = nil,
        priority: JobPriority? = nil
    ) throws -> Job.ID? {
        try enqueue(
            JobOrder(payload, priority: priority), at: now, runAt: runAt ?? now, uniqueKey: uniqueKey)
    }

    func enqueue(_ order: JobOrder, at now: Instant, runAt: Instant, uniqueKey: String?) throws -> Job.ID? {
        try value(
            JobSQL.enqueue, order.kind, order.payload, uniqueKey, order.priority, runAt, order.mostAttempts, now)
    }

    /// - Returns: Nil when there is none, or it was done and has been swept.
    public func job(_ id: Job.ID) throws -> Job? { try first(JobSQL.one, id, as: Job.init) }
}

/// What makes a job of a payload: its columns but for times and key.
struct JobOrder: Hashable, Sendable {
    let kind: String
    /// JSON.
    let payload: String
    let priority: JobPriority
    let mostAttempts: Int

    init<Payload: JobPayload>(_ payload: Payload, priority: JobPriority? = nil) throws {
        precondition(!Payload.kind.isEmpty && Payload.mostAttempts > 0, "a kind has a name and at least one attempt")
        kind = Payload.kind
        self.payload = try JSONText.encoded(payload)
        self.priority = priority ?? Payload.priority
        mostAttempts = Payload.mostAttempts
    }

    init(kind: String, payload: String, priority: JobPriority, mostAttempts: Int) {
        (self.kind, self.payload, self.priority, self.mostAttempts) = (kind, payload, priority, mostAttempts)
    }
}
