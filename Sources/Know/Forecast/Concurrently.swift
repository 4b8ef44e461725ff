import Dispatch
import Synchronization

/// The results of `work` for 0..<count in order, found by several workers at once.
///
/// Each piece may use all cores in turn, which parts of `concurrentPerform`'s parts may not.
func concurrently<Result: Sendable>(
    _ count: Int, workers: Int, _ work: @escaping @Sendable (Int) -> Result
) -> [Result] {
    guard count > 1, workers > 1 else { return (0..<max(0, count)).map(work) }
    let pieces = Pieces(count, work)
    for _ in 1..<min(workers, count) { DispatchQueue.global().async { pieces.doAllLeft() } }
    // Where every thread is busy all of them are done here.
    pieces.doAllLeft()
    return pieces.waited()
}

/// The results of two pieces of work that need nothing of each other, at the same time where there are workers.
func atOnce<First: Sendable, Second: Sendable>(
    workers: Int, _ first: () -> First, and second: @escaping @Sendable () -> Second
) -> (First, Second) {
    guard workers > 1 else { return (first(), second()) }
    let other = Pieces(1) { _ in second() }
    DispatchQueue.global().async { other.doAllLeft() }
    let result = first()
    other.doAllLeft()
    return (result, other.waited()[0])
}

/// Work in pieces, each done by the first thread that comes for it.
private final class Pieces<Result: Sendable>: Sendable {
    private let count: Int
    private let work: @Sendable (Int) -> Result
    private let next = Atomic<Int>(0)
    private let results = Mutex<[Int: Result]>([:])
    private let isDone = DispatchSemaphore(value: 0)

    init(_ count: Int, _ work: @escaping @Sendable (Int) -> Result) { (self.count, self.work) = (count, work) }

    func doAllLeft() {
        while true {
            let piece = next.wrappingAdd(1, ordering: .relaxed).oldValue
            guard piece < count else { break }
            let result = work(piece)
            let done = results.withLock { results in
                results[piece] = result
                return results.count
            }
            if done == count { isDone.signal() }
        }
    }

    /// The results in order, when all are there.
    func waited() -> [Result] {
        isDone.wait()
        return results.withLock { results in (0..<count).compactMap { results[$0] } }
    }
}
