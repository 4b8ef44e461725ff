/// P(N > k) of purchases N at a rate ~ Gamma(shape, scale) that nobody leaves from, in a horizon.
struct RateTail {
    private let shape, share, rest, growth: Double

    /// - Parameter growth: The horizon over the scale.
    init(shape: Double, growth: Double) {
        (self.shape, self.growth) = (shape, growth)
        (share, rest) = (growth / (1 + growth), 1 / (1 + growth))
    }

    func beyond(_ count: Double) -> Double { IncompleteBeta.both(count + 1, shape, share, rest: rest).lower }

    /// The same for 0, 1, …, each from the one before.
    func forEach(upTo count: Int, _ body: (_ k: Double, _ beyond: Double) -> Bool) {
        var (k, none) = (0.0, exp(-shape * log1p(growth)))
        // Where nobody at all buys nothing, few counts are too improbable to be seen: 1e-300 stays 1e-130 at 128.
        var beyond = -expm1(-shape * log1p(growth))
        while k < Double(count) {
            if !body(k, beyond) { return }
            none *= (shape + k) / (k + 1) * share
            k += 1
            beyond = max(0, beyond - none)
        }
    }
}

/// NBD: nobody leaves.
struct NBDAhead: OrdersAhead {
    let shape, alpha: Double

    init(_ model: NBD, frequency: Int32) { (shape, alpha) = (model.r + Double(frequency), model.alpha) }

    func probabilityThere(recency: Double, age: Double) -> Double { 1 }

    func moments(age: Double, from start: Double, to end: Double) -> OrderMoments {
        let mean = shape * ((end - start) / (alpha + age))
        return OrderMoments(mean: mean, pairs: mean * mean * ((shape + 1) / shape))
    }

    func beyond(_ count: Double, age: Double, in horizon: Double) -> Double {
        RateTail(shape: shape, growth: horizon / (alpha + age)).beyond(count)
    }

    func beyond(upTo count: Int, until floor: Double, age: Double, in horizon: Double) -> [Double] {
        var tail: [Double] = []
        RateTail(shape: shape, growth: horizon / (alpha + age)).forEach(upTo: count) { _, beyond in
            tail.append(beyond)
            return beyond >= floor
        }
        return tail
    }
}

extension NBD {
    func ahead(frequency: Int32) -> any OrdersAhead { NBDAhead(self, frequency: frequency) }
}
