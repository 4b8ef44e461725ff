/// What BG/NBD and MBG/NBD share: after a purchase the customer leaves with a probability that differs between customers
/// as Beta(a, b) says. They differ only in whether the coin is also tossed after the first purchase.
struct LeavingCoin: Equatable, Sendable {
    let r, alpha, a, b: Double
    /// 1 where the first purchase is followed by a toss, else 0: j = x + firstToss tosses after x later purchases.
    let firstToss: Double

    init(logParameters: SIMD4<Double>, firstToss: Double) {
        self.init(
            r: exp(logParameters[0]), alpha: exp(logParameters[1]), a: exp(logParameters[2]), b: exp(logParameters[3]),
            firstToss: firstToss)
    }

    init(r: Double, alpha: Double, a: Double, b: Double, firstToss: Double) {
        precondition(r > 0 && alpha > 0 && a > 0 && b > 0)
        (self.r, self.alpha, self.a, self.b, self.firstToss) = (r, alpha, a, b, firstToss)
    }

    /// ln of the odds that the customer has left: what the last toss said, against all the silence since.
    func logOddsLeft(_ summary: PurchaseSummary) -> Double {
        let x = Double(summary.frequency)
        let tosses = x + firstToss
        guard tosses > 0 else { return -.infinity }
        let silence = Double(summary.age - summary.recency) / (alpha + Double(summary.recency))
        return log(a) - log(b + tosses - 1) + (r + x) * log1p(silence)
    }

    func probabilityAlive(_ summary: PurchaseSummary) -> Double { 1 / (1 + exp(logOddsLeft(summary))) }

    /// The average over chances of leaving of one who is alive after `tosses` tosses.
    func chances(tosses: Double) -> BetaAverage { BetaAverage(a: a, b: b + tosses) }

    /// Expected orders of one who is alive, whose chances of leaving are given; the form without a pole at a = 1.
    func ordersAlive(in horizon: Double, x: Double, age: Double, chances: BetaAverage) -> Double {
        let (shape, growth) = (r + x, horizon / (alpha + age))
        return chances { p in p == 0 ? shape * growth : -expm1(-shape * log1p(p * growth)) / p }
    }

    func expectedOrders(in horizon: Double, given summary: PurchaseSummary) -> Double {
        let horizon = countedDays(horizon)
        let x = Double(summary.frequency)
        let orders = ordersAlive(in: horizon, x: x, age: Double(summary.age), chances: chances(tosses: x + firstToss))
        return probabilityAlive(summary) * orders
    }

    /// What one who is alive will buy depends on frequency and age alone, which many customers share.
    func expectedOrders(in horizon: Double, given summaries: [PurchaseSummary]) -> [Double] {
        let horizon = countedDays(horizon)
        var knownChances: [Int32: BetaAverage] = [:]
        var knownOrders: [UInt64: Double] = [:]
        return summaries.map { summary in
            let key = UInt64(summary.frequency) << 32 | UInt64(summary.age)
            if let orders = knownOrders[key] { return probabilityAlive(summary) * orders }
            let x = Double(summary.frequency)
            let chances = knownChances[summary.frequency] ?? chances(tosses: x + firstToss)
            knownChances[summary.frequency] = chances
            let orders = ordersAlive(in: horizon, x: x, age: Double(summary.age), chances: chances)
            knownOrders[key] = orders
            return probabilityAlive(summary) * orders
        }
    }

    func expectedOrders(in horizon: Double) -> Double {
        // With a toss at once, b/(a + b) stay to buy again.
        let stay = firstToss == 0 ? 1 : b / (a + b)
        return stay * ordersAlive(in: countedDays(horizon), x: 0, age: 0, chances: chances(tosses: firstToss))
    }

    func orderCounts(upTo count: Int, in horizon: Double) -> [Double] {
        let purchases = purchaseCounts(r: r, alpha: alpha, upTo: count, in: horizon)
        var beyond = 1.0
        return purchases.enumerated().map { k, probability in
            let tosses = Double(k) + firstToss
            // B(a, b + j)/B(a, b): all tosses said stay; a/(b + j − 1) times it: only the last said leave.
            let stayed = exp(GammaDifference.logGamma(b, plus: tosses) - GammaDifference.logGamma(a + b, plus: tosses))
            let left = tosses > 0 ? stayed * a / (b + tosses - 1) : 0
            defer { beyond -= probability }
            return stayed * probability + left * max(0, beyond)
        }
    }
}
