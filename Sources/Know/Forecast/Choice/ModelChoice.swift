public import Domain
public import Ledger
public import LifetimeValue

/// The purchase model of a shop: chosen on a sample of its customers, then fitted to all of them.
///
///     let choice = try ModelChoice(of: ledger)
///     let orders = choice.model.expectedOrders(in: 365, of: choice.summaries.purchases)
///
/// Where the orders go back far enough, the models foretell the end of them from what came before (`Backtest`); else their
/// BIC decides. Of those that do as well as the best one, the first of `preferred` is taken. Definitions:
/// docs/lifetime-value/backtest.md, "Choosing a model".
public struct ModelChoice: Sendable {
    /// The model with its most likely parameters for all customers.
    public let model: OrderModel
    public let chosenBy: ChosenBy
    /// What the model was fitted to, of every customer of the ledger in its order.
    public let summaries: ForecastSummaries
    /// How many customers the choice looked at.
    public let sampledCustomers: Int
    /// The backtest that chose; nil where none did.
    public let backtest: Backtest?
    /// Models that would have been taken but could not be fitted to everybody, with the reason; mostly empty.
    public let passedOver: [Backtest.Unfitted]

    public var fit: Fit<any PurchaseModel> { model.fit }

    /// What decided.
    public enum ChosenBy: Equatable, Sendable {
        /// `best` had the smallest error over the last `holdoutDays`. Where another is taken, it did as well.
        case backtest(holdoutDays: Int, best: PurchaseModelName)
        /// `best` had the smallest BIC, since there is too little for a backtest. Where another is taken, it had nearly
        /// the same.
        case bic(best: PurchaseModelName, because: TooLittle)
        /// The user.
        case asked

        /// The key that programs read.
        public var key: String {
            switch self {
            case .backtest: "backtest"
            case .bic: "bic"
            case .asked: "asked"
            }
        }
    }

    /// What a backtest lacks.
    public enum TooLittle: Equatable, Sendable {
        /// The orders cover so many days, fewer than `ChoiceRule.shortestHistory`.
        case history(days: Int)
        /// So few customers had bought again before the days to be foretold, fewer than `ChoiceRule.fewest`.
        case repeatCustomers(Int)
        /// So few purchase days came in the days to be foretold, fewer than `ChoiceRule.fewest`.
        case holdoutOrders(Int)
        /// No model could be fitted to the days before.
        case fits
    }

    /// Why no model could be chosen: none could be fitted. The reasons are in the order in which models were tried.
    public struct Failure: Error, Equatable, Sendable, CustomStringConvertible {
        public let reasons: [Backtest.Unfitted]

        public init(reasons: [Backtest.Unfitted]) { self.reasons = reasons }

        public var description: String {
            "No purchase model could be fitted. " + (reasons.first?.reason.description ?? "")
        }
    }

    /// At most so many customers are looked at to choose.
    public static let sampleSize = 25_000
    /// Of models that do equally well the first is taken. MBG/NBD lets customers leave after the first purchase too, which
    /// is what shops see; Pareto/NBD takes longest. Where nobody leaves, each of them becomes NBD by itself.
    public static let preferred: [PurchaseModelName] = [.mbgNBD, .bgNBD, .paretoNBD, .nbd]

    /// - Parameters:
    ///   - asOf: Later documents are not there. Nil: the day of the last order.
    ///   - asked: Nil: the model is chosen.
    ///   - seed: Of the sample and of the backtest's intervals.
    ///   - workers: How many workers are used; the result does not depend on it.
    /// - Throws: `Failure` with the reason why there is no model.
    public init(
        of ledger: Ledger, asOf: Day? = nil, asked: PurchaseModelName? = nil, seed: UInt64 = 1,
        workers: Int = Ledger.defaultWorkers
    ) throws(Failure) {
        let summaries = ForecastSummaries(of: ledger, asOf: asOf, workers: workers)
        try self.init(of: ledger, summaries: summaries, asked: asked, seed: seed, workers: workers)
    }

    /// The same with summaries that were made already.
    public init(
        of ledger: Ledger, summaries: ForecastSummaries, asked: PurchaseModelName? = nil, seed: UInt64 = 1,
        workers: Int = Ledger.defaultWorkers
    ) throws(Failure) {
        // The sample does not need all customers counted.
        let (base, found) = atOnce(workers: workers) {
            summaries.base
        } and: {
            Self.ranked(ledger, asOf: summaries.asOf, asked: asked, seed: seed, workers: workers)
        }
        let ranking = found.ranking
        (backtest, sampledCustomers) = (found.backtest, found.sampledCustomers)
        var reasons = ranking.unfitted
        var model: OrderModel?
        for name in ranking.models where model == nil {
            do throws(FitError) {
                model =
                    name == .bgBB
                    ? try OrderModel(name, fittedTo: summaries)
                    : try OrderModel(name, fittedTo: base, of: summaries)
            } catch {
                reasons.append(Backtest.Unfitted(model: name, reason: error))
            }
        }
        guard let model else { throw Failure(reasons: reasons) }
        self.model = model
        self.summaries = summaries
        chosenBy = ranking.chosenBy
        passedOver = reasons.filter { reason in ranking.models.contains(reason.model) }
    }
    /// The models to be tried, and what told their order.
    private static func ranked(
        _ ledger: Ledger, asOf: Day, asked: PurchaseModelName?, seed: UInt64, workers: Int
    ) -> (ranking: ChoiceRule.Ranking, backtest: Backtest?, sampledCustomers: Int) {
        if let asked { return (ChoiceRule.Ranking(models: [asked], chosenBy: .asked, unfitted: []), nil, 0) }
        let rule = ChoiceRule(ledger.sample(of: sampleSize, seed: seed), asOf: asOf, seed: seed, workers: workers)
        let (ranking, backtest) = rule.ranking()
        return (ranking, backtest, rule.summaries.places.count)
    }
}
