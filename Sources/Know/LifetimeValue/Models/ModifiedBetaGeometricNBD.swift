/// MBG/NBD, also called CBG/NBD: as BG/NBD, but the customer may also leave right after the first purchase.
///
/// Source: Batislam, Denizel and Filiztekin, “Empirical validation and comparison of models for customer base analysis”,
/// International Journal of Research in Marketing 24(3), 2007; Hoppe and Wagner, Marketing JRM 3(2), 2007.
public struct ModifiedBetaGeometricNBD: Equatable, PurchaseModel {
    public static let name = PurchaseModelName.mbgNBD
    public static let keys: [ParameterKey] = [.r, .alpha, .a, .b]
    public static let times: Set<ParameterKey> = [.alpha]

    let coin: LeavingCoin

    /// - Precondition: All above zero; alpha in days.
    public init(r: Double, alpha: Double, a: Double, b: Double) {
        coin = LeavingCoin(r: r, alpha: alpha, a: a, b: b, firstToss: 1)
    }

    public var r: Double { coin.r }
    public var alpha: Double { coin.alpha }
    public var a: Double { coin.a }
    public var b: Double { coin.b }
    public var parameters: [Double] { [r, alpha, a, b] }

    /// Below 1 also for a customer without a later purchase.
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

extension ModifiedBetaGeometricNBD: FittableModel {
    init(logParameters: SIMD4<Double>) { coin = LeavingCoin(logParameters: logParameters, firstToss: 1) }

    func evaluation(of base: PurchaseSummaries) -> Evaluation { coin.evaluation(of: base) }
}
