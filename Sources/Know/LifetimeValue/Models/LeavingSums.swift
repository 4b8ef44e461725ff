/// Sums over the customers of one frequency, with w the probability that the customer has left, as far as the likelihood's
/// derivatives need them. This is the loop that a fit spends its time in: one exponential and one logarithm a row.
struct LeavingSums {
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

    init() {}

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
    static func + (a: Self, b: Self) -> Self {
        var sum = a
        sum.customers += b.customers
        sum.value += b.value
        sum.logarithm += b.logarithm
        sum.share += b.share
        sum.curvature += b.curvature
        sum.left += b.left
        sum.spread += b.spread
        sum.spreadByLogarithm += b.spreadByLogarithm
        sum.spreadByShare += b.spreadByShare
        sum.spreadOfLogarithms += b.spreadOfLogarithms
        sum.spreadOfBoth += b.spreadOfBoth
        sum.spreadOfShares += b.spreadOfShares
        return sum
    }
}
