/// sBG: each period a customer cancels with a chance that differs between customers as Beta(alpha, beta) says.
///
/// Source: Fader and Hardie, “How to Project Customer Retention”, Journal of Interactive Marketing 21(1), 2007.
public struct ShiftedBetaGeometric: Equatable, FittableRetentionModel {
    public static let keys: [ParameterKey] = [.alpha, .beta]

    public let alpha, beta: Double

    /// - Precondition: Both above zero.
    public init(alpha: Double, beta: Double) {
        precondition(alpha > 0 && beta > 0)
        (self.alpha, self.beta) = (alpha, beta)
    }

    init(logParameters: SIMD4<Double>) {
        self.init(alpha: exp(logParameters[0]), beta: exp(logParameters[1]))
    }

    public var parameters: [Double] { [alpha, beta] }

    public func logSurvival(after periods: Double) -> Double {
        GammaDifference.logGamma(beta, plus: periods) - GammaDifference.logGamma(alpha + beta, plus: periods)
    }

    func logSurvivalGradient(after periods: Double) -> SIMD4<Double> {
        let both = GammaDifference.digamma(alpha + beta, plus: periods)
        return [-alpha * both, beta * (GammaDifference.digamma(beta, plus: periods) - both), 0, 0]
    }

    /// By the hypergeometric function, which stays fast at small rates: ₂F₁(1, beta; alpha + beta; 1/(1 + d)).
    public func discountedLifetime(rate: Double) -> Double {
        precondition(rate > 0)
        return exp(logHypergeometric(1, beta, alpha + beta, 1 / (1 + rate)))
    }
}
