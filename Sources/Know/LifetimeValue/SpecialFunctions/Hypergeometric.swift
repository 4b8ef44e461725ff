/// ln ₂F₁(a, b; c; z) for a, b, c > 0 and 0 ≤ z < 1, where every term of the series is positive.
///
/// Relative error of ₂F₁ below 1e-12 for a and b up to 5,001, c up to 10,000 and z up to 0.9999. When both lead to
/// positive terms, the shorter of the series and its Euler transform (1 − z)^(c−a−b) ₂F₁(c−a, c−b; c; z) is summed.
///
/// - Complexity: O(1/(1 − z)) terms, more where a·b is large against c.
func logHypergeometric(_ a: Double, _ b: Double, _ c: Double, _ z: Double) -> Double {
    let (a2, b2) = (c - a, c - b)
    if a2 >= 0, b2 >= 0, a2 * b2 < a * b {
        return (c - a - b) * log1p(-z) + logPositiveSeries(a2, b2, c, z)
    }
    return logPositiveSeries(a, b, c, z)
}

/// The series itself, scaled down whenever it grows large.
private func logPositiveSeries(_ a: Double, _ b: Double, _ c: Double, _ z: Double) -> Double {
    var (sum, compensation, term, scale, n) = (1.0, 0.0, 1.0, 0.0, 0.0)
    while n < 10_000_000 {
        let ratio = (a + n) / (c + n) * ((b + n) / (1 + n)) * z
        term *= ratio
        // Kahan's sum: thousands of positive terms would add up their roundings.
        let corrected = term - compensation
        let next = sum + corrected
        compensation = (next - sum) - corrected
        sum = next
        n += 1
        if sum > 1e280 {
            sum *= 1e-280
            term *= 1e-280
            compensation *= 1e-280
            scale += logScale
        }
        // The rest is less than a geometric series once the ratio falls; it tends to z.
        if ratio < 1, term < 1e-17 * sum * (1 - max(ratio, z)) { break }
    }
    return log(sum) + scale
}

private let logScale = 280 * 2.302_585_092_994_045_684
