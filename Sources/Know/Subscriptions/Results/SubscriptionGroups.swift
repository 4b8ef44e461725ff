public import Domain
import LifetimeValue

/// One plan.
public struct PlanFigures: Equatable, Sendable {
    /// nil: not given.
    public let plan: String?
    /// Customers who have the plan now, their subscriptions to it, and what these bring in a month, in minor units.
    public internal(set) var activeCustomers = 0
    public internal(set) var activeSubscriptions = 0
    public internal(set) var mrr: Int64 = 0
    /// Customers who began with it, and of those who are still there, with whatever plan.
    public internal(set) var began = 0
    public internal(set) var beganAndActive = 0
    /// How long those who began with it stay, with whatever plan.
    public internal(set) var survival = Survival(TenureCounts(survivors: []))
    /// Of those who began with it; nil where too few of them were lost to tell, or none is active.
    public internal(set) var value: GroupValue?
}

/// The customers whose first revenue came in one month or year.
public struct StartCohort: Equatable, Sendable {
    public let cohort: CalendarPeriod
    /// All who began, also those who left again within the period.
    public internal(set) var customers = 0
    /// At the end of the k-th period after the cohort's, k = 0, 1, …: how many of them pay, and what they bring in a month.
    /// The last one is at the table's day.
    public internal(set) var active: [Int]
    public internal(set) var mrr: [Int64]
    /// So many of these periods are over.
    public let complete: Int
    /// Whether it takes in all earlier ones too: only the last `StartCohort.mostTold` are told apart.
    public let joinsEarlier: Bool
    /// nil where too few of them were lost to tell, or none is active.
    public let value: GroupValue?

    public static let mostTold = 240
}

/// One reason of leaving.
public struct ReasonFigures: Equatable, Sendable {
    /// nil: not given.
    public let reason: String?
    /// How often customers left for it, and what they brought in a month before, in minor units.
    public internal(set) var lost = 0
    public internal(set) var mrr: Int64 = 0
    /// How many of them came back later.
    public internal(set) var cameBack = 0
    /// By the end of which period of their unbroken time half of them had left.
    public internal(set) var medianPeriods = 0
    /// Of all leavings.
    public internal(set) var share: Double?
}
