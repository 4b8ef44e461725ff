public import Domain
public import Ledger

/// One order, refund or reversed order as the files tell it: what the ledger has of it, and what the ledger leaves out.
public struct OrderDocument: Hashable, Sendable {
    /// The customer's place among the batch's; nil where the files name nobody.
    public var customer: Int?
    /// The order's number as written; nil where the file has none.
    public var order: String?
    /// The number of the order that money goes back for, where the row names one.
    public var refundOf: String?
    public var kind: OrderKind
    /// The day and the minute (0…1439) of the business's clock; nil where only the day is written.
    public var day: Day
    public var minute: Int?
    /// 0…59; nil where the file has none.
    public var second: Int?
    /// In the ledger's currency, signed as in the ledger. Of a document that does not count, 0 where its amount cannot be
    /// read or brought into that currency.
    public var minorUnits: Int64
    /// The same in the currency that the rows name; nil where they name several, or the sum cannot be told by itself.
    public var ownMoney: Money?
    /// The order's total as written; nil where the file has amounts of lines.
    public var amount: String?
    /// In minor units of the ledger's currency; nil where the files tell no costs.
    public var contribution: Int64?
    public var lacksGoodsCost: Bool
    /// One text for each of the batch's dimensions; empty where nothing is given, `…` for what is beyond the ledger's
    /// 65,533 values.
    public var dimensions: [String]
    /// As written, from the first of the rows that says it.
    public var status: String?
    public var paymentStatus: String?
    public var fulfilmentStatus: String?
    /// Why the document is in no figure; nil when it counts. An order of which only some rows were left out comes as two
    /// documents: what counts of it, and those rows.
    public var leftOut: IgnoreReason?
    /// In the files' order, one for each row of a file that tells of lines.
    public var lines: [OrderLine]
    /// In the files' order; none for what another document's row gives back beside it.
    public var rows: [RowPlace]

    /// Whether the ledger, or its sum of unidentified sales, has the document.
    public var isCounted: Bool { leftOut == nil }
}

/// One line of an order: a product, how many, at which price.
public struct OrderLine: Hashable, Sendable {
    public var product: String?
    public var productName: String?
    /// In thousandths, halves rounded away from zero; nil where none can be read.
    public var quantityThousandths: Int64?
    /// The price of one piece, and the line's amount as the ledger counts it, in minor units of the row's own currency.
    public var unitPriceMinorUnits: Int64?
    public var amountMinorUnits: Int64?
    public var place: RowPlace
}

/// Where a row stands.
public struct RowPlace: Hashable, Sendable, Comparable {
    /// The file's place among those that are read.
    public var file: Int
    /// The physical line on which the row begins, from 1.
    public var line: Int

    public init(file: Int, line: Int) {
        self.file = file
        self.line = line
    }

    public static func < (left: Self, right: Self) -> Bool { (left.file, left.line) < (right.file, right.line) }
}
