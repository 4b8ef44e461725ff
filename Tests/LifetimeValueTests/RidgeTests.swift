import TestSupport
import Testing

@testable import LifetimeValue

@Suite("A search on a ridge") struct RidgeTests {
    private static let maximiser = Maximiser(
        count: 2, low: SIMD4(repeating: -16), high: SIMD4(repeating: 16))

    /// −100 (e⁻ˣ − top)² − 10 (y − x)²: x and y grow together.
    private static func ridge(_ point: SIMD4<Double>, top: Double) -> Evaluation {
        let (share, apart) = (exp(-point[0]), point[1] - point[0])
        var here = Evaluation()
        here.value = -100 * (share - top) * (share - top) - 10 * apart * apart
        here.gradient = [200 * share * (share - top) + 20 * apart, -20 * apart, 0, 0]
        here.hessian.add(-200 * share * (2 * share - top) - 20, 0, 0)
        here.hessian.add(20, 0, 1)
        here.hessian.add(-20, 1, 1)
        return here
    }

    @Test("comes to its top in a few steps, however far it is", arguments: [1.0, 3, 5, 9, 12])
    func top(place: Double) {
        let found = Self.maximiser.maximum(from: SIMD4()) { Self.ridge($0, top: exp(-place)) }
        #expect(found.converged && found.iterations < 16, "\(found.iterations)")
        // Far out, what is left of e⁻ˣ is below what the likelihood tells.
        #expect(abs(exp(-found.point[0]) - exp(-place)) < 1e-5 && abs(found.point[1] - found.point[0]) < 1e-4)
    }

    @Test("goes to the edge where the top lies beyond, keeping together what grows together", arguments: [-0.5, -0.01])
    func edge(top: Double) {
        let found = Self.maximiser.maximum(from: SIMD4()) { Self.ridge($0, top: top) }
        #expect(found.converged && found.iterations < 12, "\(found.iterations)")
        #expect(found.point[0] == 16 && abs(found.point[1] - 16) < 1e-4)
    }

    @Test("customers who all leave with the same probability are fitted in a few steps") func alike() throws {
        var random = SeededGenerator(seed: 7)
        let base = PurchaseSummaries(
            (0..<4_000).map { _ in
                // Buys every week with a probability of its own, and leaves after any purchase with one of a fifth.
                let rate = Double.random(in: 0..<0.4, using: &random)
                var (frequency, recency, isThere) = (0, 0, Double.random(in: 0..<1, using: &random) > 0.2)
                for week in 1...60 where isThere && Double.random(in: 0..<1, using: &random) < rate {
                    (frequency, recency) = (frequency + 1, week * 7)
                    isThere = Double.random(in: 0..<1, using: &random) > 0.2
                }
                return PurchaseSummary(frequency: Int32(frequency), knownRecency: Int32(recency), age: 420)
            })
        let fit = try PurchaseModelName.mbgNBD.fit(to: base)
        #expect(fit.iterations < 60, "\(fit.iterations)")
        guard let a = fit[.a]?.value, let b = fit[.b]?.value else { return }
        // Nothing is gained by going further along, or by turning back.
        for factor in [0.5, 2] {
            let other = ModifiedBetaGeometricNBD(
                r: fit.model.parameters[0], alpha: fit.model.parameters[1], a: a * factor, b: b * factor)
            #expect(other.logLikelihood(of: base) < fit.logLikelihood + 1e-6)
        }
    }
}
