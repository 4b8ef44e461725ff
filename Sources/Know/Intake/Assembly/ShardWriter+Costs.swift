import Ledger

// What orders cost the shop (docs/metrics.md, "Contribution").
extension ShardWriter {
    /// Writes what a document leaves of its money, and whether the cost of its goods is known.
    func writeContribution(_ document: Document, _ shard: MergedShard, _ place: Int) {
        guard let contributions = target.contributions, let lacking = target.lacksGoodsCost,
            let memory = shard.extras.baseAddress
        else { return }
        var costs = OrderCosts()
        if let goods = extras.costRoles.firstIndex(of: .cost) {
            let extra = extras.costExtra(goods)
            costs.hasGoodsColumn = document.rows.contains {
                RowCost(memory + Int(shard.rows[$0].extra) * extras.count, at: extra) != .noColumn
            }
        }
        // Money that goes back takes no costs back with it: whether goods can be sold again is in no file.
        if document.kind != .refund {
            for (number, role) in extras.costRoles.enumerated() {
                let (extra, isOnce) = (extras.costExtra(number), rule.costsOnce[number])
                costs.begin(isGoods: role == .cost, isOnce: isOnce)
                for place in document.rows {
                    let row = shard.rows[place]
                    guard row.flags.isDisjoint(with: .anyRefund) else { continue }
                    costs.add(
                        RowCost(memory + Int(row.extra) * extras.count, at: extra),
                        needsCost: row.micros > 0 || row.flags.contains(.blankAmount))
                }
                costs.end()
            }
        }
        contributions[place] =
            document.minorUnits &- Amount.minorUnits(ofMicros: costs.micros, minorDigits: rule.minorDigits)
        lacking[place] = !costs.hasGoodsColumn || costs.areIncomplete
    }
}

/// The costs of one order, kind by kind and row by row.
struct OrderCosts {
    /// All kinds together, in millionths.
    private(set) var micros: Int64 = 0
    /// Whether a row lacks the cost of its goods, or a cost cannot be read.
    private(set) var areIncomplete = false
    /// Whether the rows' file has a column of what the goods cost.
    var hasGoodsColumn = false

    private var isGoods = false
    private var isOnce = false
    private var isGiven = false
    private var lacksOne = false

    /// - Parameter isOnce: Whether the rows repeat the order's cost, or one of them alone has it.
    mutating func begin(isGoods: Bool, isOnce: Bool) {
        (self.isGoods, self.isOnce) = (isGoods, isOnce)
        (isGiven, lacksOne) = (false, false)
    }

    /// - Parameter needsCost: Whether the row sold something, so that goods without a cost leave a gap.
    mutating func add(_ cost: RowCost, needsCost: Bool) {
        switch cost {
        case .given(let value):
            if isOnce, isGiven { return }
            isGiven = true
            let (sum, overflow) = micros.addingReportingOverflow(value)
            // Room to round stays.
            if overflow || sum.magnitude > Self.largest { areIncomplete = true } else { micros = sum }
        case .unreadable where !isGoods: areIncomplete = true
        // No fee and no shipping cost are none.
        case .blank, .unreadable, .noColumn: if isGoods, needsCost { lacksOne = true }
        }
    }

    mutating func end() { if lacksOne, !(isOnce && isGiven) { areIncomplete = true } }

    private static let largest: UInt64 = 9_000_000_000_000_000_000
}
