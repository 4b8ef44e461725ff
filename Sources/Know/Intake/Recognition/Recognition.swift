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
