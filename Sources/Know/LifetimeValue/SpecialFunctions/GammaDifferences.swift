/// Differences of ln Γ and its derivatives between r and r + x, without subtracting two large numbers.
///
/// For r from 1e-6 to 1e10 and x from 0 to 31,250: error below 4e-15 of max(|value|, 1) for ln Γ, and below 1e-14 of
/// max(|value|, 0.01) for its derivatives.
enum GammaDifference {
    /// ln Γ(r + x) − ln Γ(r), for r > 0 and x ≥ 0.
    static func logGamma(_ r: Double, plus x: Double) -> Double {
        guard x > 0 else { return 0 }
        if x <= 12, x == x.rounded() {
            // The product r (r+1) … (r+x−1). Up to twelve factors of at most 1e12 do not overflow.
            var (product, factor) = (1.0, r)
            for _ in 0..<Int(x) {
                product *= factor
                factor += 1
            }
            if product < .infinity { return log(product) }
        }
        var (shift, low) = (1.0, r)
        while low < 10 {
            shift *= low / (low + x)
            low += 1
        }
        let high = low + x
        // Stirling at both ends: (low − ½)(ln high − ln low) + x (ln high − 1), the difference of logarithms as one.
        let stirling =
            (low - 0.5) * log1p(x / low) + x * (log(high) - 1) + stirlingCorrection(high) - stirlingCorrection(low)
        // Ten factors r/(r + x) may vanish when both r is tiny and x is huge; never below 1e-6 · (1/5000)^9.
        return shift == 1 ? stirling : stirling + log(shift)
    }

    /// ψ(r + x) − ψ(r), for r > 0 and x ≥ 0.
    static func digamma(_ r: Double, plus x: Double) -> Double {
        guard x > 0 else { return 0 }
        if x <= 12, x == x.rounded() {
            var (sum, term) = (0.0, r)
            for _ in 0..<Int(x) {
                sum += 1 / term
                term += 1
            }
            return sum
        }
        var (sum, low) = (0.0, r)
        while low < 10 {
            // 1/low − 1/(low + x)
            sum += x / (low * (low + x))
            low += 1
        }
        let high = low + x
        return sum + log1p(x / low) + (digammaCorrection(low) - digammaCorrection(high))
    }

    /// ψ′(r + x) − ψ′(r), for r > 0 and x ≥ 0; never above zero.
    static func trigamma(_ r: Double, plus x: Double) -> Double {
        guard x > 0 else { return 0 }
        if x <= 12, x == x.rounded() {
            var (sum, term) = (0.0, r)
            for _ in 0..<Int(x) {
                sum -= 1 / (term * term)
                term += 1
            }
            return sum
        }
        var (sum, low) = (0.0, r)
        while low < 10 {
            // 1/(low + x)² − 1/low²
            let ratio = x / (low * (low + x))
            sum -= ratio * (1 / low + 1 / (low + x))
            low += 1
        }
        return sum + (LifetimeValue.trigamma(low + x) - LifetimeValue.trigamma(low))
    }
}

/// ln B(a, b) = ln Γ(a) + ln Γ(b) − ln Γ(a + b), for a, b > 0; the smaller first, so that a large b does not drown it.
func logBeta(_ a: Double, _ b: Double) -> Double {
    let (small, large) = (min(a, b), max(a, b))
    return logGamma(small) - GammaDifference.logGamma(large, plus: small)
}
