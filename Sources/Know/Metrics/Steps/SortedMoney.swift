import Dispatch
import Synchronization

/// Amounts in ascending order.
///
/// They are cut at about their middle, so that two workers sort a half each.
package struct SortedMoney: RandomAccessCollection, Sendable {
    /// No amount of `low` is above any of `high`.
    private let low: [Int64]
    private let high: [Int64]

    package var startIndex: Int { 0 }
    package var endIndex: Int { low.count + high.count }

    @inline(__always)
    package subscript(place: Int) -> Int64 { place < low.count ? low[place] : high[place - low.count] }

    package init(_ amounts: [Int64]) {
        let column = NetColumn(count: amounts.count)
        for (place, amount) in amounts.enumerated() { column[place] = amount }
        self.init(column, workers: 1)
    }

    /// The net revenue of the customers with orders.
    init(_ column: NetColumn, workers: Int) {
        let workers = Swift.max(1, workers)
        let cut = Self.middle(of: column)
        let halves = Mutex(Array(repeating: (low: [Int64](), high: [Int64]()), count: workers))
        DispatchQueue.concurrentPerform(iterations: workers) { worker in
            let part = column.count * worker / workers..<column.count * (worker + 1) / workers
            let own = Self.cut(column, part, at: cut)
            halves.withLock { $0[worker] = own }
        }
        let (lows, highs) = halves.withLock { halves in (halves.map { $0.low }, halves.map { $0.high }) }
        guard workers > 1 else {
            (low, high) = (RadixSort.sorted(lows), RadixSort.sorted(highs))
            return
        }
        let sorted = Mutex((low: [Int64](), high: [Int64]()))
        DispatchQueue.concurrentPerform(iterations: 2) { half in
            let own = RadixSort.sorted(half == 0 ? lows : highs)
            sorted.withLock { if half == 0 { $0.low = own } else { $0.high = own } }
        }
        (low, high) = sorted.withLock { $0 }
    }

    /// The middle of some of the amounts; any cut gives the same order.
    private static func middle(of column: NetColumn) -> Int64 {
        let step = Swift.max(1, column.count / 1_024)
        let sample = stride(from: 0, to: column.count, by: step).compactMap { column[$0] }.sorted()
        return sample.isEmpty ? 0 : sample[sample.count / 2]
    }

    private static func cut(_ column: NetColumn, _ part: Range<Int>, at cut: Int64) -> (low: [Int64], high: [Int64]) {
        var (low, high) = ([Int64](), [Int64]())
        low.reserveCapacity(part.count)
        high.reserveCapacity(part.count)
        for place in part {
            guard let amount = column[place] else { continue }
            if amount >= cut { high.append(amount) } else { low.append(amount) }
        }
        return (low, high)
    }

    /// How many amounts are below `value`.
    package func below(_ value: Int64) -> Int { firstIndex { $0 >= value } }

    /// How many are not above it.
    package func notAbove(_ value: Int64) -> Int { firstIndex { $0 > value } }

    /// The fewest of the highest amounts that bring a share of all that is above zero.
    package func highest(bringing share: Double) -> (count: Int, sum: Int64) {
        let goal = share * reduce(0.0) { $0 + Double(Swift.max(0, $1)) }
        var (number, sum) = (0, 0 as Int64)
        while number < count, Double(sum) < goal {
            number += 1
            sum += Swift.max(0, self[count - number])
        }
        return (number, sum)
    }

    /// The first place that holds what `isReached` says, which must hold for all places after it.
    private func firstIndex(_ isReached: (Int64) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if isReached(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
