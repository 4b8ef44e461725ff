/// How far what the fits leave open of their parameters may move totals: standard deviations of their logarithms.
///
/// By the delta method along the directions of the parameters' covariance: a total is computed one standard deviation to
/// either side of each, and half of what its logarithm moves is squared and summed. Relative to the total this is nearly
/// the same in a thinned base, and between neighbouring weeks; so it is computed for a few thousand customers and a few
/// windows, and for those in between in proportion.
struct Openness {
    struct Share {
        var orders = 0.0, value = 0.0
    }

    private let shares: [Share]

    subscript(window: Int) -> Share { shares[window] }

    private static let mostCustomers = 4_000
    private static let mostWindows = 5

    init(
        _ forecast: LifetimeForecast, _ customers: [CustomerSummary], _ base: CustomerPairs,
        _ windows: [DiscountSchedule]
    ) {
        guard !forecast.purchaseSpread.isEmpty || !forecast.spendSpread.isEmpty, !windows.isEmpty else {
            shares = windows.map { _ in Share() }
            return
        }
        let thinned = base.thinned(to: Self.mostCustomers).map { customers[$0] }
        let pairs = CustomerPairs(thinned, forecast.model)
        let asked = Self.places(windows.count)
        // Undiscounted: what moves a total moves the discounted one in proportion.
        let chosen = asked.map {
            DiscountSchedule(from: windows[$0].start, to: windows[$0].end, discount: 0, year: forecast.year)
        }
        var squares = chosen.map { _ in Share() }
        for (purchases, spend) in forecast.purchaseSpread.map({ ($0, SIMD4<Double>()) })
            + forecast.spendSpread.map({ (SIMD4<Double>(), $0) })
        {
            let above = BaseSums(thinned, pairs, forecast.moved(purchases, spend)).totals(chosen, withVariances: false)
            let below = BaseSums(thinned, pairs, forecast.moved(-purchases, -spend)).totals(
                chosen, withVariances: false)
            for place in chosen.indices {
                let orders = Self.half(above[place].orders, below[place].orders)
                let value = Self.half(above[place].value, below[place].value)
                squares[place].orders += orders * orders
                squares[place].value += value * value
            }
        }
        let known = squares.map { Share(orders: $0.orders.squareRoot(), value: $0.value.squareRoot()) }
        shares = windows.indices.map { Self.between(known, asked, $0) }
    }

    /// The first, the last, and some in between.
    private static func places(_ count: Int) -> [Int] {
        guard count > mostWindows else { return Array(0..<count) }
        return (0..<mostWindows).map { $0 * (count - 1) / (mostWindows - 1) }
    }

    private static func half(_ above: Double, _ below: Double) -> Double {
        above > 0 && below > 0 ? (log(above) - log(below)) / 2 : 0
    }

    private static func between(_ known: [Share], _ places: [Int], _ window: Int) -> Share {
        guard let next = places.firstIndex(where: { $0 >= window }), places[next] != window else {
            return known[places.firstIndex(of: window) ?? places.count - 1]
        }
        let (low, high) = (places[next - 1], places[next])
        let part = Double(window - low) / Double(high - low)
        return Share(
            orders: known[next - 1].orders * (1 - part) + known[next].orders * part,
            value: known[next - 1].value * (1 - part) + known[next].value * part)
    }
}

extension LifetimeForecast {
    /// The same forecast with the logarithms of the parameters moved.
    func moved(_ purchases: SIMD4<Double>, _ spend: SIMD4<Double>) -> LifetimeForecast {
        let (p, q, gamma) = (self.spend.p, self.spend.q, self.spend.gamma)
        // q stays above one, where amounts have a mean: its distance from one is what is moved.
        let distance = (q - 1) * exp(min(3, max(-3, spend[1] * q / (q - 1))))
        return LifetimeForecast(
            model: model.moved(purchases),
            spend: GammaGamma(p: p * exp(spend[0]), q: 1 + distance, gamma: gamma * exp(spend[2])), horizon: horizon,
            discount: discount, margin: margin, level: level, year: year)
    }
}

extension FittableModel {
    func moved(_ step: SIMD4<Double>) -> any FittableModel {
        var point = SIMD4<Double>()
        for (lane, value) in parameters.enumerated() { point[lane] = log(value) + step[lane] }
        return Self(logParameters: point)
    }
}
