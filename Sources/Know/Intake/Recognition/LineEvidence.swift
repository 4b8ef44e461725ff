/// Whether money stands by line or by order, as far as the first rows show.
struct LineEvidence {
    /// The amount is the line's: quantity × price, or different on the lines of one order.
    let amountIsLine: Bool

    /// The tax beside a line's total is a plausible part of it in every row.
    let taxIsLine: Bool

    init(_ matching: ColumnMatching) {
        let rows = matching.table.rows
        func values(_ role: ColumnRole) -> [Double?]? {
            guard let column = matching.columns[role] else { return nil }
            let mark = DecimalMarkInference.mark(of: matching.contents[column].values)
            return rows.map { row in
                column < row.count ? AmountShape(row[column])?.approximateValue(mark ?? .point) : nil
            }
        }
        let amounts = values(.amount)
        let price = values(.unitPrice) ?? values(.unitPriceNet)
        // A name such as `Order total` is believed; the reading will ask if its lines differ.
        let isSureTotal = (matching.scores[.amount] ?? 100) > 95
        if let amounts, let quantities = values(.quantity), let price, Self.isProduct(amounts, quantities, price) {
            amountIsLine = true
        } else if let amounts, !isSureTotal, let order = matching.columns[.order] {
            amountIsLine = Self.differsInsideOrders(amounts, orders: rows.map { order < $0.count ? $0[order] : "" })
        } else {
            amountIsLine = false
        }
        taxIsLine = Self.isPart(values(.tax), of: values(.lineAmountNet) ?? values(.lineAmount))
    }

    /// Nineteen rows in twenty are quantity × price, to the rounding of a price.
    private static func isProduct(_ amounts: [Double?], _ quantities: [Double?], _ prices: [Double?]) -> Bool {
        var known = 0
        var equal = 0
        for (index, amount) in amounts.enumerated() {
            guard let amount, let quantity = quantities[index], let price = prices[index] else { continue }
            known += 1
            if abs(amount - quantity * price) <= 0.011 * max(1, abs(quantity)) { equal += 1 }
        }
        return known >= 2 && equal * 20 >= known * 19
    }

    /// Most orders of several rows have a different amount on each; a total would be the same, or stand once.
    private static func differsInsideOrders(_ amounts: [Double?], orders: [String]) -> Bool {
        var groups: [String: [Double?]] = [:]
        for (index, order) in orders.enumerated() where !order.isEmpty {
            groups[order, default: []].append(amounts[index])
        }
        let several = groups.values.filter { $0.count > 1 }
        let different = several.count { group in
            let filled = group.compactMap { $0 }
            return filled.count == group.count && Set(filled).count > 1
        }
        return different * 2 > several.count
    }

    private static func isPart(_ taxes: [Double?]?, of totals: [Double?]?) -> Bool {
        guard let taxes, let totals else { return false }
        let pairs = zip(taxes, totals).compactMap { tax, total in tax.flatMap { tax in total.map { (tax, $0) } } }
        return !pairs.isEmpty && pairs.allSatisfy { tax, total in abs(tax) <= abs(total) * 0.35 + 0.011 }
    }
}
