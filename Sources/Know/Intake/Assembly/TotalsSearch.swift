/// Settles which of the rows that a word such as "Total" names are sums of the others, file by file.
///
/// Unsafe memory: arrays are lent for the call that copies them; of rows without codes beside them nothing is read.
struct TotalsSearch {
    /// Rows that turned out to be sums.
    private(set) var rejects: [RowYield.Reject] = []
    /// The others, by their name.
    private(set) var customers: [TotalsNamesake] = []

    private let parsers: [RowParser]

    /// Takes sums away and gives all other rows to their customers.
    init(_ parsers: [RowParser], files: [PlannedFile]) {
        self.parsers = parsers
        guard parsers.contains(where: { !$0.yield.possibleTotals.isEmpty }) else { return }
        for (file, planned) in files.enumerated() { settle(file, planned.plan) }
    }

    private mutating func settle(_ file: Int, _ plan: OrderFilePlan) {
        let possible = parsers.enumerated().flatMap { worker, parser in
            parser.yield.possibleTotals.filter { $0.reject.file == file }.map { (worker: worker, total: $0) }
        }.sorted {
            ($0.total.reject.chunk, $0.total.reject.line) < ($1.total.reject.chunk, $1.total.reject.line)
        }
        guard !possible.isEmpty else { return }
        let (candidates, below) = inOrder(possible.map(\.total), file)
        let all = candidates.reduce(below.sum) { $0 + $1.above.sum }
        for ((worker, total), isSum) in zip(possible, TotalsRule.sums(among: candidates, below: below)) {
            if isSum {
                rejects.append(total.reject)
            } else {
                keep(total, worker: worker)
                // Of other names only those of about as much money as a sum has are worth a word.
                if !total.isPhrase || Int128(total.row.micros) * 2 >= all { note(total, plan) }
            }
        }
    }

    /// The rows in question with all rows between them, whichever worker read these.
    private func inOrder(
        _ possible: [RowYield.PossibleTotal], _ file: Int
    ) -> (candidates: [TotalsRule.Candidate], below: TotalsStretch) {
        let chunks = parsers.flatMap(\.yield.chunks).filter { $0.file == file }.sorted { $0.chunk < $1.chunk }
        var candidates: [TotalsRule.Candidate] = []
        var stretch = TotalsStretch()
        for chunk in chunks {
            while candidates.count < possible.count, possible[candidates.count].reject.chunk == chunk.chunk {
                let total = possible[candidates.count]
                stretch.add(total.above)
                candidates.append(
                    .init(micros: Int128(total.row.micros), isPhrase: total.isPhrase, above: stretch))
                stretch = TotalsStretch()
            }
            stretch.add(chunk.below)
        }
        return (candidates, stretch)
    }

    /// Counts a row that stays.
    private mutating func note(_ total: RowYield.PossibleTotal, _ plan: OrderFilePlan) {
        let role = plan.identity.first { plan.columns[$0] == total.column }
        let column = role?.rawValue ?? plan.header[total.column]
        let place = customers.firstIndex { $0.name == total.name && $0.column == column }
        if place == nil { customers.append(TotalsNamesake(name: total.name, column: column)) }
        customers[place ?? customers.count - 1].add(total.row.micros)
    }

    /// Gives a row to its customer.
    private func keep(_ possible: RowYield.PossibleTotal, worker: Int) {
        let shards = parsers[worker].shards
        var row = possible.row
        var shard = shards[shards.count - 1]
        if let (key, text) = possible.customer {
            shard = shards[Int(truncatingIfNeeded: Hashing.spread(key.key) >> 56) & (shards.count - 2)]
            row.customer = key.key
            if key.key & Hashing.textMark != 0 {
                row.customer = Hashing.textMark | UInt64(text.withUnsafeBufferPointer { shard.code(of: $0, key) })
            }
        }
        possible.extras.withUnsafeBufferPointer { extras in
            // Without extras nothing is read from there.
            let none = UnsafePointer<UInt16>(bitPattern: MemoryLayout<UInt16>.alignment)
            guard let extras = extras.baseAddress ?? none else { return }
            shard.rows.append(row, extras)
            guard possible.refunded < 0 else { return }
            row.micros = possible.refunded
            row.flags.formUnion([.ownRefund, .copy])
            shard.rows.append(row, extras)
        }
    }
}
