extension PurchaseModelName {
    /// The most likely parameters of this model for a base.
    ///
    /// Where the maximum lies on the boundary at which nobody leaves, the fit holds an `NBD` and the warning
    /// `nobodyLeaves`. The same base gives the same digits whatever the order of its customers; a change of the unit of
    /// time changes nothing but the unit.
    ///
    /// - Throws: `FitError` with the reason why there is no fit.
    public func fit(to base: PurchaseSummaries) throws(FitError) -> Fit<any PurchaseModel> {
        guard base.customers > 0 else { throw .noCustomers }
        guard base.repeatCustomers >= 2 else { throw .tooFewRepeatCustomers(base.repeatCustomers) }
        return switch self {
        case .nbd: try PurchaseFitter<NBD>(base).fit()
        case .bgNBD: try PurchaseFitter<BetaGeometricNBD>(base).fit()
        case .mbgNBD: try PurchaseFitter<ModifiedBetaGeometricNBD>(base).fit()
        case .paretoNBD: try PurchaseFitter<ParetoNBD>(base).fit()
        case .bgBB: try PurchaseFitter<BetaGeometricBetaBinomial>(base).fit()
        }
    }
}

/// Fits one purchase model to one base.
struct PurchaseFitter<Model: SearchableModel> {
    let base: PurchaseSummaries
    let maximiser: Maximiser
    let starts: [SIMD4<Double>]

    /// Starts are tried on so many customers with later purchases, and all others in proportion.
    private static var sampleSize: Int { 2_500 }
    /// Bases with fewer distinct rows are searched as they are.
    private static var smallBase: Int { 5_000 }
    /// A model that gains less over NBD shows leaving so dimly that a thinned base may have lost it.
    private static var clearGain: Double { 50 }
    /// A model that gains less over NBD does not show anybody leaving.
    private static var visibleGain: Double { 1e-3 }

    init(_ base: PurchaseSummaries) {
        self.base = base
        let age = max(1, Double(base.daysObserved) / Double(base.customers))
        let rate = Double(base.laterPurchases) / max(1, Double(base.daysObserved))
        var (low, high) = (SIMD4<Double>(repeating: 0), SIMD4<Double>(repeating: 0))
        for (lane, key) in Model.keys.enumerated() {
            let scale = Model.times.contains(key) ? log(age) : 0
            (low[lane], high[lane]) = (scale + log(1e-7), scale + log(1e7))
        }
        maximiser = Maximiser(count: Model.keys.count, low: low, high: high)
        starts = Model.starts(rate: rate, age: age).map { start in
            var point = SIMD4<Double>()
            for (lane, value) in start.enumerated() { point[lane] = log(value) }
            return point
        }
    }

    func fit() throws(FitError) -> Fit<any PurchaseModel> {
        let thinned = thinned
        var maximum = try highest(among: thinned)
        if Model.becomesNBD {
            let nobody = PurchaseFitter<NBD>(base)
            let fallback = try nobody.highest(among: thinned)
            if maximum.evaluation.value < fallback.evaluation.value + Self.clearGain, thinned.customers < base.customers
            {
                maximum = try highest(among: base)
            }
            if maximum.evaluation.value < fallback.evaluation.value + Self.visibleGain {
                return nobody.result(fallback, because: [.nobodyLeaves(asked: Model.name)])
            }
        }
        return result(maximum, because: [])
    }

    private var thinned: PurchaseSummaries {
        guard base.rows.count > Self.smallBase, base.repeatCustomers > Self.sampleSize else { return base }
        let share = Double(Self.sampleSize) / Double(base.repeatCustomers)
        return base.thinned(to: Int((Double(base.customers) * share).rounded(.up)))
    }

    private func highest(among thinned: PurchaseSummaries) throws(FitError) -> Maximiser.Maximum {
        let search = Search(
            maximiser: maximiser, starts: starts, thinned: thinned, base: base,
            isThinned: thinned.customers < base.customers
        ) { point, base in
            Model(logParameters: point).evaluation(of: base)
        }
        return try search.highest()
    }

    private func result(_ maximum: Maximiser.Maximum, because reasons: [FitWarning]) -> Fit<any PurchaseModel> {
        let model = Model(logParameters: maximum.point)
        let judgement = Judgement(maximum, by: maximiser, keys: Model.keys, shapes: Model.shapes)
        var warnings = reasons + judgement.warnings
        if base.repeatCustomers < FitWarning.fewCustomers {
            warnings.append(.fewInformativeCustomers(base.repeatCustomers))
        }
        return Fit(
            model: model,
            parameters: judgement.parameters(Model.keys, values: model.parameters),
            logLikelihood: maximum.evaluation.value, customers: base.customers, informative: base.repeatCustomers,
            iterations: maximum.iterations, warnings: warnings, densities: base.laterPurchases,
            spread: maximiser.spread(at: maximum))
    }
}
