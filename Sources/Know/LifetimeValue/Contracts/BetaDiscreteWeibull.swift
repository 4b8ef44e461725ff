/// BdW: as sBG, but the chance to cancel also changes with tenure: S(t) = B(alpha, beta + tᶜ)/B(alpha, beta). With c = 1 it
/// is sBG; above 1 a customer grows more likely to cancel, below 1 less.
///
/// Source: Fader, Hardie, Liu, Davin and Steenburgh, “How to Project Customer Retention Revisited: The Role of Duration
/// Dependence”, Journal of Interactive Marketing 43, 2018.
public struct BetaDiscreteWeibull: Equatable, FittableRetentionModel {
    public static let keys: [ParameterKey] = [.alpha, .beta, .c]

    public let alpha, beta, c: Double

    /// - Precondition: All above zero.
    public init(alpha: Double, beta: Double, c: Double) {
        precondition(alpha > 0 && beta > 0 && c > 0)
        (self.alpha, self.beta, self.c) = (alpha, beta, c)
    }

    init(logParameters: SIMD4<Double>) {
        self.init(alpha: exp(logParameters[0]), beta: exp(logParameters[1]), c: exp(logParameters[2]))
    }

    public var parameters: [Double] { [alpha, beta, c] }

    private static let longTenure = 10_000.0

    public func logSurvival(after periods: Double) -> Double {
        let tenure = pow(periods, c)
        // tᶜ grows beyond all bounds, and the two differences would drown what is between them: then by alpha instead.
        if tenure > Self.longTenure {
            return GammaDifference.logGamma(beta, plus: alpha) - GammaDifference.logGamma(beta + tenure, plus: alpha)
        }
        return GammaDifference.logGamma(beta, plus: tenure) - GammaDifference.logGamma(alpha + beta, plus: tenure)
    }

    func logSurvivalGradient(after periods: Double) -> SIMD4<Double> {
        guard periods > 0 else { return SIMD4() }
        let tenure = pow(periods, c)
        let both = GammaDifference.digamma(alpha + beta, plus: tenure)
        let byBeta = GammaDifference.digamma(beta, plus: tenure) - both
        // ψ(beta + tᶜ) − ψ(alpha + beta + tᶜ), times the derivative of tᶜ by ln c.
        let byTenure = -GammaDifference.digamma(beta + tenure, plus: alpha)
        return [-alpha * both, beta * byBeta, byTenure * tenure * c * log(periods), 0]
    }
}
