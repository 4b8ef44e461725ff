public import LifetimeValue

/// Why there is no backtest.
public enum BacktestError: Error, Equatable, Sendable, CustomStringConvertible {
    /// No known customer has an order.
    case noOrders
    /// The holdout takes all days that the orders cover, or all but those before the first order.
    case holdoutTooLong(days: Int, history: Int)
    /// Nothing to hold a forecast against: no model could be fitted to the past. The reason is the first model's.
    case noModel(FitError)

    public var description: String {
        switch self {
        case .noOrders: "There are no orders of known customers."
        case .holdoutTooLong(let days, let history):
            "The orders cover \(history) days, so \(days) cannot be held out: nothing would be left to learn from."
        case .noModel(let reason): "No model could be fitted to the days before the holdout. \(reason)"
        }
    }
}
