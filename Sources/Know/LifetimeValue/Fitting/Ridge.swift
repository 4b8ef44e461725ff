/// Tells a ridge from the steps that a search takes, and how far along it the next one should go.
///
/// Where customers hardly differ, two parameters grow together by u, and the log-likelihood is a parabola not in u but in
/// what is left to differ, e⁻ᵘ. Newton's steps in u then go on and on by about a half. The step s that Newton's method takes
/// in u is one of ln((1 − s)/(1 − 2s)) by e⁻ᵘ, which comes to the top at once, or to the edge where there is none. All
/// else, such as the ratio of the two, follows e⁻ᵘ in proportion.
struct Ridge {
    private var last = SIMD4<Double>()
    private var isFollowed = false
    private var failures = 0

    /// Steps shorter than this are near a top.
    private static let shortest = 0.1
    /// The parameters change by no more than e^4, but where the top clearly lies beyond the edge.
    private static let longest = 4.0
    private static let beyondAnyEdge = 40.0
    /// So often a ridge may turn out to be none.
    private static let mostFailures = 3

    /// What to try in place of a step; nil where no ridge is seen.
    func lengthened(_ step: SIMD4<Double>, damping: Double) -> SIMD4<Double>? {
        guard isFollowed, failures < Self.mostFailures, damping < 1e-2, Self.areAlike(last, step) else { return nil }
        let widest = max(step.max(), -step.min())
        guard widest > Self.shortest else { return nil }
        let along = SIMD4<Double>(repeating: 0)
            .replacing(with: 1, where: step .> widest / 2).replacing(with: -1, where: step .< -widest / 2)
        let size = (along * step).sum() / (along * along).sum()
        let length = Self.length(ofStep: size)
        return along * length + (step - along * size) * ((1 - exp(-length)) / size)
    }

    private static func length(ofStep size: Double) -> Double {
        if size < 0.49 { return min(longest, log((1 - size) / (1 - 2 * size))) }
        return size < 0.7 ? longest : beyondAnyEdge
    }

    /// - Parameters:
    ///   - gain: What it brought.
    ///   - promised: What it would have brought to a parabola.
    mutating func took(_ step: SIMD4<Double>, gain: Double, promised: Double) {
        (last, isFollowed) = (step, gain > 1.1 * promised && promised > 0)
    }

    /// The next step is Newton's again: it sets right what a long one leaves.
    mutating func wasLengthened() { isFollowed = false }

    mutating func wasNone() {
        failures += 1
        isFollowed = false
    }

    /// In one direction, and the second not much longer.
    private static func areAlike(_ a: SIMD4<Double>, _ b: SIMD4<Double>) -> Bool {
        let (both, first, second) = ((a * b).sum(), (a * a).sum(), (b * b).sum())
        return both > 0.95 * (first * second).squareRoot() && second < 2 * first
    }
}
