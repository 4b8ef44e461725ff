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
        guard horizon > 0 else { return 0 }
        let x = Double(summary.frequency)
        let orders = ordersAlive(in: horizon, x: x, age: Double(summary.age), chances: chances(tosses: x + firstToss))
        return probabilityAlive(summary) * orders
    }

    /// What one who is alive will buy depends on frequency and age alone, which many customers share.
    func expectedOrders(in horizon: Double, given summaries: [PurchaseSummary]) -> [Double] {
        guard horizon > 0 else { return summaries.map { _ in 0 } }
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
        guard horizon > 0 else { return 0 }
        // With a toss at once, b/(a + b) stay to buy again.
        let stay = firstToss == 0 ? 1 : b / (a + b)
        return stay * ordersAlive(in: horizon, x: 0, age: 0, chances: chances(tosses: firstToss))
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

extension LeavingCoin {
    func evaluation(of base: PurchaseSummaries) -> Evaluation {
        let times = TimeTable(base.times, scale: alpha)
        var sum = Evaluation()
        for group in base.groups {
            let x = Double(group.frequency)
            let tosses = x + firstToss
            let sums =
                tosses > 0
                ? GroupSums(base.rows[group.rows], times, shape: r + x, logOdds: log(a) - log(b + tosses - 1))
                : GroupSums(base.rows[group.rows], times, shape: r + x)
            sum.add(purchaseRateTerm(r: r, alpha: alpha, x: x), times: sums.customers)
            sum.add(stayingTerm(tosses: tosses), times: sums.customers)
            add(sums, x: x, tosses: tosses, to: &sum)
        }
        return sum
    }

    /// ln B(a, b + j) − ln B(a, b), with derivatives by ln a (lane 2) and ln b (lane 3).
    private func stayingTerm(tosses: Double) -> Evaluation {
        var term = Evaluation()
        term.value = GammaDifference.logGamma(b, plus: tosses) - GammaDifference.logGamma(a + b, plus: tosses)
        let (slope, slopeBoth) = (
            GammaDifference.digamma(b, plus: tosses), GammaDifference.digamma(a + b, plus: tosses)
        )
        let (bend, bendBoth) = (
            GammaDifference.trigamma(b, plus: tosses), GammaDifference.trigamma(a + b, plus: tosses)
        )
        term.gradient = [0, 0, -a * slopeBoth, b * (slope - slopeBoth)]
        term.hessian.add(-a * slopeBoth - a * a * bendBoth, 2, 2)
        term.hessian.add(-a * b * bendBoth, 2, 3)
        term.hessian.add(b * (slope - slopeBoth) + b * b * (bend - bendBoth), 3, 3)
        return term
    }

    /// Adds ln(eᵘ + eᵛ) of a group: u is “alive and silent since”, v “left after the last purchase”.
    private func add(_ sums: GroupSums, x: Double, tosses: Double, to sum: inout Evaluation) {
        let shape = r + x
        sum.value += sums.value
        sum.gradient += [-r * sums.logarithm, shape * sums.share, 0, 0]
        sum.hessian.add(-r * sums.logarithm, 0, 0)
        sum.hessian.add(r * sums.share, 0, 1)
        sum.hessian.add(-shape * sums.curvature, 1, 1)
        guard tosses > 0 else { return }
        // d ln v by ln b; a large b makes the last toss matter less.
        let byB = -b / (b + tosses - 1)
        sum.gradient += [0, 0, sums.left, sums.left * byB]
        sum.hessian.add(-sums.left * b * (tosses - 1) / ((b + tosses - 1) * (b + tosses - 1)), 3, 3)
        // The spread between u and v: w(1 − w) d dᵀ with d = (−r Δ, (r + x) δ, 1, byB).
        sum.hessian.add(r * r * sums.spreadOfLogarithms, 0, 0)
        sum.hessian.add(-r * shape * sums.spreadOfBoth, 0, 1)
        sum.hessian.add(shape * shape * sums.spreadOfShares, 1, 1)
        for (lane, factor) in [(2, 1), (3, byB)] {
            sum.hessian.add(-r * factor * sums.spreadByLogarithm, 0, lane)
            sum.hessian.add(shape * factor * sums.spreadByShare, 1, lane)
        }
        sum.hessian.add(sums.spread, 2, 2)
        sum.hessian.add(byB * sums.spread, 2, 3)
        sum.hessian.add(byB * byB * sums.spread, 3, 3)
    }
}

/// Sums over the customers of one frequency, with w the probability that the customer has left, as far as the likelihood's
/// derivatives need them. This is the loop that a fit spends its time in: one exponential and one logarithm a row.
private struct GroupSums {
    var customers = 0.0
    /// Σ ln(eᵘ + eᵛ).
    var value = 0.0
    /// Σ of ln(1 + t/alpha), of t/(alpha + t), and of that times its rest, at T when alive and at t_x when left.
    var logarithm = 0.0, share = 0.0, curvature = 0.0
    /// Σ w.
    var left = 0.0
    /// Σ w(1 − w), alone and times the differences of the logarithms and of the shares between t_x and T.
    var spread = 0.0, spreadByLogarithm = 0.0, spreadByShare = 0.0
    var spreadOfLogarithms = 0.0, spreadOfBoth = 0.0, spreadOfShares = 0.0

    /// Of customers who cannot have left: no coin was tossed.
    init(_ rows: ArraySlice<PurchaseSummaries.Row>, _ times: TimeTable, shape: Double) {
        for row in rows {
            let age = times[row.age]
            customers += row.customers
            logarithm += row.customers * age.logarithm
            share += row.customers * age.share
            curvature += row.customers * age.share * (1 - age.share)
        }
        value = -shape * logarithm
    }

    /// - Parameter logOdds: ln a − ln(b + j − 1), the odds that the last toss said leave.
    init(_ rows: ArraySlice<PurchaseSummaries.Row>, _ times: TimeTable, shape: Double, logOdds: Double) {
        for row in rows {
            let (last, age, n) = (times[row.recency], times[row.age], row.customers)
            let byLogarithm = last.logarithm - age.logarithm
            let byShare = last.share - age.share
            let difference = logOdds - shape * byLogarithm
            let small = exp(-abs(difference))
            let likely = 1 / (1 + small)
            let (w, alive) = difference > 0 ? (likely, small * likely) : (small * likely, likely)
            customers += n
            value += n * (max(difference, 0) + log1p(small) - shape * age.logarithm)
            logarithm += n * (age.logarithm + w * byLogarithm)
            share += n * (age.share + w * byShare)
            curvature += n * (alive * age.share * (1 - age.share) + w * last.share * (1 - last.share))
            left += n * w
            let both = n * w * alive
            spread += both
            spreadByLogarithm += both * byLogarithm
            spreadByShare += both * byShare
            spreadOfLogarithms += both * byLogarithm * byLogarithm
            spreadOfBoth += both * byLogarithm * byShare
            spreadOfShares += both * byShare * byShare
        }
    }
}
