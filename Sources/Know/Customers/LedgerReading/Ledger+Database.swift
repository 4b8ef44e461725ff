public import Database
public import Domain
public import Ledger

extension Ledger {
    /// The ledger of all that a database holds, from one state of it.
    ///
    /// - Parameter lastDay: Later documents are not there; nil: all are.
    /// - Throws: `DatabaseError`; with `.unexpectedValue` where no business is there yet.
    /// - Complexity: O(documents); about 60 bytes a document while it is made.
    public init(from session: any Session, until lastDay: Day? = nil) throws {
        guard let business = try session.business() else {
            throw DatabaseError(.unexpectedValue, "The database holds no orders yet: import some first.")
        }
        let roots = try CustomerRoots(session)
        let documents = try StoredDocuments(session, roots, until: lastDay ?? Day(number: .max))
        let texts = try TermTexts(session)
        let (places, starts) = documents.order(customers: roots.count)
        var customers = CustomerTable.Builder()
        var offsets = [0]
        for customer in 0..<roots.count where starts[customer] < starts[customer + 1] {
            customers.append(text: Array(roots.reference(at: customer).utf8))
            offsets.append(starts[customer + 1])
        }
        let knowsCosts = documents.knowsContributions
        let lacksCosts = knowsCosts && documents.lacksGoodsCost.contains(true)
        self.init(
            currency: business.currency,
            days: places.map { documents.days[Int($0)] },
            minutes: places.map { documents.minutes[Int($0)] },
            minorUnits: places.map { documents.minorUnits[Int($0)] },
            kinds: places.map { documents.kinds[Int($0)] },
            contributions: knowsCosts ? places.map { documents.contributions[Int($0)] } : [],
            lacksGoodsCost: lacksCosts ? places.map { documents.lacksGoodsCost[Int($0)] } : [],
            offsets: offsets,
            customers: customers.build(),
            dimensions: Dimension.allCases.enumerated().compactMap { number, dimension in
                texts.column(dimension, documents.terms[number], places)
            },
            unidentified: documents.unidentified)
    }
}

/// The texts of terms by their numbers.
private struct TermTexts {
    private var texts: [Int32: String] = [:]

    init(_ session: any Session) throws {
        try session.forEach(LedgerStatements.terms, values: []) { row in
            texts[Int32(clamping: try row.get(0, as: Int64.self))] = try row.get(1)
        }
    }

    /// Nil where no document has a term. Of more values than codes can tell apart the first ones are kept.
    func column(_ dimension: Dimension, _ terms: [Int32], _ places: [Int32]) -> DimensionColumn? {
        guard !terms.isEmpty else { return nil }
        var kept: Set<Int32> = []
        for term in terms where term != 0 && kept.count < Int(UInt16.max) - 2 { kept.insert(term) }
        let values = [""] + Set(kept.compactMap { texts[$0] }).sorted()
        let codes = Dictionary(uniqueKeysWithValues: values.enumerated().map { ($1, UInt16($0)) })
        let codeOfTerm = Dictionary(
            uniqueKeysWithValues: kept.map { ($0, texts[$0].flatMap { codes[$0] } ?? 0) })
        return DimensionColumn(
            dimension: dimension, values: values, codes: places.map { codeOfTerm[terms[Int($0)]] ?? 0 })
    }
}
