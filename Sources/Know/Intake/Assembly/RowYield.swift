/// What one worker hands over when the files are read.
struct RowYield {
    /// What became of the rows of the files read so far.
    var accounting = Accounting()
    var rejects: [Reject] = []
    /// Rows without an amount whose order may have one elsewhere.
    var blankAmounts: [OrderRow] = []
    /// The orders of rows without date and amount, one entry a row, and those rows.
    var continuedOrders: [UInt64] = []
    var continuedRows: [OrderRow] = []
    /// The same orders with the rows' marks, where documents are asked for.
    var continuedMarks: [(order: UInt64, mark: RowMark)] = []
    /// By order of rows left out for their status: where the details of the first are. And rows of which there are none.
    var leftOutStreams: [UInt64: Int] = [:]
    var leftOutWithoutDocument = 0
    /// How many rows of each of the two kinds are kept with their texts.
    static let keptTexts = 100_000
    /// Orders of rows that were left out for their status.
    var excludedOrders: [UInt64] = []
    /// Orders of rows that a filter left out, and of rows after the as-of day.
    var filteredOrders: [UInt64] = []
    var laterOrders: [UInt64] = []
    /// Orders of rows that leave a filter's column blank, where no row right above decides.
    var undecidedOrders: [UInt64] = []
    /// What rows say of the orders that were asked about.
    var verdicts: [UInt64: OrderVerdict] = [:]
    /// Rows that may be sums of the others, held back until these are known.
    var possibleTotals: [PossibleTotal] = []
    /// Rows by currency code, and by status.
    var currencyRows: [String: Int] = [:]
    /// Accepted rows by the currency that they were brought out of.
    var convertedRows: [String: Int] = [:]
    var statusRows: [FileStatus: Int] = [:]
    /// The keys of the plans' status rules that some row has.
    var usedStatusRules: Set<String> = []
    /// What the rows have in the columns of the filters.
    var filterValues: [FilterValues] = []
    /// Of the last file.
    var evidence = Evidence()
    var chunks: [ChunkNote] = []
    var marks = ChunkMarks()
    /// By dimension and this worker's code.
    var dimensionValues: [[String]] = []
    var dimensionPlaces: [[DimensionCodes.Place]] = []

    /// What the whole file said about questions that its first rows left open.
    struct Evidence {
        var onlyDayFirst = 0
        var onlyMonthFirst = 0
        var ambiguousDates = 0
        var onlyComma = 0
        var onlyPoint = 0
        var ambiguousAmounts = 0
        /// Rows that were rejected for an amount that the other decimal mark makes sense of.
        var otherMarkRows = 0
        var ambiguousDate: String?
        /// Dates with points, day-first or month-first, where the column is not known to be day-first.
        var pointedDates = 0
        var pointedDate: String?
        var pointedMonthFirst = 0
        var ambiguousAmount: String?
        /// Dates that are neither day-first nor month-first, met while the format was not known.
        var unreadDates: [String] = []
        static let keptDates = 200
        /// Rows whose amount names another currency than their column of currencies.
        var contradictedCurrencies: [CurrencyPair: Int] = [:]
        var acceptedRows = 0
        /// By kind of cost, among those that all files have together.
        var costSigns: [CostSigns] = []
        var metStrayQuote = false
        var metInvalidText = false
    }

    /// What a row's column of currencies names, and what stands beside its amount.
    struct CurrencyPair: Hashable {
        var named: String
        var written: String
    }

    /// A row that may be a sum of the others, by the word that names it.
    struct PossibleTotal {
        var row: Row
        /// What was given back for it, zero or less: a document of its own.
        var refunded: Int64
        /// What names it, and the column where that stands.
        var name: String
        var column: Int
        var isPhrase: Bool
        /// The rows of its chunk since the one before.
        var above: TotalsStretch
        /// Nil where the row has no customer.
        var customer: (key: CustomerKey, text: [UInt8])?
        var extras: [UInt16]
        /// What it is told as if it is a sum.
        var reject: Reject
    }

    struct Reject {
        var file: Int
        var chunk: Int
        var line: Int
        var reason: RejectReason
        var text: String
    }

    /// A row that will be rejected unless its order is found elsewhere.
    struct OrderRow {
        var order: UInt64
        var reject: Reject
    }

    /// What is remembered of a chunk: its lines, and whether its order ids are numbers that strictly ascend.
    struct ChunkNote {
        var file: Int
        var chunk: Int
        var lineFeeds: Int
        var firstOrder: UInt64
        var lastOrder: UInt64
        var ascends: Bool
        /// The rows below the last one that may be a sum.
        var below = TotalsStretch()
    }
}
