public import Domain
public import Ledger
public import LifetimeValue
import Metrics

/// How well models and simple rules would have foretold the end of the orders from all that came before.
///
/// Each is fitted to the orders until the cutoff and foretells the days after it for every customer who had purchased by
/// then. Definitions: docs/lifetime-value/backtest.md.
///
///     let backtest = try Backtest(of: ledger, options: BacktestOptions(holdoutDays: 26 * 7))
///     print(backtest.orders.best, backtest.orders.verdict)
public struct Backtest: Sendable {
    /// One forecaster's forecast, and how far it was off.
    public struct Showing: Sendable {
        public let forecaster: Forecaster
        /// Of a model; nil for a rule.
        public let model: OrderModel?
        /// Purchase days in the holdout.
        public let orders: ForecastErrors
        /// Net minor units in the holdout.
        public let value: ForecastErrors
        /// Expected purchase days from the cutoff to the end of each of `weeks`; empty where they are not told.
        public let ordersByWeek: [Double]
    }

    /// A model that could not be fitted to the past.
    public struct Unfitted: Equatable, Sendable {
        public let model: PurchaseModelName
        public let reason: FitError

        public init(model: PurchaseModelName, reason: FitError) { (self.model, self.reason) = (model, reason) }
    }

    public let currency: Currency
    /// The last day that was learnt from, and the last that was foretold.
    public let cutoff: Day
    public let asOf: Day
    /// The first purchase.
    public let firstDay: Day
    /// Those who had purchased by the cutoff, and those of them with a later purchase day by then.
    public let customers: Int
    public let repeatCustomers: Int
    /// What they did in the holdout: purchase days and net money.
    public let actualOrders: Int
    public let actualValue: Int64
    /// Models in the order asked for, then rules.
    public let showings: [Showing]
    public let unfitted: [Unfitted]
    /// What the hiatus rule learnt; nil where it cannot be used.
    public let hiatus: HiatusRule?
    /// The spend model behind the models' values; nil where there is none, with the reason.
    public let spend: Fit<GammaGamma>?
    public let spendReason: FitError?
    /// The last day of each week of the holdout; the last may be cut short. And the purchase days until then.
    public let weeks: [Day]
    public let actualByWeek: [Int]
    /// Who foretells purchase days best, and who money.
    public let orders: Contest
    public let value: Contest

    /// Of each model, in the order asked for: the error for purchase days against that of the best one.
    public let modelErrors: [ModelError]

    /// How a model compares with the best model.
    public struct ModelError: Equatable, Sendable {
        public let model: PurchaseModelName
        public let rootMeanSquare: Double
        /// The 95 % interval of the share by which the best model's error is smaller; nil where they never differ, as for
        /// the best one itself.
        public let interval: ClosedRange<Double>?

        /// Whether the best model's error is smaller by more than chance.
        public var isWorse: Bool { interval.map { $0.lowerBound > 0 } ?? false }
    }

    public var holdoutDays: Int { cutoff.days(to: asOf) }

    public subscript(forecaster: Forecaster) -> Showing? { showings.first { $0.forecaster == forecaster } }

    /// - Throws: `BacktestError` with the reason why there is none.
    /// - Complexity: Two passes over the orders, a fit for each model, and a forecast for each customer, model and (where
    ///   weeks are told) week.
    public init(of ledger: Ledger, options: BacktestOptions) throws(BacktestError) {
        let run = try BacktestRun(ledger, options: options)
        let (fitted, unfitted) = run.fits()
        guard !fitted.isEmpty else { throw .noModel(unfitted.first?.reason ?? .noCustomers) }
        let values = SpendForecast(run.base)
        let showings =
            run.modelShowings(fitted, values: values) + run.rules.forecasts.map { run.showing(of: $0) }
        guard let orders = run.contest(showings.map { ($0.showing.forecaster, $0.orders) }),
            let value = run.contest(showings.map { ($0.showing.forecaster, $0.value) })
        else { throw .noOrders }
        (self.orders, self.value) = (orders, value)
        modelErrors = run.modelErrors(showings)
        self.showings = showings.map(\.showing)
        self.unfitted = unfitted
        let base = run.base
        currency = ledger.currency
        (cutoff, asOf) = (Day(number: base.plan.cutoff), Day(number: base.plan.end))
        firstDay = base.summaries.firstDay
        customers = base.past.count
        repeatCustomers = base.past.count { $0.frequency > 0 }
        actualOrders = base.rows.reduce(0) { $0 + Int($1.aheadDays) }
        actualValue = base.rows.reduce(0) { $0 &+ $1.aheadNet }
        hiatus = run.rules.hiatus
        (spend, spendReason) = (values.fit, values.reason)
        weeks = run.weeks.map { Day(number: base.plan.cutoff + Int32($0)) }
        actualByWeek = run.weeks.map { base.tally.aheadByDay[..<$0].reduce(0) { $0 + Int($1) } }
    }
}
