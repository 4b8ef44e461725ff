import Synchronization

/// Counts the passes over ledgers, for tests: `PassCount.$current.withValue(count) { … }`.
final class PassCount: Sendable {
    @TaskLocal static var current: PassCount?

    private let passes = Mutex(0)

    var value: Int { passes.withLock { $0 } }

    func add() { passes.withLock { $0 += 1 } }
}
