import Dispatch
import Domain
import Ledger
import Synchronization

/// Makes the ledger of what the workers have read: shard by shard, customers first, then order ids inside a
/// customer's rows.
///
/// Unsafe memory: each shard writes its own stretch of the ledger's columns, as long as its rows at the most.
struct LedgerAssembler: @unchecked Sendable {  // parsers are read by one worker a shard
    let parsers: [RowParser]
    let extras: RowLayout.Extras
    let currency: Currency
    var rule: DocumentRule
    let workers: Int
    /// Orders that have rows without date and amount, where documents are asked for.
    var continuedOrders: Set<UInt64> = []

    /// What came out beside the ledger.
    struct Result {
        var ledger: Ledger
        var findings: DocumentRule.Findings
        /// Order ids that stand under two customers.
        var conflictingOrders: [UInt64]
        /// The rows of the documents, where these are asked for.
        var notes: DocumentSources?
    }

    /// How often the total of an order was the same on all of its rows, and how often not.
    struct TotalsEvidence {
        var repeated = 0
        var different = 0
    }

    private var shardCount: Int { parsers[0].shards.count - 1 }

    // MARK: Totals

    /// Looks at all orders of several rows without giving anything up.
    func totalsEvidence() -> TotalsEvidence {
        let evidence = Mutex(TotalsEvidence())
        eachShard { shard, _ in
            var rows: [(customer: CustomerKey, order: UInt64, micros: Int64)] = []
            for parser in parsers {
                let source = parser.shards[shard]
                let keys = source.textKeys()
                source.rows.forEach { row in
                    if !row.flags.isDisjoint(with: [.namedRefund, .ownRefund, .blankAmount]) { return }
                    rows.append((keys.key(of: row), row.order, row.micros))
                }
            }
            rows.sort {
                ($0.customer.key, $0.customer.check, $0.order) < ($1.customer.key, $1.customer.check, $1.order)
            }
            var found = TotalsEvidence()
            var start = 0
            while start < rows.count {
                var end = start + 1
                var isSame = true
                while end < rows.count, rows[end].order == rows[start].order,
                    rows[end].customer == rows[start].customer
                {
                    if rows[end].micros != rows[start].micros { isSame = false }
                    end += 1
                }
                if end - start > 1 { if isSame { found.repeated += 1 } else { found.different += 1 } }
                start = end
            }
            evidence.withLock {
                $0.repeated += found.repeated
                $0.different += found.different
            }
        }
        return evidence.withLock { $0 }
    }

    // MARK: The ledger

    /// - Throws: `IntakeError.amountsTooLarge` when the money of all rows does not fit.
    func assemble() throws(IntakeError) -> Result {
        let dimensions = MergedDimensions(parsers.map(\.yield.dimensionValues), count: extras.dimensions.count)
        let shards = Mutex<[AssembledShard?]>(Array(repeating: nil, count: shardCount))
        let unidentified = Mutex(UnidentifiedDocuments())
        let order = ChunkOrder(parsers)
        /// Puts a share together and writes its documents to `target`, or where it makes room itself.
        @Sendable func assemble(_ shard: Int, _ memory: ShardMemory, target: (target: Columns.Target, base: Int)?) {
            let merged = MergedShard(
                parsers, number: shard, order: order, extraCount: extras.count,
                arrangement: arrangement(of: shard), memory: memory
            ) { dimensions.recode(worker: $0, $1) }
            let target = shard == shardCount && extras.hasMarks ? nil : target
            let own = target == nil ? memory.columns(merged.count, extras: extras) : nil
            guard let goal = target ?? own.map({ ($0.target, 0) }) else { return }
            var writer = ShardWriter(rule: rule, extras: extras, target: goal.0, base: goal.1)
            writer.continuedOrders = continuedOrders
            if shard == shardCount {
                if extras.hasMarks { writer.nobodysStreams = RowStreams(shardCount: shardCount) }
                var found = writer.unidentified(merged)
                if extras.hasMarks { found.columns = own?.first(found.documents, extras: extras) }
                unidentified.withLock { $0 = found }
            } else {
                var assembled = writer.write(merged, texts: parsers.map { $0.shards[shard] })
                for parser in parsers { parser.shards[shard].removeTexts() }
                assembled.columns = own?.first(assembled.documents, extras: extras)
                shards.withLock { $0[shard] = assembled }
            }
        }
        var columns: Columns
        if rule.merges {
            // How many documents there are is known only when all rows have met.
            eachShard(includingUnidentified: true) { assemble($0, $1, target: nil) }
            columns = collected(shards.withLock { $0.compactMap { $0 } })
        } else {
            let bases = stretches()
            columns = Columns(capacity: bases[shardCount], extras: extras)
            columns.fill { target in
                eachShard(includingUnidentified: true) { assemble($0, $1, target: (target, bases[$0])) }
            }
        }
        return try result(columns, shards.withLock { $0.compactMap { $0 } }, unidentified.withLock { $0 }, dimensions)
    }

    private func result(
        _ columns: Columns, _ shards: [AssembledShard], _ others: UnidentifiedDocuments, _ dimensions: MergedDimensions
    ) throws(IntakeError) -> Result {
        guard let total = Self.sum(shards.map(\.magnitude) + [others.magnitude]), total < UInt64(Int64.max) else {
            throw .amountsTooLarge
        }
        var findings = others.findings
        for shard in shards { findings.add(shard.findings) }
        guard findings.overflows == 0 else { throw .amountsTooLarge }
        let sources =
            extras.hasMarks
            ? DocumentSources(
                shards: shards, unidentified: others,
                unidentifiedLedger: unidentifiedLedger(others, dimensions)) : nil
        let conflicts = rule.merges ? OrderConflicts.find(shards.map(\.orders), workers: workers) : []
        return Result(
            ledger: columns.ledger(
                currency: currency, shards: shards, dimensions: dimensions.values, unidentified: others.sales),
            findings: findings, conflictingOrders: conflicts, notes: sources)
    }

    /// The documents of nobody, as those of one customer without a name.
    private func unidentifiedLedger(_ others: UnidentifiedDocuments, _ dimensions: MergedDimensions) -> Ledger {
        var columns = Columns(capacity: others.documents, extras: extras)
        columns.fill { target in
            guard let source = others.columns else { return }
            target.copy(others.documents, from: source.target, to: 0)
        }
        var one = AssembledShard()
        if others.documents > 0 {
            one.counts = [UInt32(truncatingIfNeeded: others.documents)]
            one.keys = [0]
        }
        return columns.ledger(
            currency: currency, shards: [one], dimensions: dimensions.values, unidentified: UnidentifiedSales())
    }

    private func arrangement(of shard: Int) -> MergedShard.Arrangement {
        if shard == shardCount { return .any }
        if !rule.merges { return .packed }
        return rule.excludedOrders.isEmpty && !rule.totalIsRepeated ? .packedByOrder : .any
    }

    /// Where each share begins, and the last ends, when each row is a document.
    private func stretches() -> [Int] {
        var bases = [0]
        for shard in 0..<shardCount {
            bases.append(bases[shard] + parsers.reduce(0) { $0 + $1.shards[shard].rows.count })
        }
        return bases
    }

    /// The columns of all shares together.
    private func collected(_ shards: [AssembledShard]) -> Columns {
        let bases = shards.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.documents) }
        var columns = Columns(capacity: bases[shards.count], extras: extras)
        columns.fill { target in
            eachShard { shard, _ in
                guard let source = shards[shard].columns else { return }
                target.copy(shards[shard].documents, from: source.target, to: bases[shard])
            }
        }
        return columns
    }

    private static func sum(_ magnitudes: [UInt64?]) -> UInt64? {
        var total: UInt64 = 0
        for magnitude in magnitudes {
            guard let magnitude else { return nil }
            let (sum, overflow) = total.addingReportingOverflow(magnitude)
            if overflow { return nil }
            total = sum
        }
        return total
    }

    func eachShard(includingUnidentified: Bool = false, _ body: @Sendable (Int, ShardMemory) -> Void) {
        let count = includingUnidentified ? shardCount + 1 : shardCount
        let next = Atomic<Int>(0)
        DispatchQueue.concurrentPerform(iterations: workers) { _ in
            let memory = ShardMemory()
            while true {
                // The share without customers comes first: it may be the largest.
                let place = next.wrappingAdd(1, ordering: .relaxed).oldValue
                guard place < count else { return }
                body(includingUnidentified ? (place + shardCount) % count : place, memory)
            }
        }
    }
}

/// What one shard gave to the ledger beside its documents.
struct AssembledShard: Sendable {
    var documents = 0
    /// By customer: how many documents.
    var counts: [UInt32] = []
    var keys: [UInt64] = []
    /// Of the customers whose key is a hash, in order.
    var texts = Texts()
    /// The order ids of its documents, where they must be compared with other customers'.
    var orders = OrderIDs()
    /// The documents, where they do not stand in their place already.
    var columns: ShardColumns?
    var findings = DocumentRule.Findings()
    /// Sum of all amounts without sign; nil when it does not fit.
    var magnitude: UInt64? = 0
    /// The rows of its documents, where these are asked for.
    var notes = DocumentNotes()
}

/// Texts one after the other.
struct Texts: Sendable {
    /// Where each text ends.
    private(set) var ends: [Int] = []
    private(set) var bytes: [UInt8] = []

    mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
        bytes.append(contentsOf: text)
        ends.append(bytes.count)
    }
}

/// What was sold without a customer.
struct UnidentifiedDocuments: Sendable {
    var sales = UnidentifiedSales()
    var findings = DocumentRule.Findings()
    var magnitude: UInt64? = 0
    /// The documents one by one with their rows, where these are asked for.
    var documents = 0
    var columns: ShardColumns?
    var notes = DocumentNotes()
}

/// One list of values a dimension, of the lists of all workers.
private struct MergedDimensions: Sendable {
    let values: [[String]]
    /// By worker, dimension and the worker's code.
    private let codes: [[[UInt16]]]

    init(_ workers: [[[String]]], count: Int) {
        var values: [[String]] = []
        var codes = [[[UInt16]]](repeating: [], count: workers.count)
        for dimension in 0..<count {
            // What is beyond the room for codes is told as one value, whose text a shop may use itself.
            let all = Set(workers.flatMap { $0.count > dimension ? $0[dimension] : [] }).subtracting(["", "…"])
            let sorted = [""] + Array(all.sorted().prefix(Int(DimensionCodes.overflow) - 1)) + ["…"]
            let places = Dictionary(uniqueKeysWithValues: sorted.enumerated().map { ($1, UInt16($0)) })
            let overflow = UInt16(sorted.count - 1)
            for worker in workers.indices {
                let own = workers[worker].count > dimension ? workers[worker][dimension] : [""]
                codes[worker].append(own.map { places[$0] ?? overflow })
            }
            values.append(sorted)
        }
        self.values = values
        self.codes = codes
    }

    func recode(worker: Int, _ extras: UnsafeMutablePointer<UInt16>) {
        for (dimension, codes) in codes[worker].enumerated() {
            let own = Int(extras[dimension])
            extras[dimension] = own < codes.count ? codes[own] : UInt16(values[dimension].count - 1)
        }
    }
}
