import Ledger

// Shares whose rows are all packed: plain orders with nothing beside them.
extension ShardWriter {
    /// Writes the documents of rows that are each an order of its own.
    @inline(__always)
    mutating func writePacked(_ shard: MergedShard, _ range: Range<Int>) {
        shard.sort(shard.packed, range, by: PackedRow.isEarlier)
        for row in range { write(document(of: shard.packed[row])) }
    }

    /// Writes the documents of rows that stand by order id.
    mutating func mergePacked(_ shard: MergedShard, _ range: Range<Int>) {
        let rows = shard.packed
        packedDocuments.removeAll(keepingCapacity: true)
        var start = range.lowerBound
        while start < range.upperBound {
            let order = rows[start].order32
            var end = start &+ 1
            // A file without order ids may stand beside one that has them: there each row is an order.
            while order != 0, end < range.upperBound, rows[end].order32 == order { end &+= 1 }
            if order != 0 { orders.append(UInt64(order)) }
            if end == start &+ 1 {
                packedDocuments.append(document(of: rows[start]))
            } else if let document = document(of: UnsafeMutableBufferPointer(rebasing: rows[start..<end])) {
                findings.ordersWithSeveralAmounts += 1
                packedDocuments.append(document)
            } else {
                mergeSlowly(rows, start..<end)
            }
            start = end
        }
        packedDocuments.withUnsafeMutableBufferPointer { documents in
            shard.sort(documents, documents.indices, by: PackedDocument.isEarlier)
        }
        for document in packedDocuments { write(document) }
    }

    /// The document of a row that shares its order id with no other.
    @inline(__always)
    private func document(of row: PackedRow) -> PackedDocument {
        let minorUnits = rounding.minorUnits(ofHundreds: row.hundreds)
        let isRefund = minorUnits < 0 || (minorUnits == 0 && row.flags.contains(.negativeQuantity))
        return PackedDocument(
            minute: row.minute, order: row.order32, minorUnits: minorUnits, dayOnly: row.flags.contains(.dayOnly),
            kind: isRefund ? .refund : row.flags.contains(.reversed) ? .reversed : .order)
    }

    /// The document of the rows of one order; nil when some of them were given back, or are too many for their sum.
    @inline(__always)
    private func document(of rows: UnsafeMutableBufferPointer<PackedRow>) -> PackedDocument? {
        var hundreds: Int64 = 0
        var anyFlags: Row.Flags = []
        var allFlags: Row.Flags = .negativeQuantity
        var first = rows[0]
        for row in rows {
            hundreds &+= Int64(row.hundreds)
            anyFlags.formUnion(row.flags)
            allFlags.formIntersection(row.flags)
            if PackedRow.isEarlier(row, first) { first = row }
        }
        guard !anyFlags.contains(.reversed), let sum = Int32(exactly: hundreds) else { return nil }
        let minorUnits = rounding.minorUnits(ofHundreds: sum)
        let isRefund = minorUnits < 0 || (sum == 0 && allFlags.contains(.negativeQuantity))
        return PackedDocument(
            minute: first.minute, order: first.order32, minorUnits: minorUnits,
            dayOnly: first.flags.contains(.dayOnly), kind: isRefund ? .refund : .order)
    }

    /// Puts rows of one order together as it is done where anything may stand in them.
    private mutating func mergeSlowly(_ rows: UnsafeMutableBufferPointer<PackedRow>, _ range: Range<Int>) {
        var sorted = range.map { SortedRow(Row(rows[$0]), extra: 0) }.sorted(by: SortedRow.isBeforeByOrder)
        var merged: [Document] = []
        sorted.withUnsafeMutableBufferPointer { rule.merge($0, $0.indices, into: &merged, findings: &findings) }
        for document in merged {
            packedDocuments.append(
                PackedDocument(
                    minute: document.minute, order: UInt32(truncatingIfNeeded: document.order),
                    minorUnits: document.minorUnits, dayOnly: document.dayOnly, kind: document.kind))
        }
    }

    @inline(__always)
    private mutating func write(_ document: PackedDocument) {
        let place = base &+ written
        let day = Self.day(document.minute)
        target.days[place] = day
        target.minutes[place] =
            document.dayOnly ? Ledger.noMinute : UInt16(truncatingIfNeeded: document.minute &- day &* 1_440)
        target.minorUnits[place] = document.minorUnits
        target.kinds[place] = document.kind
        addMagnitude(document.minorUnits.magnitude)
        written &+= 1
    }
}

/// A document that was put together from packed rows.
struct PackedDocument: BitwiseCopyable {
    let minute: Int32
    let order: UInt32
    let minorUnits: Int64
    let dayOnly: Bool
    let kind: OrderKind

    @inline(__always)
    static func isEarlier(_ left: PackedDocument, _ right: PackedDocument) -> Bool {
        if left.minute != right.minute { return left.minute < right.minute }
        if left.order != right.order { return left.order < right.order }
        if left.minorUnits != right.minorUnits { return left.minorUnits < right.minorUnits }
        return left.kind.rawValue < right.kind.rawValue
    }
}
