/// BG/BB: opportunities come one by one (years, campaigns); one who has not left takes each with a chance ~ Beta(alpha,
/// beta) and leaves before each with a chance ~ Beta(gamma, delta).
///
/// A summary's frequency counts opportunities taken, its recency is the last one taken, its age how many there were; all
/// times are opportunities. Source: Fader, Hardie and Shang, “Customer-Base Analysis in a Discrete-Time Noncontractual
/// Setting”, Marketing Science 29(6), 2010. Expected orders are summed over the opportunities ahead, which needs no special
/// case at gamma = 1.
public struct BetaGeometricBetaBinomial: Equatable, PurchaseModel {
    public static let name = PurchaseModelName.bgBB
    public static let keys: [ParameterKey] = [.alpha, .beta, .gamma, .delta]
    public static let times: Set<ParameterKey> = []

    public let alpha, beta, gamma, delta: Double

    /// - Precondition: All above zero.
    public init(alpha: Double, beta: Double, gamma: Double, delta: Double) {
        precondition(alpha > 0 && beta > 0 && gamma > 0 && delta > 0)
        (self.alpha, self.beta, self.gamma, self.delta) = (alpha, beta, gamma, delta)
    }

    public var parameters: [Double] { [alpha, beta, gamma, delta] }

    /// The probability that the customer is still there at the next opportunity.
    public func probabilityAlive(given summary: PurchaseSummary) -> Double {
        let history = Taken(summary)
        let alive = logTaken(history, until: history.opportunities) + logStayed(history.opportunities + 1)
        // A part of the whole, but for roundings of large logarithms.
        return exp(min(0, alive - logLikelihood(history).value))
    }

    /// - Parameter horizon: Opportunities ahead; a part of one counts as that part.
    public func expectedOrders(in horizon: Double, given summary: PurchaseSummary) -> Double {
        let history = Taken(summary)
        let (x, n) = (history.frequency, history.opportunities)
        let chance = (alpha + x) / (alpha + beta + n)
        return probabilityThere(given: summary) * chance * opportunitiesAhead(horizon, after: n)
    }

    /// The probability that the customer was still there at the last opportunity.
    func probabilityThere(given summary: PurchaseSummary) -> Double {
        let history = Taken(summary)
        let n = history.opportunities
        return exp(min(0, logTaken(history, until: n) + logStayed(n) - logLikelihood(history).value))
    }

    func read(_ summary: PurchaseSummary) -> PurchaseSummary {
        PurchaseSummary(
            frequency: min(summary.frequency, summary.recency), knownRecency: summary.recency, age: summary.age)
    }

    public func expectedOrders(in horizon: Double) -> Double {
        alpha / (alpha + beta) * opportunitiesAhead(horizon, after: 0)
    }

    /// Of a part of an opportunity that part is expected.
    public func orderCounts(upTo count: Int, in horizon: Double) -> [Double] {
        orderCounts(upTo: count, in: horizon, given: .new)
    }

    /// How many of the next opportunities one who was still there at the last will be there for.
    private func opportunitiesAhead(_ horizon: Double, after n: Double) -> Double {
        let horizon = countedDays(horizon)
        var (sum, stay, ahead) = (0.0, 1.0, 0.0)
        while ahead < horizon {
            stay *= (delta + n + ahead) / (gamma + delta + n + ahead)
            sum += stay * min(1, horizon - ahead)
            ahead += 1
        }
        return sum
    }

    /// The figures of a summary; more purchases than opportunities are taken as all of them.
    private struct Taken {
        let frequency, recency, opportunities: Double

        init(_ summary: PurchaseSummary) {
            frequency = Double(min(summary.frequency, summary.recency))
            recency = Double(summary.recency)
            opportunities = Double(summary.age)
        }
    }
}

extension BetaGeometricBetaBinomial: FittableModel {
    init(logParameters: SIMD4<Double>) {
        self.init(
            alpha: exp(logParameters[0]), beta: exp(logParameters[1]), gamma: exp(logParameters[2]),
            delta: exp(logParameters[3]))
    }

    func evaluation(of base: PurchaseSummaries) -> Evaluation {
        var sum = Evaluation()
        for (summary, customers) in base.distinct { sum.add(logLikelihood(Taken(summary)), times: Double(customers)) }
        return sum
    }

    /// ln Σ over when the customer left: never, or at one of the opportunities after the last one taken.
    private func logLikelihood(_ history: Taken) -> Evaluation {
        let n = history.opportunities
        var terms = LogSum()
        let never = taking(history, until: n)
        let stayed = staying(leftAfter: nil, stayed: n)
        add(never, stayed, to: &terms)
        var stay = history.recency
        while stay < n {
            add(taking(history, until: stay), staying(leftAfter: stay, stayed: stay), to: &terms)
            stay += 1
        }
        return terms.evaluation
    }

    private func add(_ taking: Evaluation, _ staying: Evaluation, to terms: inout LogSum) {
        var hessian = taking.hessian
        hessian.add(staying.hessian, weight: 1)
        terms.add(taking.value + staying.value, gradient: taking.gradient + staying.gradient, hessian: hessian)
    }

    private func logTaken(_ history: Taken, until n: Double) -> Double {
        let x = history.frequency
        return GammaDifference.logGamma(alpha, plus: x) + GammaDifference.logGamma(beta, plus: n - x)
            - GammaDifference.logGamma(alpha + beta, plus: n)
    }

    private func logStayed(_ n: Double) -> Double {
        GammaDifference.logGamma(delta, plus: n) - GammaDifference.logGamma(gamma + delta, plus: n)
    }

    /// ln B(alpha + x, beta + n − x)/B(alpha, beta), lanes 0 and 1.
    private func taking(_ history: Taken, until n: Double) -> Evaluation {
        var term = betaTerm(alpha, beta, up: history.frequency, down: n - history.frequency)
        term.value = logTaken(history, until: n)
        return term
    }

    /// ln B(gamma + [left], delta + n)/B(gamma, delta), lanes 2 and 3.
    private func staying(leftAfter left: Double?, stayed n: Double) -> Evaluation {
        let inFirstLanes = betaTerm(gamma, delta, up: left == nil ? 0 : 1, down: n)
        var term = Evaluation()
        term.value = logStayed(n) + (left == nil ? 0 : log(gamma) - log(gamma + delta + n))
        term.gradient = [0, 0, inFirstLanes.gradient[0], inFirstLanes.gradient[1]]
        term.hessian.add(inFirstLanes.hessian[0, 0], 2, 2)
        term.hessian.add(inFirstLanes.hessian[0, 1], 2, 3)
        term.hessian.add(inFirstLanes.hessian[1, 1], 3, 3)
        return term
    }

    /// The derivatives of ln B(a + up, b + down)/B(a, b) by ln a and ln b.
    private func betaTerm(_ a: Double, _ b: Double, up: Double, down: Double) -> Evaluation {
        var term = Evaluation()
        let both = GammaDifference.digamma(a + b, plus: up + down)
        let bend = GammaDifference.trigamma(a + b, plus: up + down)
        let byA = GammaDifference.digamma(a, plus: up) - both
        let byB = GammaDifference.digamma(b, plus: down) - both
        term.gradient = [a * byA, b * byB, 0, 0]
        term.hessian.add(a * byA + a * a * (GammaDifference.trigamma(a, plus: up) - bend), 0, 0)
        term.hessian.add(-a * b * bend, 0, 1)
        term.hessian.add(b * byB + b * b * (GammaDifference.trigamma(b, plus: down) - bend), 1, 1)
        return term
    }
}
