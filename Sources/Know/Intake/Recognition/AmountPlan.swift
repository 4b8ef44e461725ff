/// Which columns give the money of a row, on the basis asked for.
///
/// The total of an order is preferred to the sum of its lines: it holds shipping and discounts. Whether a total is
/// repeated on every line or stands on the first alone is for the reading to see, over the whole column.
struct AmountPlan {
    let rule: AmountRule
    let adjustments: [AmountAdjustment]
    let basis: AmountBasis
    var remarks: [RecognitionRemark] = []

    init(_ matching: ColumnMatching, options: RecognitionOptions) throws(RecognitionError) {
        let money = MoneyColumns(matching)
        let wanted = options.basis.map { [$0] } ?? Self.preferred
        guard let found = money.first(of: wanted) else {
            throw Self.failure(matching, asked: options.basis, hasMoney: money.first(of: Self.preferred) != nil)
        }
        for role in found.roles { try matching.requireOne(role) }
        (rule, adjustments, basis) = (found.rule, found.adjustments, found.basis)
        if options.basis == nil {
            if !basis.isGross { remarks.append(.onlyNet) }
            if !basis.includesShipping { remarks.append(.onlyWithoutShipping) }
        }
    }

    /// Gross with shipping is what a customer paid, so it comes first.
    private static let preferred = [
        AmountBasis(isGross: true, includesShipping: true), AmountBasis(isGross: true, includesShipping: false),
        AmountBasis(isGross: false, includesShipping: true), AmountBasis(isGross: false, includesShipping: false),
    ]

    private static func failure(_ matching: ColumnMatching, asked: AmountBasis?, hasMoney: Bool) -> RecognitionError {
        let header = matching.table.header
        guard let asked, hasMoney else {
            return matching.missing(.amount, .amount)
        }
        var missing: [ColumnRole] = []
        if !asked.isGross { missing.append(.amountNet) }
        if asked.isGross && matching.columns[.amountNet] != nil || !asked.isGross && matching.columns[.amount] != nil {
            missing.append(.tax)
        }
        if asked.isGross, matching.columns[.amount] == nil { missing.append(.amount) }
        if !asked.includesShipping, matching.columns[.shipping] == nil { missing.append(.shipping) }
        return .impossibleBasis(asked, missing: missing, header: header)
    }
}
