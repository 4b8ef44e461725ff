public import Domain

/// One customer's figures and list memberships: a row of the customers file.
public struct CustomerFigures: Equatable, Sendable {
    public let id: String
    /// Nil for customers without orders.
    public let firstOrder: Day?
    public let lastOrder: Day?
    public let orders: Int
    public let purchaseDays: Int
    public let grossRevenue: MinorUnits
    /// Zero or more.
    public let refunds: MinorUnits
    public let netRevenue: MinorUnits
    public let lastTwelveMonthsNet: MinorUnits
    public let contribution: MinorUnits?
    /// Own gaps between purchase days; nil without any.
    public let medianGap: Int?
    public let p90Gap: Int?
    /// Days since the last purchase day at as-of.
    public let silentDays: Int?
    /// How long the customer may be silent before they are lapsing.
    public let ownLimit: Int?
    /// Nil, like scores, segment and lists, for customers without orders.
    public let state: ActivityState?
    public let scores: RFMScores?
    public var segment: RFMSegment? { scores?.segment }
    public let isVIP: Bool
}
