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
        let codes = Self.mergedCodes(shards, into: &customers)
        // Sorted by key: the same ledger, whichever worker met a customer first.
        let order = customers.indices.sorted {
            (customers[$0].key, customers[$0].check) < (customers[$1].key, customers[$1].check)
        }
        var places = [Int](repeating: 0, count: customers.count)
        for (place, customer) in order.enumerated() { places[customer] = place }
        customers = order.map { customers[$0] }

        var counts = [Int](repeating: 0, count: customers.count + 1)
        for (worker, shard) in shards.enumerated() {
            shard.dropTable()
            shard.rows.forEach { counts[places[codes[worker][Int($0.customer)]] + 1] += 1 }
        }
        for place in 1..<max(1, counts.count) { counts[place] += counts[place - 1] }
        starts = counts
        var extra = 0
        var cursors = counts
        for (worker, shard) in shards.enumerated() {
            let workerCodes = codes[worker]
            shard.rows.drain { row, rowExtras in
                let customer = places[workerCodes[Int(row.customer)]]
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
    private static func mergedCodes(_ shards: [CustomerShard], into customers: inout [Customer]) -> [[Int]] {
        var table = KeyTable()
        if shards.allSatisfy({ $0.count == 0 }) {
            // The rows without a customer: all of nobody.
            customers.append(Customer(key: 0, check: 0, shard: 0, code: 0))
            return shards.map { _ in [0] }
        }
        return shards.enumerated().map { number, shard in
            (0..<shard.count).map { code in
                let key = shard.keys[code]
                let check = shard.checks[code]
                let (merged, isNew) = table.code(of: key, check: check, hash: Hashing.spread(key))
                if isNew {
                    customers.append(Customer(key: key, check: check, shard: UInt16(number), code: UInt32(code)))
                }
                return Int(merged)
            }
        }
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
