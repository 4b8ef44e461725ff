/// Gamma-Gamma: a customer's amounts are Gamma(shape p, rate ν), with ν ~ Gamma(shape q, rate gamma) over customers,
/// whatever the rate of buying.
///
/// Source: Fader, Hardie and Lee, “RFM and CLV: Using Iso-Value Curves for Customer Base Analysis”, Journal of Marketing
/// Research 42(4), 2005. The log-likelihood is that of the mean amounts z̄; the paper's, of totals, is lower by Σ ln x.
public struct GammaGamma: Equatable, Sendable {
    public static let keys: [ParameterKey] = [.p, .q, .gamma]

    public let p, q, gamma: Double

    /// - Precondition: All above zero; gamma in the amounts' unit.
    public init(p: Double, q: Double, gamma: Double) {
        precondition(p > 0 && q > 0 && gamma > 0)
        (self.p, self.q, self.gamma) = (p, q, gamma)
    }

    /// Amounts that are the same for everybody: for a base that no spend model can be fitted to.
    ///
    /// - Precondition: The amount is above zero.
    public static func everybody(spends amount: Double) -> GammaGamma {
        // Shapes so large that nothing is left to differ.
        let (p, q) = (1e6, 1e6)
        return GammaGamma(p: p, q: q, gamma: amount * ((q - 1) / p))
    }

    public var parameters: [Double] { [p, q, gamma] }

    /// The mean amount over customers; nil where q ≤ 1, when there is none.
    public var populationMean: Double? { q > 1 ? p * (gamma / (q - 1)) : nil }

    /// The expected mean amount of a customer: between the own mean and the population's, by how often the customer bought.
    ///
    /// - Parameters:
    ///   - frequency: Later purchases that the mean is of; with 0 the answer is the population's mean.
    ///   - mean: Their mean amount.
    /// - Returns: Nil where q ≤ 1 leaves no mean to expect.
    public func expectedAmount(frequency: Int, mean: Double) -> Double? {
        let weight = p * Double(max(0, frequency))
        guard weight + q > 1 else { return nil }
        let own = frequency > 0 && mean > 0 ? weight * mean : 0
        return (p * gamma + own) / (weight + q - 1)
    }

    /// The amount that the customer's true mean p/ν stays below with the given probability, 0 < probability < 1.
    public func quantile(_ probability: Double, frequency: Int, mean: Double) -> Double {
        let x = Double(max(0, frequency))
        let rate = gamma + (mean > 0 ? x * mean : 0)
        // ν has a gamma distribution, and p/ν is small where ν is large.
        return p * rate / IncompleteGamma.quantile(p * x + q, 1 - probability)
    }

    public func logLikelihood(of base: SpendSummaries) -> Double { evaluation(of: base).value }

    /// The derivatives of the log-likelihood by p, q and gamma.
    public func gradient(of base: SpendSummaries) -> [Double] {
        let byLogarithm = evaluation(of: base).gradient
        return [byLogarithm[0] / p, byLogarithm[1] / q, byLogarithm[2] / gamma]
    }
}

extension GammaGamma {
    init(logParameters: SIMD4<Double>) {
        self.init(p: exp(logParameters[0]), q: exp(logParameters[1]), gamma: exp(logParameters[2]))
    }

    func evaluation(of base: SpendSummaries) -> Evaluation {
        var sum = Evaluation()
        sum.value = -base.sumOfLogMeans
        let ratios = base.parts.sums(of: RatioSums(), +) { RatioSums(base.totals[$1], gamma: gamma) }
        for (place, group) in base.groups.enumerated() {
            let (own, logTotals) = (ratios[place], base.sumsOfLogTotals[place])
            let (logarithms, shares, curvature) = (own.logarithms, own.shares, own.curvature)
            let (n, x) = (Double(group.rows.count), Double(group.frequency))
            let logRatios = logTotals - n * log(gamma)
            let shape = p * x
            sum.add(shapeTerm(x: x), times: n)
            sum.value += shape * logRatios - (shape + q) * logarithms
            sum.gradient += [
                shape * (logRatios - logarithms), -q * logarithms, (shape + q) * shares - shape * n, 0,
            ]
            sum.hessian.add(shape * (logRatios - logarithms), 0, 0)
            sum.hessian.add(shape * (shares - n), 0, 2)
            sum.hessian.add(-q * logarithms, 1, 1)
            sum.hessian.add(q * shares, 1, 2)
            sum.hessian.add(-(shape + q) * curvature, 2, 2)
        }
        return sum
    }

    /// −ln B(p x, q) with derivatives by ln p (lane 0) and ln q (lane 1).
    private func shapeTerm(x: Double) -> Evaluation {
        let shape = p * x
        var term = Evaluation()
        term.value = -logBeta(shape, q)
        let byShape = shape * GammaDifference.digamma(shape, plus: q)
        let byQ = q * GammaDifference.digamma(q, plus: shape)
        let both = trigamma(shape + q)
        term.gradient = [byShape, byQ, 0, 0]
        term.hessian.add(byShape + shape * shape * GammaDifference.trigamma(shape, plus: q), 0, 0)
        term.hessian.add(shape * q * both, 0, 1)
        term.hessian.add(byQ + q * q * GammaDifference.trigamma(q, plus: shape), 1, 1)
        return term
    }
}

/// Sums over totals of ln(1 + y) with y = x z̄/gamma, of y/(1 + y), and of that times its rest.
private struct RatioSums {
    var logarithms = 0.0, shares = 0.0, curvature = 0.0

    init() {}

    init(_ totals: ArraySlice<Double>, gamma: Double) {
        for total in totals {
            let y = total / gamma
            let share = y / (1 + y)
            logarithms += log1p(y)
            shares += share
            curvature += share / (1 + y)
        }
    }

    static func + (a: Self, b: Self) -> Self {
        var sum = a
        sum.logarithms += b.logarithms
        sum.shares += b.shares
        sum.curvature += b.curvature
        return sum
    }
}
