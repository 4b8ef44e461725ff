/// ln(1 + t/scale) and t/(scale + t) for each distinct time of a base: its rows need no logarithm of their own.
struct TimeTable {
    struct Entry {
        let logarithm, share: Double
    }

    let entries: [Entry]

    init(_ times: [Int32], scale: Double) {
        entries = times.map { Entry(logarithm: log1p(Double($0) / scale), share: Double($0) / (scale + Double($0))) }
    }

    @inline(__always)
    subscript(place: Int32) -> Entry { entries[Int(place)] }
}

/// What is common to all customers with x later purchases: ln Γ(r + x) − ln Γ(r) − x ln alpha, with derivatives by ln r
/// (lane 0) and ln alpha (lane 1).
func purchaseRateTerm(r: Double, alpha: Double, x: Double) -> Evaluation {
    var term = Evaluation()
    let slope = r * GammaDifference.digamma(r, plus: x)
    term.value = GammaDifference.logGamma(r, plus: x) - x * log(alpha)
    term.gradient = [slope, -x, 0, 0]
    term.hessian.add(slope + r * r * GammaDifference.trigamma(r, plus: x), 0, 0)
    return term
}
