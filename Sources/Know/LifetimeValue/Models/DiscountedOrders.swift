/// A purchase model whose orders can be discounted by when they come; all models are.
///
/// The contribution ahead of a customer is margin · expected amount · `discountedOrders`.
public protocol DiscountingPurchaseModel: PurchaseModel {
    /// How many orders a day to expect from the customer `ahead` days from now: the slope of expected orders.
    func orderRate(ahead: Double, given summary: PurchaseSummary) -> Double
    /// The slope at several times at once, in their order: what they have in common is computed once.
    func orderRates(ahead: [Double], given summary: PurchaseSummary) -> [Double]
    /// The expected orders ahead, each discounted to now by e^(−rate · days): ∫₀ᴴ e^(−rate·t) dE[Y(t)].
    ///
    /// Relative error below 1e-9.
    ///
    /// - Parameters:
    ///   - rate: Continuous discount a day, above zero: a yearly rate of 15 % is ln(1.15)/365.
    ///   - horizon: Days ahead; infinity is all time to come.
    func discountedOrders(rate: Double, in horizon: Double, given summary: PurchaseSummary) -> Double
}

extension DiscountingPurchaseModel {
    public func orderRates(ahead: [Double], given summary: PurchaseSummary) -> [Double] {
        ahead.map { orderRate(ahead: $0, given: summary) }
    }

    /// Discounted expected residual transactions (DERT): `discountedOrders` of all time to come.
    public func discountedOrders(rate: Double, given summary: PurchaseSummary) -> Double {
        discountedOrders(rate: rate, in: .infinity, given: summary)
    }

    public func discountedOrders(rate: Double, in horizon: Double, given summary: PurchaseSummary) -> Double {
        precondition(rate > 0)
        // Beyond, what comes is worth e⁻⁴⁰ of its money.
        let end = min(max(0, horizon), 40 / rate)
        guard end > 0 else { return 0 }
        let rule = GaussLegendre.of8
        var (sum, start, width) = (0.0, 0.0, min(1, end / 8))
        while start < end {
            // The slope falls by powers of time and the discount by powers of e: parts that double follow both.
            let half = min(min(width, 0.7 / rate), end - start) / 2
            let times = rule.nodes.map { start + half * (1 + $0) }
            let slopes = orderRates(ahead: times, given: summary)
            for place in times.indices { sum += rule.weights[place] * half * exp(-rate * times[place]) * slopes[place] }
            start += 2 * half
            width *= 2
        }
        return sum
    }
}

extension NBD: DiscountingPurchaseModel {
    public func orderRate(ahead: Double, given summary: PurchaseSummary) -> Double {
        (r + Double(summary.frequency)) / (alpha + Double(summary.age))
    }
}

extension BetaGeometricNBD: DiscountingPurchaseModel {
    public func orderRate(ahead: Double, given summary: PurchaseSummary) -> Double {
        orderRates(ahead: [ahead], given: summary)[0]
    }

    public func orderRates(ahead: [Double], given summary: PurchaseSummary) -> [Double] {
        coin.orderRates(ahead: ahead, given: summary)
    }
}

extension ModifiedBetaGeometricNBD: DiscountingPurchaseModel {
    public func orderRate(ahead: Double, given summary: PurchaseSummary) -> Double {
        orderRates(ahead: [ahead], given: summary)[0]
    }

    public func orderRates(ahead: [Double], given summary: PurchaseSummary) -> [Double] {
        coin.orderRates(ahead: ahead, given: summary)
    }
}

extension LeavingCoin {
    /// P(alive) times the average over p of (r + x) A^(r+x)/(A + p t)^(r+x+1), with A = alpha + T.
    func orderRates(ahead: [Double], given summary: PurchaseSummary) -> [Double] {
        let x = Double(summary.frequency)
        let (shape, scale) = (r + x, alpha + Double(summary.age))
        let chances = chances(tosses: x + firstToss)
        let now = probabilityAlive(summary) * shape / scale
        return ahead.map { time in now * chances { p in exp(-(shape + 1) * log1p(p * (time / scale))) } }
    }
}

extension ParetoNBD: DiscountingPurchaseModel {
    public func orderRate(ahead: Double, given summary: PurchaseSummary) -> Double {
        orderRates(ahead: [ahead], given: summary)[0]
    }

    public func orderRates(ahead: [Double], given summary: PurchaseSummary) -> [Double] {
        let age = Double(summary.age)
        let now = probabilityAlive(given: summary) * (r + Double(summary.frequency)) / (alpha + age)
        return ahead.map { now * exp(-s * log1p($0 / (beta + age))) }
    }
}

extension BetaGeometricBetaBinomial: DiscountingPurchaseModel {
    /// An opportunity, a unit of time long, brings its orders evenly.
    public func orderRate(ahead: Double, given summary: PurchaseSummary) -> Double {
        let summary = read(summary)
        let start = countedDays(ahead).rounded(.down)
        let orders = OpportunitiesAhead(self, frequency: summary.frequency)
            .moments(age: Double(summary.age), from: start, to: start + 1).mean
        return probabilityThere(given: summary) * orders
    }

    /// Orders are discounted as if they came at the end of their opportunity, as the paper does: for each opportunity met, a
    /// power of e^(−rate) more.
    public func discountedOrders(rate: Double, in horizon: Double, given summary: PurchaseSummary) -> Double {
        precondition(rate > 0)
        let summary = read(summary)
        let (x, n) = (Double(summary.frequency), Double(summary.age))
        let chance = (alpha + x) / (alpha + beta + n)
        let end = countedDays(min(horizon, 40 / rate))
        let discount = exp(-rate)
        var (sum, worth, ahead) = (0.0, 1.0, 0.0)
        while ahead < end {
            worth *= (delta + n + ahead) / (gamma + delta + n + ahead) * discount
            sum += worth * min(1, end - ahead)
            ahead += 1
        }
        return probabilityThere(given: summary) * chance * sum
    }
}
