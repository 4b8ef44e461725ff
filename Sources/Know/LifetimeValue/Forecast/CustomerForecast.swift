/// What to expect of one customer until a horizon.
public struct CustomerForecast: Equatable, Sendable, BitwiseCopyable {
    /// The probability that the customer has not left.
    public let pAlive: Double
    /// Orders until the horizon; the mean of all that may happen.
    public let expectedOrders: Double
    /// The customer's true mean amount of an order, before refunds and costs, in the unit of the amounts.
    public let expectedSpend: Double
    /// The contribution until the horizon, discounted: margin · net factor · expected spend · discounted orders.
    public let expectedValue: Double
    /// Nil when not asked for.
    public let intervals: Intervals?

    /// Where orders and value lie with the forecast's level, such as 90 %: the quantiles that leave the same chance on
    /// either side. They hold the chance of one customer's life, not what the fit leaves open of its parameters, which is
    /// small against it.
    public struct Intervals: Equatable, Sendable, BitwiseCopyable {
        /// Whole numbers of orders.
        public let orders: ForecastInterval
        public let value: ForecastInterval
    }
}

/// From where to where something lies; 0 ≤ lower ≤ upper.
public struct ForecastInterval: Equatable, Sendable, BitwiseCopyable {
    public let lower, upper: Double

    public init(lower: Double, upper: Double) { (self.lower, self.upper) = (lower, upper) }
}
