import Dispatch
import Foundation
import Synchronization

// A pass is the second file where unsafe memory is touched: workers write to disjoint places of one buffer each.

extension Ledger {
    /// How many workers a pass uses unless told otherwise: the cores that are there.
    public static var defaultWorkers: Int { max(1, ProcessInfo.processInfo.activeProcessorCount) }

    /// One parallel pass over all customers.
    ///
    /// - Parameters:
    ///   - empty: The zero of the tally.
    ///   - workers: How many parts are counted at once; the result does not depend on it.
    /// - Complexity: O(documents).
    @inlinable
    public func tally<T: Tally>(_ empty: T, workers: Int = Ledger.defaultWorkers) -> T {
        summarized(WithoutSummaries(tally: empty), workers: workers).tally.tally
    }

    /// One parallel pass over all customers that also returns one summary per customer, in the ledger's order.
    @inlinable
    public func summarized<T: SummarizingTally>(
        _ empty: T, workers: Int = Ledger.defaultWorkers
    ) -> (tally: T, summaries: [T.Summary]) {
        guard customerCount > 0 else { return (empty, []) }
        // Many, so that all workers end at about the same time.
        let parts = parts(atLeast: max(1, min(workers * 64, documentCount / 1_024)))
        let workers = max(1, min(workers, parts.count))
        var tally = empty
        let summaries = [T.Summary](unsafeUninitializedCapacity: customerCount) { buffer, initialized in
            HugePages.advise(buffer)
            let slots = SummarySlots(buffer.baseAddress)
            let tallies = withColumns { columns in
                Self.onWorkers(workers, parts: parts) { (customers, tally: inout T) in
                    tally.summarize(PurchaseHistories(customers: customers, columns: columns), into: slots)
                } empty: {
                    empty
                }
            }
            for other in tallies { tally.merge(other) }
            initialized = customerCount
        }
        return (tally, summaries)
    }

    /// Ranges of customers with about as many documents each.
    @usableFromInline
    func parts(atLeast count: Int) -> [Range<Int>] {
        let target = max(1, documentCount / max(1, count))
        var parts: [Range<Int>] = []
        var start = 0
        while start < customerCount {
            // The first customer whose documents end beyond the target.
            var low = start + 1
            var high = customerCount
            while low < high {
                let middle = (low + high) / 2
                if offsets[middle] - offsets[start] < target { low = middle + 1 } else { high = middle }
            }
            parts.append(start..<low)
            start = low
        }
        return parts
    }

    /// Runs `work` on every part, each worker with a tally of its own, and returns the tallies.
    @usableFromInline
    static func onWorkers<T: Sendable>(
        _ workers: Int, parts: [Range<Int>], _ work: @Sendable (Range<Int>, inout T) -> Void,
        empty: @Sendable () -> T
    ) -> [T] {
        let next = Atomic<Int>(0)
        let results = Mutex<[(Int, T)]>([])
        DispatchQueue.concurrentPerform(iterations: workers) { worker in
            var tally = empty()
            while true {
                let part = next.wrappingAdd(1, ordering: .relaxed).oldValue
                guard part < parts.count else { break }
                work(parts[part], &tally)
            }
            results.withLock { $0.append((worker, tally)) }
        }
        return results.withLock { $0.map(\.1) }
    }
}

/// Lets a plain tally take the road of one with summaries.
@usableFromInline
struct WithoutSummaries<T: Tally>: SummarizingTally {
    @usableFromInline var tally: T

    @inlinable
    init(tally: T) { self.tally = tally }

    @inlinable
    mutating func summarize(_ part: PurchaseHistories, into summaries: SummarySlots<Void>) {
        for customer in part.customers { tally.add(part[customer]) }
    }

    @inlinable
    mutating func merge(_ other: Self) { tally.merge(other.tally) }
}

/// Where the summaries of a pass go: one place a customer, each written once, by whichever worker has the customer.
public struct SummarySlots<Summary: BitwiseCopyable>: @unchecked Sendable {  // disjoint places, see above
    @usableFromInline let base: UnsafeMutablePointer<Summary>?

    @inlinable
    init(_ base: UnsafeMutablePointer<Summary>?) { self.base = base }

    /// The place of `customer`; to be written only.
    @inlinable
    public subscript(customer: Int) -> Summary {
        get { base![customer] }
        nonmutating set { (base! + customer).initialize(to: newValue) }
    }
}
