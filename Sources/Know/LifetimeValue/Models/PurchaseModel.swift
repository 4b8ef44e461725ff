/// A model of when customers without a contract buy and when they silently leave.
///
///     let base = PurchaseSummaries(customers)
///     let fit = try PurchaseModelName.bgNBD.fit(to: base)
///     let alive = fit.model.probabilityAlive(given: customers[0])
///     let orders = fit.model.expectedOrders(in: 365, given: customers[0])
///     let fromNew = fit.model.expectedOrders(in: 365)
///     let chanceOfNone = fit.model.orderCounts(upTo: 0, in: 365, given: customers[0])[0]
///
/// Times are in days (in opportunities for BG/BB). A horizon that is not above zero brings no orders; one beyond
/// `PurchaseSummary.limit` counts as that. No answer is ever infinite or no number.
public protocol PurchaseModel: Sendable {
    static var name: PurchaseModelName { get }
    static var keys: [ParameterKey] { get }
    /// Those of `keys` that are times.
    static var times: Set<ParameterKey> { get }

    /// In the order of `keys`; all above zero.
    var parameters: [Double] { get }

    /// ln of the density of what the customers did, a sum over all of them.
    ///
    /// Densities by time: NBD, BG/NBD, MBG/NBD and Pareto/NBD may be compared with each other. With times in weeks it is
    /// larger by ln 7 for each later purchase.
    func logLikelihood(of base: PurchaseSummaries) -> Double
    /// Its derivatives by the parameters, in the order of `keys`.
    func gradient(of base: PurchaseSummaries) -> [Double]

    /// The probability that the customer has not left.
    func probabilityAlive(given summary: PurchaseSummary) -> Double
    /// How many orders to expect from the customer in the next `horizon` days.
    func expectedOrders(in horizon: Double, given summary: PurchaseSummary) -> Double
    /// The same for many customers, in their order: what they have in common is computed once.
    func expectedOrders(in horizon: Double, given summaries: [PurchaseSummary]) -> [Double]
    /// How many later orders to expect from a new customer in the first `horizon` days.
    func expectedOrders(in horizon: Double) -> Double

    /// The probabilities that a new customer places 0, 1, … `count` later orders in the first `horizon` days.
    ///
    /// Absolute error below 1e-9.
    func orderCounts(upTo count: Int, in horizon: Double) -> [Double]
    /// The probabilities that the customer places 0, 1, … `count` orders in the next `horizon` days.
    ///
    /// Absolute error below 1e-9.
    func orderCounts(upTo count: Int, in horizon: Double, given summary: PurchaseSummary) -> [Double]
}

extension PurchaseModel {
    public func expectedOrders(in horizon: Double, given summaries: [PurchaseSummary]) -> [Double] {
        summaries.map { expectedOrders(in: horizon, given: $0) }
    }
}

/// The purchase models by the names of the command line.
public enum PurchaseModelName: String, CaseIterable, Sendable {
    case nbd = "nbd"
    case bgNBD = "bg-nbd"
    case mbgNBD = "mbg-nbd"
    case paretoNBD = "pareto-nbd"
    case bgBB = "bg-bb"
}

/// A horizon as the models count it: what is no number or not above zero is nothing.
@inline(__always)
func countedDays(_ horizon: Double) -> Double { horizon > 0 ? min(horizon, Double(PurchaseSummary.limit)) : 0 }

/// What the fitter asks of a model; points are logarithms of the parameters.
protocol FittableModel: PurchaseModel {
    init(logParameters: SIMD4<Double>)
    func evaluation(of base: PurchaseSummaries) -> Evaluation
    /// What customers of this frequency will buy while they are there.
    func ahead(frequency: Int32) -> any OrdersAhead
    /// A summary as the model reads it.
    func read(_ summary: PurchaseSummary) -> PurchaseSummary
}

extension FittableModel {
    func read(_ summary: PurchaseSummary) -> PurchaseSummary { summary }

    public func logLikelihood(of base: PurchaseSummaries) -> Double { evaluation(of: base).value }

    public func gradient(of base: PurchaseSummaries) -> [Double] {
        let byLogarithm = evaluation(of: base).gradient
        return parameters.enumerated().map { byLogarithm[$0.offset] / $0.element }
    }
}
