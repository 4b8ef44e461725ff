public import Domain

/// Tells the time and waits for it. Whatever waits is given one, so that tests pass days in milliseconds.
public protocol WallClock: Sendable {
    var now: Instant { get }

    /// Returns when the time has come, at once when it has passed. Clocks are set: who waited looks at the time again.
    ///
    /// - Throws: `CancellationError` when the task is cancelled.
    func sleep(until time: Instant) async throws
}

extension WallClock {
    public func sleep(for duration: Duration) async throws { try await sleep(until: now.advanced(by: duration)) }
}
