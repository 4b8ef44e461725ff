/// A model with its most likely parameters, how sure they are, and what speaks against trusting it.
public struct Fit<Model: Sendable>: Sendable {
    public let model: Model
    /// In the model's order; times in days.
    public let parameters: [FittedParameter]
    /// Natural logarithm, of densities by day and by unit of money.
    public let logLikelihood: Double
    /// Customers that the likelihood is of; Gamma-Gamma counts those with later purchases only.
    public let customers: Int
    /// Those who bought again, or who cancelled a contract: the events that a fit learns from.
    public let informative: Int
    /// Steps of the search that found the maximum.
    public let iterations: Int
    public let warnings: [FitWarning]
    /// How many densities by time the likelihood multiplies: what a change of the unit of time adds to it.
    let densities: Int
    /// What the data leave open about the logarithms of the parameters: vectors v with Σ v vᵀ their covariance.
    let spread: [SIMD4<Double>]

    /// Akaike's criterion, smaller is better.
    public var aic: Double { 2 * Double(parameters.count) - 2 * logLikelihood }
    /// Schwarz's criterion, smaller is better.
    public var bic: Double { Double(parameters.count) * log(Double(max(1, customers))) - 2 * logLikelihood }

    public subscript(key: ParameterKey) -> FittedParameter? { parameters.first { $0.key == key } }
}

/// One parameter of a fit.
public struct FittedParameter: Equatable, Sendable {
    public let key: ParameterKey
    public let value: Double
    /// From the observed information; nil where the likelihood does not bend, such as at the edge.
    public let standardError: Double?
}

extension Fit where Model == any PurchaseModel {
    /// The parameters with times in the given unit: alpha in weeks is a seventh of alpha in days.
    public func parameters(in unit: TimeUnit) -> [FittedParameter] {
        let times = type(of: model).times
        return parameters.map { parameter in
            let size = times.contains(parameter.key) ? unit.days : 1
            return FittedParameter(
                key: parameter.key, value: parameter.value / size,
                standardError: parameter.standardError.map { $0 / size })
        }
    }

    /// The log-likelihood of densities by the given unit, as papers print it.
    public func logLikelihood(in unit: TimeUnit) -> Double {
        type(of: model).times.isEmpty ? logLikelihood : logLikelihood + Double(densities) * log(unit.days)
    }
}
