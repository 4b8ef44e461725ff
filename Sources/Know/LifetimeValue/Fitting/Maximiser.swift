/// Finds a maximum of a log-likelihood by damped Newton steps on the logarithms of its parameters, inside a box.
///
/// Where the surface bends the wrong way, or a step brings less than promised, the step is shortened as Levenberg and
/// Marquardt do; near a proper maximum it is Newton's, so the digits double with each step. On ridges, where steps follow
/// each other in one direction, they are lengthened (`Ridge`).
struct Maximiser {
    /// How many lanes are parameters.
    let count: Int
    let low, high: SIMD4<Double>
    var iterations = 200

    /// Where the search ended.
    struct Maximum {
        var point: SIMD4<Double>
        var evaluation: Evaluation
        var iterations: Int
        var converged: Bool
    }

    /// A gain in ln L that nobody can see: a step that promises less is the last one.
    static let negligibleGain = 1e-9
    /// No parameter changes by more than e^1.5 in one step.
    private static let longestStep = 1.5
    /// So near to it a parameter is at its bound.
    private static let atBound = 1e-6

    func maximum(from start: SIMD4<Double>, of evaluate: (SIMD4<Double>) -> Evaluation) -> Maximum {
        var point = start.clamped(lowerBound: low, upperBound: high)
        var here = evaluate(point)
        var (damping, ridge) = (1e-3, Ridge())
        for iteration in 0..<iterations {
            guard here.value.isFinite else { break }
            guard let (step, used) = step(at: point, here, damping: damping) else { break }
            damping = used
            let slope = (here.gradient * step).sum()
            let promised = slope + 0.5 * (here.hessian.times(step) * step).sum()
            if let long = ridge.lengthened(step, damping: damping) {
                let far = moved(point, by: long)
                let beyond = evaluate(far)
                if beyond.value - here.value > promised {
                    (point, here) = (far, beyond)
                    ridge.wasLengthened()
                    continue
                }
                ridge.wasNone()
            }
            let next = moved(point, by: step)
            let there = evaluate(next)
            let gain = there.value - here.value
            ridge.took(step, gain: gain, promised: promised)
            if slope < Self.negligibleGain, damping <= 1 {
                // The digits of ln L end here, those of the parameters double once more.
                let end = gain > -1e-7 ? (next, there) : (point, here)
                return Maximum(point: end.0, evaluation: end.1, iterations: iteration + 1, converged: true)
            }
            if gain > 0 {
                (point, here) = (next, there)
                if gain > 0.7 * promised { damping = damping < 1e-6 ? 0 : damping / 10 }
                if gain < 0.2 * promised { damping = max(4 * damping, 1e-3) }
            } else if slope < 1e-6, gain > -1e-6 {
                // Roundings of the sum over all customers hide what is left to gain.
                return Maximum(point: point, evaluation: here, iterations: iteration, converged: true)
            } else {
                // Also where the value is no number.
                damping = max(5 * damping, 1e-3)
                if damping > 1e12 { break }
            }
        }
        return Maximum(point: point, evaluation: here, iterations: iterations, converged: false)
    }

    /// A step as far as the box goes in its direction: what it keeps together, such as the ratio of two parameters, stays so.
    /// Lanes that are at a bound already go along it.
    private func moved(_ point: SIMD4<Double>, by step: SIMD4<Double>) -> SIMD4<Double> {
        var length = 1.0
        for lane in 0..<count {
            let room = (step[lane] > 0 ? high[lane] : low[lane]) - point[lane]
            if abs(room) > Self.atBound, abs(step[lane]) > abs(room) { length = min(length, room / step[lane]) }
        }
        return (point + step * length).clamped(lowerBound: low, upperBound: high)
    }

    /// The lanes that are at their bound and want to go beyond it.
    func heldAtBound(_ point: SIMD4<Double>, gradient: SIMD4<Double>) -> SIMDMask<SIMD4<Double>.MaskStorage> {
        (point .<= low .& gradient .< 0) .| (point .>= high .& gradient .> 0)
    }

    private func step(
        at point: SIMD4<Double>, _ here: Evaluation, damping: Double
    ) -> (step: SIMD4<Double>, damping: Double)? {
        var held = heldAtBound(point, gradient: here.gradient)
        while let (step, used) = solved(here, holding: held, damping: damping) {
            // Others may draw a lane beyond its bound.
            let beyond = (point .<= low .& step .< 0) .| (point .>= high .& step .> 0)
            guard any(beyond) else { return (step, used) }
            held .|= beyond
        }
        return nil
    }

    private func solved(
        _ here: Evaluation, holding held: SIMDMask<SIMD4<Double>.MaskStorage>, damping: Double
    ) -> (step: SIMD4<Double>, damping: Double)? {
        let gradient = here.gradient.replacing(with: 0, where: held)
        let widest = (0..<count).reduce(0) { max($0, abs(here.hessian[$1, $1])) }
        var damping = damping
        while damping < 1e14 {
            var matrix = SymmetricMatrix()
            for row in 0..<count {
                for column in 0..<row where !held[row] && !held[column] {
                    matrix.add(-here.hessian[row, column], row, column)
                }
                let own = here.hessian[row, row]
                matrix.add(held[row] ? 1 : -own + damping * (abs(own) + 1e-9 * widest + 1e-30), row, row)
            }
            if let factor = Cholesky(matrix, count: count) {
                let step = factor.solve(gradient)
                let longest = (0..<count).reduce(0) { max($0, abs(step[$1])) }
                guard longest.isFinite else { return nil }
                return (longest > Self.longestStep ? step * (Self.longestStep / longest) : step, damping)
            }
            damping = max(4 * damping, 1e-3)
        }
        return nil
    }
}
