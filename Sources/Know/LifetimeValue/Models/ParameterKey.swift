/// The parameters of all models; raw values are the keys that programs read.
///
/// | model | parameters | source |
/// | --- | --- | --- |
/// | `NBD` | purchase rate ~ Gamma(shape r, rate alpha) | Ehrenberg (1959) |
/// | `BetaGeometricNBD` | the same, and chance of leaving after a purchase ~ Beta(a, b) | Fader, Hardie, Lee (2005) |
/// | `ModifiedBetaGeometricNBD` | the same, also after the first purchase | Batislam et al. (2007) |
/// | `ParetoNBD` | r, alpha, and rate of leaving ~ Gamma(shape s, rate beta) | Schmittlein et al. (1987) |
/// | `BetaGeometricBetaBinomial` | chance of buying ~ Beta(alpha, beta), of leaving ~ Beta(gamma, delta) | Fader et al. (2010) |
/// | `GammaGamma` | amounts ~ Gamma(p, ν), ν ~ Gamma(q, gamma) | Fader, Hardie, Lee (2005) |
/// | `ShiftedBetaGeometric` | chance of cancelling ~ Beta(alpha, beta) | Fader, Hardie (2007) |
/// | `BetaDiscreteWeibull` | the same, growing or falling with tenure by the power c | Fader et al. (2018) |
///
/// `alpha` of the first four and `beta` of Pareto/NBD are times, in days inside; `gamma` of Gamma-Gamma is money.
public enum ParameterKey: String, CaseIterable, Sendable {
    case r, alpha, a, b, s, beta, gamma, delta, p, q, c
}

/// The unit in which times are reported.
public enum TimeUnit: String, CaseIterable, Sendable {
    case day, week

    /// How long one is.
    public var days: Double { self == .day ? 1 : 7 }
}
