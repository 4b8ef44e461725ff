extension LeavingCoin {
    func evaluation(of base: PurchaseSummaries) -> Evaluation {
        let times = TimeTable(base.times, scale: alpha)
        var sum = Evaluation()
        for (group, sums) in zip(base.groups, base.sums { self.sums(base.rows[$1], times, x: Double($0)) }) {
            let x = Double(group.frequency)
            let tosses = x + firstToss
            sum.add(purchaseRateTerm(r: r, alpha: alpha, x: x), times: sums.customers)
            sum.add(stayingTerm(tosses: tosses), times: sums.customers)
            add(sums, x: x, tosses: tosses, to: &sum)
        }
        return sum
    }

    private func sums(_ rows: ArraySlice<PurchaseSummaries.Row>, _ times: TimeTable, x: Double) -> LeavingSums {
        let tosses = x + firstToss
        guard tosses > 0 else { return LeavingSums(rows, times, shape: r + x) }
        return LeavingSums(rows, times, shape: r + x, logOdds: log(a) - log(b + tosses - 1))
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
    private func add(_ sums: LeavingSums, x: Double, tosses: Double, to sum: inout Evaluation) {
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
