public import Domain
public import Foundation

/// What the user decided about the reading of all files.
public struct IntakeOptions: Sendable {
    /// Instants become days and hours of this zone.
    public var timeZone: TimeZone
    /// Rows after this day are ignored.
    public var asOf: Day?
    /// All must hold.
    public var filters: [RowFilter]
    /// The currency of the report; with `rates`, other currencies are brought into it.
    public var baseCurrency: Currency?
    public var rates: ExchangeRates?
    /// The currency of files that name none.
    public var currency: Currency?
    /// The share of rejected rows beyond which nothing is answered, 0…1.
    public var rejectedLimit: Double
    /// Whether one file's amount is the order's, repeated on its lines, or each line's own; nil: recognised.
    public var amountIsPerLine: Bool?
    /// How many rejected rows are kept as examples; all of them when nil.
    public var keptRejects: Int?
    public var workers: Int

    public init(
        timeZone: TimeZone = .gmt, asOf: Day? = nil, filters: [RowFilter] = [], baseCurrency: Currency? = nil,
        rates: ExchangeRates? = nil, currency: Currency? = nil, rejectedLimit: Double = 0.05,
        amountIsPerLine: Bool? = nil, keptRejects: Int? = 20,
        workers: Int = ProcessInfo.processInfo.activeProcessorCount
    ) {
        self.timeZone = timeZone
        self.asOf = asOf
        self.filters = filters
        self.baseCurrency = baseCurrency
        self.rates = rates
        self.currency = currency
        self.rejectedLimit = rejectedLimit
        self.amountIsPerLine = amountIsPerLine
        self.keptRejects = keptRejects
        self.workers = max(1, workers)
    }
}
