import Domain
public import Forecast
public import LifetimeValue

/// Everything that the answer of a backtest tells, in whatever form.
public struct BacktestContent: Sendable {
    public var backtest: Backtest
    public var intake: IntakeSummary
    /// The unit in which the models' times are told.
    public var timeUnit: TimeUnit
    /// What the shop is called; nil: the first file's name stands for it.
    public var shopName: String?

    public init(backtest: Backtest, intake: IntakeSummary, timeUnit: TimeUnit = .week, shopName: String? = nil) {
        self.backtest = backtest
        self.intake = intake
        self.timeUnit = timeUnit
        self.shopName = shopName
    }

    var title: String { shopName ?? intake.fileNames.first ?? "Perennial" }

    func formats(_ language: Language) -> Formats { Formats(language: language, currency: backtest.currency) }

    /// The forecasts that differ: a model that became NBD is told by its warning where NBD itself stands beside it.
    var shown: [Backtest.Showing] {
        let hasNBD = backtest[.model(.nbd)] != nil
        return backtest.showings.filter { showing in
            guard let model = showing.model, hasNBD, model.name != .nbd else { return true }
            return model.fittedName != .nbd
        }
    }

    /// The model that foretells orders best, and the best rule.
    var bestModel: Backtest.Showing? {
        backtest[backtest.orders.best.isModel ? backtest.orders.best : backtest.orders.rival]
    }

    var bestRule: Backtest.Showing? {
        backtest[backtest.orders.best.isModel ? backtest.orders.rival : backtest.orders.best]
    }
}
