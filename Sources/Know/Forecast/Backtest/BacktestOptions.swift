public import Domain
public import Ledger
public import LifetimeValue

/// What a backtest is made with.
public struct BacktestOptions: Equatable, Sendable {
    /// How many days at the end of the orders are held out; above zero.
    public var holdoutDays: Int
    /// The last day of the holdout; later documents are not there. Nil: the day of the last order.
    public var asOf: Day?
    /// In the order in which they are told, without repeats.
    public var models: [PurchaseModelName]
    /// Whether the expected orders are told week by week, which takes as long again as a fit.
    public var tracksWeeks: Bool
    /// Whether tenths and the top tenth are told, for which customers are sorted by each forecast.
    public var ranksCustomers: Bool
    /// Where the bootstrap's chance begins; the same seed gives the same intervals.
    public var seed: UInt64
    /// How many workers are used; no figure depends on it.
    public var workers: Int

    /// The models whose likelihoods may be compared. BG/BB, which counts weeks, is added by asking for it.
    public static let usualModels: [PurchaseModelName] = [.nbd, .bgNBD, .mbgNBD, .paretoNBD]

    public init(
        holdoutDays: Int, asOf: Day? = nil, models: [PurchaseModelName] = usualModels, tracksWeeks: Bool = true,
        ranksCustomers: Bool = true, seed: UInt64 = 1, workers: Int = Ledger.defaultWorkers
    ) {
        precondition(holdoutDays > 0, "a holdout has a day at least")
        self.holdoutDays = holdoutDays
        self.asOf = asOf
        self.models = models
        self.tracksWeeks = tracksWeeks
        self.ranksCustomers = ranksCustomers
        self.seed = seed
        self.workers = workers
    }

    /// The holdout where none is asked for: a quarter of the history in whole weeks, from one to 26 of them.
    public static func usualHoldout(historyDays: Int) -> Int { 7 * min(26, max(1, historyDays / 28)) }
}
