// Unsafe memory: rows within `range`, a part of the buffer's indices.

/// What the rows of one order say together.
struct OrderRows {
    /// Its money in millionths.
    private(set) var total: Int64 = 0
    /// What was given back, by time.
    private(set) var refunds: [Refund] = []
    /// The first row that is no refund.
    private(set) var first: SortedRow?
    /// Rows with an amount, and rows without.
    private(set) var amounts = 0
    private(set) var blanks = 0
    /// Rows with fewer pieces than none, and others.
    private(set) var negative = 0
    private(set) var positive = 0
    private(set) var isReversed = false
    /// Whether a refund from elsewhere names the order.
    private(set) var namesOther = false
    /// Whether the money does not fit; it is of no use then.
    private(set) var overflows = false

    /// What the rows of one moment give back: the lines of one refund.
    struct Refund {
        let minute: Int32
        let dayOnly: Bool
        /// Zero or less, in millionths.
        var micros: Int64
    }

    /// - Parameter totalIsRepeated: Whether every row repeats the order's total and what was given back.
    init(_ rows: UnsafeMutableBufferPointer<SortedRow>, _ range: Range<Int>, totalIsRepeated: Bool) {
        var reversed: [SortedRow] = []
        var standing = 0
        for place in range {
            let row = rows[place]
            if row.flags.contains(.namedRefund) {
                namesOther = true
                addRefund(row, isRepeated: false)
            } else if row.flags.contains(.ownRefund) {
                addRefund(row, isRepeated: totalIsRepeated)
            } else {
                first = first ?? row
                if row.flags.contains(.reversed) {
                    reversed.append(row)
                } else if row.flags.isDisjoint(with: [.noStatus, .blankAmount]) {
                    standing += 1
                }
                if row.flags.contains(.negativeQuantity) { negative += 1 } else { positive += 1 }
                if row.flags.contains(.blankAmount) {
                    blanks += 1
                    continue
                }
                amounts += 1
                if totalIsRepeated { total = row.micros } else { total = sum(total, row) }
            }
        }
        isReversed = !reversed.isEmpty && (standing == 0 || totalIsRepeated)
        if !isReversed { for row in reversed { giveBack(row) } }
        if overflows { (total, refunds) = (0, []) }
    }

    /// Takes a line that was given back, of an order whose other lines stand, for a refund of the line.
    private mutating func giveBack(_ row: SortedRow) {
        guard row.micros > 0 else { return }
        refunds.append(
            Refund(minute: row.minute, dayOnly: row.flags.contains(.dayOnly), micros: 0 &- row.micros))
    }

    /// Rows come by time, so a refund's lines follow each other.
    private mutating func addRefund(_ row: SortedRow, isRepeated: Bool) {
        guard let last = refunds.last, last.minute == row.minute else {
            let dayOnly = row.flags.contains(.dayOnly)
            return refunds.append(Refund(minute: row.minute, dayOnly: dayOnly, micros: row.micros))
        }
        if !isRepeated { refunds[refunds.count - 1].micros = sum(last.micros, row) }
    }

    private mutating func sum(_ sum: Int64, _ row: SortedRow) -> Int64 {
        let (next, overflow) = sum.addingReportingOverflow(row.micros)
        // Room to round stays.
        if overflow || next.magnitude > Self.largest { overflows = true }
        return overflows ? 0 : next
    }

    private static let largest: UInt64 = 9_000_000_000_000_000_000
}
