/// Nobody leaves: purchases come at a constant rate, which differs between customers as Gamma(r, alpha) says.
///
/// The honest fallback where the orders show no leaving, and the limit of the other models then.
/// Source: Ehrenberg, "The Pattern of Consumer Purchases" (1959). Its density by time is used, not that of the counts, so
/// that the log-likelihood is comparable with the models that let customers leave.
public struct NBD: Equatable, PurchaseModel {
    public static let name = PurchaseModelName.nbd
    public static let keys: [ParameterKey] = [.r, .alpha]
    public static let times: Set<ParameterKey> = [.alpha]

    public let r, alpha: Double

    /// - Precondition: Both above zero; alpha in days.
    public init(r: Double, alpha: Double) {
        precondition(r > 0 && alpha > 0)
        (self.r, self.alpha) = (r, alpha)
    }

    public var parameters: [Double] { [r, alpha] }

    public func probabilityAlive(given summary: PurchaseSummary) -> Double { 1 }

    public func expectedOrders(in horizon: Double, given summary: PurchaseSummary) -> Double {
        (r + Double(summary.frequency)) * (countedDays(horizon) / (alpha + Double(summary.age)))
    }

    public func expectedOrders(in horizon: Double) -> Double { r * (countedDays(horizon) / alpha) }

    public func orderCounts(upTo count: Int, in horizon: Double) -> [Double] {
        purchaseCounts(r: r, alpha: alpha, upTo: count, in: horizon)
    }
}

extension NBD: FittableModel {
    init(logParameters: SIMD4<Double>) { self.init(r: exp(logParameters[0]), alpha: exp(logParameters[1])) }

    func evaluation(of base: PurchaseSummaries) -> Evaluation {
        let times = TimeTable(base.times, scale: alpha)
        var sum = Evaluation()
        for (group, sums) in zip(base.groups, base.parts.sums(of: AgeSums(), +) { AgeSums(base.rows[$1], times) }) {
            let x = Double(group.frequency)
            sum.add(purchaseRateTerm(r: r, alpha: alpha, x: x), times: sums.customers)
            // −(r + x) ln(1 + T/alpha)
            sum.value -= (r + x) * sums.logarithm
            sum.gradient += [-r * sums.logarithm, (r + x) * sums.share, 0, 0]
            sum.hessian.add(-r * sums.logarithm, 0, 0)
            sum.hessian.add(r * sums.share, 0, 1)
            sum.hessian.add(-(r + x) * sums.curvature, 1, 1)
        }
        return sum
    }
}

/// Sums over the ages of customers of one frequency.
private struct AgeSums: BitwiseCopyable {
    var (customers, logarithm, share, curvature) = (0.0, 0.0, 0.0, 0.0)

    init() {}

    init(_ rows: ArraySlice<PurchaseSummaries.Row>, _ times: TimeTable) {
        for row in rows {
            let age = times[row.age]
            customers += row.customers
            logarithm += row.customers * age.logarithm
            share += row.customers * age.share
            curvature += row.customers * age.share * (1 - age.share)
        }
    }

    static func + (left: AgeSums, right: AgeSums) -> AgeSums {
        var sum = left
        sum.customers += right.customers
        sum.logarithm += right.logarithm
        sum.share += right.share
        sum.curvature += right.curvature
        return sum
    }
}

/// P(X = 0), …, P(X = count) of purchases at a rate that nobody leaves from.
func purchaseCounts(r: Double, alpha: Double, upTo count: Int, in horizon: Double) -> [Double] {
    let horizon = countedDays(horizon)
    let share = horizon / (alpha + horizon)
    let logNone = -r * log1p(horizon / alpha)
    return (0...max(0, count)).map { k in
        guard k > 0 else { return exp(logNone) }
        guard share > 0 else { return 0 }
        let x = Double(k)
        return exp(
            GammaDifference.logGamma(r, plus: x) - logGamma(x + 1) + logNone + x * log(share))
    }
}
