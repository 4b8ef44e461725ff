import TestSupport
import Testing

@testable import LifetimeValue

@Suite("Analytic derivatives against differences") struct GradientTests {
    /// Largest differences of gradient and second derivatives from central differences, as shares of the largest entry.
    static func errors(
        at point: SIMD4<Double>, count: Int, _ evaluate: (SIMD4<Double>) -> Evaluation
    ) -> (gradient: Double, hessian: Double) {
        let here = evaluate(point)
        let step = 1e-4
        var (gradientError, hessianError) = (0.0, 0.0)
        let gradientScale = max(1, abs(here.gradient.max()), abs(here.gradient.min()))
        let hessianScale = (0..<count).reduce(1) { max($0, abs(here.hessian[$1, $1])) }
        for lane in 0..<count {
            func moved(_ steps: Double) -> Evaluation {
                var point = point
                point[lane] += steps * step
                return evaluate(point)
            }
            let (far, near, before, farBefore) = (moved(2), moved(1), moved(-1), moved(-2))
            // Five points: the error falls with the fourth power of the step.
            let slope = (8 * (near.value - before.value) - (far.value - farBefore.value)) / (12 * step)
            gradientError = max(gradientError, abs(slope - here.gradient[lane]) / gradientScale)
            let column = (8 * (near.gradient - before.gradient) - (far.gradient - farBefore.gradient)) / (12 * step)
            for row in 0..<count {
                hessianError = max(hessianError, abs(column[row] - here.hessian[row, lane]) / hessianScale)
            }
        }
        return (gradientError, hessianError)
    }

    static func point(_ random: inout SeededGenerator, around centre: [Double]) -> SIMD4<Double> {
        var point = SIMD4<Double>()
        for (lane, value) in centre.enumerated() {
            point[lane] = log(value) + Double.random(in: -2.5...2.5, using: &random)
        }
        return point
    }

    static func check<Model: FittableModel>(_: Model.Type, around centre: [Double], seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let base = GeneratedBase(seed: seed, customers: 40).summaries
        let point = point(&random, around: centre)
        let errors = errors(at: point, count: centre.count) { Model(logParameters: $0).evaluation(of: base) }
        #expect(errors.gradient < 1e-8, "seed \(seed)")
        #expect(errors.hessian < 1e-7, "seed \(seed)")
    }

    @Test("purchase models", arguments: Effort.seeds(25, debug: 4)) func purchases(seed: UInt64) {
        Self.check(NBD.self, around: [1, 100], seed: seed)
        Self.check(BetaGeometricNBD.self, around: [1, 100, 0.8, 2], seed: seed)
        Self.check(ModifiedBetaGeometricNBD.self, around: [1, 100, 0.8, 2], seed: seed)
        Self.check(ParetoNBD.self, around: [1, 100, 0.6, 100], seed: seed)
    }

    @Test("BG/BB", arguments: Effort.seeds(25, debug: 4)) func opportunities(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let base = PurchaseSummaries(
            try (0..<30).map { _ in
                let n = Int.random(in: 1...8, using: &random)
                let last = Int.random(in: 0...n, using: &random)
                let x = last == 0 ? 0 : Int.random(in: 1...last, using: &random)
                return try PurchaseSummary(frequency: x, recency: last, age: n)
            })
        let point = Self.point(&random, around: [1, 1, 0.7, 2])
        let errors = Self.errors(at: point, count: 4) {
            BetaGeometricBetaBinomial(logParameters: $0).evaluation(of: base)
        }
        #expect(errors.gradient < 1e-8 && errors.hessian < 1e-7)
    }

    @Test("Gamma-Gamma", arguments: Effort.seeds(25, debug: 4)) func spend(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let base = SpendSummaries(
            (0..<50).map { _ in
                SpendSummary(
                    frequency: Int32.random(in: 1...30, using: &random),
                    mean: Double.random(in: 1...300, using: &random))
            })
        let point = Self.point(&random, around: [3, 3, 40])
        let errors = Self.errors(at: point, count: 3) { GammaGamma(logParameters: $0).evaluation(of: base) }
        #expect(errors.gradient < 1e-8 && errors.hessian < 1e-7)
    }

    @Test("retention models", arguments: Effort.seeds(25, debug: 4)) func contracts(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let counts = TenureCounts(
            lost: (0..<9).map { _ in Int.random(in: 0...50, using: &random) },
            stillThere: (0..<9).map { _ in Int.random(in: 0...50, using: &random) })
        let point = Self.point(&random, around: [1, 2])
        let geometric = Self.errors(at: point, count: 2) {
            withHessianByDifferences($0, count: 2) { ShiftedBetaGeometric(logParameters: $0).evaluation(of: counts) }
        }
        #expect(geometric.gradient < 1e-8 && geometric.hessian < 1e-6)
        var withPower = point
        withPower[2] = Double.random(in: -0.7...0.7, using: &random)
        let weibull = Self.errors(at: withPower, count: 3) {
            withHessianByDifferences($0, count: 3) { BetaDiscreteWeibull(logParameters: $0).evaluation(of: counts) }
        }
        #expect(weibull.gradient < 1e-8 && weibull.hessian < 1e-6)
    }

    @Test("the public gradient is by the parameters themselves") func naturalParameters() {
        let base = GeneratedBase(seed: 3, customers: 60).summaries
        let model = BetaGeometricNBD(r: 0.7, alpha: 60, a: 0.5, b: 3)
        let byAlpha =
            (BetaGeometricNBD(r: 0.7, alpha: 60.01, a: 0.5, b: 3).logLikelihood(of: base)
                - BetaGeometricNBD(r: 0.7, alpha: 59.99, a: 0.5, b: 3).logLikelihood(of: base)) / 0.02
        #expect(relativeError(model.gradient(of: base)[1], byAlpha) < 1e-5)
    }
}
