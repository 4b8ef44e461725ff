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

    public let reason: Reason

    /// Up to three different values.
    public let samples: [String]
}

/// One status in the first rows and what it is taken for.
public struct RecognisedStatus: Hashable, Sendable {
    public let role: ColumnRole
    public let text: String
    public let rule: StatusRule

    /// Whether the rule comes from the user or the vocabulary; unknown statuses count.
    public let isKnown: Bool

    /// Rows of the sample.
    public let count: Int
}
