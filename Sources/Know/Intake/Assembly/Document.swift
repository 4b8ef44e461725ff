// Unsafe memory: rows within `range`, a part of the buffer's indices.

import Ledger

/// A row among the others of its customer, ready to be sorted.
struct SortedRow: BitwiseCopyable {
    var order: UInt64
    var micros: Int64
    var minute: Int32
    /// Its place among the shard's extras.
    var extra: UInt32
    var flags: Row.Flags
    /// Which of the documents of its order it belongs to; see `Document.part`.
    var part: UInt16 = 0

    @inline(__always)
    init(_ row: Row, extra: Int) {
        order = row.order
        micros = row.micros
        minute = row.minute
        self.extra = UInt32(truncatingIfNeeded: extra)
        flags = row.flags
    }

    /// By time, then by order id, then by money: no two orders of rows give different ledgers.
    @inline(__always)
    static func isEarlier(_ left: SortedRow, _ right: SortedRow) -> Bool {
        if left.minute != right.minute { return left.minute < right.minute }
        if left.order != right.order { return left.order < right.order }
        if left.micros != right.micros { return left.micros < right.micros }
        return left.flags.rawValue < right.flags.rawValue
    }

    /// By order id, then by time, then by money.
    @inline(__always)
    static func isBeforeByOrder(_ left: SortedRow, _ right: SortedRow) -> Bool {
        if left.order != right.order { return left.order < right.order }
        if left.minute != right.minute { return left.minute < right.minute }
        if left.micros != right.micros { return left.micros < right.micros }
        return left.flags.rawValue < right.flags.rawValue
    }
}

/// One order, refund or reversed order, put together from its rows.
struct Document {
    var order: UInt64
    var minorUnits: Int64
    var minute: Int32
    var dayOnly: Bool
    var kind: OrderKind
    /// Which of its order's documents it is: told apart only where documents are asked for.
    var part: UInt16 = 0
    /// The rows it was made of, in the sorted rows of its shard.
    var rows: Range<Int>

    @inline(__always)
    static func isEarlier(_ left: Document, _ right: Document) -> Bool {
        if left.minute != right.minute { return left.minute < right.minute }
        if left.order != right.order { return left.order < right.order }
        if left.minorUnits != right.minorUnits { return left.minorUnits < right.minorUnits }
        return left.kind.rawValue < right.kind.rawValue
    }
}

/// How rows with one order id become documents.
struct DocumentRule {
    /// Whether rows have order ids, and two rows may share one.
    var merges: Bool
    /// Whether the amount of each row is the order's total, to be counted once.
    var totalIsRepeated: Bool
    var minorDigits: Int
    /// By kind of cost: whether it is the order's, repeated on its rows or on one of them alone, and not each row's own.
    var costsOnce: [Bool] = []
    /// Orders that a row with a status left out, sorted: their rows without a status are left out with it.
    var excludedOrders: [UInt64] = []

    func isExcluded(_ order: UInt64) -> Bool {
        var low = 0
        var high = excludedOrders.count
        while low < high {
            let middle = (low + high) / 2
            if excludedOrders[middle] < order { low = middle + 1 } else { high = middle }
        }
        return low < excludedOrders.count && excludedOrders[low] == order
    }

    /// What was met on the way, for the notes.
    struct Findings {
        /// Rows without an amount of the orders that have none on any row.
        var rowsWithoutAmount: [UInt64: Int] = [:]
        /// Orders with an amount on one of their rows and none on others, and orders with several.
        var ordersWithOneAmount = 0
        var ordersWithSeveralAmounts = 0
        /// Orders that refunds gave back whole, and in part.
        var refundedWhole = 0
        var refundedInPart = 0
        /// Orders whose lines add up to more than 64 bits of millionths.
        var overflows = 0
        /// Refunds that name an order which is not there.
        var refundsWithoutOrder = 0
        /// Orders that stand in two files; the later file's version counts.
        var overlappingOrders = 0
        /// Rows without a status of orders that another row left out.
        var excludedRows = 0

        mutating func add(_ other: Findings) {
            rowsWithoutAmount.merge(other.rowsWithoutAmount, uniquingKeysWith: +)
            ordersWithOneAmount += other.ordersWithOneAmount
            ordersWithSeveralAmounts += other.ordersWithSeveralAmounts
            refundedWhole += other.refundedWhole
            refundedInPart += other.refundedInPart
            overflows += other.overflows
            refundsWithoutOrder += other.refundsWithoutOrder
            overlappingOrders += other.overlappingOrders
            excludedRows += other.excludedRows
        }
    }

    /// The document of a row that shares its order id with no other.
    @inline(__always)
    func document(of row: SortedRow, at place: Int) -> Document {
        let minorUnits = Amount.minorUnits(ofMicros: row.micros, minorDigits: minorDigits)
        let isRefund =
            minorUnits < 0 || !row.flags.isDisjoint(with: .anyRefund)
            || (minorUnits == 0 && row.flags.contains(.negativeQuantity))
        let kind: OrderKind = isRefund ? .refund : row.flags.contains(.reversed) ? .reversed : .order
        return Document(
            order: row.order, minorUnits: minorUnits, minute: row.minute, dayOnly: row.flags.contains(.dayOnly),
            kind: kind, rows: place..<place + 1)
    }

    /// Puts together the rows of one order, `rows[range]`, sorted by time.
    ///
    /// A refund that names the order and gives back all of it makes it a reversed one; what is given back beyond that,
    /// or less than all, is a refund of its own.
    func merge(
        _ rows: UnsafeMutableBufferPointer<SortedRow>, _ range: Range<Int>, into documents: inout [Document],
        findings: inout Findings
    ) {
        let order = OrderRows(rows, range, totalIsRepeated: totalIsRepeated)
        if order.overflows { findings.overflows += 1 }
        let refunds = order.refunds.map { refund in
            Document(
                order: rows[range.lowerBound].order,
                minorUnits: Amount.minorUnits(ofMicros: refund.micros, minorDigits: minorDigits),
                minute: refund.minute, dayOnly: refund.dayOnly, kind: .refund, rows: range)
        }
        guard let first = order.first else {
            if order.namesOther { findings.refundsWithoutOrder += 1 }
            return documents += refunds
        }
        guard order.amounts > 0 else {
            findings.rowsWithoutAmount[first.order, default: 0] += order.blanks
            return documents += refunds
        }
        if order.amounts > 1 {
            findings.ordersWithSeveralAmounts += 1
        } else if order.blanks > 0 {
            findings.ordersWithOneAmount += 1
        }
        let minorUnits = Amount.minorUnits(ofMicros: order.total, minorDigits: minorDigits)
        let isGivenBack = minorUnits < 0 || (order.total == 0 && order.negative > 0 && order.positive == 0)
        var kind: OrderKind = isGivenBack ? .refund : order.isReversed ? .reversed : .order
        // Money of all rows together fits, or nothing is answered: each refund is far below that.
        let refunded = refunds.reduce(0) { $0 &+ $1.minorUnits }
        if kind == .order, minorUnits > 0, refunded <= -minorUnits { kind = .reversed }
        if refunded < 0, kind == .reversed { findings.refundedWhole += 1 }
        if refunded < 0, kind == .order { findings.refundedInPart += 1 }
        documents.append(
            Document(
                order: first.order, minorUnits: minorUnits, minute: first.minute,
                dayOnly: first.flags.contains(.dayOnly), kind: kind, rows: range))
        guard kind == .reversed else { return documents += refunds }
        // What was given back beyond the order goes to the last refund.
        if var rest = refunds.last, refunded < -minorUnits {
            rest.minorUnits = refunded &+ minorUnits
            documents.append(rest)
        }
    }
}
