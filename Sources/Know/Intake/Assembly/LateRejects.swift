/// Rows that were accepted on trust, because the rest of their order may stand elsewhere, and turned out alone.
struct LateRejects {
    private(set) var missingDate = 0
    private(set) var missingAmount = 0
    private(set) var totalsRows = 0
    /// Rows of orders that another row left out: for its status, a filter or its day.
    private(set) var leftOut: [IgnoreReason: Int] = [:]
    /// Rejected rows whose texts were kept.
    private(set) var rejects: [RowYield.Reject] = []
    /// Rows without date and amount that stay, because the rest of their order was found.
    private(set) var continuing = 0

    /// Takes rows that turned out to be sums of the others.
    mutating func add(totals: [RowYield.Reject]) {
        totalsRows += totals.count
        rejects += totals
    }

    /// Looks for the orders of rows that have neither date nor amount; call it while the rows are still there.
    mutating func findContinued(_ parsers: [RowParser]) {
        var alone: [UInt64: Int] = [:]
        for order in parsers.lazy.flatMap(\.yield.continuedOrders) { alone[order, default: 0] += 1 }
        guard !alone.isEmpty else { return }
        let all = alone.values.reduce(0, +)
        takeOut(parsers.map(\.yield.excludedOrders), of: &alone, as: .statusExcluded)
        for parser in parsers {
            for shard in parser.shards { shard.rows.forEach { if alone[$0.order] != nil { alone[$0.order] = nil } } }
        }
        takeOut(parsers, of: &alone)
        for parser in parsers {
            rejects += parser.yield.continuedRows.filter { alone[$0.order] != nil }.map(\.reject)
        }
        missingDate = alone.values.reduce(0, +)
        continuing = all - missingDate - leftOut.values.reduce(0, +)
    }

    /// Takes what the assembly found of orders that have no amount on any row.
    mutating func add(_ findings: DocumentRule.Findings, _ parsers: [RowParser]) {
        var alone = findings.rowsWithoutAmount
        guard !alone.isEmpty else { return }
        takeOut(parsers, of: &alone)
        for parser in parsers {
            rejects += parser.yield.blankAmounts.filter { alone[$0.order] != nil }.map(\.reject)
        }
        missingAmount = alone.values.reduce(0, +)
    }

    /// The further rows of an order that a filter or the as-of day left out are left out with it, wherever they stand.
    private mutating func takeOut(_ parsers: [RowParser], of alone: inout [UInt64: Int]) {
        takeOut(parsers.map(\.yield.filteredOrders), of: &alone, as: .filtered)
        takeOut(parsers.map(\.yield.laterOrders), of: &alone, as: .afterAsOf)
    }

    private mutating func takeOut(
        _ orders: [[UInt64]], of alone: inout [UInt64: Int], as reason: IgnoreReason
    ) {
        guard !alone.isEmpty else { return }
        for order in orders.joined() {
            if let rows = alone.removeValue(forKey: order) { leftOut[reason, default: 0] += rows }
        }
    }

    /// Corrects the accounts.
    func settle(_ accounting: inout Accounting) {
        for (reason, rows) in leftOut { accounting.leaveOut(rows, as: reason) }
        let rejected = [
            (RejectReason.missingDate, missingDate), (.missingAmount, missingAmount), (.totalsRow, totalsRows),
        ]
        for (reason, count) in rejected where count > 0 {
            accounting.accepted -= count
            accounting.rejectedByReason[reason, default: 0] += count
        }
    }
}
