import Domain
import Ledger
import LifetimeValue
import Metrics

/// The steps of a backtest.
struct BacktestRun: Sendable {
    let base: HoldoutBase
    let rules: RuleForecasts
    let options: BacktestOptions
    private let actualOrders, actualValues: ActualFigures

    init(_ ledger: Ledger, options: BacktestOptions) throws(BacktestError) {
        let ends = LedgerEnds(of: ledger, asOf: options.asOf?.number, workers: options.workers)
        guard let first = ends.firstOrder, let end = options.asOf?.number ?? ends.lastOrder else { throw .noOrders }
        let history = Int(end) - Int(first) + 1
        guard options.holdoutDays < history else {
            throw .holdoutTooLong(days: options.holdoutDays, history: history)
        }
        let cutoff = end - Int32(options.holdoutDays)
        let summaries = ForecastSummaries(of: ledger, asOf: Day(number: cutoff), workers: options.workers)
        let plan = HoldoutPlan(
            origin: summaries.firstDay.number, cutoff: cutoff, end: end,
            lastVisible: options.asOf?.number ?? Int32.max)
        base = HoldoutBase(ledger, plan: plan, summaries: summaries, workers: options.workers)
        rules = RuleForecasts(base)
        (actualOrders, actualValues) = (ActualFigures(base.orders), ActualFigures(base.values))
        self.options = options
    }

    /// Days after the cutoff by which the holdout's weeks end; none where weeks are not told.
    var weeks: [Int] {
        let days = base.plan.holdoutDays
        return options.tracksWeeks ? Array(stride(from: 7, to: days, by: 7)) + [days] : []
    }

    // MARK: Fits

    func fits() -> (fitted: [OrderModel], unfitted: [Backtest.Unfitted]) {
        let days = base.summaries.base
        let results = concurrently(options.models.count, workers: options.workers) { place in
            let name = options.models[place]
            return Result { () throws(FitError) in
                name == .bgBB
                    ? try OrderModel(name, fittedTo: base.summaries)
                    : try OrderModel(name, fittedTo: days, of: base.summaries)
            }
        }
        var (fitted, unfitted): ([OrderModel], [Backtest.Unfitted]) = ([], [])
        for (name, result) in zip(options.models, results) {
            switch result {
            case .success(let model): fitted.append(model)
            case .failure(let reason): unfitted.append(Backtest.Unfitted(model: name, reason: reason))
            }
        }
        return (fitted, unfitted)
    }

    // MARK: Forecasts

    /// A showing with its errors by groups of customers.
    struct Judged: Sendable {
        let showing: Backtest.Showing
        let orders: GroupedErrors
        let value: GroupedErrors
    }

    func modelShowings(_ models: [OrderModel], values: SpendForecast) -> [Judged] {
        concurrently(models.count, workers: options.workers) { place in
            let model = models[place]
            let customers = model.summaries(of: base.summaries)
            let days = Double(base.plan.holdoutDays)
            let orders = model.expectedOrders(in: days, of: customers, workers: options.workers)
            let byWeek = model.expectedTotals(
                until: weeks.map(Double.init), of: customers, known: orders, days: days)
            return judged(
                .model(model.name), model, orders: orders, values: values.values(ofOrders: orders), byWeek: byWeek)
        }
    }

    func showing(of forecast: RuleForecasts.Forecast) -> Judged {
        let total = forecast.orders.reduce(0, +)
        // The rules foretell every day alike.
        let byWeek = weeks.map { total * Double($0) / Double(base.plan.holdoutDays) }
        return judged(.rule(forecast.rule), nil, orders: forecast.orders, values: forecast.values, byWeek: byWeek)
    }

    private func judged(
        _ forecaster: Forecaster, _ model: OrderModel?, orders: [Double], values: [Double], byWeek: [Double]
    ) -> Judged {
        Judged(
            showing: Backtest.Showing(
                forecaster: forecaster, model: model,
                orders: ForecastErrors(expected: orders, actual: actualOrders, ranks: options.ranksCustomers),
                value: ForecastErrors(expected: values, actual: actualValues, ranks: options.ranksCustomers),
                ordersByWeek: byWeek),
            orders: GroupedErrors(expected: orders, actual: actualOrders.values, groups: base.groups),
            value: GroupedErrors(expected: values, actual: actualValues.values, groups: base.groups))
    }

    func modelErrors(_ showings: [Judged]) -> [Backtest.ModelError] {
        let models = showings.filter { $0.showing.forecaster.isModel }
        guard let best = models.min(by: { $0.orders.total < $1.orders.total }) else { return [] }
        return models.compactMap { judged in
            guard case .model(let name) = judged.showing.forecaster else { return nil }
            return Backtest.ModelError(
                model: name, rootMeanSquare: judged.showing.orders.rootMeanSquare,
                interval: best.orders.gainInterval(over: judged.orders, seed: options.seed))
        }
    }

    func contest(_ errors: [(Forecaster, GroupedErrors)]) -> Contest? {
        Contest(errors.map { (forecaster: $0.0, errors: $0.1) }, seed: options.seed)
    }
}
