/// A status that rows of the files have, and what they were taken for.
public struct FileStatus: Hashable, Sendable {
    /// The column that says so: one of `OrderFilePlan.statusColumns`.
    public let role: ColumnRole

    /// As the file writes it; blank for `.cancelled`, whose dates are no statuses to list.
    public let text: String

    public let rule: StatusRule

    /// Whether the rule comes from the user or the vocabulary; what is not known counts.
    public let isKnown: Bool

    public init(role: ColumnRole, text: String, rule: StatusRule, isKnown: Bool) {
        self.role = role
        self.text = text
        self.rule = rule
        self.isKnown = isKnown
    }

    /// How it is written in `--status` and in mapping files.
    public var key: String { OrderFilePlan.statusKey(text, in: role) }
}
