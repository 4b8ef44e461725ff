// Unsafe memory: a row's extras are as many as the layout has.

/// Gives rows to the customer of their order: the further lines of an order whose first line alone says who bought, and
/// refunds that name an order, whoever is written beside them: a payment service writes the shop there, who sends the
/// money back.
///
/// A few rows look for their owner among all of them, so the search asks only for the orders that they name.
struct OwnerSearch {
    /// An order's customer, and the share that is the customer's.
    private struct Owner {
        var shard: Int
        var worker: Int
        var key: CustomerKey
        /// Two customers have an order with this id: its rows stay with nobody.
        var isDisputed = false
    }

    /// The orders that are asked for, sorted, and who has them.
    private let wanted: [UInt64]
    private var owners: [UInt64: Owner] = [:]
    /// Orders that refunds name and nobody is known for.
    private var unowned: Set<UInt64> = []

    /// Where rows were moved to, where their marks stand beside them.
    private var moves: [RowMove] = []
    private let extras: RowLayout.Extras

    /// Moves the rows whose order has one known customer.
    ///
    /// - Parameter hasRefunds: Whether rows may name the order that they give back.
    /// - Returns: Where rows were moved to, where their marks stand beside them.
    @discardableResult
    static func run(_ parsers: [RowParser], hasRefunds: Bool, extras: RowLayout.Extras) -> [RowMove] {
        var wanted: [UInt64] = []
        var refunded: Set<UInt64> = []
        for parser in parsers {
            nobody(of: parser).rows.forEach { if $0.order != 0 { wanted.append($0.order) } }
            for shard in parser.shards.dropLast() where hasRefunds {
                // Such a row is never packed.
                shard.rows.forEachWide { if $0.flags.contains(.namedRefund) { refunded.insert($0.order) } }
            }
        }
        wanted += refunded
        guard !wanted.isEmpty else { return [] }
        wanted.sort()
        var search = OwnerSearch(wanted: wanted, extras: extras)
        search.find(parsers)
        if !refunded.isEmpty { search.findUnowned(parsers, among: refunded) }
        guard !search.owners.isEmpty || !search.unowned.isEmpty else { return [] }
        for number in parsers.indices {
            search.move(number, parsers)
            if !refunded.isEmpty { search.moveRefunds(number, parsers) }
        }
        return search.moves
    }

    /// The share of the rows without a customer.
    private static func nobody(of parser: RowParser) -> CustomerShard { parser.shards[parser.shards.count - 1] }

    private init(wanted: [UInt64], extras: RowLayout.Extras) { (self.wanted, self.extras) = (wanted, extras) }

    private mutating func find(_ parsers: [RowParser]) {
        // Some bits for each order keep nearly all rows away from the search.
        var words = 1 << 10
        while words * 4 < wanted.count { words *= 2 }
        var filter = [UInt64](repeating: 0, count: words)
        for order in wanted { filter[Self.word(order) & (words - 1)] |= Self.bit(order) }
        for (worker, parser) in parsers.enumerated() {
            for shardNumber in parser.shards.indices.dropLast() {
                let shard = parser.shards[shardNumber]
                let keys = shard.textKeys()
                shard.rows.forEach { row in
                    if filter[Self.word(row.order) & (words - 1)] & Self.bit(row.order) == 0 { return }
                    // A refund that names an order does not say whose the order is.
                    guard !row.flags.contains(.namedRefund), isWanted(row.order) else { return }
                    let found = Owner(shard: shardNumber, worker: worker, key: keys.key(of: row))
                    owners[row.order] = owners[row.order].map { Self.settled($0, found) } ?? found
                }
            }
        }
    }

    private mutating func findUnowned(_ parsers: [RowParser], among refunded: Set<UInt64>) {
        for parser in parsers {
            Self.nobody(of: parser).rows.forEach { row in
                guard refunded.contains(row.order), !row.flags.contains(.namedRefund), owners[row.order] == nil
                else { return }
                unowned.insert(row.order)
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
        if known.key != found.key { owner.isDisputed = true }
        return owner
    }

    private mutating func move(_ number: Int, _ parsers: [RowParser]) {
        let parser = parsers[number]
        let nobody = Self.nobody(of: parser)
        var rest: [(row: Row, extras: [UInt16])] = []
        let count = nobody.rows.extraCount
        nobody.rows.forEachWithExtras { row, extras in
            guard let owner = owners[row.order], !owner.isDisputed else {
                return rest.append((row, Array(UnsafeBufferPointer(start: extras, count: count))))
            }
            noteMove(row, extras, from: nil, to: owner.shard, parser)
            give(row, extras, to: owner, of: parser, parsers)
        }
        nobody.removeRows()
        for (row, extras) in rest { nobody.rows.append(row, extras) }
    }

    /// Moves refunds that stand with another customer than the order they name.
    private mutating func moveRefunds(_ number: Int, _ parsers: [RowParser]) {
        let parser = parsers[number]
        let moved = parser.shards.dropLast().enumerated().flatMap { place, shard in
            let keys = shard.textKeys()
            return shard.takeWide { row in
                guard row.flags.contains(.namedRefund) else { return false }
                guard let owner = owners[row.order] else { return unowned.contains(row.order) }
                return !owner.isDisputed && owner.key != keys.key(of: row)
            }.map { (place, $0.row, $0.extras) }
        }
        for (place, row, extras) in moved {
            noteMove(row, extras, from: place, to: owners[row.order]?.shard, parser)
            if let owner = owners[row.order] {
                give(row, extras, to: owner, of: parser, parsers)
            } else {
                var unowned = row
                unowned.customer = 0
                Self.nobody(of: parser).rows.append(unowned, extras)
            }
        }
    }

    /// Notes that a row goes from one share to another; nil is that of nobody.
    private mutating func noteMove(
        _ row: Row, _ codes: UnsafePointer<UInt16>, from: Int?, to: Int?, _ parser: RowParser
    ) {
        guard let extra = extras.markExtra else { return }
        let mark = RowMark { codes[extra + $0] }
        let nobody = RowStreams(shardCount: parser.shards.count - 1).ofNobody(order: row.order, minute: row.minute)
        moves.append(RowMove(mark: mark, from: from ?? nobody, to: to ?? nobody))
    }

    /// Adds a row to those of `owner` that `parser` has.
    private func give(
        _ row: Row, _ extras: UnsafePointer<UInt16>, to owner: Owner, of parser: RowParser, _ parsers: [RowParser]
    ) {
        let shard = parser.shards[owner.shard]
        var owned = row
        owned.customer = owner.key.key
        if owner.key.key & Hashing.textMark != 0 {
            // The owner's own worker may be this one, whose texts must not move while one of them is copied.
            let text = parsers[owner.worker].shards[owner.shard].text(of: owner.key).map(Array.init) ?? []
            owned.customer = Hashing.textMark | UInt64(text.withUnsafeBufferPointer { shard.code(of: $0, owner.key) })
        }
        shard.rows.append(owned, extras)
    }

    private static func word(_ order: UInt64) -> Int { Int(truncatingIfNeeded: Hashing.spread(order) >> 8) }
    private static func bit(_ order: UInt64) -> UInt64 { 1 << (Hashing.spread(order) & 63) }
}
