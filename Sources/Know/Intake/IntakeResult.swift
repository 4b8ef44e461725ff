public import Ledger

/// What came of reading order files.
public struct IntakeResult: Sendable {
    public let ledger: Ledger
    public let accounting: Accounting
    /// Rejected rows in file order; all of them, or examples of each reason.
    public let rejects: [RejectedRow]
    /// How each file was read in the end.
    public let plans: [OrderFilePlan]
    /// Rows by the status that they had, in all files; rows that a filter left out are not among them.
    public let statusRows: [FileStatus: Int]
    /// The keys of status rules that some row has, in lower case: given ones that are not among them change nothing.
    public let usedStatusRules: Set<String>
    /// Filters that name a value which no row has.
    public let unmetFilters: [UnmetFilter]
    /// How many order ids stand under two customers, and some of them.
    public let conflictingOrders: Int
    public let conflictExamples: [String]
    /// Refunds that name an order which is not in the files.
    public let refundsWithoutOrder: Int
    /// Orders that stand in two files; the later file's version counts.
    public let overlappingOrders: Int
    /// Whether each row's amount was taken for the order's total, repeated on its rows.
    public let totalIsRepeated: Bool
    /// How many orders of several rows show that; nil where the user said so.
    public let ordersRepeatingTotal: Int?
    /// Whether orders of several rows have an amount on one of them alone.
    public let totalStandsOnce: Bool
    /// The kinds of cost that stand for the whole order on each of its rows, or on one of them, and were counted once.
    public let costsCountedOnce: [ColumnRole]
    /// How many orders refunds gave back whole, and in part: refunds on the order's own rows or that name it.
    public let ordersRefundedWhole: Int
    public let ordersRefundedInPart: Int
    /// Accepted rows by the currency that they were brought out of.
    public let convertedRows: [String: Int]
    /// The signs of what stands in the columns of costs, of all files.
    public let costSigns: [CostSigns]
    /// Names such as "Total" whose rows were taken for orders.
    public let totalsNamesakes: [TotalsNamesake]
}

/// How far a reading has come.
public struct IntakeProgress: Sendable {
    public let file: String
    /// Raw bytes read, and all there are where that is known.
    public let bytes: Int64
    public let totalBytes: Int64?
    /// Rows of this file that were read so far.
    public let rows: Int
    /// The pass over the file: a second one is made when the whole column says otherwise than its first rows.
    public let pass: Int

    public init(file: String, bytes: Int64, totalBytes: Int64?, rows: Int, pass: Int) {
        self.file = file
        self.bytes = bytes
        self.totalBytes = totalBytes
        self.rows = rows
        self.pass = pass
    }
}
