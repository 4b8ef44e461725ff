/// Averages of smooth functions over p ~ Beta(a, b): the integral forms of expected orders, which have no poles.
///
/// With y = ln(p/(1 − p)) the integrand is analytic in a strip around the real line and falls off exponentially, so the
/// plain trapezoidal rule gains digits with every halving of its step. Where a or b is small the density crowds at an end
/// and falls off too slowly; there the function's straight line between its ends, whose average is known, is taken out.
/// Relative error below 1e-11 for [1 − (1 + c p)⁻ᵏ]/p with c from 1e-4 to 1e4, k from 1e-3 to 5,001, a from 1e-8 to 1e6
/// and b from 1e-3 to 1e10.
struct BetaAverage: Sendable {
    private let mean: Double
    /// Whether the line between the function's ends is taken out.
    private let withoutLine: Bool
    private let points: [Point]

    /// A share, what is left of one, and the weight.
    struct Point: Sendable {
        let p, rest, weight: Double
    }

    init(a: Double, b: Double) {
        precondition(a > 0 && b > 0)
        mean = a / (a + b)
        withoutLine = a < 0.5 || b < 0.5
        // What falls off: p^a (1−p)^b, one power faster at the ends where the line is taken out.
        let (left, right) = withoutLine ? (a + 1, b + 1) : (a, b)
        let mode = log(left) - log(right)
        let step = min(0.3, 0.5 * ((1 / left) + (1 / right)).squareRoot())
        let density = LogitBeta(a: left, b: right)
        let top = density.log(at: mode)
        let first = Int((density.edge(from: mode, by: -step, below: top - 45) / step).rounded(.down))
        let last = Int((density.edge(from: mode, by: step, below: top - 45) / step).rounded(.up))
        let own = LogitBeta(a: a, b: b)
        let scale = withoutLine ? logBeta(a, b) - log(step) : own.log(at: log(a) - log(b))
        var points = (first...last).map { place in
            let y = mode + Double(place) * step
            let p = y < 0 ? exp(y) / (1 + exp(y)) : 1 / (1 + exp(-y))
            let rest = y < 0 ? 1 / (1 + exp(y)) : exp(-y) / (1 + exp(-y))
            return Point(p: p, rest: rest, weight: exp(own.log(at: y) - scale))
        }
        if !withoutLine {
            // The weights must add up to one, which is truer than ln B of two large numbers.
            let sum = points.reduce(0) { $0 + $1.weight }
            points = points.map { Point(p: $0.p, rest: $0.rest, weight: $0.weight / sum) }
        }
        self.points = points
    }

    /// The average of a function of the share p.
    func callAsFunction(_ function: (Double) -> Double) -> Double {
        guard withoutLine else { return points.reduce(0) { $0 + $1.weight * function($1.p) } }
        let (start, end) = (function(0), function(1))
        let curved = points.reduce(0) { $0 + $1.weight * (function($1.p) - (start * $1.rest + end * $1.p)) }
        return start * (1 - mean) + end * mean + curved
    }

    /// The averages of two functions that share most of their work.
    func both(_ functions: (Double) -> SIMD2<Double>) -> SIMD2<Double> {
        var sum = SIMD2<Double>()
        guard withoutLine else {
            for point in points { sum += point.weight * functions(point.p) }
            return sum
        }
        let (start, end) = (functions(0), functions(1))
        for point in points { sum += point.weight * (functions(point.p) - (start * point.rest + end * point.p)) }
        return start * (1 - mean) + end * mean + sum
    }
}

/// The density of ln(p/(1 − p)) for p ~ Beta(a, b), up to a factor.
private struct LogitBeta {
    let a, b: Double

    func log(at y: Double) -> Double {
        // a ln p + b ln(1 − p)
        y < 0 ? a * y - (a + b) * log1p(exp(y)) : -b * y - (a + b) * log1p(exp(-y))
    }

    /// How far from the mode the density has fallen below a level: steps are doubled, for the tails are straight lines.
    func edge(from mode: Double, by step: Double, below level: Double) -> Double {
        var distance = step
        while log(at: mode + distance) > level { distance *= 1.25 }
        return distance
    }
}
