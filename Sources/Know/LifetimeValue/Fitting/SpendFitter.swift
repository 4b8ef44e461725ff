extension GammaGamma {
    /// The most likely spend model of a base.
    ///
    /// Spend that is the same for everybody is a warning: the model then expects that amount from everybody. Where the most
    /// likely q is 1 or less and leaves no mean, the population's mean is held at the observed one and the likelihood
    /// maximised over what is left.
    ///
    /// - Throws: `FitError` with the reason why there is no fit.
    public static func fit(to base: SpendSummaries) throws(FitError) -> Fit<GammaGamma> {
        guard base.customers >= 2 else { throw .tooFewSpenders(base.customers) }
        let fitter = SpendFitter(base)
        if base.largest - base.smallest <= 1e-9 * base.mean { return fitter.constant }
        let free = try fitter.free()
        // A hair above one leaves a mean in name only: thousands of times what anybody pays.
        if let mean = free.model.populationMean, mean < 20 * base.mean, free.model.q > 1 { return free }
        return try fitter.withMeanHeld()
    }
}

/// Fits Gamma-Gamma to one base.
struct SpendFitter {
    let base: SpendSummaries
    /// ln of the geometric mean, which one huge amount does not move.
    private let scale: Double

    init(_ base: SpendSummaries) {
        self.base = base
        scale = base.sumOfLogMeans / Double(base.customers)
    }

    /// Of p and q; gamma shrinks and grows with both.
    private static let limit = log(1e7)
    /// Starts are tried on so many customers.
    private static let sampleSize = 4_000

    func free() throws(FitError) -> Fit<GammaGamma> {
        let (low, high) = (
            [-Self.limit, -Self.limit, scale - 2 * Self.limit, 0], [Self.limit, Self.limit, scale + 2 * Self.limit, 0]
        )
        let maximiser = Maximiser(count: 3, low: SIMD4(low), high: SIMD4(high))
        let maximum = try highest(of: maximiser, starts: Self.shapes.map { p, q in start(p, q) }) { point, base in
            GammaGamma(logParameters: point).evaluation(of: base)
        }
        let shapes = [Shape(lane: 0, partner: nil), Shape(lane: 1, partner: 2)]
        let judgement = Judgement(maximum, by: maximiser, keys: GammaGamma.keys, shapes: shapes)
        return result(
            GammaGamma(logParameters: maximum.point), judgement.standardErrors, maximum, judgement.warnings,
            spread: maximiser.spread(at: maximum))
    }

    /// Over p and q − 1, with gamma so that the population's mean is the observed one.
    func withMeanHeld() throws(FitError) -> Fit<GammaGamma> {
        func model(_ point: SIMD4<Double>) -> GammaGamma {
            GammaGamma(p: exp(point[0]), q: 1 + exp(point[1]), gamma: exp(log(base.mean) + point[1] - point[0]))
        }
        func slope(_ point: SIMD4<Double>, _ base: SpendSummaries) -> Evaluation {
            var evaluation = model(point).evaluation(of: base)
            let by = evaluation.gradient
            let q = 1 + exp(point[1])
            evaluation.gradient = [by[0] - by[2], by[1] * (q - 1) / q + by[2], 0, 0]
            return evaluation
        }
        let limit = SIMD4<Double>(Self.limit, Self.limit, 0, 0)
        let maximiser = Maximiser(count: 2, low: -limit, high: limit)
        let starts = Self.shapes.map { p, q in SIMD4<Double>(log(p), log(q - 1), 0, 0) }
        let maximum = try highest(of: maximiser, starts: starts) { point, base in
            withHessianByDifferences(point, count: 2) { slope($0, base) }
        }
        return result(
            model(maximum.point), [nil, nil, nil], maximum, [.spendHasNoMean],
            spread: [spreadOfMean]
                + maximiser.spread(at: maximum).map { step in
                    let q = 1 + exp(maximum.point[1])
                    return [step[0], step[1] * (q - 1) / q, step[1] - step[0], 0]
                })
    }

    var constant: Fit<GammaGamma> {
        let model = GammaGamma.everybody(spends: base.mean)
        let maximum = Maximiser.Maximum(
            point: SIMD4(), evaluation: model.evaluation(of: base), iterations: 0, converged: true)
        return result(model, [nil, nil, nil], maximum, [.spendIsConstant], spread: [])
    }

    /// How far the observed mean may be from the population's: gamma carries it.
    private var spreadOfMean: SIMD4<Double> {
        let totals = zip(base.groups, base.groups.map { Double($0.frequency) }).flatMap { group, x in
            base.totals[group.rows].map { $0 / x / base.mean - 1 }
        }
        let n = Double(max(2, totals.count))
        return [0, 0, min(1, (totals.reduce(0) { $0 + $1 * $1 } / n / (n - 1)).squareRoot()), 0]
    }

    private static let shapes: [(p: Double, q: Double)] = [(2, 3), (6, 4), (1, 12), (20, 1.5), (0.5, 2)]

    private func start(_ p: Double, _ q: Double) -> SIMD4<Double> { [log(p), log(q), scale + log((q - 1) / p), 0] }

    private func highest(
        of maximiser: Maximiser, starts: [SIMD4<Double>],
        _ evaluate: @escaping (SIMD4<Double>, SpendSummaries) -> Evaluation
    ) throws(FitError) -> Maximiser.Maximum {
        let thinned = base.thinned(to: Self.sampleSize)
        let search = Search(
            maximiser: maximiser, starts: starts, thinned: thinned, base: base,
            isThinned: thinned.customers < base.customers, evaluate: evaluate)
        return try search.highest()
    }

    private func result(
        _ model: GammaGamma, _ errors: [Double?], _ maximum: Maximiser.Maximum, _ reasons: [FitWarning],
        spread: [SIMD4<Double>]
    ) -> Fit<GammaGamma> {
        var warnings = reasons
        if abs(base.correlation) > FitWarning.notableCorrelation {
            warnings.append(.spendFollowsFrequency(correlation: base.correlation))
        }
        if base.customers < FitWarning.fewCustomers { warnings.append(.fewInformativeCustomers(base.customers)) }
        return Fit(
            model: model,
            parameters: zip(GammaGamma.keys, zip(model.parameters, errors)).map {
                FittedParameter(key: $0, value: $1.0, standardError: $1.1)
            },
            logLikelihood: maximum.evaluation.value, customers: base.customers, informative: base.customers,
            iterations: maximum.iterations, warnings: warnings, densities: 0, spread: spread)
    }
}
