/// A model of how long customers with a contract stay, period by period.
///
///     let fit = try ShiftedBetaGeometric.fit(to: TenureCounts(survivors: [1000, 869, 743, 653, 593]))
///     let afterTwelve = fit.model.survival(after: 12)
public protocol RetentionModel: Sendable {
    static var keys: [ParameterKey] { get }
    /// In the order of `keys`; all above zero.
    var parameters: [Double] { get }
    /// ln of the probability to be still there after so many periods.
    func logSurvival(after periods: Double) -> Double
    func logLikelihood(of counts: TenureCounts) -> Double
    /// The derivatives of the log-likelihood by the parameters, in the order of `keys`.
    func gradient(of counts: TenureCounts) -> [Double]
    /// The most likely parameters of the tenures that were counted.
    static func fit(to counts: TenureCounts) throws(FitError) -> Fit<Self>
}

/// What the fitter asks of a model; points are logarithms of the parameters.
protocol FittableRetentionModel: RetentionModel {
    init(logParameters: SIMD4<Double>)
    /// The derivatives of `logSurvival` by the logarithms of the parameters.
    func logSurvivalGradient(after periods: Double) -> SIMD4<Double>
}

extension RetentionModel {
    /// The probability to be still there after so many periods.
    public func survival(after periods: Int) -> Double { exp(logSurvival(after: Double(periods))) }

    /// The probability to stay in period 1, 2, … when there at its start.
    public func retentionRate(in period: Int) -> Double {
        exp(logSurvival(after: Double(period)) - logSurvival(after: Double(period - 1)))
    }

    /// The expected number of periods begun, each discounted to the start of the first: Σ S(t)/(1 + d)^t.
    ///
    /// - Parameter rate: Discount a period, above zero; without one the sum may have no end.
    public func discountedLifetime(rate: Double) -> Double { discounted(rate: rate, after: 0) }

    /// The same for a customer who is about to decide on the n-th renewal, n = 1, 2, …; the period paid for is not counted.
    public func discountedResidualLifetime(beforeRenewal n: Int, rate: Double) -> Double {
        retentionRate(in: n) * discounted(rate: rate, after: Double(n))
    }

    private func discounted(rate: Double, after tenure: Double) -> Double {
        precondition(rate > 0)
        let start = logSurvival(after: tenure)
        var (sum, period, discount) = (0.0, 0.0, 1.0)
        // What is left after a term is at most that term's survival over the rate.
        while period < 1_000_000 {
            let term = exp(logSurvival(after: tenure + period) - start) * discount
            sum += term
            if term < 1e-14 * rate * sum { break }
            period += 1
            discount /= 1 + rate
        }
        return sum
    }

}

extension FittableRetentionModel {
    /// Σ ln of the probability of each customer's tenure.
    public func logLikelihood(of counts: TenureCounts) -> Double { evaluation(of: counts).value }

    public func gradient(of counts: TenureCounts) -> [Double] {
        let byLogarithm = evaluation(of: counts).gradient
        return parameters.enumerated().map { byLogarithm[$0.offset] / $0.element }
    }

    /// Value and gradient; second derivatives are left to differences, for there are few periods.
    func evaluation(of counts: TenureCounts) -> Evaluation {
        var sum = Evaluation()
        var (before, beforeSlope) = (0.0, SIMD4<Double>())
        for place in counts.lost.indices {
            let period = Double(place + 1)
            let (after, afterSlope) = (logSurvival(after: period), logSurvivalGradient(after: period))
            let lost = Double(counts.lost[place])
            if lost > 0 {
                // S(t − 1) − S(t) = S(t − 1)(1 − stay)
                let leave = -expm1(after - before)
                sum.value += lost * (before + log(leave))
                sum.gradient += (beforeSlope - afterSlope * (1 - leave)) / leave * lost
            }
            let there = Double(counts.stillThere[place])
            sum.value += there * after
            sum.gradient += afterSlope * there
            (before, beforeSlope) = (after, afterSlope)
        }
        return sum
    }
}
