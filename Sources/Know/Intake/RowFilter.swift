/// A part of the rows to look at: `country=PL`, `customer!=wholesale@example.com`.
public struct RowFilter: Hashable, Sendable {
    /// A role's name or a column's, as given.
    public let column: String
    public let value: String
    public let isEqual: Bool

    /// Reads `COLUMN=VALUE` or `COLUMN!=VALUE`; nil when there is no equals sign or no column.
    public init?(_ text: String) {
        guard let equals = text.firstIndex(of: "=") else { return nil }
        let before = text[..<equals]
        isEqual = before.last != "!"
        column = String(isEqual ? before : before.dropLast()).trimmingBlanks
        value = String(text[text.index(after: equals)...]).trimmingBlanks
        if column.isEmpty { return nil }
    }
}

/// A filter that names a value which no row of the files has.
public struct UnmetFilter: Hashable, Sendable {
    public let filter: RowFilter
    /// Values that its column has instead, in the order of the files.
    public let values: [String]
    /// Whether there are no others.
    public let areAllValues: Bool
}

extension String {
    /// Without blanks at both ends.
    var trimmingBlanks: String {
        var text = self[...]
        while let first = text.first, first.isWhitespace { text.removeFirst() }
        while let last = text.last, last.isWhitespace { text.removeLast() }
        return String(text)
    }
}
