/// Settles which of the rows that a word such as "Total" names are sums of the others.
///
/// A customer may be called so. A row is a sum when its amount is that of all other rows of its file, or when several
/// such rows (pages, months) add up to that. A sum that does not fit is told by its size: nobody alone brings half of what
/// all others do, nor more than all that is left where rows are missing.
///
/// Unsafe memory: arrays are lent for the call that copies them; of rows without codes beside them nothing is read.
struct TotalsSearch {
    /// Among fewer other rows somebody may well bring half as much as all of them.
    static let fewestRows = 20
    /// Beside a sum a row with less than this part of the others' money is a customer's.
    static let leastPart: Int128 = 20

    private let parsers: [RowParser]
    private let fileExtra: Int?
    /// Whether rows were left out or rejected, of any of the files, so that a sum need not fit those that are left.
    private let lacksRows: Bool

    /// What a file holds beside the rows in question.
    private struct Rest {
        var sum: Int128 = 0
        var rows = 0
    }

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
        let rests = search.rests()
        var rejects: [RowYield.Reject] = []
        let byFile = Dictionary(grouping: possible.joined(), by: \.reject.file)
        var totals: [Int: Set<Int64>] = [:]
        for (file, rows) in byFile {
            totals[file] = search.totals(among: rows.map(\.row.micros), beside: rests[file] ?? Rest())
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

    /// All other rows, by file.
    private func rests() -> [Int: Rest] {
        var rests: [Int: Rest] = [:]
        for parser in parsers {
            for shard in parser.shards {
                shard.rows.forEachWithExtras { row, extras in
                    let file = fileExtra.map { Int(extras[$0]) } ?? 0
                    rests[file, default: Rest()].sum += Int128(row.micros)
                    rests[file, default: Rest()].rows += 1
                }
            }
        }
        return rests
    }

    /// The amounts among `amounts` that are sums of the file's other rows.
    private func totals(among amounts: [Int64], beside rest: Rest) -> Set<Int64> {
        guard rest.sum != 0, let largest = amounts.max().map({ Int128($0) }) else { return [] }
        let all = amounts.reduce(0) { $0 + Int128($1) }
        let parts = amounts.filter { Int128($0) != rest.sum }
        // Sums of pages or months, with or without one of them all.
        if !parts.isEmpty, parts.reduce(0, { $0 + Int128($1) }) == rest.sum { return Set(amounts) }
        if parts.count < amounts.count { return Set(amounts).subtracting(parts) }
        guard rest.sum > 0 else { return [] }
        // One of them all that does not fit, with its parts or beside a customer of that name; or parts alone.
        let tellsMore = lacksRows && all > rest.sum
        let isHalf = rest.rows >= Self.fewestRows && largest * 2 >= rest.sum
        guard tellsMore || isHalf else { return [] }
        let areParts = (all - largest) * 2 >= largest
        if areParts || !isHalf && largest <= rest.sum { return Set(amounts) }
        return Set(amounts.filter { Int128($0) * Self.leastPart >= rest.sum })
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
