/// The money of some rows on end, for a sum that stands below them.
struct TotalsStretch {
    /// Rows that count as orders, and their money in millionths.
    private(set) var rows = 0
    private(set) var sum: Int128 = 0
    /// The money of rows that a filter or the as-of day left out, or that were rejected for something else.
    private(set) var leftOut: Int128 = 0
    /// The money of rows that were left out for their status.
    private(set) var excluded: Int128 = 0
    /// Rows whose money cannot be read.
    private(set) var unknownRows = 0

    mutating func add(_ micros: Int64) {
        rows &+= 1
        sum += Int128(micros)
    }

    /// Counts a row in question as an order.
    mutating func add(order micros: Int128) {
        rows &+= 1
        sum += micros
    }

    mutating func add(leftOut micros: Int64) { leftOut += Int128(micros) }

    mutating func add(excluded micros: Int64) { excluded += Int128(micros) }

    mutating func addUnknown() { unknownRows &+= 1 }

    /// Goes on with the rows of `other`, which stand below.
    mutating func add(_ other: TotalsStretch) {
        rows += other.rows
        sum += other.sum
        leftOut += other.leftOut
        excluded += other.excluded
        unknownRows += other.unknownRows
    }

    /// What a sum of these rows may be: whoever wrote it knew nothing of our filters, and may have counted cancelled
    /// orders or not.
    var sums: [Int128] {
        var sums = [sum]
        for more in [leftOut, excluded, leftOut + excluded] where !sums.contains(sum + more) { sums.append(sum + more) }
        return sums
    }

    var isEmpty: Bool { rows == 0 && leftOut == 0 && excluded == 0 }
}
