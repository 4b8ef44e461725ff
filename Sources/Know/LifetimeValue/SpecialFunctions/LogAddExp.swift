/// ln(eᵃ + eᵇ), where the plain powers would vanish or overflow. Relative error of eᵃ + eᵇ below 1e-15.
@inline(__always)
func logAddExp(_ a: Double, _ b: Double) -> Double {
    let high = max(a, b)
    // Both may be −∞: their sum is nothing, and −∞ − −∞ would be no number.
    guard high > -.infinity else { return high }
    return high + log1p(exp(min(a, b) - high))
}

/// (eᶻ − 1)/z with its limit 1 at z = 0: what turns closed forms with a removable pole into forms without one.
@inline(__always)
func expm1Ratio(_ z: Double) -> Double { z == 0 ? 1 : expm1(z) / z }

/// m − ln(1 + m) without cancellation for small m; m > −1. Relative error below 1e-14.
func minusLog1p(_ m: Double) -> Double {
    guard abs(m) < 0.2 else { return m - log1p(m) }
    // ln(1 + m) = 2 artanh(s) with s = m/(2 + m), and m = 2s/(1 − s): what is left is m·s − 2(s³/3 + s⁵/5 + …).
    let s = m / (2 + m)
    let square = s * s
    var (sum, power, odd) = (0.0, square, 3.0)
    while power / odd > 1e-18 * max(sum, 1e-300), odd < 60 {
        sum += power / odd
        power *= square
        odd += 2
    }
    return s * (m - 2 * sum)
}
