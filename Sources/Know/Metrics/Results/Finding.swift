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
    case dependsOnFew, fewSecondPurchases, fivePointsMore
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
    /// So few customers bring half of the last twelve months' revenue.
    case dependsOnFew(customers: Int, ofCustomers: Int, share: Double)
    /// The share of new customers with a second purchase day within 90 days.
    case fewSecondPurchases(within90: Double, customersAYear: Int)
    case fivePointsMore(monthlyRetention: Double)
    /// Customers with this value come back, or bring, clearly less than the others.
    case weakValue(
        dimension: String, value: BreakdownValue, measure: WeakMeasure, customers: Int, own: Double, others: Double)
    case acquisitionNotRecovered(source: String?, cac: Double, contribution: Double, months: Int, customers: Int)
    /// No headline figure changed by more than chance explains; how many were looked at.
    case nothingChanged(figures: Int, ChangeComparison)

    /// What a value is weak in.
    public enum WeakMeasure: String, Sendable { case repeatPurchaseRate, netRevenuePerCustomer, refundRate }

    public var rule: FindingRule {
        switch self {
        case .gettingWorse: .gettingWorse
        case .gettingBetter: .gettingBetter
        case .leaversOutrunNewcomers: .leaversOutrunNewcomers
        case .vipsSilent: .vipsSilent
        case .lapsingRevenue: .lapsingRevenue
        case .dependsOnFew: .dependsOnFew
        case .fewSecondPurchases: .fewSecondPurchases
        case .fivePointsMore: .fivePointsMore
        case .weakValue: .weakValue
        case .acquisitionNotRecovered: .acquisitionNotRecovered
        case .nothingChanged: .nothingChanged
        }
    }
}

/// What the data cannot say, and why.
public struct CannotSay: Equatable, Sendable {
    public enum Question: String, CaseIterable, Sendable {
        case isItGettingBetter, window, retention, retentionChange, newCustomersChange, secondPurchaseChange
        case vipMovement, contribution, payback, orderHours, breakdown, seasons
    }

    public enum Reason: String, CaseIterable, Sendable {
        /// No orders of identified customers.
        case noCustomers
        /// The history is too short.
        case historyTooShort
        /// Nobody bought twice.
        case noRepeatPurchases
        /// Too few customers.
        case tooFewCustomers
        /// The file starts in the middle of the shop's life, so that old customers look new.
        case firstOrdersUnknown
        /// Neither margin nor contributions are given.
        case noContribution
        /// The file has no such column.
        case noColumn
        /// Less than two years: a season cannot be told from a change.
        case lessThanTwoYears
    }

    public let question: Question
    public let reason: Reason
}
