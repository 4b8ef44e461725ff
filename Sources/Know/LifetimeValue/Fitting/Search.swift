/// Searches for the highest maximum of a model's log-likelihood from several starts.
///
/// Real bases have two hills, and ridges that rise to a limit. The starts are tried on a thinned base, and every hill that
/// could be the highest is climbed to the end on everybody.
struct Search<Base> {
    let maximiser: Maximiser
    /// Logarithms of parameters, on the data's scale.
    let starts: [SIMD4<Double>]
    /// The base itself when it is small.
    let thinned: Base
    let base: Base
    let isThinned: Bool
    let evaluate: (SIMD4<Double>, Base) -> Evaluation

    /// Two maxima are the same hill when no parameter differs by more than this share.
    private static var sameHill: Double { 0.02 }
    /// Hills of the thinned base that lie deeper below its highest are not tried on everybody.
    private static var hopeless: Double { 8 }

    func highest() throws(FitError) -> Maximiser.Maximum {
        var hills: [Maximiser.Maximum] = []
        var unfinished: [Maximiser.Maximum] = []
        for start in starts {
            let maximum = maximiser.maximum(from: start) { evaluate($0, thinned) }
            guard maximum.evaluation.value.isFinite else { continue }
            if !maximum.converged {
                unfinished.append(maximum)
            } else if !hills.contains(where: { isSameHill($0, maximum) }) {
                hills.append(maximum)
            }
        }
        if isThinned {
            let highest = hills.map(\.evaluation.value).max() ?? -.infinity
            hills = hills.filter { $0.evaluation.value > highest - Self.hopeless }
                .map { hill in
                    var maximum = maximiser.maximum(from: hill.point) { evaluate($0, base) }
                    maximum.iterations += hill.iterations
                    return maximum
                }
                .filter(\.converged)
        }
        guard let best = hills.max(by: { $0.evaluation.value < $1.evaluation.value }) else {
            throw .didNotConverge(starts: starts.count)
        }
        return best
    }

    private func isSameHill(_ a: Maximiser.Maximum, _ b: Maximiser.Maximum) -> Bool {
        let difference = a.point - b.point
        return abs(difference.min()) < Self.sameHill && abs(difference.max()) < Self.sameHill
    }
}
