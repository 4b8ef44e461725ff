import Database
import Foundation

/// Threads with a connection each, and the work that waits for them, first come, first served. Threads are made as work
/// comes, up to a limit: libpq waits, and nothing that waits may hold up the threads of Swift's own pool.
///
/// Sendable since all that changes is touched between `lock` and `unlock` of `condition` alone.
final class ConnectionPool: @unchecked Sendable {
    /// One piece of work; the pool tells it apart by identity.
    final class Work: @unchecked Sendable {
        fileprivate var isCancelled = false
        fileprivate var run: (@Sendable (Worker) -> Void)?
        fileprivate var refuse: (@Sendable (any Error) -> Void)?
    }

    private let condition = NSCondition()
    private let limit: Int
    private let makeWorker: @Sendable () -> Worker
    private var waiting: [Work] = []
    private var threads = 0
    private var idleThreads = 0
    private var isClosing = false
    private var closers: [CheckedContinuation<Void, Never>] = []

    init(limit: Int, makeWorker: @escaping @Sendable () -> Worker) {
        (self.limit, self.makeWorker) = (limit, makeWorker)
    }

    /// Does work on a thread with a connection. Whoever is cancelled while waiting leaves the queue; work that has begun
    /// goes on to its end.
    func perform<Result: Sendable>(_ body: @escaping @Sendable (Worker) throws -> Result) async throws -> Result {
        let work = Work()
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                enqueue(work) { worker in
                    continuation.resume(with: Swift.Result { try body(worker) })
                } refuse: {
                    continuation.resume(throwing: $0)
                }
            }
        } onCancel: {
            cancel(work)
        }
    }

    private func enqueue(
        _ work: Work, run: @escaping @Sendable (Worker) -> Void, refuse: @escaping @Sendable (any Error) -> Void
    ) {
        condition.lock()
        if let reason = refusal(of: work) {
            condition.unlock()
            return refuse(reason)
        }
        (work.run, work.refuse) = (run, refuse)
        waiting.append(work)
        let isShort = waiting.count > idleThreads && threads < limit
        if isShort { threads += 1 } else { condition.signal() }
        condition.unlock()
        if isShort { startThread() }
    }

    private func refusal(of work: Work) -> (any Error)? {
        if work.isCancelled { return CancellationError() }
        return isClosing ? DatabaseError(.closed, "The database is closed.") : nil
    }

    private func cancel(_ work: Work) {
        condition.lock()
        work.isCancelled = true
        let place = waiting.firstIndex { $0 === work }
        if let place { waiting.remove(at: place) }
        let refuse = work.refuse
        condition.unlock()
        if place != nil { refuse?(CancellationError()) }
    }

    private func startThread() {
        let thread = Thread { [self] in
            let worker = makeWorker()
            while let run = next() { run(worker) }
            worker.disconnect()
            end()
        }
        thread.name = "perennial-postgresql"
        thread.stackSize = 4 * 1_024 * 1_024
        thread.start()
    }

    /// Waits for work; nil when the pool is closed and no work is left.
    private func next() -> (@Sendable (Worker) -> Void)? {
        condition.lock()
        defer { condition.unlock() }
        idleThreads += 1
        while waiting.isEmpty, !isClosing { condition.wait() }
        idleThreads -= 1
        return waiting.isEmpty ? nil : waiting.removeFirst().run
    }

    private func end() {
        condition.lock()
        threads -= 1
        let done = threads == 0 ? closers : []
        if threads == 0 { closers = [] }
        condition.unlock()
        for closer in done { closer.resume() }
    }

    /// No more work is taken; the threads end when there is none left.
    func beginClosing() {
        condition.lock()
        isClosing = true
        condition.broadcast()
        condition.unlock()
    }

    /// Closes and waits until the last connection has ended.
    func close() async {
        beginClosing()
        await withCheckedContinuation { continuation in
            condition.lock()
            let isDone = threads == 0
            if !isDone { closers.append(continuation) }
            condition.unlock()
            if isDone { continuation.resume() }
        }
    }
}
