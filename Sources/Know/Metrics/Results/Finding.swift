public import Domain

/// A thing that matters, with the money at stake (docs/metrics.md, "Findings"). Its words are made by the report.
public struct Finding: Equatable, Sendable {
    public let fact: FindingFact
    /// The key of the metric behind it in the JSON report, such as `activity` or `change.netRevenue`.
    public let metric: String
    /// Minor units, zero or more; nil where no money can be named.
    public let moneyAtStake: MinorUnits?

    public var rule: FindingRule { fact.rule }
}

/// The rules; raw values are stable keys.
public enum FindingRule: String, CaseIterable, Sendable {
    case gettingWorse, gettingBetter, leaversOutrunNewcomers
    case vipsSilent, lapsingRevenue
    case greatCustomersLapsed, lapsedRevenue
    case dependsOnFew, fewSecondPurchases, keepMore
    case weakValue
    case acquisitionNotRecovered
    case nothingChanged
}

/// What a finding says, with its figures. Money in minor units.
public enum FindingFact: Equatable, Sendable {
    /// A headline figure fell (rose, for refunds) by more than chance explains.
    case gettingWorse(Change, ChangeComparison)
    case gettingBetter(Change, ChangeComparison)
    /// More active customers were lost in `months` months than won and won back.
    case leaversOutrunNewcomers(lost: Int, won: Int, wonBack: Int, months: Int)
    /// So many of the VIP list are lapsing.
    case vipsSilent(customers: Int, ofVIPs: Int, revenue: MinorUnits)
    /// So many customers are silent for longer than their own limit; what they brought in twelve months.
    case lapsingRevenue(customers: Int, revenue: MinorUnits)
    /// So many customers who each brought a tenth or more of the last twelve months' net revenue have left; what share
    /// they brought together.
    case greatCustomersLapsed(customers: Int, share: Double)
    /// The lapsed brought this share of the last twelve months' net revenue; a year earlier it was less.
    case lapsedRevenue(share: Double, yearEarlier: Double)
    /// So few of the customers with net revenue in the last twelve months bring `share` of it.
    case dependsOnFew(customers: Int, ofCustomers: Int, share: Double)
    /// The share of new customers with a second purchase day within 90 days, and new customers a year at the rate of the
    /// complete months.
    case fewSecondPurchases(within90: Double, customersAYear: Int)
    /// The mean share of active customers who stay from one month to the next.
    case keepMore(monthlyRetention: Double)
    /// Of the customers with this value clearly fewer make a second purchase day within 90 days than of the others.
    case weakValue(Dimension, value: BreakdownValue, customers: Int, own: Double, others: Double)
    /// What winning a customer cost is not recovered in the months observed after that of the first order.
    case acquisitionNotRecovered(source: String?, cac: Double, contribution: Double, months: Int, customers: Int)
    /// No headline figure changed by more than chance explains; how many were looked at.
    case nothingChanged(figures: Int, ChangeComparison)

    public var rule: FindingRule {
        switch self {
        case .gettingWorse: .gettingWorse
        case .gettingBetter: .gettingBetter
        case .leaversOutrunNewcomers: .leaversOutrunNewcomers
        case .vipsSilent: .vipsSilent
        case .lapsingRevenue: .lapsingRevenue
        case .greatCustomersLapsed: .greatCustomersLapsed
        case .lapsedRevenue: .lapsedRevenue
        case .dependsOnFew: .dependsOnFew
        case .fewSecondPurchases: .fewSecondPurchases
        case .keepMore: .keepMore
        case .weakValue: .weakValue
        case .acquisitionNotRecovered: .acquisitionNotRecovered
        case .nothingChanged: .nothingChanged
        }
    }
}
