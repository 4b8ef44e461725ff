/// A parameter that says how alike customers are: the larger the more. Its partner is the scale or the other shape that
/// grows with it, and is as little told where customers are all alike.
struct Shape {
    let lane: Int
    let partner: Int?
}

/// What the place of a maximum says of each parameter: how sure it is, and what speaks against it.
struct Judgement {
    /// One for each parameter; nil at the edge and where the data cannot tell.
    private(set) var standardErrors: [Double?]
    private(set) var warnings: [FitWarning] = []

    /// With a shape of 500 customers differ by less than one in twenty: alike, for any use.
    private static let largestToldShape = 500.0
    /// Wider than a factor of twenty either way, an error tells nothing.
    private static let widestError = 3.0
    /// So small a parameter that the data cannot tell is on its way to zero.
    private static let nearlyZero = 1e-3

    init(_ maximum: Maximiser.Maximum, by maximiser: Maximiser, keys: [ParameterKey], shapes: [Shape]) {
        // A shape without end is held, lest its flat direction hide what the data tell of the others.
        let endless = shapes.map(\.lane).filter { exp(maximum.point[$0]) > Self.largestToldShape }
        standardErrors = maximiser.standardErrors(at: maximum, holding: endless)
        for lane in 0..<maximiser.count {
            let value = exp(maximum.point[lane])
            let atBound = Self.isAtBound(maximum.point[lane], maximiser.low[lane], maximiser.high[lane])
            let untold = atBound || standardErrors[lane].map { $0 > Self.widestError * value } ?? true
            let shape = shapes.first { $0.lane == lane }
            if let shape, value > Self.largestToldShape || untold && value > Self.nearlyZero {
                warnings.append(.heterogeneityNotIdentified(keys[lane]))
                forget(lane)
                if let partner = shape.partner { forget(partner) }
            } else if atBound && !isForgotten(lane, shapes) || untold && value < Self.nearlyZero {
                warnings.append(.parameterAtEdge(keys[lane]))
                forget(lane)
            }
        }
    }

    /// Two parameters that vanish together stop together, one of them a little before its bound: within a factor of ten.
    private static func isAtBound(_ point: Double, _ low: Double, _ high: Double) -> Bool {
        let room = log(10.0)
        return point <= low + room || point >= high - room
    }

    private mutating func forget(_ lane: Int) { standardErrors[lane] = nil }

    /// Whether a lane is the partner of a shape that was warned of already.
    private func isForgotten(_ lane: Int, _ shapes: [Shape]) -> Bool {
        shapes.contains { $0.partner == lane && standardErrors[$0.lane] == nil }
    }

    func parameters(_ keys: [ParameterKey], values: [Double]) -> [FittedParameter] {
        keys.indices.map { FittedParameter(key: keys[$0], value: values[$0], standardError: standardErrors[$0]) }
    }
}

extension Maximiser {
    /// So wide, a factor of e² either way, is what is held possible of a parameter before the data tell more: directions
    /// that the likelihood is flat in stay finite.
    private static var openBefore: Double { 2 }

    /// What the data leave open about the logarithms of the parameters: vectors v with Σ v vᵀ their covariance, from the
    /// observed information. Parameters at the edge are taken as known.
    func spread(at maximum: Maximum) -> [SIMD4<Double>] {
        let held = heldAtBound(maximum.point, gradient: maximum.evaluation.gradient)
        var before = 1 / (Self.openBefore * Self.openBefore)
        while before < 1e30 {
            var information = SymmetricMatrix()
            for row in 0..<count where !held[row] {
                for column in 0..<row where !held[column] {
                    information.add(-maximum.evaluation.hessian[row, column], row, column)
                }
                information.add(before - maximum.evaluation.hessian[row, row], row, row)
            }
            for row in 0..<count where held[row] { information.add(1, row, row) }
            if let factor = Cholesky(information, count: count) {
                return (0..<count).filter { !held[$0] }.map { factor.solveTransposed(unit: $0) }
            }
            // Not even then a maximum: a surface that bends up by roundings, or at a corner.
            before *= 10
        }
        return []
    }

    /// The standard errors of the parameters at a maximum, from the observed information; nil where there is none.
    ///
    /// - Parameter fixed: Lanes that are taken as known.
    func standardErrors(at maximum: Maximum, holding fixed: [Int]) -> [Double?] {
        var held = heldAtBound(maximum.point, gradient: maximum.evaluation.gradient)
        for lane in fixed { held[lane] = true }
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
}
