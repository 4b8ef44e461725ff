public import Domain

/// Every metric of a shop at one day, from one pass over its ledger (docs/metrics.md).
public struct ShopMetrics: Equatable, Sendable {
    public let currency: Currency
    /// The day the figures are told at; nil for a ledger without documents.
    public let asOf: Day?
    public let overview: Overview
    public let activity: Activity
    public let retention: Retention
    public let netFlow: NetFlow
    public let cohorts: Cohorts
    public let nextOrder: [NextOrder]
    public let newVsReturning: [NewVsReturning]
    public let concentration: Concentration
    public let rfm: RFM
    public let vip: VIPList
    public let gaps: GapDistribution
    public let hours: OrderHours
    /// Nil when there is no earlier period to compare with.
    public let change: ChangeTable?
    public let breakdowns: [Breakdown]
    /// All together first, then by source; empty without costs.
    public let acquisition: [Acquisition]
    public let sayings: Sayings
    /// Three to seven where the data allow, by money at stake.
    public let findings: [Finding]
    public let cannotSay: [CannotSay]
    /// Every customer of the ledger, those without orders too, in its order.
    public let customers: CustomerList
}
