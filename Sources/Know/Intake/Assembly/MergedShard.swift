/// One share of the customers, brought together from all workers: their rows, by customer.
///
/// Unsafe memory: `rows` and `packed` hold the rows of all customers one after the other, in memory that is lent until the
/// next share; `starts` of a customer and the next bound that customer's.
final class MergedShard {
    /// In the order in which they were met.
    let customers: UnsafeBufferPointer<Customer>
    /// In the order of the ledger: by their hashes.
    let order: UnsafeMutableBufferPointer<UInt32>
    /// By place in that order: where the customer's rows begin.
    let starts: UnsafeMutableBufferPointer<Int>
    /// The rows, empty when all are in `packed`.
    let rows: UnsafeMutableBufferPointer<SortedRow>
    /// Whether the rows are in `packed`: all of the usual kind, with nothing beside them.
    let isPacked: Bool
    let packed: UnsafeMutableBufferPointer<PackedRow>
    /// Extras of all rows, with codes that are the same for all workers.
    let extras: UnsafeMutableBufferPointer<UInt16>

    /// How many rows there are.
    var count: Int { isPacked ? packed.count : rows.count }

    struct Customer: BitwiseCopyable {
        /// Rotated, so that the bits which a shard's customers share come last.
        var hash: UInt64
        var key: CustomerKey
        var text: TextPlace
    }

    /// Where the text of a customer stands: which worker has it, under which code.
    struct TextPlace: BitwiseCopyable {
        var worker: Int32
        var number: Int32
        static let none = TextPlace(worker: -1, number: -1)
    }

    /// How the rows of a customer are to stand.
    enum Arrangement {
        /// In the order that they came, all of one kind or not.
        case any
        /// Packed if they can be, in the order that they came.
        case packed
        /// Packed if they can be, by order id.
        case packedByOrder
    }

    /// Takes over the rows that all workers have of one share.
    ///
    /// - Parameters:
    ///   - number: Of the share.
    ///   - recode: Makes the dimension codes of one worker those of all.
    init(
        _ parsers: [RowParser], number: Int, order chunks: ChunkOrder, extraCount: Int, arrangement: Arrangement,
        memory: ShardMemory,
        recode: (_ worker: Int, UnsafeMutablePointer<UInt16>) -> Void
    ) {
        let source = ShardRows(
            parsers.map { $0.shards[number] }, number: number, order: chunks, memory: memory)
        isPacked = arrangement != .any && extraCount == 0 && source.wide.isEmpty
        rows = memory.rows.lend(isPacked ? 0 : source.count)
        packed = memory.packed.lend(isPacked ? source.count : 0)
        extras = memory.extras.lend(source.count * extraCount)
        var codes = CustomerCodes(capacity: source.count + source.textCount, memory: memory)
        source.giveCodes(&codes)
        customers = codes.all
        // In the order of their hashes: the same ledger, whichever worker met a customer first.
        order = Self.orderByHash(customers, memory)
        starts = memory.starts.lend(customers.count + 1)
        starts.initializeElement(at: 0, to: 0)
        let cursors = memory.cursors.lend(customers.count)
        for (place, old) in order.enumerated() {
            cursors.initializeElement(at: Int(old), to: starts[place])
            starts.initializeElement(at: place + 1, to: starts[place] + Int(codes.counts[Int(old)]))
        }
        if isPacked {
            let packed = packed
            func place(_ row: PackedRow) {
                let customer = Int(row.customer)
                packed.initializeElement(at: cursors[customer], to: row)
                cursors[customer] &+= 1
            }
            if arrangement == .packedByOrder, !source.ordersAscend {
                for row in OrderSort.sorted(source, memory) { place(row) }
            } else {
                source.forEachPacked(place)
            }
        } else {
            var count = 0
            source.forEach(extraCount: extraCount) { worker, row, rowExtras in
                let customer = Int(row.customer)
                rows.initializeElement(at: cursors[customer], to: SortedRow(row, extra: count))
                cursors[customer] &+= 1
                if extraCount > 0, let base = extras.baseAddress {
                    let target = base + count * extraCount
                    target.initialize(from: rowExtras, count: extraCount)
                    recode(worker, target)
                }
                count &+= 1
            }
        }
        // Rows that are merged may be several times as many as their documents.
        for parser in parsers { parser.shards[number].removeRows(givingBack: arrangement != .packed) }
    }

    /// The customers' places sorted by hash, which is spread evenly below the bits that a shard shares: each goes near its
    /// place at once.
    private static func orderByHash(
        _ customers: UnsafeBufferPointer<Customer>, _ memory: ShardMemory
    ) -> UnsafeMutableBufferPointer<UInt32> {
        let count = customers.count
        let bits = max(1, Int.bitWidth - 1 - max(1, count).leadingZeroBitCount)
        func bucket(_ hash: UInt64) -> Int { Int(truncatingIfNeeded: hash >> UInt64(64 - bits)) }
        let ends = memory.buckets.lend((1 << bits) + 1)
        ends.initialize(repeating: 0)
        for customer in customers { ends[bucket(customer.hash) + 1] += 1 }
        for place in 1..<ends.count { ends[place] += ends[place - 1] }
        let order = memory.order.lend(count)
        for (place, customer) in customers.enumerated() {
            let bucket = bucket(customer.hash)
            order.initializeElement(at: Int(ends[bucket]), to: UInt32(place))
            ends[bucket] += 1
        }
        func isBefore(_ left: UInt32, _ right: UInt32) -> Bool {
            let (left, right) = (customers[Int(left)], customers[Int(right)])
            return left.hash == right.hash ? left.key.check < right.key.check : left.hash < right.hash
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
        return order
    }

    /// Sorts `range` of `rows` by `isBefore`. Files are mostly in time order, or in the reverse of it, so that is looked
    /// at first.
    @inline(__always)
    func sort<Element>(
        _ rows: UnsafeMutableBufferPointer<Element>, _ range: Range<Int>, by isBefore: (Element, Element) -> Bool
    ) {
        var place = range.lowerBound + 1
        while place < range.upperBound, !isBefore(rows[place], rows[place - 1]) { place += 1 }
        if place >= range.upperBound { return }
        sortAnew(UnsafeMutableBufferPointer(rebasing: rows[range]), by: isBefore)
    }

    @inline(__always)
    private func sortAnew<Element>(
        _ part: UnsafeMutableBufferPointer<Element>, by isBefore: (Element, Element) -> Bool
    ) {
        guard part.count <= 48 else {
            var part = part
            if part.indices.dropFirst().allSatisfy({ isBefore(part[$0], part[$0 - 1]) }) { return part.reverse() }
            return part.sort(by: isBefore)
        }
        for place in 1..<part.count {
            let moved = part[place]
            var hole = place
            while hole > 0, isBefore(moved, part[hole - 1]) {
                part[hole] = part[hole - 1]
                hole &-= 1
            }
            part[hole] = moved
        }
    }
}
