/// The regularised incomplete beta function: the distribution of a share ~ Beta(a, b).
enum IncompleteBeta {
    /// P(share ≤ x) and P(share > x), for a, b > 0, where `rest` is 1 − x; both are asked for so that neither end of the
    /// unit interval loses its digits.
    ///
    /// Relative error of the smaller of the two below 1e-9 where it is above 1e-280, for a and b from 1e-3 to 1e5.
    static func both(_ a: Double, _ b: Double, _ x: Double, rest: Double) -> (lower: Double, upper: Double) {
        guard x > 0 else { return (0, 1) }
        guard rest > 0 else { return (1, 0) }
        // The fraction converges fast on the side of the mean that the point is on.
        if x * (b + 1) < rest * (a + 1) {
            let lower = min(1, fraction(a, b, x, rest: rest))
            return (lower, 1 - lower)
        }
        let upper = min(1, fraction(b, a, rest, rest: x))
        return (1 - upper, upper)
    }

    /// xᵃ (1 − x)ᵇ/(a B(a, b)) times Lentz's continued fraction (DLMF 8.17.22).
    private static func fraction(_ a: Double, _ b: Double, _ x: Double, rest: Double) -> Double {
        let logFront = logPower(a, b, x, rest: rest)
        guard logFront > -745 else { return 0 }
        var c = 1.0
        var d = 1 / nonzero(1 - (a + b) * x / (a + 1))
        var h = d
        var m = 1.0
        while m < 20_000 {
            let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
            d = 1 / nonzero(1 + even * d)
            c = nonzero(1 + even / c)
            h *= d * c
            let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
            d = 1 / nonzero(1 + odd * d)
            c = nonzero(1 + odd / c)
            let delta = d * c
            h *= delta
            if abs(delta - 1) < 1e-15 { break }
            m += 1
        }
        return exp(logFront) * h
    }

    /// ln of xᵃ (1 − x)ᵇ/(a B(a, b)).
    static func logPower(_ a: Double, _ b: Double, _ x: Double, rest: Double) -> Double {
        guard a >= 10, b >= 10 else { return a * log(x) + b * log(rest) - log(a) - logBeta(a, b) }
        // Around the mean a/(a + b) three large terms cancel; written by the distance from it they do not.
        let sum = a + b
        let distance = x * b - rest * a
        let (byA, byB) = (distance / a, -distance / b)
        let corrections = stirlingCorrection(sum) - stirlingCorrection(a) - stirlingCorrection(b)
        return -a * minusLog1p(byA) - b * minusLog1p(byB) + corrections
            - 0.5 * (log2Pi + log(a) - log(b) + log(sum))
    }

    private static func nonzero(_ x: Double) -> Double { abs(x) < 1e-300 ? 1e-300 : x }
}
