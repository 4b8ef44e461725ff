/// Pareto/NBD: orders at a rate ~ Gamma(r + x, alpha + T) during a lifetime ahead that ends at a rate ~ Gamma(s, beta + T).
struct LifetimeAhead: OrdersAhead {
    private let model: ParetoNBD
    private let frequency: Int32
    private let shape: Double

    init(_ model: ParetoNBD, frequency: Int32) {
        (self.model, self.frequency, shape) = (model, frequency, model.r + Double(frequency))
    }

    func probabilityThere(recency: Double, age: Double) -> Double {
        model.probabilityAlive(
            given: PurchaseSummary(frequency: frequency, knownRecency: Int32(recency), age: Int32(age)))
    }

    /// Orders come as λ · the time that the lifetime and the window have in common.
    func moments(age: Double, from start: Double, to end: Double) -> OrderMoments {
        guard end > start else { return OrderMoments() }
        let (rate, s, scale) = (shape / (model.alpha + age), model.s, model.beta + age + start)
        let there = exp(-s * log1p(start / (model.beta + age)))
        let stretch = log1p((end - start) / scale)
        let first = stretch * expm1Ratio((1 - s) * stretch)
        let second = stretch * expm1Ratio((2 - s) * stretch) - first
        return OrderMoments(
            mean: rate * there * scale * first,
            pairs: max(0, rate * rate * ((shape + 1) / shape) * there * 2 * scale * scale * second))
    }

    /// The (k + 1)-th purchase comes at a time whose share of itself and alpha + T is ~ Beta(k + 1, r + x); it comes when
    /// it is before the horizon and before the customer leaves.
    func beyond(_ count: Double, age: Double, in horizon: Double) -> Double {
        guard horizon > 0 else { return 0 }
        let arrival = ArrivalDensity(
            count: count + 1, shape: shape, s: model.s, scale: (model.alpha + age) / (model.beta + age))
        return min(1, exp(-logBeta(count + 1, shape)) * arrival.integral(to: log(horizon / (model.alpha + age))))
    }
}

/// The density of the moment at which an order comes from a customer who is there then, over y = ln(time/alpha), up to the
/// factor 1/B(count, shape). Its logarithm is concave.
private struct ArrivalDensity {
    let count, shape, s, scale: Double

    private func logValue(_ y: Double) -> Double {
        let time = exp(y)
        return count * y - (count + shape) * log1p(time) - s * log1p(scale * time)
    }

    /// How far the slope is above zero, and how fast it falls.
    private func slope(_ y: Double) -> (value: Double, fall: Double) {
        let time = exp(y)
        let (share, gone) = (time / (1 + time), scale * time / (1 + scale * time))
        return (
            count - (count + shape) * share - s * gone,
            (count + shape) * share * (1 - share) + s * gone * (1 - gone)
        )
    }

    /// Where the slope is zero, or the limit where it is not yet.
    private func top(before limit: Double) -> Double {
        guard slope(limit).value < 0 else { return limit }
        // Both terms that bring the slope down are below the count where time is below these.
        var low = min(log(count / (count + shape)), log(count / s) - log(scale)) - 1.5
        var high = limit
        low = min(low, high - 1)
        var y = (low + high) / 2
        for _ in 0..<60 where high - low > 1e-3 {
            let (value, fall) = slope(y)
            if value > 0 { low = y } else { high = y }
            let next = y + value / fall
            y = next > low && next < high ? next : (low + high) / 2
            if abs(value) < 1e-3 * count { break }
        }
        return y
    }

    func integral(to limit: Double) -> Double {
        let top = top(before: limit)
        let level = logValue(top)
        guard level > -740 - 40 else { return 0 }
        let width = 1 / max(slope(top).fall, 1e-6 * count * count).squareRoot()
        let start = edge(from: top, by: -width, level: level - 36)
        let end = min(limit, top < limit ? edge(from: top, by: width, level: level - 36, until: limit) : limit)
        let rule = GaussLegendre.of32
        var sum = 0.0
        for (from, to) in [(start, top), (top, end)] where to > from {
            let half = (to - from) / 2
            for place in rule.nodes.indices {
                sum += rule.weights[place] * half * exp(logValue(from + half * (1 + rule.nodes[place])))
            }
        }
        return sum
    }

    /// Where the density has fallen far below its top.
    private func edge(from top: Double, by step: Double, level: Double, until limit: Double = .infinity) -> Double {
        var distance = step
        while top + distance < limit, logValue(top + distance) > level { distance *= 1.4 }
        return min(limit, top + distance)
    }
}

extension ParetoNBD {
    func ahead(frequency: Int32) -> any OrdersAhead { LifetimeAhead(self, frequency: frequency) }
}
