public import Domain
import Foundation

/// The clock of the machine.
public struct SystemClock: WallClock {
    public init() {}

    public var now: Instant { Instant(milliseconds: Int64((Date().timeIntervalSince1970 * 1_000).rounded(.down))) }

    /// Returns also when as much time has passed as was left at the beginning: a clock that is set back meanwhile keeps
    /// nobody asleep. It looks once a minute, so that one that is set forward is noticed.
    public func sleep(until time: Instant) async throws {
        try Task.checkCancellation()
        let (left, overflow) = time.milliseconds.subtractingReportingOverflow(now.milliseconds)
        let end = ContinuousClock.now.advanced(by: overflow ? .seconds(Int32.max) : .milliseconds(left))
        while time > now {
            let rest = ContinuousClock.now.duration(to: end)
            guard rest > .zero else { return }
            try await Task.sleep(for: min(rest, .seconds(60)))
        }
    }
}
