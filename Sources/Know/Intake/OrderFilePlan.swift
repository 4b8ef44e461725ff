public import Domain

/// How one file is read: made from its first rows and the user's options, shown before the numbers, and followed to
/// the letter by the reading.
public struct OrderFilePlan: Sendable {
    /// Byte between two fields.
    public var delimiter: UInt8

    /// The column names as the file has them.
    public var header: [String]

    /// Which column plays which role.
    public var columns: [ColumnRole: Int]

    /// Columns for `customer` identity, most trusted first; the first that is not blank identifies the row.
    public var identity: [ColumnRole]

    /// nil: day-first or month-first cannot be told from the rows seen so far.
    public var dateFormat: DateFormat?

    /// Whether the user said how dates are written: then no date below the first rows makes that doubtful.
    public var dateFormatIsGiven = false

    /// Whether dates with points are month first too, where the others are.
    var pointsAreMonthFirst = false

    /// nil: `1,234` may be a thousand or one and a bit, as far as the rows seen so far tell.
    public var decimalMark: DecimalMark?

    /// Whether the user or the whole file said which: then no amount makes that doubtful.
    var decimalMarkIsSettled = false

    /// Of the first rows, the share whose amounts show their mark; whole numbers say nothing.
    var markedShare = 1.0

    /// Whether fields with a point and without quotes are numbers as they stand, whatever the decimal mark of the texts.
    public var hasTypedNumbers: Bool

    /// The kinds of cost that the file has below zero.
    var negativeCosts: Set<ColumnRole> = []

    public var amount: AmountRule
    public var adjustments: [AmountAdjustment]
    public var basis: AmountBasis

    /// The user's rules and those of the system that made the file, by `statusKey` in lower case; `statusRule(of:in:)`
    /// answers for all texts.
    public var statusRules: [String: StatusRule]

    /// Physical lines above the header row: titles, blank lines, `sep=;`.
    public var linesBeforeHeader: Int

    /// What the amounts or their column's name show, where no column has the currency.
    public var impliedCurrency: Currency?

    /// Whose telephone numbers stand without a calling code.
    public var phoneCountry: PhoneCountry?

    /// Whether the column of customers holds telephone numbers, so that bare digits are one too.
    public var customersArePhones: Bool

    public init(
        delimiter: UInt8, header: [String], columns: [ColumnRole: Int], identity: [ColumnRole],
        dateFormat: DateFormat?, decimalMark: DecimalMark?, amount: AmountRule, adjustments: [AmountAdjustment] = [],
        basis: AmountBasis = AmountBasis(), statusRules: [String: StatusRule] = [:], linesBeforeHeader: Int = 0,
        impliedCurrency: Currency? = nil, phoneCountry: PhoneCountry? = nil,
        hasTypedNumbers: Bool = false, customersArePhones: Bool = false
    ) {
        self.delimiter = delimiter
        self.header = header
        self.columns = columns
        self.identity = identity
        self.dateFormat = dateFormat
        self.decimalMark = decimalMark
        self.amount = amount
        self.adjustments = adjustments
        self.basis = basis
        self.statusRules = statusRules
        self.linesBeforeHeader = linesBeforeHeader
        self.impliedCurrency = impliedCurrency
        self.phoneCountry = phoneCountry
        self.hasTypedNumbers = hasTypedNumbers
        self.customersArePhones = customersArePhones
    }
}
