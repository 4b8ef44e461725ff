public import Domain
import Synchronization
public import Waiting

/// A clock that stands until a test moves it.
public final class TestClock: WallClock {
    private struct Sleeper {
        let until: Instant
        let continuation: CheckedContinuation<Void, any Error>
    }

    private struct State {
        var now: Instant
        var nextSleeper: UInt64 = 0
        var sleepers: [UInt64: Sleeper] = [:]
        /// Cancelled before they began to sleep.
        var cancelled: Set<UInt64> = []
    }

    private let state: Mutex<State>

    /// 2026-03-01 12:00 UTC unless told otherwise.
    public init(_ now: Instant = Instant(milliseconds: 1_772_366_400_000)) { state = Mutex(State(now: now)) }

    public var now: Instant { state.withLock { $0.now } }

    /// How many tasks sleep now.
    public var sleepers: Int { state.withLock { $0.sleepers.count } }

    /// Also back: clocks are set.
    public func move(to time: Instant) {
        let woken = state.withLock { state in
            state.now = time
            let woken = state.sleepers.filter { $1.until <= time }
            for key in woken.keys { state.sleepers[key] = nil }
            return woken.values.sorted { $0.until < $1.until }
        }
        for sleeper in woken { sleeper.continuation.resume() }
    }

    public func move(by duration: Duration) { move(to: now.advanced(by: duration)) }

    public func sleep(until time: Instant) async throws {
        try Task.checkCancellation()
        let number = state.withLock { state in
            state.nextSleeper += 1
            return state.nextSleeper
        }
        defer { state.withLock { _ = $0.cancelled.remove(number) } }
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                let result: Result<Void, any Error>? = state.withLock { state in
                    if state.cancelled.contains(number) { return .failure(CancellationError()) }
                    if state.now >= time { return .success(()) }
                    state.sleepers[number] = Sleeper(until: time, continuation: continuation)
                    return nil
                }
                if let result { continuation.resume(with: result) }
            }
        } onCancel: {
            let sleeper = state.withLock { state in
                let sleeper = state.sleepers.removeValue(forKey: number)
                if sleeper == nil { state.cancelled.insert(number) }
                return sleeper
            }
            sleeper?.continuation.resume(throwing: CancellationError())
        }
    }
}
