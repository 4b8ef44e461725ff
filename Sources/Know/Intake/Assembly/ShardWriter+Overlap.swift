// Orders that stand in several files.
extension ShardWriter {
    /// Of an order that stands in several files, the rows that count, moved to the front: the order as the last file
    /// that has it tells it, and the refunds of all files, each once.
    mutating func latestFile(_ shard: MergedShard, _ range: Range<Int>) -> Range<Int> {
        guard let place = extras.fileExtra, range.count > 1 else { return range }
        func file(_ row: SortedRow) -> UInt16 { shard.extras[Int(row.extra) * extras.count + place] }
        let firstFile = file(shard.rows[range.lowerBound])
        guard range.contains(where: { file(shard.rows[$0]) != firstFile }) else { return range }
        let rows = OverlappingRows(range.map { (shard.rows[$0], file(shard.rows[$0])) })
        if rows.isRepeated { findings.overlappingOrders += 1 }
        for (place, row) in zip(range, rows.kept + rows.dropped) { shard.rows[place] = row }
        return range.lowerBound..<range.lowerBound + rows.kept.count
    }
}

/// The rows of one order in several files, told apart.
private struct OverlappingRows {
    /// Those that count and those that do not, each in the order they came.
    private(set) var kept: [SortedRow] = []
    private(set) var dropped: [SortedRow] = []
    /// Whether more than one file has the order itself.
    private(set) var isRepeated = false

    /// A refund as two files tell it.
    private struct Refund: Hashable {
        let minute: Int32
        let micros: Int64
    }

    init(_ rows: [(row: SortedRow, file: UInt16)]) {
        let rows = Self.withRefundsMarked(rows)
        let files = Set(rows.filter { $0.row.flags.isDisjoint(with: .anyRefund) }.map(\.file))
        let last = files.max() ?? 0
        isRepeated = files.count > 1
        var lastFileOf: [Refund: UInt16] = [:]
        for (row, file) in rows where row.flags.contains(.namedRefund) {
            lastFileOf[Refund(minute: row.minute, micros: row.micros), default: 0].formMaximum(file)
        }
        for (row, file) in rows {
            let counts =
                row.flags.contains(.namedRefund)
                ? file == lastFileOf[Refund(minute: row.minute, micros: row.micros)]
                : row.flags.contains(.ownRefund) ? file >= last : file == last
            if counts { kept.append(row) } else { dropped.append(row) }
        }
    }

    /// Money that a later file only takes back from an order is a refund of it, not the order's new version.
    private static func withRefundsMarked(
        _ rows: [(row: SortedRow, file: UInt16)]
    ) -> [(row: SortedRow, file: UInt16)] {
        let orderRows = rows.filter { $0.row.flags.isDisjoint(with: .anyRefund) }
        let withOrder = Set(orderRows.filter { $0.row.micros >= 0 }.map(\.file))
        guard let first = withOrder.min() else { return rows }
        return rows.map { row, file in
            guard row.flags.isDisjoint(with: .anyRefund), file > first, !withOrder.contains(file) else {
                return (row, file)
            }
            var refund = row
            refund.flags.insert(.ownRefund)
            return (refund, file)
        }
    }
}

extension UInt16 {
    fileprivate mutating func formMaximum(_ other: UInt16) { self = Swift.max(self, other) }
}
