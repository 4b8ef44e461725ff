import Dispatch
import Synchronization

/// The results of `work` for 0..<count in order, found by several workers at once.
func concurrently<Result: Sendable>(
    _ count: Int, workers: Int, _ work: @Sendable (Int) -> Result
) -> [Result] {
    guard count > 1, workers > 1 else { return (0..<max(0, count)).map(work) }
    let next = Atomic<Int>(0)
    let results = Mutex<[Int: Result]>([:])
    DispatchQueue.concurrentPerform(iterations: min(workers, count)) { _ in
        while true {
            let item = next.wrappingAdd(1, ordering: .relaxed).oldValue
            guard item < count else { break }
            let result = work(item)
            results.withLock { $0[item] = result }
        }
    }
    return results.withLock { results in (0..<count).compactMap { results[$0] } }
}

/// The results of two pieces of work that need nothing of each other, at the same time where there are workers.
func atOnce<First: Sendable, Second: Sendable>(
    workers: Int, _ first: @Sendable () -> First, and second: @Sendable () -> Second
) -> (First, Second) {
    guard workers > 1 else { return (first(), second()) }
    let results = Mutex<(First?, Second?)>((nil, nil))
    DispatchQueue.concurrentPerform(iterations: 2) { piece in
        if piece == 0 {
            let result = first()
            results.withLock { $0.0 = result }
        } else {
            let result = second()
            results.withLock { $0.1 = result }
        }
    }
    return results.withLock { ($0.0!, $0.1!) }
}
