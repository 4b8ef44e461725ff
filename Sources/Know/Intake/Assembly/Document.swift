import Ledger

/// A row among the others of its customer, ready to be sorted.
struct SortedRow {
    var order: UInt64
    var micros: Int64
    var minute: Int32
    /// Its place among the shard's extras.
    var extra: UInt32
    var flags: Row.Flags

    /// By time, then by order id, then by money: no two orders of rows give different ledgers.
    @inline(__always)
    static func isEarlier(_ left: SortedRow, _ right: SortedRow) -> Bool {
        if left.minute != right.minute { return left.minute < right.minute }
        if left.order != right.order { return left.order < right.order }
        return left.micros < right.micros
    }

    /// By order id, then by time, then by money.
    @inline(__always)
    static func isBeforeByOrder(_ left: SortedRow, _ right: SortedRow) -> Bool {
        if left.order != right.order { return left.order < right.order }
        if left.minute != right.minute { return left.minute < right.minute }
        return left.micros < right.micros
    }
}

/// One order, refund or reversed order, put together from its rows.
struct Document {
    var order: UInt64
    var minorUnits: Int64
    var minute: Int32
    var dayOnly: Bool
    var kind: OrderKind
    /// The rows it was made of, in the sorted rows of its shard.
    var rows: Range<Int>

    @inline(__always)
    static func isEarlier(_ left: Document, _ right: Document) -> Bool {
        if left.minute != right.minute { return left.minute < right.minute }
        if left.order != right.order { return left.order < right.order }
        return left.minorUnits < right.minorUnits
    }
}

/// How rows with one order id become documents.
struct DocumentRule {
    /// Whether rows have order ids, and two rows may share one.
    var merges: Bool
    /// Whether the amount of each row is the order's total, to be counted once.
    var totalIsRepeated: Bool
    var minorDigits: Int

    /// What was met on the way, for the notes.
    struct Findings {
        /// Rows without an amount whose order has none on any row.
        var ordersWithoutAmount: Set<UInt64> = []
        var rowsWithoutAmount = 0
        /// Refunds that name an order which is not there.
        var refundsWithoutOrder = 0
        /// Orders that stand in two files; the later file's version counts.
        var overlappingOrders = 0

        mutating func add(_ other: Findings) {
            ordersWithoutAmount.formUnion(other.ordersWithoutAmount)
            rowsWithoutAmount += other.rowsWithoutAmount
            refundsWithoutOrder += other.refundsWithoutOrder
            overlappingOrders += other.overlappingOrders
        }
    }

    /// The document of a row that shares its order id with no other.
    @inline(__always)
    func document(of row: SortedRow, at place: Int) -> Document {
        let minorUnits = Amount.minorUnits(ofMicros: row.micros, minorDigits: minorDigits)
        let isRefund =
            minorUnits < 0 || row.flags.contains(.namedRefund)
            || (minorUnits == 0 && row.flags.contains(.negativeQuantity))
        let kind: OrderKind = isRefund ? .refund : row.flags.contains(.reversed) ? .reversed : .order
        return Document(
            order: row.order, minorUnits: minorUnits, minute: row.minute, dayOnly: row.flags.contains(.dayOnly),
            kind: kind, rows: place..<place + 1)
    }

    /// Puts together the rows of one order, `rows[range]`, sorted by time.
    func merge(
        _ rows: UnsafeMutableBufferPointer<SortedRow>, _ range: Range<Int>, into documents: inout [Document],
        findings: inout Findings
    ) {
        var total: Int64 = 0
        var named: Int64 = 0
        var namedMinute: Int32?
        var first: SortedRow?
        var amounts = 0
        var isReversed = false
        var negative = 0
        var positive = 0
        for place in range {
            let row = rows[place]
            if row.flags.contains(.namedRefund) {
                named += row.micros
                namedMinute = namedMinute ?? row.minute
                continue
            }
            first = first ?? row
            if row.flags.contains(.reversed) { isReversed = true }
            if row.flags.contains(.negativeQuantity) { negative += 1 } else { positive += 1 }
            if row.flags.contains(.blankAmount) { continue }
            amounts += 1
            total = totalIsRepeated ? row.micros : total + row.micros
        }
        guard let first else {
            findings.refundsWithoutOrder += 1
            return documents.append(refund(named, rows[range.lowerBound], at: namedMinute ?? 0, range))
        }
        guard amounts > 0 else {
            findings.ordersWithoutAmount.insert(first.order)
            findings.rowsWithoutAmount += range.count
            return
        }
        let minorUnits = Amount.minorUnits(ofMicros: total, minorDigits: minorDigits)
        var kind: OrderKind = minorUnits < 0 || (total == 0 && negative > 0 && positive == 0) ? .refund : .order
        if kind == .order, isReversed { kind = .reversed }
        var isSettled = false
        if kind == .order, named < 0, total > 0, -named >= total {
            kind = .reversed
            isSettled = true
        }
        documents.append(
            Document(
                order: first.order, minorUnits: minorUnits, minute: first.minute,
                dayOnly: first.flags.contains(.dayOnly), kind: kind, rows: range))
        if named < 0, !isSettled, kind != .reversed {
            documents.append(refund(named, first, at: namedMinute ?? first.minute, range))
        }
    }

    private func refund(_ micros: Int64, _ row: SortedRow, at minute: Int32, _ range: Range<Int>) -> Document {
        Document(
            order: row.order, minorUnits: Amount.minorUnits(ofMicros: micros, minorDigits: minorDigits),
            minute: minute, dayOnly: row.flags.contains(.dayOnly), kind: .refund, rows: range)
    }
}
