/// What the pass keeps of one customer: 80 bytes.
struct CustomerSummary: BitwiseCopyable, Equatable, Sendable {
    var gross: Int64 = 0
    var refunds: Int64 = 0
    /// Of the last 365 days, and of the 365 days that ended 30 days before as-of.
    var lastYearNet: Int64 = 0
    var earlierYearNet: Int64 = 0
    /// Of the ledger's own contributions; zero where it has none.
    var contribution: Int64 = 0
    var lastYearContribution: Int64 = 0
    /// Day numbers of the first and the last order.
    var firstDay: Int32 = 0
    var lastDay: Int32 = 0
    var orders: UInt32 = 0
    var purchaseDays: UInt32 = 0
    /// Own gaps in days; zero without any.
    var medianGap: UInt16 = 0
    var p90Gap: UInt16 = 0
    /// Days since the last purchase day at three borders of the compared periods; `never` before the first.
    var silenceAtBeforeStart: UInt16 = Self.never
    var silenceAtBeforeEnd: UInt16 = Self.never
    var silenceAtNowStart: UInt16 = Self.never
    /// The group of the bootstrap that the customer belongs to.
    var group: UInt16 = 0

    static let never = UInt16.max

    var net: Int64 { gross - refunds }
    var gapCount: Int { max(0, Int(purchaseDays) - 1) }
}
