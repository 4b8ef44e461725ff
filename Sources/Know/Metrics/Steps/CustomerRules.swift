/// Everything that turns one customer's summary into their state and scores.
struct CustomerRules: Equatable, Sendable {
    let windowDays: Int
    /// 90th percentile of all gaps; nil without gaps.
    let usualP90: Int?
    let scores: ScoreRules
    /// Day numbers.
    let origin: Int32
    let asOf: Int32

    /// So many of the shop's gaps weigh in on each customer's own.
    static let borrowedGaps = 5

    @inline(__always)
    func silence(_ summary: CustomerSummary) -> Int { Int(asOf) - Int(summary.lastDay) }

    /// The smaller of W and the 90th percentile of own gaps, drawn towards the shop's as if five of its gaps were the
    /// customer's; rounded up.
    @inline(__always)
    func ownLimit(_ summary: CustomerSummary) -> Int {
        guard let usualP90 else { return windowDays }
        let (gaps, borrowed) = (summary.gapCount, Self.borrowedGaps)
        let sum = gaps * Int(summary.p90Gap) + borrowed * usualP90
        return min(windowDays, (sum + gaps + borrowed - 1) / (gaps + borrowed))
    }

    @inline(__always)
    func state(_ summary: CustomerSummary) -> ActivityState {
        let silence = silence(summary)
        // Most who are silent for longer than the window need no limit worked out.
        guard silence <= windowDays else { return .lapsed }
        return silence <= ownLimit(summary) ? .active : .lapsing
    }

    /// Whether a customer has clearly broken with a rhythm of their own: silent for longer than W, and than the 90th
    /// percentile of their gaps times 1 + 4 ÷ gaps, at least 1.5 (docs/metrics.md, "VIP list").
    ///
    /// W is the shop's: who always orders once a quarter is on time beyond it.
    func hasLeft(_ summary: CustomerSummary) -> Bool {
        let (gaps, silence) = (summary.gapCount, silence(summary))
        // One who has come on three days has a rhythm to leave.
        guard gaps >= 2, silence > windowDays else { return false }
        return 2 * gaps * silence > max(3 * gaps, 2 * gaps + 8) * Int(summary.p90Gap)
    }

    @inline(__always)
    func rfm(_ summary: CustomerSummary) -> RFMScores {
        scores.scores(
            lastDay: Int(summary.lastDay) - Int(origin), purchaseDays: Int(summary.purchaseDays), net: summary.net)
    }
}
