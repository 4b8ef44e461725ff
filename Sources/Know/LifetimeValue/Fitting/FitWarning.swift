/// What speaks against trusting a fit. None of them makes it useless; all belong beside its numbers.
public enum FitWarning: Hashable, Sendable, CustomStringConvertible {
    /// The likelihood still rose where the search had to stop.
    case parameterAtEdge(ParameterKey)
    /// The data cannot tell this parameter: customers look all alike in what it describes.
    case heterogeneityNotIdentified(ParameterKey)
    /// So few customers bought again (or cancelled), fewer than `FitWarning.fewCustomers`.
    case fewInformativeCustomers(Int)
    /// The orders show no customer leaving: the asked model's maximum is where it becomes NBD, which is reported.
    case nobodyLeaves(asked: PurchaseModelName)
    /// Customers who buy more often spend more (or less) each time, so that Gamma-Gamma's assumption is in doubt.
    case spendFollowsFrequency(correlation: Double)
    /// Everybody's mean amount is the same.
    case spendIsConstant
    /// The most likely q leaves the population without a mean; the population's mean is held at the observed one.
    case spendHasNoMean

    /// Below so many informative customers standard errors are wide and their theory doubtful.
    public static let fewCustomers = 100
    /// Correlations of frequency and amount above this are warned of.
    public static let notableCorrelation = 0.2

    public var description: String {
        switch self {
        case .parameterAtEdge(let key):
            "The likelihood still rises where “\(key.rawValue)” reached the limit of the search."
        case .heterogeneityNotIdentified(let key):
            "The data cannot tell “\(key.rawValue)”: customers look all alike in what it describes."
        case .fewInformativeCustomers(let count):
            "Only \(count) customers bought again or cancelled; the parameters are a guess."
        case .nobodyLeaves(let asked):
            "The orders show no customer leaving, so \(asked.rawValue) becomes nbd, which is reported."
        case .spendFollowsFrequency(let correlation):
            "Amounts and purchase frequency go together (correlation \(correlation)); the spend model assumes they do not."
        case .spendIsConstant:
            "Everybody's mean amount is the same."
        case .spendHasNoMean:
            "The most likely spend model has no mean; the population's mean was held at the observed one."
        }
    }
}
