/// BG/NBD: purchases at a rate ~ Gamma(r, alpha); after each later purchase the customer leaves with a probability ~
/// Beta(a, b).
///
/// Source: Fader, Hardie and Lee, “Counting Your Customers the Easy Way: An Alternative to the Pareto/NBD Model”, Marketing
/// Science 24(2), 2005. Expected orders are the average over the chance of leaving, which equals the paper's form with the
/// hypergeometric function and has neither its pole at a = 1 nor its nonsense where a vanishes.
public struct BetaGeometricNBD: Equatable, PurchaseModel {
    public static let name = PurchaseModelName.bgNBD
    public static let keys: [ParameterKey] = [.r, .alpha, .a, .b]
    public static let times: Set<ParameterKey> = [.alpha]

    let coin: LeavingCoin

    /// - Precondition: All above zero; alpha in days.
    public init(r: Double, alpha: Double, a: Double, b: Double) {
        coin = LeavingCoin(r: r, alpha: alpha, a: a, b: b, firstToss: 0)
    }

    public var r: Double { coin.r }
    public var alpha: Double { coin.alpha }
    public var a: Double { coin.a }
    public var b: Double { coin.b }
    public var parameters: [Double] { [r, alpha, a, b] }

    /// 1 for a customer without a later purchase: only a purchase gives an occasion to leave.
    public func probabilityAlive(given summary: PurchaseSummary) -> Double { coin.probabilityAlive(summary) }

    public func expectedOrders(in horizon: Double, given summary: PurchaseSummary) -> Double {
        coin.expectedOrders(in: horizon, given: summary)
    }

    public func expectedOrders(in horizon: Double, given summaries: [PurchaseSummary]) -> [Double] {
        coin.expectedOrders(in: horizon, given: summaries)
    }

    public func expectedOrders(in horizon: Double) -> Double { coin.expectedOrders(in: horizon) }

    public func orderCounts(upTo count: Int, in horizon: Double) -> [Double] {
        coin.orderCounts(upTo: count, in: horizon)
    }
}

extension BetaGeometricNBD: FittableModel {
    init(logParameters: SIMD4<Double>) { coin = LeavingCoin(logParameters: logParameters, firstToss: 0) }

    func evaluation(of base: PurchaseSummaries) -> Evaluation { coin.evaluation(of: base) }
}
