/// One column whose role was found, as it is shown before the numbers.
public struct RecognisedColumn: Hashable, Sendable {
    /// How a role was found.
    public enum Reason: Hashable, Sendable {
        case given, byName, byContent
    }

    public let role: ColumnRole

    /// The index of the column, from 0.
    public let column: Int

    /// The name in the file; `#3` where it is blank.
    public let name: String

    /// What to write in `--column` and in mapping files: the name, or `#3` where the name is blank or not the only one.
    public let reference: String

    public let reason: Reason

    /// Up to three different values.
    public let samples: [String]
}

/// One status in the first rows and what it is taken for.
public struct RecognisedStatus: Hashable, Sendable {
    public let role: ColumnRole
    /// As it is written in `--status` and in mapping files; see `OrderFilePlan.statusKey(_:in:)`.
    public let text: String
    public let rule: StatusRule

    /// Whether the rule comes from the user or the vocabulary; unknown statuses count.
    public let isKnown: Bool

    /// Rows of the sample.
    public let count: Int
}
