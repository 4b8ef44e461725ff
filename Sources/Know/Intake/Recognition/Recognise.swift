import Domain

/// Decides from its first rows and the user's options how a file of orders is read.
///
/// Date format and decimal mark are nil in the plan where the first rows leave them open; the reading then decides
/// over the whole column.
///
/// - Throws: `RecognitionError` when a needed column is missing or two fit equally well, with the option to give.
public func recognise(
    _ sample: SampleTable, options: RecognitionOptions = RecognitionOptions()
) throws(RecognitionError) -> Recognition {
    if let problem = sample.problem { throw problem }
    guard sample.header.contains(where: { !$0.isEmpty }) else { throw .empty }
    var matching = try ColumnMatching(
        sample, given: options.columns, mapped: options.mappedRoles, dateFormat: options.dateFormat)
    matching.settleStatuses()
    matching.settleMoney()
    var remarks: [RecognitionRemark] = matching.missing.isEmpty ? [] : [.missingColumns(matching.missing)]
    let dateColumn = try needed(.date, .date, in: matching)
    let identity = try matching.settleIdentity(remarks: &remarks)
    let money = try AmountPlan(matching, options: options)
    remarks += money.remarks
    if matching.columns[.order] == nil { remarks.append(.everyRowIsAnOrder) }
    let negative = MoneyEvidence(matching).costsBelowZero(beside: money.rule)
    remarks += costRemarks(matching, negative: negative)
    for role in [ColumnRole.order, .status, .currency] { try matching.requireOne(role) }
    let given = Dictionary(
        options.statusRules.map { (trimmed($0.key).lowercased(), $0.value) }, uniquingKeysWith: { first, _ in first })
    let marks = decimalMark(money, matching)
    var plan = OrderFilePlan(
        delimiter: sample.delimiter, header: sample.header, columns: matching.columns, identity: identity,
        dateFormat: options.dateFormat ?? DateInference.format(of: matching.contents[dateColumn].values),
        decimalMark: options.decimalMark ?? marks.mark,
        amount: money.rule, adjustments: money.adjustments, basis: money.basis,
        statusRules: StatusVocabulary.rules(ofSystemWith: matching.names).merging(given) { _, given in given },
        linesBeforeHeader: sample.linesBeforeHeader,
        impliedCurrency: impliedCurrency(money.rule, matching), phoneCountry: options.phoneCountry,
        hasTypedNumbers: sample.hasTypedNumbers, customersArePhones: matching.customersArePhones)
    plan.negativeCosts = negative
    plan.decimalMarkIsSettled = options.decimalMark != nil
    plan.markedShare = marks.share
    plan.dateFormatIsGiven = options.dateFormat != nil
    // Who says so of a column that has nothing but points means them.
    plan.pointsAreMonthFirst =
        options.dateFormat == .monthDayYear
        && !matching.contents[dateColumn].values.contains { DateInference.formats(of: $0).contains(.monthDayYear) }
    return recognition(following: plan, matching, remarks)
}

private func costRemarks(_ matching: ColumnMatching, negative: Set<ColumnRole>) -> [RecognitionRemark] {
    var remarks: [RecognitionRemark] = []
    let tellsCosts = matching.columns[.cost] != nil || matching.columns[.fee] != nil
    if tellsCosts, matching.columns[.shippingCost] == nil, matching.reasons[.shipping] == .byName,
        let column = matching.columns[.shipping], matching.names[column].saysCost
    {
        remarks.append(.shippingMayBeCost(matching.table.name(of: column)))
    }
    let columns = RowLayout.costRoles.filter(negative.contains).compactMap { matching.columns[$0] }
    if !columns.isEmpty { remarks.append(.costsBelowZero(columns.map(matching.table.name(of:)))) }
    return remarks
}

private func recognition(
    following plan: OrderFilePlan, _ matching: ColumnMatching, _ remarks: [RecognitionRemark]
) -> Recognition {
    let table = matching.table
    let statuses = recognisedStatuses(plan, matching)
    let used = Set(matching.columns.values)
    return Recognition(
        plan: plan,
        columns: matching.columns.sorted { $0.key.order < $1.key.order }.map { role, column in
            RecognisedColumn(
                role: role, column: column, name: table.name(of: column), reference: table.reference(to: column),
                reason: matching.reasons[role] ?? .byName,
                samples: matching.contents[column].examples(asMoney: role.isMoney))
        },
        unused: table.header.indices.filter { !used.contains($0) }.map(table.name(of:)),
        statuses: statuses, remarks: remarks)
}

private func recognisedStatuses(_ plan: OrderFilePlan, _ matching: ColumnMatching) -> [RecognisedStatus] {
    plan.statusColumns.flatMap { role, column -> [RecognisedStatus] in
        // When an order was cancelled is no list of statuses to show.
        guard role != .cancelled else { return [] }
        var counts: [String: Int] = [:]
        for value in matching.contents[column].values { counts[value, default: 0] += 1 }
        return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { text, count in
            let key = OrderFilePlan.statusKey(text, in: role)
            let rule = plan.knownRule(of: text, in: role)
            return RecognisedStatus(role: role, text: key, rule: rule ?? .count, isKnown: rule != nil, count: count)
        }
    }
}

private func needed(
    _ need: RecognitionError.Need, _ role: ColumnRole, in matching: ColumnMatching
) throws(RecognitionError) -> Int {
    try matching.requireOne(role)
    if let column = matching.columns[role] { return column }
    throw matching.missing(need, role)
}

/// The decimal mark that the money of the plan shows, and how many rows show it, or else that of the other amounts: a
/// discount may be written as `0.2` where prices have commas.
private func decimalMark(
    _ money: AmountPlan, _ matching: ColumnMatching
) -> (mark: DecimalMark?, share: Double) {
    func votes(_ columns: [Int]) -> DecimalMarkInference.Votes {
        DecimalMarkInference.votes(columns.flatMap { matching.contents[$0].texts })
    }
    let used =
        switch money.rule {
        case .column(let column, isLine: _): [column]
        case .product(let quantity, let unitPrice): [quantity, unitPrice]
        }
    let own = votes(used + money.adjustments.map(\.column))
    let share = Double(own.points + own.commas) / Double(max(1, matching.table.rows.count))
    guard own.isSilent else { return (own.mark, min(1, share)) }
    let others: [ColumnRole] = [
        .amount, .amountNet, .amountWithoutShipping, .tax, .shipping, .refundedAmount, .lineAmount, .lineAmountNet,
        .unitPrice, .unitPriceNet, .cost, .fee, .shippingCost,
    ]
    return (votes(others.compactMap { matching.columns[$0] }).mark, 0)
}

/// The currency written with the amounts, or else in the name of their column; nil when a column of the file has it.
private func impliedCurrency(_ rule: AmountRule, _ matching: ColumnMatching) -> Currency? {
    guard matching.columns[.currency] == nil else { return nil }
    let column =
        switch rule {
        case .column(let column, isLine: _): column
        case .product(quantity: _, unitPrice: let price): price
        }
    return CurrencyVocabulary.implied(
        by: matching.contents[column].money, header: matching.table.header[column])
}
