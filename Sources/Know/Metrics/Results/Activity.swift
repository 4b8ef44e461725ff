/// Where a customer with orders stands at as-of.
public enum ActivityState: String, CaseIterable, Sendable {
    /// Silent no longer than their own limit.
    case active
    /// Silent for longer, but not longer than the window.
    case lapsing
    /// Silent for longer than the window.
    case lapsed
}

/// Why the window is not what the gaps say.
public enum WindowClamp: String, Sendable {
    /// Raised to 14 days.
    case minimum
    /// Lowered to 365 days.
    case maximum
    /// Lowered to half the days that the file spans.
    case halfSpan
    /// Too few gaps to find one: 365 days or half the span.
    case noGaps
}

/// Who is there and who is leaving (docs/metrics.md, "Window and activity").
public struct Activity: Equatable, Sendable {
    /// W.
    public let windowDays: Int
    /// Given by the caller rather than found.
    public let windowGiven: Bool
    /// What the gaps said before clamping; nil when given or not found.
    public let windowFound: Int?
    /// Nil when not clamped.
    public let windowClamp: WindowClamp?
    public var windowClamped: Bool { windowClamp != nil }

    public let active: Int
    public let lapsing: Int
    public let lapsed: Int
    /// The last twelve months' net revenue of the lapsing, those below zero as zero.
    public let revenueAtRisk: MinorUnits
    /// The same in contribution, where known.
    public let contributionAtRisk: MinorUnits?
    /// The last twelve months' net revenue of the lapsed, those below zero as zero.
    public let lapsedRevenue: MinorUnits
    /// Its share of everybody's, 0…1; nil where nobody brought anything.
    public let lapsedShare: Double?
    /// The same share a year earlier; nil with less than 820 days of history.
    public let lapsedShareYearEarlier: Double?
}
