import Domain

/// Gathers documents until they are a batch.
struct BatchBuilder {
    /// Customers come whole, so a batch may have more documents than this.
    static let usualSize = 8_192

    var customers: [DocumentCustomer] = []
    private(set) var account: DocumentAccount
    private var documents: [OrderDocument] = []
    private let currency: Currency
    private let dimensions: [Dimension]

    init(currency: Currency, dimensions: [Dimension], account: DocumentAccount) {
        self.currency = currency
        self.dimensions = dimensions
        self.account = account
    }

    mutating func add(_ document: OrderDocument, rows: Int) {
        if document.isCounted {
            account.counted += 1
            account.countedRows += rows
        } else {
            account.leftOut += 1
            account.leftOutRows += rows
        }
        account.lines += document.lines.count
        documents.append(document)
    }

    /// Hands over what there is, at once or when it is enough.
    mutating func deliver(whenFull: Bool, _ deliver: (DocumentBatch) throws -> Void) throws {
        guard whenFull ? documents.count >= Self.usualSize : !documents.isEmpty else { return }
        try deliver(
            DocumentBatch(
                number: account.batches, currency: currency, dimensions: dimensions, customers: customers,
                documents: documents))
        account.batches += 1
        documents.removeAll(keepingCapacity: true)
        customers.removeAll(keepingCapacity: true)
    }
}
