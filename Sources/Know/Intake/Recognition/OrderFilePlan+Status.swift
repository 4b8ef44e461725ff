extension OrderFilePlan {
    /// What an order with this text in its status column is taken for: the user's rule, else the usual one; unknown
    /// texts count. Ask once per different text, not per row.
    ///
    /// - Parameter role: `.status`, `.paymentStatus`, `.fulfilmentStatus` or `.cancelled`.
    public func statusRule(of text: some StringProtocol, in role: ColumnRole = .status) -> StatusRule {
        let text = trimmed(text).lowercased()
        guard !text.isEmpty else { return .count }
        return statusRules[text] ?? StatusVocabulary.rule(for: text, in: role) ?? .count
    }

    /// The columns whose rules an order obeys, combined by `StatusRule.combined(with:)`.
    public var statusColumns: [(role: ColumnRole, column: Int)] {
        [ColumnRole.status, .paymentStatus, .fulfilmentStatus, .cancelled].compactMap { role in
            columns[role].map { (role: role, column: $0) }
        }
    }
}

extension StatusRule {
    /// The rule of an order that two columns tell of.
    ///
    /// An order that was paid and given back stays that when it is also marked cancelled (both are true of a Shopify
    /// order that was refunded on cancelling); cancelled outweighs a refund document, and all of them outweigh
    /// "it counts".
    public func combined(with other: StatusRule) -> StatusRule {
        let strength: [StatusRule] = [.count, .refund, .exclude, .reverse]
        return (strength.firstIndex(of: self) ?? 0) >= (strength.firstIndex(of: other) ?? 0) ? self : other
    }
}
