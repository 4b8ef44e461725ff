/// Settles which of the rows that a word such as "Total" names are sums of the others.
///
/// A customer may be called so. A row is a sum when its amount is that of all other rows of its file, or when several
/// such rows (pages, months) add up to that.
///
/// Unsafe memory: arrays are lent for the call that copies them; of rows without codes beside them nothing is read.
struct TotalsSearch {
    private let parsers: [RowParser]
    private let fileExtra: Int?
    /// Whether rows of the files were left out or rejected, so that a sum need not fit those that are left.
    private let lacksRows: Bool

    /// Takes sums away and gives all other rows to their customers.
    ///
    /// - Returns: The sums.
    static func run(_ parsers: [RowParser], fileExtra: Int?, accounting: Accounting) -> [RowYield.Reject] {
        let possible = parsers.map(\.yield.possibleTotals)
        guard possible.contains(where: { !$0.isEmpty }) else { return [] }
        let search = TotalsSearch(
            parsers: parsers, fileExtra: fileExtra,
            lacksRows: accounting.rejected + accounting.ignored
                - accounting.ignoredByReason[.blank, default: 0]
                - accounting.ignoredByReason[.repeatedHeader, default: 0] > 0)
        let sums = search.sums()
        var rejects: [RowYield.Reject] = []
        let byFile = Dictionary(grouping: possible.joined(), by: \.reject.file)
        var totals: [Int: Set<Int64>] = [:]
        for (file, rows) in byFile {
            totals[file] = search.totals(among: rows.map(\.row.micros), of: sums[file] ?? 0)
        }
        for (worker, rows) in possible.enumerated() {
            for row in rows {
                if totals[row.reject.file, default: []].contains(row.row.micros) {
                    rejects.append(row.reject)
                } else {
                    search.keep(row, worker: worker)
                }
            }
        }
        return rejects
    }

    /// The money of all other rows, by file.
    private func sums() -> [Int: Int128] {
        var sums: [Int: Int128] = [:]
        for parser in parsers {
            for shard in parser.shards {
                shard.rows.forEachWithExtras { row, extras in
                    sums[fileExtra.map { Int(extras[$0]) } ?? 0, default: 0] += Int128(row.micros)
                }
            }
        }
        return sums
    }

    /// The amounts among `amounts` that are sums of the file's other rows.
    private func totals(among amounts: [Int64], of sum: Int128) -> Set<Int64> {
        guard sum != 0 else { return [] }
        let parts = amounts.filter { Int128($0) != sum }
        let isWhole = parts.count < amounts.count
        // Sums of pages or months, with or without one of them all.
        if !parts.isEmpty, parts.reduce(0, { $0 + Int128($1) }) == sum { return Set(amounts) }
        if isWhole { return Set(amounts).subtracting(parts) }
        // Where rows are missing a sum is more than what is left of them; a customer of that name is not.
        guard lacksRows, sum > 0 else { return [] }
        if amounts.reduce(0, { $0 + Int128($1) }) > sum { return Set(amounts.filter { Int128($0) * 20 > sum }) }
        return []
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
            if let extras = extras.baseAddress ?? none { shard.rows.append(row, extras) }
        }
    }
}
