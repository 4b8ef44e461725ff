import Dispatch
import Synchronization

/// Asynchronous work that a thread which may block waits for: the reading of files is such a thread.
final class Pending<Result: Sendable>: Sendable {
    private let done = DispatchSemaphore(value: 0)
    private let result = Mutex<Swift.Result<Result, any Error>?>(nil)

    /// Begins the work.
    init(_ work: @escaping @Sendable () async throws -> Result) {
        Task {
            let own: Swift.Result<Result, any Error>
            do { own = .success(try await work()) } catch { own = .failure(error) }
            result.withLock { $0 = own }
            done.signal()
        }
    }

    /// Waits for its end; once.
    func wait() throws -> Result {
        done.wait()
        guard let result = result.withLock({ $0 }) else { throw CancellationError() }
        return try result.get()
    }
}
