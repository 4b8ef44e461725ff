/// Gives rows without a customer to the customer of their order: the further lines of an order whose first line alone
/// says who bought, and refunds that name an order.
///
/// A few rows look for their owner among all of them, so the search asks only for the orders that they name.
struct OwnerSearch {
    /// Where an order's customer was met first: enough to enter it with any worker.
    private struct Owner {
        var parser: Int
        var shard: Int
        var code: Int
        var key: UInt64
        var check: UInt32
        /// Two customers have an order with this id: its rows stay with nobody.
        var isDisputed = false
    }

    /// The orders that are asked for, sorted, and who has them.
    private let wanted: [UInt64]
    private var owners: [UInt64: Owner] = [:]

    /// Moves the rows whose order has one known customer.
    static func run(_ parsers: [RowParser]) {
        var wanted: [UInt64] = []
        for parser in parsers {
            parser.shards[parser.shards.count - 1].rows.forEach { if $0.order != 0 { wanted.append($0.order) } }
        }
        guard !wanted.isEmpty else { return }
        wanted.sort()
        var search = OwnerSearch(wanted: wanted)
        search.find(parsers)
        guard !search.owners.isEmpty else { return }
        for number in parsers.indices { search.move(number, parsers) }
    }

    private init(wanted: [UInt64]) { self.wanted = wanted }

    private mutating func find(_ parsers: [RowParser]) {
        // Some bits for each order keep nearly all rows away from the search.
        var words = 1 << 10
        while words * 4 < wanted.count { words *= 2 }
        var filter = [UInt64](repeating: 0, count: words)
        for order in wanted { filter[Self.word(order) & (words - 1)] |= Self.bit(order) }
        for (number, parser) in parsers.enumerated() {
            for shardNumber in parser.shards.indices.dropLast() {
                let shard = parser.shards[shardNumber]
                var keys: [(key: UInt64, check: UInt32)] = []
                shard.rows.forEach { row in
                    if filter[Self.word(row.order) & (words - 1)] & Self.bit(row.order) == 0 { return }
                    // A refund that names an order does not say whose the order is.
                    guard !row.flags.contains(.namedRefund), isWanted(row.order) else { return }
                    if keys.isEmpty { keys = shard.table.keysByCode() }
                    let code = Int(row.customer)
                    let found = Owner(
                        parser: number, shard: shardNumber, code: code, key: keys[code].key, check: keys[code].check)
                    owners[row.order] = owners[row.order].map { Self.settled($0, found) } ?? found
                }
            }
        }
    }

    private func isWanted(_ order: UInt64) -> Bool {
        var low = 0
        var high = wanted.count
        while low < high {
            let middle = (low + high) / 2
            if wanted[middle] < order { low = middle + 1 } else { high = middle }
        }
        return low < wanted.count && wanted[low] == order
    }

    private static func settled(_ known: Owner, _ found: Owner) -> Owner {
        var owner = known
        if known.key != found.key || known.check != found.check { owner.isDisputed = true }
        return owner
    }

    private func move(_ number: Int, _ parsers: [RowParser]) {
        let parser = parsers[number]
        let nobody = parser.shards[parser.shards.count - 1]
        let rest = RowBlocks(extraCount: nobody.rows.extraCount)
        nobody.rows.drain { row, extras in
            guard let owner = owners[row.order], !owner.isDisputed else { return rest.append(row, extras) }
            let shard = parser.shards[owner.shard]
            let text = Array(parsers[owner.parser].shards[owner.shard].text(of: owner.code))
            let code = text.withUnsafeBufferPointer {
                shard.code(of: owner.key, check: owner.check, hash: Hashing.spread(owner.key), text: $0)
            }
            shard.rows.append(
                Row(order: row.order, micros: row.micros, customer: code, flags: row.flags, minute: row.minute), extras)
        }
        rest.drain { nobody.rows.append($0, $1) }
    }

    private static func word(_ order: UInt64) -> Int { Int(truncatingIfNeeded: Hashing.spread(order) >> 8) }
    private static func bit(_ order: UInt64) -> UInt64 { 1 << (Hashing.spread(order) & 63) }
}
