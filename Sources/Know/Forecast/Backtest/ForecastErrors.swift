/// How far a forecast was from what came, over all customers (docs/lifetime-value/backtest.md, "The measures").
///
/// The same whatever the order of customers, as far as sums of fractions are; ties are shared out, never broken.
public struct ForecastErrors: Equatable, Sendable {
    /// A tenth of the customers by what was expected of them.
    public struct Decile: Equatable, Sendable {
        /// Means a customer.
        public let expected: Double
        public let actual: Double
    }

    /// Sums over all customers.
    public let expected: Double
    public let actual: Double
    /// Per customer.
    public let meanAbsolute: Double
    public let rootMeanSquare: Double
    /// The share of the true top tenth that the forecast's top has; nil when nobody is above zero, or it was not asked for.
    public let topTenthFound: Double?
    /// From the tenth of which most was expected to that of which least was; empty without customers, or where they were
    /// not asked for.
    public let deciles: [Decile]

    /// Expected over actual, less one; nil where nothing came.
    public var bias: Double? { actual > 0 ? expected / actual - 1 : nil }

    /// - Parameters:
    ///   - expected: Of each customer.
    ///   - actual: Of each customer, in the same order.
    init(expected: [Double], actual: [Double]) { self.init(expected: expected, actual: ActualFigures(actual)) }

    /// - Parameter ranks: Whether tenths and the top are told.
    init(expected: [Double], actual figures: ActualFigures, ranks: Bool = true) {
        let actual = figures.values
        var (absolute, square, sum, came) = (0.0, 0.0, 0.0, 0.0)
        for (expected, actual) in zip(expected, actual) {
            let error = expected - actual
            absolute += abs(error)
            square += error * error
            sum += expected
            came += actual
        }
        let customers = Double(max(1, actual.count))
        (self.expected, self.actual) = (sum, came)
        (meanAbsolute, rootMeanSquare) = (absolute / customers, (square / customers).squareRoot())
        let ranked = ranks ? zip(expected, actual).sorted { $0.0 > $1.0 } : []
        deciles = Self.deciles(ranked)
        topTenthFound = ranks ? Self.topFound(ranked, expected: expected, actual: figures) : nil
    }

    /// Customers with equal expectations that stand on the border of two tenths belong to both, in proportion.
    private static func deciles(_ ranked: [(expected: Double, actual: Double)]) -> [Decile] {
        guard !ranked.isEmpty else { return [] }
        let size = Double(ranked.count) / 10
        var sums = Array(repeating: (expected: 0.0, actual: 0.0), count: 10)
        var start = 0
        while start < ranked.count {
            var (end, came) = (start, 0.0)
            while end < ranked.count, ranked[end].expected == ranked[start].expected {
                came += ranked[end].actual
                end += 1
            }
            let mean = came / Double(end - start)
            for tenth in 0..<10 {
                let own = min(Double(end), Double(tenth + 1) * size) - max(Double(start), Double(tenth) * size)
                guard own > 0 else { continue }
                sums[tenth].expected += own * ranked[start].expected
                sums[tenth].actual += own * mean
            }
            start = end
        }
        return sums.map { Decile(expected: $0.expected / size, actual: $0.actual / size) }
    }

    /// Of the k customers with most, how many the k with the highest expectations are expected to hold where ties are
    /// broken by chance; k is a tenth of all, or those above zero where they are fewer.
    private static func topFound(
        _ ranked: [(expected: Double, actual: Double)], expected: [Double], actual: ActualFigures
    ) -> Double? {
        guard let truth = actual.top else { return nil }
        let forecast = TopBorder(of: ranked.map(\.expected), count: actual.topCount)
        let found = zip(expected, actual.values).reduce(0) { $0 + forecast.share(of: $1.0) * truth.share(of: $1.1) }
        return found / Double(actual.topCount)
    }
}

/// What customers did, with its top tenth: many forecasts are held against it.
struct ActualFigures: Sendable {
    let values: [Double]
    /// A tenth of all, or those above zero where they are fewer.
    fileprivate let topCount: Int
    /// Nil when nobody is above zero.
    fileprivate let top: TopBorder?

    init(_ values: [Double]) {
        self.values = values
        topCount = min((values.count + 9) / 10, values.count { $0 > 0 })
        top = topCount > 0 ? TopBorder(of: values.sorted(by: >), count: topCount) : nil
    }
}

/// Who is among the first so many: all above the border's value, and a part of each on it.
private struct TopBorder: Sendable {
    let value: Double
    let part: Double

    /// - Parameter sorted: Falling, with at least `count` values.
    init(of sorted: [Double], count: Int) {
        value = sorted[count - 1]
        var first = count - 1
        while first > 0, sorted[first - 1] == value { first -= 1 }
        var end = count
        while end < sorted.count, sorted[end] == value { end += 1 }
        part = Double(count - first) / Double(end - first)
    }

    func share(of own: Double) -> Double { own > value ? 1 : own == value ? part : 0 }
}
