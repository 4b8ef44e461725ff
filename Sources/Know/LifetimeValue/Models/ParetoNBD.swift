/// Pareto/NBD: purchases at a rate ~ Gamma(r, alpha) during a lifetime that ends at a rate ~ Gamma(s, beta).
///
/// Source: Schmittlein, Morrison and Colombo, “Counting Your Customers: Who Are They and What Will They Do Next?”,
/// Management Science 33(1), 1987. The likelihood is integrated over the unseen moment of leaving, which stays stable where
/// the closed form with the hypergeometric function cancels.
public struct ParetoNBD: Equatable, PurchaseModel {
    public static let name = PurchaseModelName.paretoNBD
    public static let keys: [ParameterKey] = [.r, .alpha, .s, .beta]
    public static let times: Set<ParameterKey> = [.alpha, .beta]

    public let r, alpha, s, beta: Double

    /// - Precondition: All above zero; alpha and beta in days.
    public init(r: Double, alpha: Double, s: Double, beta: Double) {
        precondition(r > 0 && alpha > 0 && s > 0 && beta > 0)
        (self.r, self.alpha, self.s, self.beta) = (r, alpha, s, beta)
    }

    public var parameters: [Double] { [r, alpha, s, beta] }

    public func probabilityAlive(given summary: PurchaseSummary) -> Double {
        let x = Double(summary.frequency)
        let (recency, age) = (Double(summary.recency), Double(summary.age))
        let left = LeavingMoment(self, x: x, from: recency, to: age).logIntegral
        return 1 / (1 + exp(left - logAlive(x: x, age: age)))
    }

    public func expectedOrders(in horizon: Double, given summary: PurchaseSummary) -> Double {
        let (x, age) = (Double(summary.frequency), Double(summary.age))
        return probabilityAlive(given: summary) * ordersAlive(in: horizon, x: x, age: age)
    }

    public func expectedOrders(in horizon: Double) -> Double { ordersAlive(in: horizon, x: 0, age: 0) }

    /// (r + x)/(alpha + T) purchases a day for the expected time until leaving or the horizon; no pole at s = 1.
    private func ordersAlive(in horizon: Double, x: Double, age: Double) -> Double {
        let stretch = log1p(horizon / (beta + age))
        return (r + x) / (alpha + age) * (beta + age) * stretch * expm1Ratio((1 - s) * stretch)
    }

    /// ln of the likelihood of silence until T without having left, up to what all terms share.
    fileprivate func logAlive(x: Double, age: Double) -> Double {
        -(r + x) * log1p(age / alpha) - s * log1p(age / beta)
    }
}

extension ParetoNBD: FittableModel {
    init(logParameters: SIMD4<Double>) {
        self.init(
            r: exp(logParameters[0]), alpha: exp(logParameters[1]), s: exp(logParameters[2]),
            beta: exp(logParameters[3]))
    }

    func evaluation(of base: PurchaseSummaries) -> Evaluation {
        var sum = Evaluation()
        for group in base.groups {
            let x = Double(group.frequency)
            var customers = 0.0
            for row in base.rows[group.rows] {
                let (recency, age) = (Double(base.times[Int(row.recency)]), Double(base.times[Int(row.age)]))
                customers += row.customers
                sum.add(historyTerm(x: x, recency: recency, age: age), times: row.customers)
            }
            sum.add(purchaseRateTerm(r: r, alpha: alpha, x: x), times: customers)
        }
        return sum
    }

    /// ln of the braces: silent and alive until T, or gone at some moment between t_x and T.
    private func historyTerm(x: Double, recency: Double, age: Double) -> Evaluation {
        var terms = LogSum()
        add(x: x, time: age, logWeight: nil, to: &terms)
        let moment = LeavingMoment(self, x: x, from: recency, to: age)
        moment.forEachNode { time, logWeight in add(x: x, time: time, logWeight: logWeight, to: &terms) }
        return terms.evaluation
    }

    /// - Parameter logWeight: ln of the width of time that a moment of leaving stands for; nil for not having left.
    @inline(__always)
    private func add(x: Double, time: Double, logWeight: Double?, to terms: inout LogSum) {
        let (rateLogarithm, rateShare) = (log1p(time / alpha), time / (alpha + time))
        let (lifeLogarithm, lifeShare) = (log1p(time / beta), time / (beta + time))
        let left = logWeight == nil ? 0.0 : 1
        var value = -(r + x) * rateLogarithm - s * lifeLogarithm
        if let logWeight { value += log(s) - log(beta + time) + logWeight }
        var hessian = SymmetricMatrix()
        hessian.rows.0 = [-r * rateLogarithm, r * rateShare, 0, 0]
        hessian.rows.1 = [r * rateShare, -(r + x) * rateShare * (1 - rateShare), 0, 0]
        hessian.rows.2 = [0, 0, -s * lifeLogarithm, s * lifeShare]
        hessian.rows.3 = [0, 0, s * lifeShare, -(s + left) * lifeShare * (1 - lifeShare)]
        terms.add(
            value,
            gradient: [
                -r * rateLogarithm, (r + x) * rateShare, left - s * lifeLogarithm, s * lifeShare - left * (1 - lifeShare),
            ], hessian: hessian)
    }
}
