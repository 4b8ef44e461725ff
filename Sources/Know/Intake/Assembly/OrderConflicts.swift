// Unsafe memory: workers take disjoint ranges of one buffer of `count` places.

import Dispatch
import Synchronization

/// Order ids that stand under two customers.
enum OrderConflicts {
    /// The ids that occur in more than one customer's documents, sorted.
    ///
    /// - Parameter lists: Order ids by shard; within a customer each id stands once.
    static func find(_ lists: [OrderIDs], workers: Int) -> [UInt64] {
        let small = lists.map(\.small)
        let count = small.reduce(0) { $0 + $1.count }
        let largest = small.lazy.compactMap { $0.max() }.max() ?? 0
        // Ids in a row are told apart by a bit each; what is strewn over all numbers is sorted.
        guard Int(largest) / 64 <= count + 1_024 else {
            return sorted(lists.map { list in list.small.map { UInt64($0) } + list.others }, workers: workers)
        }
        return (marked(small, largest: Int(largest)) + sorted(lists.map(\.others), workers: workers)).sorted()
    }

    private static func marked(_ lists: [[UInt32]], largest: Int) -> [UInt64] {
        var seen = [UInt64](repeating: 0, count: largest / 64 + 1)
        var found: Set<UInt64> = []
        seen.withUnsafeMutableBufferPointer { seen in
            for list in lists {
                for id in list {
                    let bit: UInt64 = 1 << UInt64(id & 63)
                    if seen[Int(id >> 6)] & bit != 0 { found.insert(UInt64(id)) }
                    seen[Int(id >> 6)] |= bit
                }
            }
        }
        return found.sorted()
    }

    private static func sorted(_ lists: [[UInt64]], workers: Int) -> [UInt64] {
        let count = lists.reduce(0) { $0 + $1.count }
        guard count > 1 else { return [] }
        // Spread into buckets that fit a cache, then sorted there.
        var starts = [Int](repeating: 0, count: 257)
        for list in lists { for id in list { starts[bucket(id) + 1] += 1 } }
        for bucket in 1...256 { starts[bucket] += starts[bucket - 1] }
        let ends = starts
        var ids = [UInt64](unsafeUninitializedCapacity: count) { memory, initialized in
            var cursors = starts
            for list in lists {
                for id in list {
                    let place = bucket(id)
                    memory.initializeElement(at: cursors[place], to: id)
                    cursors[place] += 1
                }
            }
            initialized = count
        }
        let found = Mutex<[UInt64]>([])
        let next = Atomic<Int>(0)
        ids.withUnsafeMutableBufferPointer { memory in
            let shared = Shared(memory: memory)
            DispatchQueue.concurrentPerform(iterations: workers) { _ in
                while true {
                    let bucket = next.wrappingAdd(1, ordering: .relaxed).oldValue
                    guard bucket < 256 else { return }
                    let repeated = shared.repeated(ends[bucket]..<ends[bucket + 1])
                    if !repeated.isEmpty { found.withLock { $0 += repeated } }
                }
            }
        }
        return found.withLock { $0.sorted() }
    }

    /// Lets workers sort disjoint stretches.
    private struct Shared: @unchecked Sendable {
        let memory: UnsafeMutableBufferPointer<UInt64>

        func repeated(_ range: Range<Int>) -> [UInt64] {
            var part = UnsafeMutableBufferPointer(rebasing: memory[range])
            part.sort()
            var found: [UInt64] = []
            var place = 1
            while place < part.count {
                if part[place] == part[place - 1], found.last != part[place] { found.append(part[place]) }
                place += 1
            }
            return found
        }
    }

    private static func bucket(_ id: UInt64) -> Int { Int(truncatingIfNeeded: Hashing.spread(id) >> 56) }
}
