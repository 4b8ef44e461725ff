// Unsafe memory: slices between two places of the share's rows.

import Ledger

// Shares whose rows are all packed: plain orders with nothing beside them.
extension ShardWriter {
    /// Writes the documents of rows that are each an order of its own.
    @inline(__always)
    mutating func writePacked(_ shard: MergedShard, _ range: Range<Int>) {
        let (rows, rounding) = (shard.packed, rounding)
        shard.sort(rows, range, by: PackedRow.isEarlier)
        write(count: range.count) { PackedDocument(rows[range.lowerBound &+ $0], rounding) }
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
                packedDocuments.append(PackedDocument(rows[start], rounding))
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
        let documents = packedDocuments
        documents.withUnsafeBufferPointer { documents in write(count: documents.count) { documents[$0] } }
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

    /// Writes a customer's documents.
    @inline(__always)
    private mutating func write(count: Int, _ document: (Int) -> PackedDocument) {
        let target = target
        let first = base &+ written
        // Fewer than 2³¹ documents, of which packed rows can hold, below 2³³ each.
        var sum: UInt64 = 0
        for number in 0..<count {
            let document = document(number)
            let (day, minute) = document.dayAndMinute
            let place = first &+ number
            target.days[place] = day
            target.minutes[place] = document.dayOnly ? Ledger.noMinute : minute
            target.minorUnits[place] = document.minorUnits
            target.kinds[place] = document.kind
            sum &+= document.minorUnits.magnitude
        }
        written &+= count
        addMagnitude(sum)
    }
}

/// A document that was put together from packed rows.
struct PackedDocument: BitwiseCopyable {
    let minute: Int32
    let order: UInt32
    let minorUnits: Int64
    let dayOnly: Bool
    let kind: OrderKind

    /// The document of a row that shares its order id with no other.
    @inline(__always)
    init(_ row: PackedRow, _ rounding: HundredsRounding) {
        let minorUnits = rounding.minorUnits(ofHundreds: row.hundreds)
        let isRefund = minorUnits < 0 || (minorUnits == 0 && row.flags.contains(.negativeQuantity))
        self.init(
            minute: row.minute, order: row.order32, minorUnits: minorUnits, dayOnly: row.flags.contains(.dayOnly),
            kind: isRefund ? .refund : row.flags.contains(.reversed) ? .reversed : .order)
    }

    @inline(__always)
    init(minute: Int32, order: UInt32, minorUnits: Int64, dayOnly: Bool, kind: OrderKind) {
        (self.minute, self.order, self.minorUnits) = (minute, order, minorUnits)
        (self.dayOnly, self.kind) = (dayOnly, kind)
    }

    /// The day's number and the minute in it.
    @inline(__always)
    var dayAndMinute: (day: Int32, minute: UInt16) {
        // Minutes since the first that a packed row can hold are never below zero.
        let minutes = UInt32(bitPattern: minute &- PackedRow.firstMinute)
        let day = minutes / 1_440
        return (
            Int32(truncatingIfNeeded: day) &+ PackedRow.firstMinute / 1_440,
            UInt16(truncatingIfNeeded: minutes &- day &* 1_440)
        )
    }

    @inline(__always)
    static func isEarlier(_ left: PackedDocument, _ right: PackedDocument) -> Bool {
        if left.minute != right.minute { return left.minute < right.minute }
        if left.order != right.order { return left.order < right.order }
        if left.minorUnits != right.minorUnits { return left.minorUnits < right.minorUnits }
        return left.kind.rawValue < right.kind.rawValue
    }
}
