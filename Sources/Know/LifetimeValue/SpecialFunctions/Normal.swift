/// The standard normal distribution.
enum Normal {
    /// P(standard normal > x).
    static func upper(_ x: Double) -> Double { 0.5 * erfc(x * 0.707_106_781_186_547_524) }

    /// The x that a standard normal variable stays below with probability p, 0 < p < 1. Error below 1e-9.
    static func quantile(_ p: Double) -> Double {
        precondition(p > 0 && p < 1)
        let tail = min(p, 1 - p)
        guard tail < 0.5 else { return 0 }
        var x = roughUpperQuantile(tail)
        // Newton on the logarithm of the tail, Q(½, x²/2)/2; three steps square the first error away.
        for _ in 0..<4 {
            let above = 0.5 * IncompleteGamma.upper(0.5, x * x / 2)
            let density = exp(-x * x / 2 - 0.5 * log2Pi)
            guard density > 0, above > 0, x > 0 else { break }
            x += log(above / tail) * above / density
        }
        return p < 0.5 ? -x : x
    }

    /// Abramowitz and Stegun 26.2.23, error below 4.5e-4: good for first guesses.
    static func roughQuantile(_ p: Double) -> Double {
        let x = roughUpperQuantile(min(p, 1 - p))
        return p < 0.5 ? -x : x
    }

    private static func roughUpperQuantile(_ tail: Double) -> Double {
        let t = (-2 * log(tail)).squareRoot()
        return t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)))
    }
}
