/// The smallest set of customers that brings a share of the last twelve months' net revenue
/// (docs/metrics.md, "VIP list").
public struct VIPList: Equatable, Sendable {
    /// The share asked for.
    public let share: Double
    public let customers: Int
    /// Their net revenue of the last 365 days.
    public let netRevenue: MinorUnits
    public let contribution: MinorUnits?
    /// On the list now and not 30 days earlier; nil with less than 13 months of history.
    public let joined: Int?
    /// On the list 30 days earlier and not now.
    public let left: Int?
    /// VIPs by activity state.
    public let active: Int
    public let lapsing: Int
    public let lapsed: Int
    /// Last twelve months' net of the VIPs who are lapsing, and of those who have lapsed.
    public let lapsingRevenue: MinorUnits
    public let lapsedRevenue: MinorUnits
    /// Great customers who have left: each brought a tenth or more of the last twelve months' net revenue alone, came on
    /// three days or more, has lapsed, and is silent for clearly longer than their own gaps. With that net.
    public let greatLapsed: Int
    public let greatLapsedRevenue: MinorUnits

    /// VIPs who have been silent longer than their own limit, the lapsed among them.
    public var silent: Int { lapsing + lapsed }
}
