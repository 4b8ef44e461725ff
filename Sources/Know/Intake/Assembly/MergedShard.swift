/// One share of the customers, brought together from all workers: their rows, by customer.
///
/// Unsafe memory: `rows` holds `rowCount` rows; `starts` of a customer and the next bound that customer's.
final class MergedShard {
    /// By customer: key, check, and the shard and code where its text stands.
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
        var shard: UInt16
        var code: UInt32
    }

    deinit {
        rows.deallocate()
        extras.deallocate()
    }

    /// Takes over the rows of `shards`, one of each worker, and frees them.
    ///
    /// - Parameter recode: Makes the dimension codes of one worker those of all.
    init(_ shards: [CustomerShard], extraCount: Int, recode: (_ worker: Int, UnsafeMutablePointer<UInt16>) -> Void) {
        let rowCount = shards.reduce(0) { $0 + $1.rows.count }
        rows = .allocate(capacity: rowCount)
        extras = .allocate(capacity: rowCount * extraCount)
        var codes = Self.mergedCodes(shards, into: &customers)
        // In the order of their hashes: the same ledger, whichever worker met a customer first.
        let places = Self.sortByHash(&customers)
        for worker in codes.indices { codes[worker] = codes[worker].map { places[Int($0)] } }

        var counts = [Int](repeating: 0, count: customers.count + 1)
        for (worker, shard) in shards.enumerated() {
            shard.dropTable()
            let workerCodes = codes[worker]
            shard.rows.forEach { counts[Int(workerCodes[Int($0.customer)]) + 1] += 1 }
        }
        for place in 1..<max(1, counts.count) { counts[place] += counts[place - 1] }
        starts = counts
        var extra = 0
        var cursors = counts
        for (worker, shard) in shards.enumerated() {
            let workerCodes = codes[worker]
            shard.rows.drain { row, rowExtras in
                let customer = Int(workerCodes[Int(row.customer)])
                let place = cursors[customer]
                cursors[customer] = place + 1
                rows.initializeElement(
                    at: place,
                    to: SortedRow(
                        order: row.order, micros: row.micros, minute: row.minute,
                        extra: UInt32(truncatingIfNeeded: extra), flags: row.flags))
                if extraCount > 0, let base = extras.baseAddress {
                    let target = base + extra * extraCount
                    target.initialize(from: rowExtras, count: extraCount)
                    recode(worker, target)
                }
                extra += 1
            }
        }
    }

    /// By worker and the worker's code: the place in `customers`, where everybody stands once.
    private static func mergedCodes(_ shards: [CustomerShard], into customers: inout [Customer]) -> [[UInt32]] {
        if shards.allSatisfy({ $0.count == 0 }) {
            // The rows without a customer: all of nobody.
            customers.append(Customer(hash: 0, key: 0, check: 0, shard: 0, code: 0))
            return shards.map { _ in [0] }
        }
        var table = KeyTable()
        customers.reserveCapacity(shards.map(\.count).max() ?? 0)
        return shards.enumerated().map { number, shard in
            shard.table.keysByCode().enumerated().map { code, entry in
                let hash = Hashing.spread(entry.key)
                let (merged, isNew) = table.code(of: entry.key, check: entry.check, hash: hash)
                if isNew {
                    customers.append(
                        Customer(
                            hash: hash << 8 | hash >> 56, key: entry.key, check: entry.check, shard: UInt16(number),
                            code: UInt32(code)))
                }
                return merged
            }
        }
    }

    /// Sorts by hash, which is spread evenly below the bits that a shard shares: each customer goes near its place at
    /// once. Returns the new place of each old one.
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
        var places = [UInt32](repeating: 0, count: count)
        for (place, old) in order.enumerated() { places[Int(old)] = UInt32(place) }
        customers = order.map { customers[Int($0)] }
        return places
    }

    /// The rows of one customer, sorted by `isBefore`; files are mostly in time order, so that is looked at first.
    func sort(_ range: Range<Int>, by isBefore: (SortedRow, SortedRow) -> Bool) {
        var isSorted = true
        var place = range.lowerBound + 1
        while place < range.upperBound {
            if isBefore(rows[place], rows[place - 1]) {
                isSorted = false
                break
            }
            place += 1
        }
        if isSorted { return }
        if range.count <= 24 {
            for place in range.dropFirst() {
                let row = rows[place]
                var hole = place
                while hole > range.lowerBound, isBefore(row, rows[hole - 1]) {
                    rows[hole] = rows[hole - 1]
                    hole -= 1
                }
                rows[hole] = row
            }
        } else {
            var part = UnsafeMutableBufferPointer(rebasing: rows[range])
            part.sort(by: isBefore)
        }
    }
}
