/// One share of the customers, brought together from all workers: their rows, by customer.
///
/// Unsafe memory: `rows` holds `rowCount` rows; `starts` of a customer and the next bound that customer's.
final class MergedShard {
    private(set) var customers: [Customer] = []
    private(set) var starts: [Int] = []
    let rows: UnsafeMutableBufferPointer<SortedRow>
    /// Extras of all rows, with codes that are the same for all workers.
    let extras: UnsafeMutableBufferPointer<UInt16>

    struct Customer {
        /// Rotated, so that the bits which a shard's customers share come last.
        var hash: UInt64
        var key: UInt64
        var check: UInt32
    }

    /// Room for merging; at least as long as the longest run that was moved.
    private var scratch = UnsafeMutableBufferPointer<SortedRow>(start: nil, count: 0)

    deinit {
        scratch.deallocate()
        rows.deallocate()
        extras.deallocate()
    }

    /// Takes over the rows of `shards`, one of each worker.
    ///
    /// - Parameter recode: Makes the dimension codes of one worker those of all.
    init(_ shards: [CustomerShard], extraCount: Int, recode: (_ worker: Int, UnsafeMutablePointer<UInt16>) -> Void) {
        let rowCount = shards.reduce(0) { $0 + $1.rows.count }
        rows = .allocate(capacity: rowCount)
        extras = .allocate(capacity: rowCount * extraCount)
        let codes = UnsafeMutablePointer<UInt32>.allocate(capacity: rowCount)
        defer { codes.deallocate() }
        var cursors = Self.tellApart(shards, rowCount: rowCount, into: &customers, codes: codes)
        // In the order of their hashes: the same ledger, whichever worker met a customer first.
        let order = Self.sortByHash(&customers)
        starts = [Int](repeating: 0, count: customers.count + 1)
        for (place, old) in order.enumerated() {
            let count = cursors[Int(old)]
            cursors[Int(old)] = starts[place]
            starts[place + 1] = starts[place] + count
        }
        var row = 0
        for (worker, shard) in shards.enumerated() {
            shard.rows.forEachWithExtras { source, rowExtras in
                let customer = Int(codes[row])
                rows.initializeElement(
                    at: cursors[customer],
                    to: SortedRow(
                        order: source.order, micros: source.micros, minute: source.minute,
                        extra: UInt32(truncatingIfNeeded: row), flags: source.flags))
                cursors[customer] &+= 1
                if extraCount > 0, let base = extras.baseAddress {
                    let target = base + row * extraCount
                    target.initialize(from: rowExtras, count: extraCount)
                    recode(worker, target)
                }
                row &+= 1
            }
            shard.rows.removeAll()
        }
    }

    /// Gives every row its customer's code, in the order in which customers are met, and returns how many rows each
    /// customer has.
    private static func tellApart(
        _ shards: [CustomerShard], rowCount: Int, into customers: inout [Customer], codes: UnsafeMutablePointer<UInt32>
    ) -> [Int] {
        var capacity = 64
        while capacity < rowCount / 4 { capacity *= 2 }
        var table = KeyTable(capacity: capacity)
        var counts: [Int] = []
        var row = 0
        for shard in shards {
            shard.rows.forEach { source in
                let hash = Hashing.spread(source.customer)
                let (code, isNew) = table.code(of: source.customer, check: source.check, hash: hash)
                codes[row] = code
                row &+= 1
                if isNew {
                    customers.append(
                        Customer(hash: hash << 8 | hash >> 56, key: source.customer, check: source.check))
                    counts.append(1)
                } else {
                    counts[Int(code)] &+= 1
                }
            }
        }
        return counts
    }

    /// Sorts by hash, which is spread evenly below the bits that a shard shares: each customer goes near its place at
    /// once. Returns the old place of each new one.
    private static func sortByHash(_ customers: inout [Customer]) -> [UInt32] {
        let count = customers.count
        let bits = max(0, Int.bitWidth - 1 - max(1, count).leadingZeroBitCount)
        func bucket(_ hash: UInt64) -> Int { Int(truncatingIfNeeded: hash >> UInt64(64 - max(1, bits))) }
        var ends = [Int](repeating: 0, count: (1 << max(1, bits)) + 1)
        for customer in customers { ends[bucket(customer.hash) + 1] += 1 }
        for place in 1..<ends.count { ends[place] += ends[place - 1] }
        var order = [UInt32](repeating: 0, count: count)
        for (old, customer) in customers.enumerated() {
            let bucket = bucket(customer.hash)
            order[ends[bucket]] = UInt32(old)
            ends[bucket] += 1
        }
        func isBefore(_ left: UInt32, _ right: UInt32) -> Bool {
            let (left, right) = (customers[Int(left)], customers[Int(right)])
            return left.hash == right.hash ? left.check < right.check : left.hash < right.hash
        }
        for place in 1..<max(1, count) {
            let moved = order[place]
            var hole = place
            while hole > 0, isBefore(moved, order[hole - 1]) {
                order[hole] = order[hole - 1]
                hole -= 1
            }
            order[hole] = moved
        }
        customers = order.map { customers[Int($0)] }
        return order
    }

    /// The rows of one customer, sorted by `isBefore`. Files are mostly in time order, so that is looked at first; with
    /// two workers each has read a part of such a file, and the two runs are merged.
    @inline(__always)
    func sort(_ range: Range<Int>, by isBefore: (SortedRow, SortedRow) -> Bool) {
        let second = runEnd(range, isBefore)
        if second == range.upperBound { return }
        if runEnd(second..<range.upperBound, isBefore) == range.upperBound {
            merge(range, at: second, isBefore)
        } else {
            var part = UnsafeMutableBufferPointer(rebasing: rows[range])
            part.sort(by: isBefore)
        }
    }

    /// Where the first row stands that comes before the one in front of it.
    @inline(__always)
    private func runEnd(_ range: Range<Int>, _ isBefore: (SortedRow, SortedRow) -> Bool) -> Int {
        var place = range.lowerBound + 1
        while place < range.upperBound, !isBefore(rows[place], rows[place - 1]) { place += 1 }
        return min(place, range.upperBound)
    }

    /// Merges `range` up to `middle` with the rest; both are sorted.
    @inline(__always)
    private func merge(_ range: Range<Int>, at middle: Int, _ isBefore: (SortedRow, SortedRow) -> Bool) {
        let count = middle - range.lowerBound
        if scratch.count < count {
            scratch.deallocate()
            scratch = .allocate(capacity: max(256, count * 2))
        }
        guard let first = scratch.baseAddress, let source = rows.baseAddress else { return }
        first.update(from: source + range.lowerBound, count: count)
        var (left, right, target) = (0, middle, range.lowerBound)
        while left < count, right < range.upperBound {
            if isBefore(rows[right], first[left]) {
                rows[target] = rows[right]
                right &+= 1
            } else {
                rows[target] = first[left]
                left &+= 1
            }
            target &+= 1
        }
        if left < count { (source + target).update(from: first + left, count: count - left) }
    }
}
