import Dispatch

/// Holds a transaction open, on the thread of its connection, until a test lets it end.
public final class Gate: Sendable {
    private let opened = DispatchSemaphore(value: 0)
    private let (stream, continuation) = AsyncStream<Void>.makeStream()

    public init() {}

    /// Waits in the transaction.
    public func hold() {
        continuation.yield()
        opened.wait()
    }

    /// Waits for the transaction to come so far.
    public func waitUntilHeld() async throws {
        for await _ in stream { return }
        throw CancellationError()
    }

    public func open() { opened.signal() }
}
