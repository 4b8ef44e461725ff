import Domain
import Ledger
import LifetimeValue

/// Ranks the models on a sample of a shop's customers.
struct ChoiceRule: Sendable {
    /// A backtest needs as many days of orders, half a year,
    static let shortestHistory = 182
    /// and so many customers who bought again, and purchase days to foretell.
    static let fewest = 100
    /// Models whose BIC is less above the smallest do as well: a difference “not worth more than a bare mention” (Kass and
    /// Raftery, “Bayes Factors”, Journal of the American Statistical Association 90, 1995).
    static let bareMention = 2.0

    /// The models to be tried, best first, and why in this order.
    struct Ranking: Sendable {
        var models: [PurchaseModelName]
        var chosenBy: ModelChoice.ChosenBy
        /// Those that could not be fitted to the sample.
        var unfitted: [Backtest.Unfitted]
    }

    let sample: Ledger
    let summaries: ForecastSummaries
    let seed: UInt64
    let workers: Int

    init(_ sample: Ledger, asOf: Day, seed: UInt64, workers: Int) {
        self.sample = sample
        self.seed = seed
        self.workers = workers
        summaries = ForecastSummaries(of: sample, asOf: asOf, workers: workers)
    }

    func ranking() -> (Ranking, Backtest?) {
        switch backtest() {
        case .success(let backtest): (byBacktest(backtest), backtest)
        case .failure(let lack): (byBIC(because: lack.what), nil)
        }
    }

    // MARK: Backtest

    private struct Lack: Error { let what: ModelChoice.TooLittle }

    private func backtest() -> Result<Backtest, Lack> {
        let history = summaries.firstDay.days(to: summaries.asOf) + 1
        guard history >= Self.shortestHistory else { return .failure(Lack(what: .history(days: history))) }
        let options = BacktestOptions(
            holdoutDays: BacktestOptions.usualHoldout(historyDays: history), asOf: summaries.asOf,
            models: ModelChoice.preferred, tracksWeeks: false, ranksCustomers: false, seed: seed, workers: workers)
        guard let backtest = try? Backtest(of: sample, options: options) else { return .failure(Lack(what: .fits)) }
        guard backtest.repeatCustomers >= Self.fewest else {
            return .failure(Lack(what: .repeatCustomers(backtest.repeatCustomers)))
        }
        guard backtest.actualOrders >= Self.fewest else {
            return .failure(Lack(what: .holdoutOrders(backtest.actualOrders)))
        }
        return .success(backtest)
    }

    private func byBacktest(_ backtest: Backtest) -> Ranking {
        let ranked = backtest.modelErrors
        let best = ranked.min { $0.rootMeanSquare < $1.rootMeanSquare }?.model ?? .nbd
        // Those that chance may have put behind the best one come first, as they are preferred; then the others.
        let asGood = ranked.filter { !$0.isWorse }.map(\.model)
        let others = ranked.filter(\.isWorse).sorted { $0.rootMeanSquare < $1.rootMeanSquare }.map(\.model)
        return Ranking(
            models: ModelChoice.preferred.filter(asGood.contains) + others,
            chosenBy: .backtest(holdoutDays: backtest.holdoutDays, best: best), unfitted: backtest.unfitted)
    }

    // MARK: BIC

    private func byBIC(because lack: ModelChoice.TooLittle) -> Ranking {
        let base = summaries.base
        let fits = concurrently(ModelChoice.preferred.count, workers: workers) { place in
            Result { () throws(FitError) in try ModelChoice.preferred[place].fit(to: base).bic }
        }
        var bics: [(model: PurchaseModelName, bic: Double)] = []
        var unfitted: [Backtest.Unfitted] = []
        for (model, fit) in zip(ModelChoice.preferred, fits) {
            switch fit {
            case .success(let bic): bics.append((model, bic))
            case .failure(let reason): unfitted.append(Backtest.Unfitted(model: model, reason: reason))
            }
        }
        guard let best = bics.min(by: { $0.bic < $1.bic }) else {
            return Ranking(models: [], chosenBy: .bic(best: .nbd, because: lack), unfitted: unfitted)
        }
        let asGood = bics.filter { $0.bic < best.bic + Self.bareMention }.map(\.model)
        let others = bics.sorted { $0.bic < $1.bic }.map(\.model).filter { !asGood.contains($0) }
        return Ranking(
            models: asGood + others, chosenBy: .bic(best: best.model, because: lack), unfitted: unfitted)
    }
}
