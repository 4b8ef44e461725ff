/// What the customers of a base, or of any part of it, will order together in a window of time.
public struct ForecastTotal: Equatable, Sendable {
    /// Days from now, such as 7…14 for the second week.
    public let start, end: Double
    public let customers: Int
    public let expectedOrders: Double
    /// Contribution, discounted to now. Where amounts hardly have a mean, q near 1, it is made by a few huge ones and may
    /// lie above the interval.
    public let expectedValue: Double
    /// Where orders and value will lie with the forecast's level. Both hold the chance of each customer's life and what
    /// the fits leave open of the parameters; from about thirty expected orders on they keep their level.
    public let orders, value: ForecastInterval

    package init(
        start: Double, end: Double, customers: Int, expectedOrders: Double, expectedValue: Double,
        orders: ForecastInterval, value: ForecastInterval
    ) {
        (self.start, self.end, self.customers) = (start, end, customers)
        (self.expectedOrders, self.expectedValue) = (expectedOrders, expectedValue)
        (self.orders, self.value) = (orders, value)
    }
}

/// Mean and variance of a total, and how far the parameters' openness may move its logarithm.
struct TotalSpread {
    let mean, variance, openness: Double

    /// Means below it bring nothing that anybody would see; their squares would vanish before they do.
    private static let nothing = 1e-100

    private var relativeVariance: Double { variance / mean / mean }

    /// Of a count: the gamma distribution of the same mean and variance, to whole numbers outwards.
    func counts(_ level: Double) -> ForecastInterval {
        guard mean > Self.nothing else { return ForecastInterval(lower: 0, upper: 0) }
        let shape = 1 / (relativeVariance + expm1(openness * openness))
        let outside = (1 - level) / 2
        let lower = holdsNothing(outside) ? 0 : mean * Self.gammaQuantile(shape, outside)
        return ForecastInterval(
            lower: lower.rounded(.down), upper: (mean * Self.gammaQuantile(shape, 1 - outside)).rounded(.up))
    }

    /// Of money: the lognormal distribution of the same mean and variance, which leans to the right as sums of amounts do.
    ///
    /// - Parameter orders: Of the orders that bring it: where none may come, nothing may.
    func amounts(_ level: Double, orders: TotalSpread) -> ForecastInterval {
        guard mean > Self.nothing else { return ForecastInterval(lower: 0, upper: 0) }
        let chance = log1p(relativeVariance)
        let width = Normal.quantile((1 + level) / 2) * (chance + openness * openness).squareRoot()
        let middle = mean * exp(-chance / 2)
        return ForecastInterval(
            lower: orders.holdsNothing((1 - level) / 2) ? 0 : middle * exp(-width), upper: middle * exp(width))
    }

    /// Whether no order at all is as likely as that: by the negative binomial of the same mean and variance, or Poisson's
    /// where that has none.
    private func holdsNothing(_ chance: Double) -> Bool {
        let over = variance - mean
        let logNone = over > 1e-9 * mean ? mean * mean / over * log(mean / variance) : -mean
        return logNone > log(chance)
    }

    /// Of a mean of one. Beyond, the cube root's normal shape (Wilson and Hilferty 1931) has five digits.
    private static func gammaQuantile(_ shape: Double, _ p: Double) -> Double {
        guard shape < .infinity else { return 1 }
        guard shape > 1_000 else { return IncompleteGamma.quantile(shape, p) / shape }
        let root = 1 - 1 / (9 * shape) + Normal.quantile(p) / (3 * shape.squareRoot())
        return root * root * root
    }
}
