public import Domain

/// Some documents on their way to be kept: those of whole customers.
///
/// The batches of some files come in an order that depends on the files and the options alone, so that a work which was
/// broken off can go on behind the last batch that was kept.
public struct DocumentBatch: Hashable, Sendable {
    /// Counts from 0.
    public let number: Int
    /// The currency of `minorUnits` and `contribution`.
    public let currency: Currency
    /// What `OrderDocument.dimensions` are, in order.
    public let dimensions: [Dimension]
    /// The customers of the documents, each in one batch alone.
    public let customers: [DocumentCustomer]
    /// By customer, those that count in the ledger's order and then those that do not; unidentified sales come in batches
    /// behind all customers.
    public let documents: [OrderDocument]
}

/// Who a document is of, by all that the rows say.
public struct DocumentCustomer: Hashable, Sendable {
    /// What the ledger calls the customer.
    public var name: String
    /// As written, blanks at the ends taken off, each once, in the files' order. An address or a telephone number in the
    /// column of customers is among those.
    public var externalIDs: [String] = []
    public var emails: [String] = []
    public var phones: [String] = []
}

/// How much was handed over.
public struct DocumentAccount: Hashable, Sendable {
    public internal(set) var batches = 0
    /// Documents that count, and those that do not.
    public internal(set) var counted = 0
    public internal(set) var leftOut = 0
    /// The rows of either.
    public internal(set) var countedRows = 0
    public internal(set) var leftOutRows = 0
    public internal(set) var lines = 0
    /// Rows left out for their status of which no document can be made: without a date, after the as-of day, or of a kind
    /// that is no sale.
    public internal(set) var leftOutWithoutDocument = 0
    /// Accepted rows of which there is no document: earlier versions of an order that stands in several files, and
    /// further rows, without date and amount, of an order that has no amount anywhere.
    public internal(set) var acceptedWithoutDocument = 0
}
