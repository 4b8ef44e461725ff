import Synchronization

/// A generator of chance that tasks share: seeded in tests, the system's in service.
public final class SharedChance: Sendable {
    private let generator: Mutex<any RandomNumberGenerator & Sendable>

    public init(_ generator: any RandomNumberGenerator & Sendable) { self.generator = Mutex(generator) }

    /// - Returns: In whole milliseconds; see `BackOff.wait(after:using:)`.
    public func wait(after failures: Int, of backOff: BackOff) -> Duration {
        generator.withLock { backOff.wait(after: failures, using: &$0) }
    }
}
