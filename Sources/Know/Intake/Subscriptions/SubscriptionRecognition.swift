import Domain
public import Subscriptions

/// What the user says of a file of subscriptions; everything else is found out.
public struct SubscriptionRecognitionOptions: Hashable, Sendable {
    /// Column names by role, from `--column ROLE=NAME`; a blank name takes the role away.
    public var columns: [SubscriptionRole: String] = [:]
    public var dateFormat: DateFormat?
    public var decimalMark: DecimalMark?
    /// What amounts are paid for where the file does not say so.
    public var period: BillingPeriod?

    public init() {}

    /// Takes `ROLE=NAME`, as given with `--column`.
    public mutating func addColumn(_ argument: String) throws(MappingError) {
        let (key, name) = try RecognitionOptions.halves(of: argument, option: "--column")
        guard let role = SubscriptionRole(rawValue: key) else {
            throw .unknownKey(key, in: "--column", known: SubscriptionRole.allCases.map(\.rawValue))
        }
        columns[role] = name
    }
}

/// How a file of subscriptions will be read.
public struct SubscriptionRecognition: Sendable {
    /// One column whose role was found, as it is shown before the numbers.
    public struct Column: Hashable, Sendable {
        public let role: SubscriptionRole
        /// The name in the file; `#3` where it is blank.
        public let name: String
        /// What to write in `--column`.
        public let reference: String
        /// Up to three different values.
        public let samples: [String]
    }

    /// Dates, amounts and currencies, as in a file of orders: the date is that of the start.
    public let plan: OrderFilePlan
    /// In the order of the roles.
    public let columns: [Column]
    /// The names of the columns that no role was found for.
    public let unused: [String]
    /// What all amounts are paid for, as their column's name says; nil where the rows say so.
    public let amountPeriod: BillingPeriod?
    /// What amounts are paid for whose row does not say so.
    public let usualPeriod: BillingPeriod
    /// Whether the user said so, or nobody.
    public let usualPeriodIsGiven: Bool

    let places: [SubscriptionRole: Int]

    /// - Throws: `RecognitionError` or `SubscriptionColumnError`.
    init(_ sample: SampleTable, options: SubscriptionRecognitionOptions) throws {
        if let problem = sample.problem { throw problem }
        guard sample.header.contains(where: { !$0.isEmpty }) else { throw RecognitionError.empty }
        let matching = try SubscriptionColumns(sample, given: options.columns)
        let columns = matching.columns
        guard let started = columns[.started], let amount = columns[.amount] else {
            preconditionFailure("needed columns were found")
        }
        places = columns
        plan = Self.plan(matching, started: started, amount: amount, options)
        self.columns = SubscriptionRole.allCases.compactMap { role in
            columns[role].map { column in
                Column(
                    role: role, name: sample.name(of: column), reference: sample.reference(to: column),
                    samples: matching.contents[column].examples(asMoney: role == .amount))
            }
        }
        let used = Set(columns.values)
        unused = sample.header.indices.filter { !used.contains($0) }.map(sample.name(of:))
        amountPeriod = SubscriptionVocabulary.amountPeriod(of: matching.names[amount])
        usualPeriod = options.period ?? .month
        usualPeriodIsGiven = options.period != nil
    }

    private static func plan(
        _ matching: SubscriptionColumns, started: Int, amount: Int, _ options: SubscriptionRecognitionOptions
    ) -> OrderFilePlan {
        let (sample, contents) = (matching.table, matching.contents)
        let ends = matching.columns[.ended].map { contents[$0].values.filter { !OpenEnd.isOpen($0) } } ?? []
        var roles: [ColumnRole: Int] = [.date: started, .amount: amount]
        roles[.currency] = matching.columns[.currency]
        let votes = DecimalMarkInference.votes(contents[amount].texts)
        var plan = OrderFilePlan(
            delimiter: sample.delimiter, header: sample.header, columns: roles, identity: [],
            dateFormat: options.dateFormat ?? DateInference.format(of: contents[started].values + ends),
            decimalMark: options.decimalMark ?? votes.mark, amount: .column(amount, isLine: true),
            linesBeforeHeader: sample.linesBeforeHeader,
            impliedCurrency: matching.columns[.currency] == nil
                ? CurrencyVocabulary.implied(by: contents[amount].money, header: sample.header[amount]) : nil,
            hasTypedNumbers: sample.hasTypedNumbers)
        plan.decimalMarkIsSettled = options.decimalMark != nil
        plan.dateFormatIsGiven = options.dateFormat != nil
        plan.markedShare =
            votes.isSilent ? 0 : min(1, Double(votes.points + votes.commas) / Double(max(1, sample.rows.count)))
        return plan
    }
}
