import Domain
public import Intake
public import Subscriptions

/// How a file of subscriptions was read: what was recognised, and what became of every row.
public struct SubscriptionSummary: Sendable {
    public var file: String
    public var accounting: Accounting
    public var columns: [SubscriptionRecognition.Column]
    /// What amounts are paid for: of all rows as their column's name says, or of those that do not say so.
    public var amountPeriod: BillingPeriod?
    public var usualPeriod: BillingPeriod
    /// Accepted rows that say the same as another.
    public var repeatedRows: Int
    /// Accepted rows by the currency that they were brought out of.
    public var convertedRows: [String: Int]
    /// The zone that instants were turned into days by; nil when days are as the file has them.
    public var timeZone: String?

    public init(
        file: String, accounting: Accounting = Accounting(), columns: [SubscriptionRecognition.Column] = [],
        amountPeriod: BillingPeriod? = nil, usualPeriod: BillingPeriod = .month, repeatedRows: Int = 0,
        convertedRows: [String: Int] = [:], timeZone: String? = nil
    ) {
        self.file = file
        self.accounting = accounting
        self.columns = columns
        self.amountPeriod = amountPeriod
        self.usualPeriod = usualPeriod
        self.repeatedRows = repeatedRows
        self.convertedRows = convertedRows
        self.timeZone = timeZone
    }

    func has(_ role: SubscriptionRole) -> Bool { columns.contains { $0.role == role } }
}

/// Everything that is told of subscriptions, in whatever form.
public struct SubscriptionContent: Sendable {
    public var metrics: SubscriptionMetrics
    public var intake: SubscriptionSummary
    /// What the business is called; nil: the file's name stands for it.
    public var name: String?

    public init(metrics: SubscriptionMetrics, intake: SubscriptionSummary, name: String? = nil) {
        self.metrics = metrics
        self.intake = intake
        self.name = name
    }

    /// What stands at the head.
    var title: String { name ?? fileName }

    /// The file without its folders, which do not concern whom a page is shown to.
    var fileName: String { String(intake.file.split(separator: "/").last ?? "Perennial") }

    func formats(_ language: Language) -> Formats { Formats(language: language, currency: metrics.currency) }
}
