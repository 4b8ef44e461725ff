/// The regularised incomplete gamma functions: the distribution of Gamma(shape a, rate 1) and its quantiles.
enum IncompleteGamma {
    /// P(a, x) = P(Gamma(a) ≤ x) and Q(a, x) = 1 − P(a, x), each without cancellation, for a > 0 and x ≥ 0.
    ///
    /// Relative error of the smaller of the two below 1e-11 where it is above 1e-280, for a from 1e-3 to 1e5.
    static func both(_ a: Double, _ x: Double) -> (lower: Double, upper: Double) {
        guard x > 0 else { return (0, 1) }
        guard x < .infinity else { return (1, 0) }
        if x < a + 1 {
            let lower = min(1, series(a, x))
            return (lower, 1 - lower)
        }
        let upper = min(1, fraction(a, x))
        return (1 - upper, upper)
    }

    static func lower(_ a: Double, _ x: Double) -> Double { both(a, x).lower }
    static func upper(_ a: Double, _ x: Double) -> Double { both(a, x).upper }

    /// ln of xᵃ e⁻ˣ / Γ(a + 1).
    static func logPower(_ a: Double, _ x: Double) -> Double {
        guard a >= 10 else { return a * log(x) - x - logGamma(a + 1) }
        // Around x = a the three large terms cancel; written by the distance from a they do not.
        return -a * minusLog1p((x - a) / a) - stirlingCorrection(a) - 0.5 * (log2Pi + log(a))
    }

    private static func series(_ a: Double, _ x: Double) -> Double {
        var (sum, term, n) = (1.0, 1.0, a)
        repeat {
            n += 1
            term *= x / n
            sum += term
        } while term > sum * 1e-17
        return sum * exp(logPower(a, x))
    }

    /// Lentz's continued fraction for Q, which converges fast for x > a + 1.
    private static func fraction(_ a: Double, _ x: Double) -> Double {
        var b = x + 1 - a
        var c = 1e300
        var d = 1 / b
        var h = d
        var i = 1.0
        while i < 100_000 {
            let an = -i * (i - a)
            b += 2
            d = 1 / nonzero(an * d + b)
            c = nonzero(b + an / c)
            let delta = d * c
            h *= delta
            if abs(delta - 1) < 1e-16 { break }
            i += 1
        }
        return a * h * exp(logPower(a, x))
    }

    private static func nonzero(_ x: Double) -> Double { abs(x) < 1e-300 ? 1e-300 : x }

    /// The x with P(a, x) = p, for a > 0 and 0 ≤ p ≤ 1; infinity at p = 1.
    ///
    /// P at the answer is p within 1e-10 of the smaller of p and 1 − p. An answer below 1e-300 is given as zero.
    static func quantile(_ a: Double, _ p: Double) -> Double {
        guard p > 0 else { return 0 }
        guard p < 1 else { return .infinity }
        // For small x, P is close to xᵃ/Γ(a + 1): the lower bracket, exact where a or p is tiny.
        let logTiny = (log(p) + logGamma(a + 1)) / a
        guard logTiny > -690 else { return 0 }
        var low = logTiny
        var high = log(a + 1) + 1
        while lower(a, exp(high)) < p { high += 1 }
        var y = min(max(wilsonHilferty(a, p), low), high)
        for _ in 0..<200 {
            let x = exp(y)
            let (below, above) = both(a, x)
            // The smaller tail tells the error without cancellation.
            let error = p < 0.5 ? below - p : (1 - p) - above
            if error > 0 { high = y } else { low = y }
            if abs(error) <= 1e-13 * min(p, 1 - p) || high - low < 1e-15 * max(1, abs(y)) { return x }
            // Newton in ln x: the density of ln X is a times xᵃ e⁻ˣ/Γ(a + 1).
            let next = y - error / (a * exp(logPower(a, x)))
            y = next > low && next < high ? next : (low + high) / 2
        }
        return exp(y)
    }

    /// A first guess of ln x, by the cube root of a gamma variable being nearly normal.
    private static func wilsonHilferty(_ a: Double, _ p: Double) -> Double {
        let root = 1 - 1 / (9 * a) + Normal.roughQuantile(p) / (3 * a.squareRoot())
        return root > 0.1 ? log(a) + 3 * log(root) : (log(p) + logGamma(a + 1)) / a
    }
}
