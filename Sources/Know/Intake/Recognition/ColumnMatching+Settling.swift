// What single columns cannot tell: the roles that depend on each other.
extension ColumnMatching {
    /// A payment status is the order's status where the file has no other.
    mutating func settleStatuses() {
        if columns[.status] == nil, !barred.contains(.status), columns[.paymentStatus] != nil {
            move(.paymentStatus, to: .status)
        }
    }

    /// A column that could be the total of an order or of a line is what its sums show.
    mutating func settleMoney() {
        let rivals = ambiguous[.amount]
        if let rivals, let total = MoneyEvidence(self).totalWithShipping(among: rivals) {
            take(total, for: .amount)
        }
        let isLine = MoneyEvidence(self).isLine(.amount, price: .unitPrice)
        if columns[.amountNet] != nil,
            isLine || MoneyEvidence(self).isLine(.amountNet, price: .unitPriceNet)
        {
            columns[.lineAmountNet] == nil
                ? move(.amountNet, to: .lineAmountNet) : drop(.amountNet)
        }
        if isLine {
            columns[.lineAmount] == nil ? move(.amount, to: .lineAmount) : drop(.amount)
        }
        settleShipping()
    }

    /// In a file that tells costs, a cost of shipping is the shop's where another column has what customers pay for it, or
    /// where it stands below zero as the other costs do.
    private mutating func settleShipping() {
        guard columns[.cost] != nil || columns[.fee] != nil, columns[.shippingCost] == nil,
            !barred.contains(.shippingCost), reasons[.shipping] == .byName, let shipping = columns[.shipping]
        else { return }
        let used = Set(columns.values)
        let fitting = names.indices.filter { column in
            guard column == shipping || !used.contains(column), !contents[column].isEmpty else { return false }
            return contents[column].allows(.shipping) && ColumnVocabulary.scores(of: names[column])[.shipping] != nil
        }
        let costs = fitting.filter { names[$0].saysCost }
        let charged = fitting.filter { !names[$0].saysCost }
        if costs.count == 1, charged.count == 1, contents[costs[0]].values != contents[charged[0]].values {
            take(charged[0], for: .shipping)
            give(costs[0], to: .shippingCost, because: .byName)
        } else if names[shipping].saysCost, fitting == [shipping], MoneyEvidence(self).isBelowZeroAsCosts(.shipping) {
            move(.shipping, to: .shippingCost)
        }
    }

    /// Which columns tell customers apart, most trusted first.
    mutating func settleIdentity(remarks: inout [RecognitionRemark]) throws(RecognitionError) -> [ColumnRole] {
        let contacts = [ColumnRole.email, .phone].filter { columns[$0] != nil }
        var identity = contacts
        if let customer = columns[.customer] {
            let ids = contents[customer]
            let contactFill = contacts.compactMap { content(of: $0)?.fill }.max() ?? 0
            let isCalledName = scores[.customer] ?? 100 <= ColumnPhrases.personNameScore
            if reasons[.customer] != .given, let contact = contacts.first(where: namesAreShared) {
                remarks.append(
                    .namesOfSeveral(table.name(of: customer), contact: columns[contact].map(table.name(of:)) ?? ""))
                drop(.customer)
            } else if reasons[.customer] != .given, isCalledName || ids.names >= 0.5 {
                if contactFill * 2 > ids.fill || ids.isEmpty && !contacts.isEmpty {
                    // Two people may have one name, and one person an address with and without a name.
                    drop(.customer)
                } else {
                    identity.append(.customer)
                    remarks.append(.customersByName(table.name(of: customer)))
                }
            } else {
                // A blank id, or one of 0, is a guest: the address tells guests apart and joins them with accounts.
                let hasGuests =
                    ids.fill < content(of: .email)?.fill ?? 0
                    || ids.values.contains { CustomerIdentity.isNobody($0) }
                identity.insert(.customer, at: hasGuests && contacts.first == .email ? 1 : 0)
            }
        }
        guard let first = identity.first else {
            throw .missing(.customer, header: table.header, suggestions: [])
        }
        try requireOne(first)
        return identity
    }

    /// Whether the column of customers holds words that many have in common, such as first names, and the contact beside
    /// them tells these apart: mostly several contacts to a word.
    private func namesAreShared(_ contact: ColumnRole) -> Bool {
        guard let customer = columns[.customer], let other = columns[contact] else { return false }
        let (ids, contacts) = (contents[customer], contents[other])
        // An id has digits, or is an address itself.
        guard ids.ids < 0.05, ids.emails < 0.05, contacts.fill * 2 > ids.fill else { return false }
        var found: [String: Set<String>] = [:]
        for row in table.rows where max(customer, other) < row.count {
            let (name, address) = (trimmed(row[customer]).lowercased(), trimmed(row[other]).lowercased())
            if !name.isEmpty, !address.isEmpty { found[name, default: []].insert(address) }
        }
        let all = found.values.reduce(into: Set<String>()) { $0.formUnion($1) }
        return all.count >= found.count * Self.contactsOfName
            && found.values.count { $0.count > 1 } * 2 > found.count
    }

    /// So many times more contacts than names are no second addresses of the same people.
    private static let contactsOfName = 3

    /// Whether the column of customers holds telephone numbers: nearly all that is no address is one, and some are
    /// written as nobody writes another id.
    var customersArePhones: Bool {
        guard let customer = columns[.customer] else { return false }
        let ids = contents[customer].values.prefix(500).filter {
            !CustomerIdentity.isNobody($0) && CustomerIdentity.normalisedEmail($0) == nil
        }
        let phones = ids.count { CustomerIdentity.normalisedPhone($0) != nil }
        let written = ids.count { CustomerIdentity.isWrittenAsPhone($0) }
        return written * 5 >= ids.count && phones * 10 >= ids.count * 9 && !ids.isEmpty
    }

    /// Throws when several columns fit the role equally well.
    func requireOne(_ role: ColumnRole) throws(RecognitionError) {
        guard let columns = ambiguous[role] else { return }
        throw .ambiguous(role, columns: columns.map(table.reference(to:)), header: table.header)
    }
}
