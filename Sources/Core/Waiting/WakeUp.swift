public import Domain
import Synchronization

/// Tells those who wait for work that there is some. It is signalled after a commit and holds nothing itself: who misses a
/// signal, or sits in another process, finds the work at the next look into the database.
///
///     let seen = wakeUp.count
///     …                                              // look for work and do it
///     try await wakeUp.wait(past: seen, until: clock.now.advanced(by: .seconds(1)), on: clock)
public final class WakeUp: Sendable {
    private struct State {
        var count: UInt64 = 0
        var nextWaiter: UInt64 = 0
        var waiters: [UInt64: CheckedContinuation<Void, Never>] = [:]
        /// Cancelled before they began to wait.
        var cancelled: Set<UInt64> = []
    }

    private let state = Mutex(State())

    public init() {}

    /// How often it was signalled.
    public var count: UInt64 { state.withLock { $0.count } }

    public func signal() {
        let waiters = state.withLock { state in
            state.count += 1
            defer { state.waiters = [:] }
            return Array(state.waiters.values)
        }
        for waiter in waiters { waiter.resume() }
    }

    /// Returns when it has been signalled more than `count` times, or the time has come.
    ///
    /// - Throws: `CancellationError` when the task is cancelled.
    public func wait(past count: UInt64, until time: Instant, on clock: any WallClock) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await clock.sleep(until: time) }
            group.addTask { await self.wait(past: count) }
            _ = try await group.next()
            group.cancelAll()
        }
        try Task.checkCancellation()
    }

    /// Returns also when the task is cancelled.
    private func wait(past count: UInt64) async {
        let waiter = state.withLock { state in
            state.nextWaiter += 1
            return state.nextWaiter
        }
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let isOver = state.withLock { state in
                    if state.count > count || state.cancelled.contains(waiter) { return true }
                    state.waiters[waiter] = continuation
                    return false
                }
                if isOver { continuation.resume() }
            }
        } onCancel: {
            let waiting = state.withLock { state in
                let waiting = state.waiters.removeValue(forKey: waiter)
                if waiting == nil { state.cancelled.insert(waiter) }
                return waiting
            }
            waiting?.resume()
        }
        state.withLock { _ = $0.cancelled.remove(waiter) }
    }
}
