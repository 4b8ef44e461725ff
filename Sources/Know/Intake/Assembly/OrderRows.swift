/// What the rows of one order say together.
struct OrderRows {
    /// Its money, and what its refunds give back (zero or less), in millionths.
    private(set) var total: Int64 = 0
    private(set) var refunded: Int64 = 0
    /// The first row that is no refund, and the first that is one.
    private(set) var first: SortedRow?
    private(set) var refundRow: SortedRow?
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

    /// - Parameter totalIsRepeated: Whether every row repeats the order's total and what was given back.
    init(_ rows: UnsafeMutableBufferPointer<SortedRow>, _ range: Range<Int>, totalIsRepeated: Bool) {
        var own: Int64 = 0
        for place in range {
            let row = rows[place]
            if row.flags.contains(.namedRefund) {
                namesOther = true
                refunded = sum(refunded, row)
                refundRow = refundRow ?? row
            } else if row.flags.contains(.ownRefund) {
                if totalIsRepeated { own = row.micros } else { own = sum(own, row) }
                refundRow = refundRow ?? row
            } else {
                first = first ?? row
                if row.flags.contains(.reversed) { isReversed = true }
                if row.flags.contains(.negativeQuantity) { negative += 1 } else { positive += 1 }
                if row.flags.contains(.blankAmount) {
                    blanks += 1
                    continue
                }
                amounts += 1
                if totalIsRepeated { total = row.micros } else { total = sum(total, row) }
            }
        }
        let (all, overflow) = refunded.addingReportingOverflow(own)
        if overflow || all.magnitude > Self.largest { overflows = true }
        (total, refunded) = overflows ? (0, 0) : (total, all)
    }

    private mutating func sum(_ sum: Int64, _ row: SortedRow) -> Int64 {
        let (next, overflow) = sum.addingReportingOverflow(row.micros)
        // Room to round stays.
        if overflow || next.magnitude > Self.largest { overflows = true }
        return overflows ? 0 : next
    }

    private static let largest: UInt64 = 9_000_000_000_000_000_000
}
