import Domain
import Synchronization

// Whether a column of costs tells each row's own, or the order's.
//
// Unsafe memory: the codes beside a row are read below their number, and lie in the workers' blocks.
extension LedgerAssembler {
    /// How often the rows of an order told one cost together, and how often each its own.
    private struct Evidence {
        /// Orders with the same cost on all rows, whose amounts differ or are repeated too; rows that are alike in
        /// both say nothing.
        var repeated = 0
        /// Orders with a cost on one row alone.
        var single = 0
        var different = 0

        var isOnce: Bool { different == 0 && repeated + single > 0 }

        mutating func add(_ other: Evidence) {
            repeated += other.repeated
            single += other.single
            different += other.different
        }
    }

    /// A row of an order.
    private struct OrderRow {
        let customer: CustomerKey
        let order: UInt64
        let file: UInt16
        let micros: Int64
        let extras: UnsafePointer<UInt16>

        /// Rows of one order in one file come together.
        var place: (UInt64, UInt32, UInt64, UInt16) { (customer.key, customer.check, order, file) }
    }

    /// By kind of cost: whether it stands for the whole order, and is to be counted once.
    ///
    /// - Parameter amountIsPerLine: Whether the user says that amounts are each row's own: then the cost of goods is no
    ///   order's, though it is the same on all rows.
    func costsOnce(amountIsPerLine: Bool) -> [Bool] {
        let isOwn = extras.costRoles.map { amountIsPerLine && $0 == .cost }
        let none = [Evidence](repeating: Evidence(), count: extras.costRoles.count)
        let evidence = Mutex(none)
        eachShard { shard, _ in
            let rows = orderRows(of: shard)
            var found = none
            var start = 0
            while start < rows.count {
                var end = start + 1
                while end < rows.count, rows[end].place == rows[start].place { end += 1 }
                if end - start > 1 { look(at: rows[start..<end], isOwn, &found) }
                start = end
            }
            evidence.withLock { all in for place in all.indices { all[place].add(found[place]) } }
        }
        return evidence.withLock { $0.map(\.isOnce) }
    }

    private func orderRows(of shard: Int) -> [OrderRow] {
        var rows: [OrderRow] = []
        for parser in parsers {
            let source = parser.shards[shard]
            let keys = source.textKeys()
            source.rows.forEachWithExtras { row, extras in
                guard row.order != 0, row.flags.isDisjoint(with: .anyRefund) else { return }
                rows.append(
                    OrderRow(
                        customer: keys.key(of: row), order: row.order,
                        file: self.extras.fileExtra.map { extras[$0] } ?? 0,
                        micros: row.flags.contains(.blankAmount) ? .min : row.micros, extras: extras))
            }
        }
        rows.sort { $0.place < $1.place }
        return rows
    }

    private func look(at rows: ArraySlice<OrderRow>, _ isOwn: [Bool], _ found: inout [Evidence]) {
        let haveOneAmount = rows.allSatisfy { $0.micros == rows[rows.startIndex].micros }
        for number in found.indices {
            var given: [Int64] = []
            for row in rows {
                if case .given(let micros) = RowCost(row.extras, at: extras.costExtra(number)) { given.append(micros) }
            }
            let isOne = given.allSatisfy { $0 == given[0] }
            if given.isEmpty || isOne && given[0] == 0 { continue }
            if given.count == 1 {
                found[number].single += 1
            } else if !isOne || given.count < rows.count {
                found[number].different += 1
            } else if rule.totalIsRepeated || !haveOneAmount && !isOwn[number] {
                found[number].repeated += 1
            }
        }
    }
}
