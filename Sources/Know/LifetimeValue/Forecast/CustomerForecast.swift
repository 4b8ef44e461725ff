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
    /// Both below zero when not asked for: eight bytes less a customer than an optional.
    private let orders, value: ForecastInterval

    /// Nil when not asked for.
    public var intervals: Intervals? { orders.lower < 0 ? nil : Intervals(orders: orders, value: value) }

    package init(
        pAlive: Double, expectedOrders: Double, expectedSpend: Double, expectedValue: Double, intervals: Intervals?
    ) {
        (self.pAlive, self.expectedOrders) = (pAlive, expectedOrders)
        (self.expectedSpend, self.expectedValue) = (expectedSpend, expectedValue)
        let none = ForecastInterval(lower: -1, upper: -1)
        (orders, value) = (intervals?.orders ?? none, intervals?.value ?? none)
    }

    /// Where orders and value lie with the forecast's level, such as 90 %: the quantiles that leave the same chance on
    /// either side. They hold the chance of one customer's life, not what the fit leaves open of its parameters, which is
    /// small against it.
    public struct Intervals: Equatable, Sendable, BitwiseCopyable {
        /// Whole numbers of orders.
        public let orders: ForecastInterval
        public let value: ForecastInterval

        package init(orders: ForecastInterval, value: ForecastInterval) { (self.orders, self.value) = (orders, value) }
    }
}

/// From where to where something lies; 0 ≤ lower ≤ upper.
public struct ForecastInterval: Equatable, Sendable, BitwiseCopyable {
    public let lower, upper: Double

    public init(lower: Double, upper: Double) { (self.lower, self.upper) = (lower, upper) }
}
