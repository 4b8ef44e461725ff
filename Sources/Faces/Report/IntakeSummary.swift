public import Intake
public import Ledger

/// How the files were read: what was recognised, and what became of every row.
public struct IntakeSummary: Equatable, Sendable {
    /// A recognised column with what stands in it.
    public struct Column: Equatable, Sendable {
        public var role: ColumnRole
        /// As the file names it.
        public var name: String
        /// Up to three values, as the file has them.
        public var samples: [String]

        public init(role: ColumnRole, name: String, samples: [String]) {
            self.role = role
            self.name = name
            self.samples = samples
        }
    }

    /// An order status that the file has, and what orders with it are taken for.
    public struct Status: Equatable, Sendable {
        /// The column that says so.
        public var role: ColumnRole
        /// Blank for `.cancelled`: all that is filled there means the same.
        public var text: String
        public var rule: StatusRule
        /// Whether the rule is the user's or the usual one of a word that is known.
        public var isKnown: Bool
        public var rows: Int

        public init(role: ColumnRole = .status, text: String, rule: StatusRule, isKnown: Bool = true, rows: Int) {
            self.role = role
            self.text = text
            self.rule = rule
            self.isKnown = isKnown
            self.rows = rows
        }

        /// How it is written in `--status`; the column's key where it has no text.
        public var key: String { text.isEmpty ? role.rawValue : OrderFilePlan.statusKey(text, in: role) }

        /// Whether orders with it count, as everybody would expect.
        public var isPlain: Bool { rule == .count && isKnown }
    }

    /// Something about the file that a reader should know.
    public enum Note: Hashable, Sendable {
        /// So many order ids stand under more than one customer.
        case ordersUnderSeveralCustomers(Int)
        /// The order's total is repeated on every line; it was counted once. So many orders of several lines show it, or
        /// the user said so.
        case totalRepeatedOnLines(column: String, orders: Int?)
        /// The order's total stands on one of its lines alone.
        case totalOnOneLine(column: String)
        /// Amounts are quantity times unit price.
        case amountFromLines(quantity: String, unitPrice: String)
        /// Rows in other currencies were turned into the base currency.
        case convertedCurrencies(rows: Int, codes: [String])
        /// So many orders were given back, whole and in part, by refunds on their own rows or that name them.
        case ordersRefunded(whole: Int, inPart: Int)
        /// The dates have no time of day.
        case noTimes
        /// Orders lack their cost.
        case ordersWithoutCost(CostGap, CostCoverage)
        /// These columns hold a cost of the whole order, which was counted once.
        case costsCountedOnce(columns: [String])
    }

    /// The columns of costs that were counted once an order.
    var costsCountedOnce: [String] {
        for case .costsCountedOnce(let columns) in notes { return columns }
        return []
    }

    /// The column whose amounts were counted once an order, and how many orders show that they repeat its total; nil
    /// where rows were added up.
    var repeatedTotal: (column: String, orders: Int?)? {
        for case .totalRepeatedOnLines(let column, let orders) in notes { return (column, orders) }
        return nil
    }

    /// As given by the user.
    public var files: [String]

    /// The files' names without their folders.
    var fileNames: [String] { files.map { String($0.split(separator: "/").last ?? Substring($0)) } }

    public var rows: Int
    public var accepted: Int
    public var rejected: Int
    public var ignored: Int

    /// Keys are stable camelCase words.
    public var rejectedByReason: [String: Int]
    public var ignoredByReason: [String: Int]

    public var columns: [Column]
    public var amountBasis: AmountBasis

    /// The zone that instants were turned into days by; nil when days are as the file has them.
    public var timeZone: String?

    public var statuses: [Status]
    public var notes: [Note]

    /// How far the orders' own costs are known; nil where the files have no columns of costs.
    public var costs: CostCoverage?

    public init(
        files: [String] = [], rows: Int = 0, accepted: Int = 0, rejected: Int = 0, ignored: Int = 0,
        rejectedByReason: [String: Int] = [:], ignoredByReason: [String: Int] = [:], columns: [Column] = [],
        amountBasis: AmountBasis = AmountBasis(), timeZone: String? = nil, statuses: [Status] = [], notes: [Note] = [],
        costs: CostCoverage? = nil
    ) {
        self.files = files
        self.rows = rows
        self.accepted = accepted
        self.rejected = rejected
        self.ignored = ignored
        self.rejectedByReason = rejectedByReason
        self.ignoredByReason = ignoredByReason
        self.columns = columns
        self.amountBasis = amountBasis
        self.timeZone = timeZone
        self.statuses = statuses
        self.notes = notes
        self.costs = costs
    }
}
