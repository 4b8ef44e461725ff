public import Domain

/// What the user says of a file; everything else is found out.
public struct RecognitionOptions: Hashable, Sendable {
    /// Column names by role, from `--column ROLE=NAME`. `#3` is the third column, a blank name takes the role away.
    public var columns: [ColumnRole: String]

    /// Roles whose column a mapping file named for other exports: one that this file lacks may be left out where the
    /// orders are told without it.
    public private(set) var mappedRoles: Set<ColumnRole> = []

    /// nil: gross with shipping, as far as the file has it.
    public var basis: AmountBasis?

    public var dateFormat: DateFormat?
    public var decimalMark: DecimalMark?

    /// By `OrderFilePlan.statusKey(_:in:)`, in any letter case; they win over the usual rules.
    public var statusRules: [String: StatusRule]

    /// Whose telephone numbers stand without a calling code.
    public var phoneCountry: PhoneCountry?

    // What the reading needs beside its plan: kept in mapping files, since the next export is written in the same way.

    /// Whether an amount is each row's own, or the order's, repeated on its rows.
    public var amountIsPerLine: Bool?

    /// The currency of files that name none.
    public var currency: Currency?

    /// The business's time zone by its name, such as `Europe/Warsaw`.
    public var timeZone: String?

    /// What the bytes mean, by the encoding's name, and the sheet of a workbook.
    public var encoding: String?
    public var sheet: String?

    public init(
        columns: [ColumnRole: String] = [:], basis: AmountBasis? = nil, dateFormat: DateFormat? = nil,
        decimalMark: DecimalMark? = nil, statusRules: [String: StatusRule] = [:], phoneCountry: PhoneCountry? = nil,
        amountIsPerLine: Bool? = nil, currency: Currency? = nil, timeZone: String? = nil, encoding: String? = nil,
        sheet: String? = nil
    ) {
        self.columns = columns
        self.basis = basis
        self.dateFormat = dateFormat
        self.decimalMark = decimalMark
        self.statusRules = statusRules
        self.phoneCountry = phoneCountry
        self.amountIsPerLine = amountIsPerLine
        self.currency = currency
        self.timeZone = timeZone
        self.encoding = encoding
        self.sheet = sheet
    }

    /// These options where they say something, else those of a mapping file.
    public func merged(over mapping: RecognitionOptions) -> RecognitionOptions {
        var merged = RecognitionOptions(
            columns: mapping.columns.merging(columns) { _, own in own }, basis: basis ?? mapping.basis,
            dateFormat: dateFormat ?? mapping.dateFormat, decimalMark: decimalMark ?? mapping.decimalMark,
            statusRules: mapping.statusRules.merging(statusRules) { _, own in own },
            phoneCountry: phoneCountry ?? mapping.phoneCountry,
            amountIsPerLine: amountIsPerLine ?? mapping.amountIsPerLine, currency: currency ?? mapping.currency,
            timeZone: timeZone ?? mapping.timeZone, encoding: encoding ?? mapping.encoding,
            sheet: sheet ?? mapping.sheet)
        merged.mappedRoles = Set(mapping.columns.keys).subtracting(columns.keys)
        return merged
    }

    /// Takes `ROLE=NAME`, as given with `--column`.
    public mutating func addColumn(_ argument: String) throws(MappingError) {
        let (key, name) = try Self.halves(of: argument, option: "--column")
        guard let role = ColumnRole(rawValue: key) else {
            throw .unknownKey(key, in: "--column", known: ColumnRole.allCases.map(\.rawValue))
        }
        columns[role] = name
    }

    /// Takes `STATUS=RULE`, as given with `--status`.
    public mutating func addStatusRule(_ argument: String) throws(MappingError) {
        let (status, value) = try Self.halves(of: argument, option: "--status")
        guard let rule = StatusRule(rawValue: value) else {
            throw .unknownValue(value, for: status, known: StatusRule.allCases.map(\.rawValue))
        }
        statusRules[status] = rule
    }

    /// Splits at the last equals sign for a status (a rule has none), at the first for a column.
    static func halves(of argument: String, option: String) throws(MappingError) -> (String, String) {
        let split = option == "--status" ? argument.lastIndex(of: "=") : argument.firstIndex(of: "=")
        guard let split, split != argument.startIndex else { throw .noEqualsSign(argument, option: option) }
        return (trimmed(argument[..<split]), trimmed(argument[argument.index(after: split)...]))
    }
}
