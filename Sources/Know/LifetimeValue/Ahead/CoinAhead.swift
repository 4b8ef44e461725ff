/// BG/NBD and MBG/NBD: after each further order a coin is tossed, whose chance p of leaving is ~ Beta(a, b + tosses).
///
/// Given p and the rate λ, the customer is there after t with probability e^(−λpt), and from then on all is as from now; so
/// every figure is an average over p of powers of (1 + p·t/(alpha + T)).
struct CoinAhead: OrdersAhead {
    private let shape, alpha, a, stayed, logOdds: Double
    private let chances: BetaAverage

    init(_ coin: LeavingCoin, frequency: Int32) {
        let x = Double(frequency)
        let tosses = x + coin.firstToss
        (shape, alpha, a, stayed) = (coin.r + x, coin.alpha, coin.a, coin.b + tosses)
        logOdds = tosses > 0 ? log(coin.a) - log(coin.b + tosses - 1) : -.infinity
        chances = coin.chances(tosses: tosses)
    }

    var tableScale: Double? { alpha }

    func probabilityThere(recency: Double, age: Double) -> Double {
        guard logOdds > -.infinity else { return 1 }
        return 1 / (1 + exp(logOdds + shape * log1p((age - recency) / (alpha + recency))))
    }

    func moments(age: Double, from start: Double, to end: Double) -> OrderMoments {
        guard end > start else { return OrderMoments() }
        let (before, growth) = (start / (alpha + age), (end - start) / (alpha + age))
        let averages = chances.both { p in
            // The window as seen from its start, which the customer lives to see with this chance.
            let seen = growth / (1 + p * before)
            let there = before > 0 ? exp(-shape * log1p(p * before)) : 1
            // (1 + p g₁)⁻ᵏ [1 − (1 + h)⁻ᵏ]/p
            let bought = -expm1(-shape * log1p(p * seen))
            let mean = p == 0 ? shape * seen : bought / p
            return [there * mean, there * 2 * (1 - p) * Self.pairs(shape, p * seen, bought) * seen * seen]
        }
        return OrderMoments(mean: averages[0], pairs: averages[1])
    }

    func means(age: Double, to ends: [Double]) -> [Double] {
        ends.map { end in
            let growth = end / (alpha + age)
            return chances { p in p == 0 ? shape * growth : -expm1(-shape * log1p(p * growth)) / p }
        }
    }

    /// [1 − (1 + h)⁻ᵏ − k h (1 + h)⁻ᵏ⁻¹]/h², k(k + 1)/2 at h = 0.
    ///
    /// - Parameter gone: 1 − (1 + h)⁻ᵏ.
    @inline(__always)
    private static func pairs(_ k: Double, _ h: Double, _ gone: Double) -> Double {
        guard (k + 4) * h < 0.03 else { return (gone - k * (h / (1 + h)) * (1 - gone)) / (h * h) }
        // Σ (−h)ⁱ k(k + 1)…(k + 1 + i)/i!/(i + 2)
        var (sum, term, i) = (0.0, k * (k + 1), 0.0)
        while i < 8 {
            sum += term / (i + 2)
            term *= -h * (k + 2 + i) / (i + 1)
            i += 1
        }
        return sum
    }

    /// P(the first k tosses all say stay) · P(more than k purchases while staying).
    func beyond(_ count: Double, age: Double, in horizon: Double) -> Double {
        let stay = GammaDifference.logGamma(stayed, plus: count) - GammaDifference.logGamma(a + stayed, plus: count)
        return exp(min(0, stay)) * RateTail(shape: shape, growth: horizon / (alpha + age)).beyond(count)
    }

    func beyond(upTo count: Int, until floor: Double, age: Double, in horizon: Double) -> [Double] {
        var (tail, stay): ([Double], Double) = ([], 1)
        RateTail(shape: shape, growth: horizon / (alpha + age)).forEach(upTo: count) { k, beyond in
            tail.append(stay * beyond)
            stay *= (stayed + k) / (a + stayed + k)
            return tail[tail.count - 1] >= floor
        }
        return tail
    }
}

extension BetaGeometricNBD {
    func ahead(frequency: Int32) -> any OrdersAhead { CoinAhead(coin, frequency: frequency) }
}

extension ModifiedBetaGeometricNBD {
    func ahead(frequency: Int32) -> any OrdersAhead { CoinAhead(coin, frequency: frequency) }
}
