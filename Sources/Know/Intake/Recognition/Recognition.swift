import Domain

/// How a file will be read, and why.
public struct Recognition: Sendable {
    public let plan: OrderFilePlan

    /// In the order of the roles.
    public let columns: [RecognisedColumn]

    /// The names of the columns that no role was found for.
    public let unused: [String]

    /// The different statuses of the first rows, most frequent first.
    public let statuses: [RecognisedStatus]

    /// What the user should know before believing the numbers.
    public let remarks: [RecognitionRemark]
}

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
    var matching = try ColumnMatching(sample, given: options.columns)
    settleStatuses(&matching)
    settleMoney(&matching)
    var remarks: [RecognitionRemark] = []
    let dateColumn = try needed(.date, .date, in: matching)
    let identity = try settleIdentity(&matching, remarks: &remarks)
    let money = try AmountPlan(matching, options: options)
    remarks += money.remarks
    if matching.columns[.order] == nil { remarks.append(.everyRowIsAnOrder) }
    for role in [ColumnRole.order, .status, .currency] { try requireOne(role, in: matching) }
    let given = Dictionary(
        options.statusRules.map { (trimmed($0.key).lowercased(), $0.value) }, uniquingKeysWith: { first, _ in first })
    let plan = OrderFilePlan(
        delimiter: sample.delimiter, header: sample.header, columns: matching.columns, identity: identity,
        dateFormat: options.dateFormat ?? DateInference.format(of: matching.contents[dateColumn].values),
        decimalMark: options.decimalMark ?? DecimalMarkInference.mark(of: moneyValues(matching)),
        amount: money.rule, adjustments: money.adjustments, basis: money.basis,
        statusRules: StatusVocabulary.rules(ofSystemWith: matching.names).merging(given) { _, given in given },
        linesBeforeHeader: sample.linesBeforeHeader,
        impliedCurrency: impliedCurrency(money.rule, matching), phoneCountry: options.phoneCountry)
    return recognition(following: plan, matching, remarks)
}

private func recognition(
    following plan: OrderFilePlan, _ matching: ColumnMatching, _ remarks: [RecognitionRemark]
) -> Recognition {
    var plan = plan
    let table = matching.table
    let statuses = recognisedStatuses(plan, matching)
    for status in statuses { plan.statusRules[status.text.lowercased()] = status.rule }
    let used = Set(matching.columns.values)
    return Recognition(
        plan: plan,
        columns: matching.columns.sorted { $0.key.order < $1.key.order }.map { role, column in
            RecognisedColumn(
                role: role, column: column, name: table.name(of: column), reference: table.reference(to: column),
                reason: matching.reasons[role] ?? .byName, samples: matching.contents[column].examples)
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
            let isGiven = plan.statusRules[key.lowercased()] != nil
            return RecognisedStatus(
                role: role, text: key, rule: plan.statusRule(of: text, in: role),
                isKnown: isGiven || StatusVocabulary.rule(for: text, in: role) != nil, count: count)
        }
    }
}

/// A payment status is the order's status where the file has no other.
private func settleStatuses(_ matching: inout ColumnMatching) {
    if matching.columns[.status] == nil, matching.columns[.paymentStatus] != nil {
        matching.move(.paymentStatus, to: .status)
    }
}

/// A column that could be the total of an order or of a line is what its sums show.
private func settleMoney(_ matching: inout ColumnMatching) {
    let rivals = matching.ambiguous[.amount]
    if let rivals, let total = MoneyEvidence(matching).totalWithShipping(among: rivals) {
        matching.take(total, for: .amount)
    }
    let isLine = MoneyEvidence(matching).isLine(.amount, price: .unitPrice)
    if matching.columns[.amountNet] != nil,
        isLine || MoneyEvidence(matching).isLine(.amountNet, price: .unitPriceNet)
    {
        matching.columns[.lineAmountNet] == nil
            ? matching.move(.amountNet, to: .lineAmountNet) : matching.drop(.amountNet)
    }
    if isLine {
        matching.columns[.lineAmount] == nil ? matching.move(.amount, to: .lineAmount) : matching.drop(.amount)
    }
}

/// Which columns tell customers apart, most trusted first.
private func settleIdentity(
    _ matching: inout ColumnMatching, remarks: inout [RecognitionRemark]
) throws(RecognitionError) -> [ColumnRole] {
    let contacts = [ColumnRole.email, .phone].filter { matching.columns[$0] != nil }
    var identity = contacts
    if let customer = matching.columns[.customer] {
        let content = matching.contents[customer]
        let isCalledName = matching.scores[.customer] ?? 100 <= ColumnPhrases.personNameScore
        let isName = (isCalledName || content.names >= 0.5) && matching.reasons[.customer] != .given
        if isName, !contacts.isEmpty {
            // Two people may have one name, and one person an address with and without a name.
            matching.drop(.customer)
        } else {
            if isName { remarks.append(.customersByName(matching.table.name(of: customer))) }
            // A blank id, or one of 0, is a guest; the address tells guests apart and joins them with their accounts.
            let hasGuests =
                content.fill < matching.content(of: .email)?.fill ?? 0
                || content.values.contains { CustomerIdentity.isNobody($0) }
            identity.insert(.customer, at: hasGuests && contacts.first == .email ? 1 : 0)
        }
    }
    guard let first = identity.first else {
        throw .missing(.customer, header: matching.table.header, suggestions: [])
    }
    try requireOne(first, in: matching)
    return identity
}

private func needed(
    _ need: RecognitionError.Need, _ role: ColumnRole, in matching: ColumnMatching
) throws(RecognitionError) -> Int {
    try requireOne(role, in: matching)
    if let column = matching.columns[role] { return column }
    throw matching.missing(need, role)
}

/// Throws when several columns fit the role equally well.
func requireOne(_ role: ColumnRole, in matching: ColumnMatching) throws(RecognitionError) {
    guard let columns = matching.ambiguous[role] else { return }
    throw .ambiguous(role, columns: columns.map(matching.table.reference(to:)), header: matching.table.header)
}

/// The values that show a file's decimal mark.
private func moneyValues(_ matching: ColumnMatching) -> [String] {
    let roles: [ColumnRole] = [
        .amount, .amountNet, .amountWithoutShipping, .tax, .shipping, .discount, .refundedAmount, .lineAmount,
        .lineAmountNet, .quantity, .unitPrice, .unitPriceNet, .cost, .fee, .shippingCost,
    ]
    return roles.flatMap { matching.content(of: $0)?.values ?? [] }
}

/// The currency written with the amounts, or else in the name of their column; nil when a column of the file has it.
private func impliedCurrency(_ rule: AmountRule, _ matching: ColumnMatching) -> Currency? {
    guard matching.columns[.currency] == nil else { return nil }
    let column =
        switch rule {
        case .column(let column, isLine: _): column
        case .product(quantity: _, unitPrice: let price): price
        }
    let written = Set(matching.contents[column].values.map { CurrencyVocabulary.currency(inside: $0) })
    if written.count == 1, let currency = written.first, let currency { return currency }
    return written.compactMap { $0 }.isEmpty ? CurrencyVocabulary.currency(inside: matching.table.header[column]) : nil
}
