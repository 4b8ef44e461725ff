public import Domain

/// One document as a value: what small ledgers are made of.
public struct LedgerDocument: Hashable, Sendable {
    public var customer: String
    public var day: Day
    /// 0…1439; nil when the time of day is unknown.
    public var minute: Int?
    /// Signed; negative for a refund.
    public var minorUnits: Int64
    public var kind: OrderKind
    public var contribution: Int64?
    /// Whether the contribution lacks the cost of the goods.
    public var lacksGoodsCost: Bool
    public var dimensions: [Dimension: String]

    public init(
        customer: String, day: Day, minute: Int? = nil, minorUnits: Int64, kind: OrderKind? = nil,
        contribution: Int64? = nil, lacksGoodsCost: Bool = false, dimensions: [Dimension: String] = [:]
    ) {
        self.customer = customer
        self.day = day
        self.minute = minute
        self.minorUnits = minorUnits
        self.kind = kind ?? (minorUnits < 0 ? .refund : .order)
        self.contribution = contribution
        self.lacksGoodsCost = lacksGoodsCost
        self.dimensions = dimensions
    }
}

extension Ledger {
    /// A ledger of documents in any order; customers come sorted by identifier.
    ///
    /// The contribution column exists when every document has one, a dimension when any document has it.
    public init(_ documents: [LedgerDocument], currency: Currency, unidentified: UnidentifiedSales = .init()) {
        let sorted = documents.sorted {
            ($0.customer, $0.day, $0.minute ?? 0, $0.minorUnits) < ($1.customer, $1.day, $1.minute ?? 0, $1.minorUnits)
        }
        var customers = CustomerTable.Builder()
        var offsets = [0]
        for (place, document) in sorted.enumerated() {
            if place > 0, sorted[place - 1].customer != document.customer { offsets.append(place) }
            if offsets.last == place { customers.append(text: Array(document.customer.utf8)) }
        }
        if !sorted.isEmpty { offsets.append(sorted.count) }
        let used = Dimension.allCases.filter { dimension in sorted.contains { $0.dimensions[dimension] != nil } }
        let haveContributions = sorted.allSatisfy { $0.contribution != nil }
        self.init(
            currency: currency,
            days: sorted.map(\.day.number),
            minutes: sorted.map { $0.minute.map(UInt16.init) ?? Self.noMinute },
            minorUnits: sorted.map(\.minorUnits),
            kinds: sorted.map(\.kind),
            contributions: haveContributions ? sorted.compactMap(\.contribution) : [],
            lacksGoodsCost: haveContributions && sorted.contains(where: \.lacksGoodsCost)
                ? sorted.map(\.lacksGoodsCost) : [],
            offsets: offsets,
            customers: customers.build(),
            dimensions: used.map { Self.column($0, of: sorted) },
            unidentified: unidentified)
    }

    private static func column(_ dimension: Dimension, of documents: [LedgerDocument]) -> DimensionColumn {
        let texts = documents.map { $0.dimensions[dimension] ?? "" }
        let values = [""] + Set(texts).subtracting([""]).sorted()
        let codes = Dictionary(uniqueKeysWithValues: values.enumerated().map { ($1, UInt16($0)) })
        return DimensionColumn(dimension: dimension, values: values, codes: texts.compactMap { codes[$0] })
    }
}
