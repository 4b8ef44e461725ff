/// What the sums in the first rows tell of the columns of money: arithmetic that no name can belie.
struct MoneyEvidence {
    private let matching: ColumnMatching

    init(_ matching: ColumnMatching) { self.matching = matching }

    /// The amount is the line's: quantity × price, or different on the lines of one order. Summing a total that is
    /// repeated on every line would multiply the revenue, so a name such as `Order total` needs both proofs.
    func isLine(_ role: ColumnRole, price: ColumnRole) -> Bool {
        guard matching.reasons[role] != .given, !matching.barred.contains(.lineAmount),
            let column = matching.columns[role]
        else { return false }
        let isCalledTotal = (matching.scores[role] ?? 100) >= Self.sureName
        // Mostly there is nothing to multiply, and every row is an order: then no amount need be read.
        let canBeProduct = matching.columns[.quantity] != nil && matching.columns[price] != nil
        guard canBeProduct || !isCalledTotal && hasOrdersOfSeveralRows else { return false }
        let amounts = values(column)
        var isProduct = false
        if let quantities = values(.quantity), let prices = values(price) {
            isProduct = Self.agree(amounts, zip(quantities, prices).map(Self.product))
        }
        return switch (isProduct, isCalledTotal) {
        case (true, false): true
        case (false, true): false
        case (true, true), (false, false): differsInsideOrders(amounts)
        }
    }

    /// The tax beside a line's total is a plausible part of it in every row.
    var taxIsLine: Bool {
        guard let taxes = values(.tax), let totals = values(.lineAmountNet) ?? values(.lineAmount) else { return false }
        let pairs = zip(taxes, totals).compactMap { tax, total in tax.flatMap { tax in total.map { (tax, $0) } } }
        return !pairs.isEmpty && pairs.allSatisfy { tax, total in abs(tax) <= abs(total) * 0.35 + 0.011 }
    }

    /// Summing the column over the rows of an order counts it once: each row is an order, or the orders of several
    /// rows have it on one row or in parts. A sum that is the same on all their rows is repeated.
    func addsUpByRow(_ role: ColumnRole) -> Bool {
        guard let sums = values(role) else { return false }
        guard matching.columns[.order] != nil else { return true }
        let several = ordersOfSeveralRows(sums).filter { $0.contains { ($0 ?? 0) != 0 } }
        return !several.isEmpty && several.allSatisfy { Set($0).count > 1 }
    }

    /// The kinds of cost that stand below zero beside amounts above it, as statements of account have them.
    func costsBelowZero(beside rule: AmountRule) -> Set<ColumnRole> {
        let amounts =
            switch rule {
            case .column(let column, isLine: _): values(column)
            case .product(let quantity, unitPrice: _): values(quantity)
            }
        return Set(
            RowLayout.costRoles.filter { role in
                guard let costs = values(role) else { return false }
                let paid = zip(costs, amounts).compactMap { cost, amount in (amount ?? 0) > 0 ? cost : nil }
                    .filter { $0 != 0 }
                return !paid.isEmpty && paid.count { $0 < 0 } * 20 >= paid.count * 19
            })
    }

    /// Whether the column stands below zero, and another of costs too.
    func isBelowZeroAsCosts(_ role: ColumnRole) -> Bool {
        isBelowZero(role) && [.cost, .fee].contains(where: isBelowZero)
    }

    private func isBelowZero(_ role: ColumnRole) -> Bool {
        guard let filled = values(role)?.compactMap(\.self).filter({ $0 != 0 }), !filled.isEmpty else { return false }
        return filled.count { $0 < 0 } * 20 >= filled.count * 19
    }

    /// Of columns that may each be the order's total, the one that is another plus shipping.
    func totalWithShipping(among columns: [Int]) -> Int? {
        guard let shipping = values(.shipping), shipping.contains(where: { ($0 ?? 0) != 0 }) else { return nil }
        return columns.first { column in
            columns.allSatisfy { other in
                other == column || Self.agree(values(column), zip(values(other), shipping).map(Self.sum))
            }
        }
    }

    /// The names from which this score on say for sure that the amount is the order's.
    private static let sureName = 94

    private func values(_ role: ColumnRole) -> [Double?]? { matching.columns[role].map(values) }

    private func values(_ column: Int) -> [Double?] {
        let table = matching.table
        let mark = DecimalMarkInference.mark(of: matching.contents[column].texts) ?? .point
        return table.rows.indices.map { row in
            guard column < table.rows[row].count else { return nil }
            let isTyped = table.isTypedNumber(row: row, column: column)
            return AmountShape(table.rows[row][column])?.approximateValue(isTyped ? .point : mark)
        }
    }

    private static func product(_ left: Double?, _ right: Double?) -> Double? {
        left.flatMap { left in right.map { left * $0 } }
    }

    private static func sum(_ left: Double?, _ right: Double?) -> Double? { left.map { $0 + (right ?? 0) } }

    /// Nineteen values in twenty are equal, but for what the rounding of a price leaves.
    private static func agree(_ values: [Double?], _ others: [Double?]) -> Bool {
        var known = 0
        var equal = 0
        for case (let value?, let other?) in zip(values, others) {
            known += 1
            if abs(value - other) <= max(0.011, abs(value) * 0.001) { equal += 1 }
        }
        return known >= 2 && equal * 20 >= known * 19
    }

    private var hasOrdersOfSeveralRows: Bool {
        guard let order = matching.columns[.order] else { return false }
        var seen: Set<String> = []
        return matching.table.rows.contains { row in
            order < row.count && !row[order].isEmpty && !seen.insert(row[order]).inserted
        }
    }

    /// The amounts of each order that has more than one row.
    private func ordersOfSeveralRows(_ amounts: [Double?]) -> [[Double?]] {
        guard let order = matching.columns[.order] else { return [] }
        var groups: [String: [Double?]] = [:]
        for (row, amount) in zip(matching.table.rows, amounts) where order < row.count && !row[order].isEmpty {
            groups[row[order], default: []].append(amount)
        }
        return groups.values.filter { $0.count > 1 }
    }

    /// Most orders of several rows have a different amount on each; a total would be the same, or stand once.
    private func differsInsideOrders(_ amounts: [Double?]) -> Bool {
        let several = ordersOfSeveralRows(amounts)
        let different = several.count { group in
            let filled = group.compactMap { $0 }
            return filled.count == group.count && Set(filled).count > 1
        }
        return different * 2 > several.count
    }
}
