extension FittableRetentionModel {
    /// The most likely parameters of the tenures that were counted.
    ///
    /// - Throws: `FitError.nobodyCancelled` when nothing tells how long customers stay.
    public static func fit(to counts: TenureCounts) throws(FitError) -> Fit<Self> {
        guard counts.customers > 0 else { throw .noCustomers }
        guard counts.customersLost > 0 else { throw .nobodyCancelled }
        let limit = log(1e6)
        // A power far from one would make tenures of tᶜ that no number holds.
        let limits = SIMD4<Double>(limit, limit, log(20), 0)
        let maximiser = Maximiser(count: keys.count, low: -limits, high: limits)
        let starts: [SIMD4<Double>] = [[1, 1, 1], [0.7, 4, 1.2], [0.3, 2, 1.5], [3, 10, 0.7]].map { start in
            var point = SIMD4<Double>()
            for lane in keys.indices { point[lane] = log(start[lane]) }
            return point
        }
        let search = Search(
            maximiser: maximiser, starts: starts, thinned: counts, base: counts, isThinned: false
        ) { point, counts in
            withHessianByDifferences(point, count: keys.count) { Self(logParameters: $0).evaluation(of: counts) }
        }
        let maximum = try search.highest()
        let model = Self(logParameters: maximum.point)
        let judgement = Judgement(maximum, by: maximiser, keys: keys, shapes: [Shape(lane: 0, partner: 1)])
        var warnings = judgement.warnings
        if counts.customersLost < FitWarning.fewCustomers {
            warnings.append(.fewInformativeCustomers(counts.customersLost))
        }
        return Fit(
            model: model,
            parameters: judgement.parameters(keys, values: model.parameters),
            logLikelihood: maximum.evaluation.value, customers: counts.customers, informative: counts.customersLost,
            iterations: maximum.iterations, warnings: warnings, densities: 0,
            spread: maximiser.spread(at: maximum))
    }
}

/// Adds second derivatives by central differences of the gradient; error about 1e-9 of the largest entry.
func withHessianByDifferences(
    _ point: SIMD4<Double>, count: Int, of evaluate: (SIMD4<Double>) -> Evaluation
) -> Evaluation {
    let step = 1e-5
    var here = evaluate(point)
    here.hessian = SymmetricMatrix()
    for lane in 0..<count {
        var (above, below) = (point, point)
        above[lane] += step
        below[lane] -= step
        let column = (evaluate(above).gradient - evaluate(below).gradient) / (2 * step)
        // Each off-diagonal entry is seen twice; half of both makes the matrix symmetric.
        for row in 0..<count { here.hessian.add(row == lane ? column[row] : column[row] / 2, row, lane) }
    }
    return here
}
