/// Why a row was not accepted although it should have held an order or a subscription.
public enum RejectReason: String, CaseIterable, Hashable, Sendable, Codable {
    case missingDate, unreadableDate, dateOutOfRange
    case missingAmount, unreadableAmount, amountTooLarge
    case missingOrder, unreadableEmail
    case missingCurrency, unknownCurrency, contradictoryCurrency, missingRate
    case tooManyFields, unclosedQuote, textAfterQuote, rowTooLong
    case zeroByte, invalidText
    case totalsRow

    // Of subscriptions alone
    case missingCustomer, unreadableEnd, endBeforeStart, negativeAmount, unknownPeriod
}

/// Why a row was left out on purpose.
public enum IgnoreReason: String, CaseIterable, Hashable, Sendable, Codable {
    case blank, repeatedHeader, filtered, afterAsOf, statusExcluded
}

/// A row that was not accepted, as it stands in its file.
public struct RejectedRow: Hashable, Sendable {
    public let file: String
    /// The physical line on which the row begins, from 1.
    public let line: Int
    public let reason: RejectReason
    /// The row's text, without its line end.
    public let text: String

    public init(file: String, line: Int, reason: RejectReason, text: String) {
        self.file = file
        self.line = line
        self.reason = reason
        self.text = text
    }
}

/// What became of every row: accepted + rejected + ignored = rows.
public struct Accounting: Hashable, Sendable {
    public internal(set) var rows = 0
    public internal(set) var accepted = 0
    public internal(set) var rejectedByReason: [RejectReason: Int] = [:]
    public internal(set) var ignoredByReason: [IgnoreReason: Int] = [:]

    public init() {}

    public var rejected: Int { rejectedByReason.values.reduce(0, +) }
    public var ignored: Int { ignoredByReason.values.reduce(0, +) }

    /// Takes rows that were accepted at first for left out.
    mutating func leaveOut(_ rows: Int, as reason: IgnoreReason) {
        guard rows > 0 else { return }
        accepted -= rows
        ignoredByReason[reason, default: 0] += rows
    }

    /// Adds the rows of another file or worker.
    mutating func add(_ other: Accounting) {
        rows += other.rows
        accepted += other.accepted
        rejectedByReason.merge(other.rejectedByReason, uniquingKeysWith: +)
        ignoredByReason.merge(other.ignoredByReason, uniquingKeysWith: +)
    }
}
