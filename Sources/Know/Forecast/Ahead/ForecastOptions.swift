public import Domain
public import Ledger
public import LifetimeValue

/// What a forecast of a shop is made with.
public struct ForecastOptions: Equatable, Sendable {
    /// Days ahead; above zero.
    public var horizonDays: Int
    /// A year's discount: money in a year is worth 1/(1 + discount) of it. Zero or more.
    public var discount: Double
    /// Contribution per net revenue, zero or more; nil: value is net revenue.
    public var margin: Double?
    /// The last day known; later documents are not there. Nil: the day of the last order.
    public var asOf: Day?
    /// Nil: the model is chosen (`ModelChoice`).
    public var model: PurchaseModelName?
    /// Of the expected value of all, what the VIP list brings; above zero, at most 1.
    public var vipShare: Double
    /// Whether each customer gets intervals, which cost as much again as all else.
    public var withIntervals: Bool
    /// Of the sample that chooses the model; the same seed gives the same choice.
    public var seed: UInt64
    /// How many workers are used; no figure depends on it.
    public var workers: Int

    public static let usualDiscount = 0.1
    public static let usualHorizonDays = 365

    public init(
        horizonDays: Int = usualHorizonDays, discount: Double = usualDiscount, margin: Double? = nil, asOf: Day? = nil,
        model: PurchaseModelName? = nil, vipShare: Double = 0.5, withIntervals: Bool = false, seed: UInt64 = 1,
        workers: Int = Ledger.defaultWorkers
    ) {
        precondition(horizonDays > 0, "a forecast has a day at least")
        precondition(discount >= 0 && discount < .infinity && (margin ?? 0) >= 0 && (margin ?? 0) < .infinity)
        self.horizonDays = horizonDays
        self.discount = discount
        self.margin = margin
        self.asOf = asOf
        self.model = model
        self.vipShare = vipShare
        self.withIntervals = withIntervals
        self.seed = seed
        self.workers = workers
    }
}
