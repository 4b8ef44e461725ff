extension OrderFilePlan {
    /// What an order with this text in its status column is taken for: the user's rule, else the usual one; unknown
    /// texts count. Ask once per different text, not per row.
    ///
    /// - Parameter role: `.status`, `.paymentStatus`, `.fulfilmentStatus` or `.cancelled`.
    public func statusRule(of text: some StringProtocol, in role: ColumnRole = .status) -> StatusRule {
        let text = trimmed(text).lowercased()
        guard !text.isEmpty else { return .count }
        let rule = role == .status ? statusRules[text] : givenStatusRules[text]
        return rule ?? StatusVocabulary.rule(for: text, in: role) ?? .count
    }

    /// The columns whose rules an order obeys; `StatusRule.combined` makes one of them.
    public var statusColumns: [(role: ColumnRole, column: Int)] {
        [ColumnRole.status, .paymentStatus, .fulfilmentStatus, .cancelled].compactMap { role in
            columns[role].map { (role: role, column: $0) }
        }
    }
}

extension StatusRule {
    /// The rule of an order that several columns tell of.
    ///
    /// Cancelled and refunded is refunded: it was paid and given back. Refunded counts as such whatever else is said.
    /// A parcel that came back reverses an order only where nothing says that the order never was one; an unpaid
    /// order that was restocked stays excluded.
    public static func combined(
        status: StatusRule, payment: StatusRule = .count, fulfilment: StatusRule = .count,
        cancelled: StatusRule = .count
    ) -> StatusRule {
        let strength: [StatusRule] = [.count, .refund, .exclude, .reverse]
        let strongest = strength.last { $0 == status || $0 == payment || $0 == cancelled } ?? .count
        return strongest == .count ? fulfilment : strongest
    }
}
