import Domain
public import Intake
import Ledger

/// A batch with all that can be told of its documents without the database, so that no transaction waits for it.
public struct PreparedBatch: Sendable {
    let batch: DocumentBatch
    /// One for each document.
    let keys: [DocumentKey]
    /// Of all that is kept of each document, but for when it was.
    let digests: [Int64]
    let instants: [Instant]
    /// By `Dimension.allCases`: the texts that occur, each once.
    let terms: [[String]]
    /// For each document and each of `Dimension.allCases` the place among `terms`; -1 where nothing is given.
    let termPlaces: [Int32]
    let products: [Product]
    /// For each line of each document the place among `products`; -1 where it names none.
    let productPlaces: [Int32]
    /// Where a document's lines begin in `productPlaces`.
    let lineStarts: [Int]

    /// A product without a code goes by its name.
    struct Product: Hashable {
        let code: String
        let name: String
    }

    /// - Parameter clock: Of the business.
    public init(_ batch: DocumentBatch, clock: BusinessClock) {
        var numbers = DocumentNumbers()
        var terms = Dimension.allCases.map { _ in DistinctTexts() }
        var products = DistinctProducts()
        let columns = Dimension.allCases.map { batch.dimensions.firstIndex(of: $0) }
        var (keys, digests, instants): ([DocumentKey], [Int64], [Instant]) = ([], [], [])
        var (termPlaces, productPlaces, lineStarts): ([Int32], [Int32], [Int]) = ([], [], [])
        for document in batch.documents {
            let customer = document.customer.map { batch.customers[$0].name }
            keys.append(numbers.next(document, customer: customer))
            digests.append(Self.digest(document, customer: customer))
            instants.append(clock.instant(day: document.day, minute: document.minute, second: document.second))
            for (place, column) in columns.enumerated() {
                termPlaces.append(column.map { terms[place].place(of: document.dimensions[$0]) } ?? -1)
            }
            lineStarts.append(productPlaces.count)
            for line in document.lines { productPlaces.append(products.place(of: line)) }
        }
        self.batch = batch
        (self.keys, self.digests, self.instants) = (keys, digests, instants)
        (self.terms, self.termPlaces) = (terms.map(\.texts), termPlaces)
        (self.products, self.productPlaces, self.lineStarts) = (products.products, productPlaces, lineStarts)
    }

    private static func digest(_ document: OrderDocument, customer: String?) -> Int64 {
        var digest = ContentDigest()
        digest.add(Int64(document.kind.rawValue))
        digest.add(customer)
        digest.add(Int64(document.day.number))
        digest.add(document.minute.map(Int64.init))
        digest.add(document.second.map(Int64.init))
        digest.add(document.minorUnits)
        digest.add(document.ownMoney?.minorUnits)
        digest.add(document.ownMoney?.currency.code)
        digest.add(document.contribution)
        digest.add(document.lacksGoodsCost ? 1 : 0 as Int64)
        digest.add(document.refundOf)
        digest.add(document.status)
        digest.add(document.paymentStatus)
        digest.add(document.fulfilmentStatus)
        digest.add(document.leftOut?.rawValue)
        for text in document.dimensions { digest.add(text) }
        for line in document.lines {
            digest.add(line.product)
            digest.add(line.productName)
            digest.add(line.quantityThousandths)
            digest.add(line.unitPriceMinorUnits)
            digest.add(line.amountMinorUnits)
        }
        return digest.value
    }
}

/// Texts by their places, each once.
private struct DistinctTexts {
    private(set) var texts: [String] = []
    private var places: [String: Int32] = [:]

    /// -1 for the empty text.
    mutating func place(of text: String) -> Int32 {
        if text.isEmpty { return -1 }
        if let known = places[text] { return known }
        let place = Int32(texts.count)
        texts.append(text)
        places[text] = place
        return place
    }
}

/// Products by their places, each code once.
private struct DistinctProducts {
    private(set) var products: [PreparedBatch.Product] = []
    private var places: [String: Int32] = [:]

    /// -1 for a line that names none.
    mutating func place(of line: OrderLine) -> Int32 {
        guard let code = line.product ?? line.productName, !code.isEmpty else { return -1 }
        if let known = places[code] { return known }
        let place = Int32(products.count)
        products.append(PreparedBatch.Product(code: code, name: line.productName ?? code))
        places[code] = place
        return place
    }
}
