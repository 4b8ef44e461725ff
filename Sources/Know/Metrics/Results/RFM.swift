/// Recency, frequency and monetary value, scored 1…5 (docs/metrics.md, "RFM").
public struct RFM: Equatable, Sendable {
    /// All eleven, in the order of `RFMSegment.allCases`, the empty ones too.
    public let segments: [RFMSegmentSize]
    /// Customers by recency score (rows, 1 first) and frequency score (columns, 1 first).
    public let grid: [[Int]]
    /// Customers by monetary score within each cell of `grid`: `cells[r - 1][f - 1][m - 1]`.
    public let cells: [[[Int]]]
}

/// One segment's size and money.
public struct RFMSegmentSize: Equatable, Sendable {
    public let key: RFMSegment
    public let customers: Int
    /// Over the whole history.
    public let netRevenue: MinorUnits
    public let lastTwelveMonthsNet: MinorUnits
    public let contribution: MinorUnits?
}

/// Three scores of 1…5.
public struct RFMScores: Hashable, Sendable {
    public let recency: Int
    public let frequency: Int
    public let monetary: Int

    public var segment: RFMSegment { RFMSegment(of: self) }
}
