/// What the columns of a file can give as money, by order and by line.
struct MoneyColumns {
    /// One way to the money of a row, and the roles it needs.
    struct Source {
        let rule: AmountRule
        var adjustments: [AmountAdjustment] = []
        let basis: AmountBasis
        let roles: [ColumnRole]
    }

    private let columns: [ColumnRole: Int]

    /// The tax beside a line's amount is that line's own.
    private let taxIsLine: Bool

    /// Shipping can be added row by row without counting it more than once.
    private let addsShipping: Bool

    /// The user named a column of the lines and none of the order.
    private let prefersLines: Bool

    init(_ matching: ColumnMatching) {
        var columns = matching.columns
        let given = Set(matching.reasons.filter { $0.value == .given }.keys)
        // Where the user names a total, totals that were merely found do not compete with it.
        if !given.isDisjoint(with: Self.totals) {
            for role in Self.totals where !given.contains(role) { columns[role] = nil }
        }
        self.columns = columns
        prefersLines = given.isDisjoint(with: Self.totals) && !given.isDisjoint(with: Self.lines)
        let evidence = MoneyEvidence(matching)
        taxIsLine = evidence.taxIsLine
        addsShipping = evidence.addsUpByRow(.shipping)
    }

    private static let totals: Set<ColumnRole> = [.amount, .amountNet, .amountWithoutShipping]
    private static let lines: Set<ColumnRole> = [.lineAmount, .lineAmountNet, .unitPrice, .unitPriceNet]

    /// The first basis that the columns give, by order or else by line.
    func first(of bases: [AmountBasis]) -> Source? {
        for basis in bases {
            let source = prefersLines ? line(basis) ?? order(basis) : order(basis) ?? line(basis)
            if let source { return source }
        }
        return nil
    }

    /// The money of an order as its columns have it or as a sum or difference of two or three of them.
    private func order(_ basis: AmountBasis) -> Source? {
        let ways: [(base: ColumnRole, plus: [ColumnRole], minus: [ColumnRole])] =
            switch (basis.isGross, basis.includesShipping) {
            case (true, true):
                [(.amount, [], []), (.amountNet, [.tax], []), (.amountWithoutShipping, [.shipping], [])]
            case (true, false):
                [(.amountWithoutShipping, [], []), (.amount, [], [.shipping]), (.amountNet, [.tax], [.shipping])]
            case (false, true):
                [(.amountNet, [], []), (.amount, [], [.tax]), (.amountWithoutShipping, [.shipping], [.tax])]
            case (false, false):
                [
                    (.amountNet, [], [.shipping]), (.amountWithoutShipping, [], [.tax]),
                    (.amount, [], [.tax, .shipping]),
                ]
            }
        for way in ways {
            let roles = [way.base] + way.plus + way.minus
            let found = roles.compactMap { columns[$0] }
            guard found.count == roles.count else { continue }
            let adjustments = zip(roles, found).dropFirst().map { role, column in
                AmountAdjustment(column: column, isAdded: way.plus.contains(role))
            }
            return Source(
                rule: .column(found[0], isLine: false), adjustments: adjustments, basis: basis, roles: roles)
        }
        return nil
    }

    /// The money of an order line: its total, or quantity × price, and the shipping of its row. Where no column has
    /// shipping, it is a line of its own, so the money is with it.
    private func line(_ basis: AmountBasis) -> Source? {
        guard var source = goods(basis) else { return nil }
        guard let shipping = columns[.shipping] else { return basis.includesShipping ? source : nil }
        guard basis.includesShipping else { return source }
        guard addsShipping else { return nil }
        source.adjustments.append(AmountAdjustment(column: shipping, isAdded: true))
        return source
    }

    private func goods(_ basis: AmountBasis) -> Source? {
        if let whole = lineTotal(isGross: basis.isGross) {
            return Source(rule: .column(whole.column, isLine: true), basis: basis, roles: [whole.role])
        }
        let priceRole: ColumnRole = basis.isGross ? .unitPrice : .unitPriceNet
        if let quantity = columns[.quantity], let price = columns[priceRole] {
            return Source(
                rule: .product(quantity: quantity, unitPrice: price), basis: basis, roles: [.quantity, priceRole])
        }
        guard let tax = columns[.tax], taxIsLine, let other = lineTotal(isGross: !basis.isGross) else { return nil }
        return Source(
            rule: .column(other.column, isLine: true),
            adjustments: [AmountAdjustment(column: tax, isAdded: basis.isGross)], basis: basis,
            roles: [other.role, .tax])
    }

    private func lineTotal(isGross: Bool) -> (role: ColumnRole, column: Int)? {
        let role: ColumnRole = isGross ? .lineAmount : .lineAmountNet
        return columns[role].map { (role: role, column: $0) }
    }
}
