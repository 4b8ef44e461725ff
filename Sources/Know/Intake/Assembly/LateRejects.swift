/// Rows that were accepted on trust, because the rest of their order may stand elsewhere, and turned out alone.
struct LateRejects {
    private(set) var missingDate = 0
    /// Rows of orders that another row left out for its status.
    private(set) var excluded = 0
    private(set) var missingAmount = 0
    /// Those of them whose texts were kept.
    private(set) var rejects: [RowYield.Reject] = []

    /// Looks for the orders of rows that have neither date nor amount; call it while the rows are still there.
    mutating func findContinued(_ parsers: [RowParser]) {
        var alone = Set(parsers.flatMap(\.yield.continuedOrders))
        guard !alone.isEmpty else { return }
        let left = Set(parsers.flatMap(\.yield.excludedOrders)).intersection(alone)
        for parser in parsers { excluded += parser.yield.continuedOrders.count { left.contains($0) } }
        alone.subtract(left)
        for parser in parsers {
            for shard in parser.shards {
                shard.rows.forEach { if alone.contains($0.order) { alone.remove($0.order) } }
            }
        }
        for parser in parsers {
            missingDate += parser.yield.continuedOrders.count { alone.contains($0) }
            rejects += parser.yield.continuedRows.filter { alone.contains($0.order) }.map(\.reject)
        }
    }

    /// Takes what the assembly found of orders that have no amount on any row.
    mutating func add(_ findings: DocumentRule.Findings, _ parsers: [RowParser]) {
        missingAmount += findings.rowsWithoutAmount
        guard missingAmount > 0 else { return }
        for parser in parsers {
            rejects += parser.yield.blankAmounts.filter { findings.ordersWithoutAmount.contains($0.order) }
                .map(\.reject)
        }
    }

    /// Corrects the accounts.
    func settle(_ accounting: inout Accounting) {
        accounting.leaveOut(excluded, as: .statusExcluded)
        for (reason, count) in [(RejectReason.missingDate, missingDate), (.missingAmount, missingAmount)]
        where count > 0 {
            accounting.accepted -= count
            accounting.rejectedByReason[reason, default: 0] += count
        }
    }
}
