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

    public func orderCounts(upTo count: Int, in horizon: Double) -> [Double] {
        orderCounts(upTo: count, in: horizon, given: .new)
    }

    /// (r + x)/(alpha + T) purchases a day for the expected time until leaving or the horizon; no pole at s = 1.
    private func ordersAlive(in horizon: Double, x: Double, age: Double) -> Double {
        let stretch = log1p(countedDays(horizon) / (beta + age))
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
        let (rates, lives) = (TimeTable(base.times, scale: alpha), TimeTable(base.times, scale: beta))
        var sum = Evaluation()
        for group in base.groups {
            let x = Double(group.frequency)
            let rows = base.rows[group.rows]
            let leaving = LeavingTable(self, x: x, times: base.times, rows: rows)
            var customers = 0.0
            for row in rows {
                customers += row.customers
                let alive = aliveTerm(x: x, rate: rates[row.age], life: lives[row.age])
                add(alive, leaving.integral(from: row.recency, to: row.age), times: row.customers, to: &sum)
            }
            sum.add(purchaseRateTerm(r: r, alpha: alpha, x: x), times: customers)
        }
        return sum
    }

    /// ln of the likelihood of silence until T without having left.
    @inline(__always)
    private func aliveTerm(x: Double, rate: TimeTable.Entry, life: TimeTable.Entry) -> Evaluation {
        var term = Evaluation()
        let shape = r + x
        term.value = -shape * rate.logarithm - s * life.logarithm
        term.gradient = [-r * rate.logarithm, shape * rate.share, -s * life.logarithm, s * life.share]
        term.hessian.rows.0 = [-r * rate.logarithm, r * rate.share, 0, 0]
        term.hessian.rows.1 = [r * rate.share, -shape * rate.share * (1 - rate.share), 0, 0]
        term.hessian.rows.2 = [0, 0, -s * life.logarithm, s * life.share]
        term.hessian.rows.3 = [0, 0, s * life.share, -s * life.share * (1 - life.share)]
        return term
    }

    /// Adds ln(alive + left) of customers with the same history.
    @inline(__always)
    private func add(
        _ alive: Evaluation, _ left: (logValue: Double, moments: Moments), times customers: Double,
        to sum: inout Evaluation
    ) {
        let mass = left.moments.mass
        guard mass > 0 else { return sum.add(alive, times: customers) }
        let logLeft = left.logValue + log(mass)
        let value = logAddExp(alive.value, logLeft)
        let (shareAlive, shareLeft) = (exp(alive.value - value), exp(logLeft - value))
        let gradient = alive.gradient * shareAlive + left.moments.first * (shareLeft / mass)
        sum.value += customers * value
        sum.gradient += customers * gradient
        // The mean of each one's own bend and square, without the square of the mean.
        sum.hessian.add(alive.hessian, weight: customers * shareAlive)
        sum.hessian.addSquare(of: alive.gradient, weight: customers * shareAlive)
        sum.hessian.add(left.moments.second, weight: customers * (shareLeft / mass))
        sum.hessian.addSquare(of: gradient, weight: -customers)
    }
}
