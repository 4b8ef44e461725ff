import TestSupport
import Testing

@testable import LifetimeValue

@Suite("Special functions: inverses, rules and limits") struct SpecialFunctionPropertyTests {
    static let shapes = [1e-3, 0.05, 0.243, 1, 3.7, 10, 66, 500, 5_000.25, 40_000]

    @Test("the quantile of a gamma distribution is its inverse", arguments: shapes) func gammaQuantile(shape: Double) {
        for p in [1e-12, 1e-6, 0.001, 0.05, 0.25, 0.5, 0.75, 0.95, 0.999, 1 - 1e-9] {
            let x = IncompleteGamma.quantile(shape, p)
            // Below the smallest doubles the answer is zero.
            guard x > 0 else { continue }
            let (lower, upper) = IncompleteGamma.both(shape, x)
            let error = p < 0.5 ? relativeError(lower, p) : relativeError(upper, 1 - p)
            #expect(error < 1e-10, "shape \(shape), p \(p): off by \(error)")
        }
        #expect(IncompleteGamma.quantile(shape, 0) == 0 && IncompleteGamma.quantile(shape, 1) == .infinity)
    }

    @Test("P and Q add up to one and rise and fall", arguments: shapes) func complement(shape: Double) {
        var before = 0.0
        for step in 0...60 {
            let x = shape * pow(1.2, Double(step - 30))
            let (lower, upper) = IncompleteGamma.both(shape, x)
            #expect(abs(lower + upper - 1) < 1e-12 && lower >= before - 1e-12)
            before = lower
        }
    }

    /// Twelve digits of the standard normal distribution.
    @Test(
        "normal quantiles",
        arguments: [(0.95, 1.644853626951), (0.975, 1.959963984540), (0.5, 0), (1e-6, -4.753424308823)])
    func normal(p: Double, x: Double) {
        #expect(abs(Normal.quantile(p) - x) < 1e-9)
        #expect(abs(Normal.quantile(1 - p) + x) < 1e-8)
    }

    @Test("Gauss and Legendre's rules integrate polynomials exactly", arguments: [1, 2, 4, 8, 32, 64])
    func gaussLegendre(count: Int) {
        let rule = GaussLegendre(count: count)
        for power in 0..<2 * count {
            let sum = zip(rule.nodes, rule.weights).reduce(0) { $0 + $1.1 * pow($1.0, Double(power)) }
            #expect(abs(sum - (power % 2 == 0 ? 2 / Double(power + 1) : 0)) < 1e-14, "power \(power)")
        }
    }

    @Test("an average over Beta knows its moments", arguments: 0..<40 as Range<UInt64>) func moments(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let a = exp(Double.random(in: -12...8, using: &random))
        let b = exp(Double.random(in: -6...14, using: &random))
        let average = BetaAverage(a: a, b: b)
        #expect(relativeError(average { _ in 1 }, 1) < 1e-12, "a \(a), b \(b)")
        #expect(relativeError(average { $0 }, a / (a + b)) < 1e-11, "a \(a), b \(b)")
        let second = a / (a + b) * ((a + 1) / (a + b + 1))
        // The line between the ends of p² is a million times the average where b is large.
        #expect(relativeError(average { $0 * $0 }, second) < 1e-7, "a \(a), b \(b)")
    }

    @Test("sums of powers of e neither vanish nor overflow") func logAddExp() {
        #expect(abs(LifetimeValue.logAddExp(-1_000, -1_000) - (-1_000 + log(2))) < 1e-12)
        #expect(LifetimeValue.logAddExp(900, -900) == 900)
        #expect(LifetimeValue.logAddExp(-.infinity, -.infinity) == -.infinity)
        #expect(LifetimeValue.logAddExp(-.infinity, 3) == 3)
        #expect(expm1Ratio(0) == 1 && abs(expm1Ratio(1e-9) - 1) < 1e-8)
    }

    @Test(
        "m − ln(1 + m) keeps its digits near zero", arguments: [-0.19, -1e-3, -1e-8, 1e-12, 1e-5, 0.1, 0.199, 0.3, 5])
    func minusLog1p(m: Double) {
        // Its series, exact enough for small m; the plain difference for large.
        let series = (2...200).reduce(0.0) { $0 + ($1 % 2 == 0 ? 1 : -1) * pow(m, Double($1)) / Double($1) }
        let expected = abs(m) < 0.2 ? series : m - log1p(m)
        #expect(relativeError(LifetimeValue.minusLog1p(m), expected) < 1e-13)
    }
}
