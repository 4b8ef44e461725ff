import Dispatch
import Synchronization

/// Amounts in ascending order.
///
/// They are cut at about their middle, so that two workers sort a half each.
struct SortedMoney: Sendable {
    let values: [Int64]

    init(_ amounts: [Int64]) {
        let column = NetColumn(count: amounts.count)
        for (place, amount) in amounts.enumerated() { column[place] = amount }
        self.init(column, workers: 1)
    }

    /// The net revenue of the customers with orders.
    init(_ column: NetColumn, workers: Int) {
        let workers = max(1, workers)
        let cut = Self.middle(of: column)
        let halves = Mutex(Array(repeating: (low: [Int64](), high: [Int64]()), count: workers))
        DispatchQueue.concurrentPerform(iterations: workers) { worker in
            let part = column.count * worker / workers..<column.count * (worker + 1) / workers
            let own = Self.cut(column, part, at: cut)
            halves.withLock { $0[worker] = own }
        }
        let (lows, highs) = halves.withLock { halves in (halves.map(\.low), halves.map(\.high)) }
        guard workers > 1 else {
            values = RadixSort.sorted(lows) + RadixSort.sorted(highs)
            return
        }
        let sorted = Mutex((low: [Int64](), high: [Int64]()))
        DispatchQueue.concurrentPerform(iterations: 2) { half in
            let own = RadixSort.sorted(half == 0 ? lows : highs)
            sorted.withLock { if half == 0 { $0.low = own } else { $0.high = own } }
        }
        values = sorted.withLock { $0.low + $0.high }
    }

    /// The middle of some of the amounts; any cut gives the same order.
    private static func middle(of column: NetColumn) -> Int64 {
        let step = max(1, column.count / 1_024)
        let sample = stride(from: 0, to: column.count, by: step).map { column[$0] }.sorted()
        return sample.isEmpty ? 0 : sample[sample.count / 2]
    }

    private static func cut(_ column: NetColumn, _ part: Range<Int>, at cut: Int64) -> (low: [Int64], high: [Int64]) {
        var (low, high) = ([Int64](), [Int64]())
        low.reserveCapacity(part.count)
        high.reserveCapacity(part.count)
        for place in part {
            let amount = column[place]
            if amount >= cut { high.append(amount) } else if amount != NetColumn.none { low.append(amount) }
        }
        return (low, high)
    }

    /// How many amounts are below `value`.
    func below(_ value: Int64) -> Int { firstIndex { $0 >= value } }

    /// How many are not above it.
    func notAbove(_ value: Int64) -> Int { firstIndex { $0 > value } }

    /// The first place that holds what `isReached` says, which must hold for all places after it.
    private func firstIndex(_ isReached: (Int64) -> Bool) -> Int {
        var (low, high) = (0, values.count)
        while low < high {
            let middle = (low + high) / 2
            if isReached(values[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
