extension OrderFilePlan {
    /// What an order with this text in one of its status columns is taken for: the user's rule, else the usual one;
    /// unknown texts count. Ask once per different text, not per row.
    ///
    /// - Parameter role: one of `statusColumns`.
    public func statusRule(of text: some StringProtocol, in role: ColumnRole = .status) -> StatusRule {
        knownRule(of: text, in: role) ?? .count
    }

    /// The user's rule or the usual one; nil for a text that nobody knows.
    func knownRule(of text: some StringProtocol, in role: ColumnRole) -> StatusRule? {
        let key = Self.statusKey(text, in: role)
        guard !key.isEmpty else { return .count }
        if let rule = statusRules[key.lowercased()] { return rule }
        let (ownRole, ownText) = Self.statusParts(of: key)
        return StatusVocabulary.rule(for: ownText, in: ownRole)
    }

    /// How a status is written in `--status` and in mapping files: the text alone, or with its role before it where it
    /// is not of the column `status`, since `pending` means one thing of a payment and another of a parcel.
    public static func statusKey(_ text: some StringProtocol, in role: ColumnRole) -> String {
        let text = trimmed(text)
        return role == .status || text.isEmpty ? text : role.rawValue + ":" + text
    }

    private static func statusParts(of key: String) -> (role: ColumnRole, text: Substring) {
        if let colon = key.firstIndex(of: ":"), let role = ColumnRole(rawValue: String(key[..<colon])),
            statusRoles.contains(role)
        {
            return (role, key[key.index(after: colon)...])
        }
        return (.status, key[...])
    }

    private static let statusRoles: [ColumnRole] = [
        .status, .paymentStatus, .fulfilmentStatus, .cancelled, .type,
    ]

    /// The columns whose rules an order obeys; `StatusRule.combined` makes one of them.
    public var statusColumns: [(role: ColumnRole, column: Int)] {
        Self.statusRoles.compactMap { role in columns[role].map { (role: role, column: $0) } }
    }
}

extension StatusRule {
    /// The rule of an order that several columns tell of.
    ///
    /// Cancelled and refunded is refunded: it was paid and given back. Refunded counts as such whatever else is said.
    /// A parcel that came back reverses an order only where nothing says that the order never was one; an unpaid
    /// order that was restocked stays excluded. What is no sale by its type is left out whatever became of it, and a
    /// refund stays one where its state says `refunded` too; a refund that was cancelled never took place.
    public static func combined(
        status: StatusRule, payment: StatusRule = .count, fulfilment: StatusRule = .count,
        cancelled: StatusRule = .count, type: StatusRule = .count
    ) -> StatusRule {
        let strength: [StatusRule] = [.count, .refund, .exclude, .reverse]
        let strongest = strength.last { $0 == status || $0 == payment || $0 == cancelled } ?? .count
        let state = strongest == .count ? fulfilment : strongest
        return type == .count ? state : state == .exclude ? .exclude : type
    }
}
