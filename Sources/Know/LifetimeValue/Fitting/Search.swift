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

extension Maximiser {
    /// The standard errors of the parameters at a maximum, from the observed information; nil where there is none.
    func standardErrors(at maximum: Maximum) -> [Double?] {
        let held = heldAtBound(maximum.point, gradient: maximum.evaluation.gradient)
        var information = SymmetricMatrix()
        for row in 0..<count {
            for column in 0..<row where !held[row] && !held[column] {
                information.add(-maximum.evaluation.hessian[row, column], row, column)
            }
            information.add(held[row] ? 1 : -maximum.evaluation.hessian[row, row], row, row)
        }
        guard let variances = Cholesky(information, count: count, relativeFloor: 1e-9)?.inverseDiagonal else {
            return Array(repeating: nil, count: count)
        }
        return (0..<count).map { lane in
            // Of the parameter, from that of its logarithm.
            let error = variances[lane].squareRoot() * exp(maximum.point[lane])
            return held[lane] || !error.isFinite ? nil : error
        }
    }

    /// What the place of a maximum tells against it: parameters at the edge, and shapes that the data cannot tell.
    ///
    /// - Parameter shapes: Lanes of parameters that, where they grow without end, describe customers who are all alike.
    func warnings(
        at maximum: Maximum, keys: [ParameterKey], shapes: [Int], standardErrors: [Double?]
    ) -> [FitWarning] {
        (0..<count).compactMap { lane in
            let (value, point) = (exp(maximum.point[lane]), maximum.point[lane])
            if shapes.contains(lane), value > Self.largestToldShape {
                return .heterogeneityNotIdentified(keys[lane])
            }
            if point <= low[lane] || point >= high[lane] { return .parameterAtEdge(keys[lane]) }
            // Wider than a factor of twenty either way.
            guard let error = standardErrors[lane], error < 3 * value else {
                return shapes.contains(lane) ? .heterogeneityNotIdentified(keys[lane]) : nil
            }
            return nil
        }
    }

    /// With a shape of 500 customers differ by less than one in twenty: alike, for any use.
    private static let largestToldShape = 500.0
}
