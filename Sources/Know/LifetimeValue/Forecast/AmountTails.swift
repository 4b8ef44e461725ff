/// How likely it is that the orders of customers of one frequency bring more than an amount.
///
/// Given n orders their total is Gamma(p n, ν) with ν ~ Gamma(q + p x, gamma + x z̄) of the customer (Gamma-Gamma); in units
/// of gamma + x z̄ it is a ratio W of two gamma variables, the same for all customers of the frequency. So P(W > w | n) is
/// computed once, on a grid of ln w, and each distribution of n mixes its rows.
struct AmountTails {
    private let logFirst, step: Double
    private let points: Int
    /// One for each edge of `CountTail` above zero, point by point.
    private let rows: [[Double]]

    /// - Parameters:
    ///   - amounts: How many amounts the customers' means tell of.
    ///   - tails: The distributions of n that will be asked for.
    init(_ spend: GammaGamma, amounts: Int32, tails: [CountTail]) {
        let known = spend.q + spend.p * Double(amounts)
        let most = max(1, tails.reduce(0) { max($0, $1.beyond.count) })
        let least = max(1, tails.reduce(most) { min($0, $1.place(1 - Self.negligible)) })
        let (low, high) = (
            Amount(spend.p * Self.count(least), known), Amount(spend.p * Self.count(most), known)
        )
        let width = 0.35 * high.spread
        logFirst = low.middle - 7 * low.spread
        let span = max(width, high.middle + 5 * high.spread - logFirst)
        points = min(1_024, Int(span / width) + 4)
        step = span / Double(points - 1)
        let (logFirst, step, points) = (logFirst, step, points)
        rows = (1...most).map { place in
            let amount = Amount(spend.p * Self.count(place), known)
            return (0..<points).map { amount.beyond(logFirst + Double($0) * step) }
        }
    }

    /// What a tail may leave out.
    static let negligible = 1e-3

    /// The number of orders that stands for those between two edges.
    private static func count(_ place: Int) -> Double {
        (CountTail.edges[place - 1] + 1 + CountTail.edges[place]) / 2
    }

    /// P(W > w) at each point of the grid for one who is there.
    func mixed(_ tail: CountTail) -> [Double] {
        var mixed = [Double](repeating: 0, count: points)
        var before = tail.beyond[0]
        for place in 1..<tail.beyond.count + 1 {
            // What lies beyond the last edge is below the floor; the next number of orders stands for it.
            let after = place < tail.beyond.count ? tail.beyond[place] : 0
            let chance = before - after
            before = after
            let row = rows[place - 1]
            for point in 0..<points { mixed[point] += chance * row[point] }
        }
        return mixed
    }

    /// The w that is exceeded with this chance, by the cubic through four points of the grid.
    func quantile(_ chance: Double, of mixed: [Double]) -> Double {
        guard chance < mixed[0] else { return exp(logFirst) }
        var (low, high) = (0, points - 1)
        while high - low > 1 {
            let middle = (low + high) / 2
            if mixed[middle] > chance { low = middle } else { high = middle }
        }
        let start = min(max(0, low - 1), points - 4)
        let own = Double(low - start)
        var (from, to) = (own, own + 1)
        for _ in 0..<20 {
            let middle = (from + to) / 2
            if Self.cubic(mixed, start, middle) > chance { from = middle } else { to = middle }
        }
        return exp(logFirst + step * (Double(start) + (from + to) / 2))
    }

    @inline(__always)
    private static func cubic(_ values: [Double], _ start: Int, _ x: Double) -> Double {
        let (a, b, c, d) = (x, x - 1, x - 2, x - 3)
        return -values[start] * b * c * d / 6 + values[start + 1] * a * c * d / 2
            - values[start + 2] * a * b * d / 2 + values[start + 3] * a * b * c / 6
    }
}

/// ln W = ln Gamma(shape) − ln Gamma(known).
private struct Amount {
    let shape, known: Double

    init(_ shape: Double, _ known: Double) { (self.shape, self.known) = (shape, known) }

    var middle: Double { digamma(shape) - digamma(known) }
    var spread: Double { (trigamma(shape) + trigamma(known)).squareRoot() }

    /// P(ln W > y).
    func beyond(_ y: Double) -> Double {
        guard min(shape, known) < 100 else { return nearlyNormal(y) }
        let share = y < 0 ? exp(y) / (1 + exp(y)) : 1 / (1 + exp(-y))
        return IncompleteBeta.both(shape, known, share, rest: y < 0 ? 1 / (1 + exp(y)) : exp(-y) / (1 + exp(-y))).upper
    }

    /// Paulson's approximation of the F distribution (1942): cube roots of gamma variables are nearly normal. Error below
    /// 1e-4 for shapes from 100.
    private func nearlyNormal(_ y: Double) -> Double {
        let root = exp((y + log(known) - log(shape)) / 3)
        let (mine, other) = (1 / (9 * shape), 1 / (9 * known))
        return Normal.upper(((1 - other) * root - (1 - mine)) / (other * root * root + mine).squareRoot())
    }
}
