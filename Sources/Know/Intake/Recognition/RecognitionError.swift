/// Why it cannot be decided how a file is read.
public enum RecognitionError: Error, Equatable, Sendable {
    /// What no report can do without.
    public enum Need: Hashable, Sendable {
        case date, amount, customer
    }

    /// The file has no row at all.
    case empty
    /// The first row holds data; without names nothing can be recognised.
    case noHeader(firstRow: [String])
    /// The user named a column that the file does not have.
    case noSuchColumn(ColumnRole, name: String, header: [String])
    /// Nothing in the file can be what is needed; `suggestions` are columns whose values would do.
    case missing(Need, header: [String], suggestions: [String])
    /// A column is called what is needed, but its values cannot be read so.
    case unreadable(Need, column: String, value: String)
    /// Several columns fit equally well.
    case ambiguous(ColumnRole, columns: [String], header: [String])
    /// The columns do not give the amounts asked for; `missing` are the roles of which one would help.
    case impossibleBasis(AmountBasis, missing: [ColumnRole], header: [String])
}
