@testable import LifetimeValue

/// A slow and plain fitter that shares nothing with the fast one but the data: log-likelihoods as the papers print them,
/// customer by customer, climbed by Nelder and Mead's simplex from many starts.
struct ReferenceFitter {
    struct Customers {
        let x, recency, age, count: Double
    }

    let rows: [Customers]
    let model: PurchaseModelName

    init(_ base: PurchaseSummaries, _ model: PurchaseModelName) {
        self.model = model
        rows = base.distinct.map { summary, customers in
            Customers(
                x: Double(summary.frequency), recency: Double(summary.recency), age: Double(summary.age),
                count: Double(customers))
        }
    }

    /// The highest point found: parameters in days, and the log-likelihood.
    func fit() -> (parameters: [Double], logLikelihood: Double) {
        let age = rows.reduce(0) { $0 + $1.count * $1.age } / rows.reduce(0) { $0 + $1.count }
        let rate = rows.reduce(0) { $0 + $1.count * $1.x } / rows.reduce(0) { $0 + $1.count * $1.age }
        var best: (point: [Double], value: Double) = ([], -.infinity)
        for start in starts(rate: rate, age: age) {
            var simplex = NelderMead(start: start.map { log($0) })
            var found = simplex.maximum(of: logLikelihood(at:))
            // A simplex may collapse too early: start again from where it ended until nothing is gained.
            for _ in 0..<4 {
                simplex = NelderMead(start: found.point)
                let next = simplex.maximum(of: logLikelihood(at:))
                let gained = next.value - found.value
                if gained > 0 { found = next }
                if gained < 1e-5 { break }
            }
            if found.value > best.value { best = found }
        }
        return (best.point.map { exp($0) }, best.value)
    }

    private func starts(rate: Double, age: Double) -> [[Double]] {
        switch model {
        case .nbd: [[1, 1 / rate], [0.2, 0.1 / rate]]
        case .paretoNBD: [[0.6, 0.3 / rate, 0.6, age / 2], [1.5, 1 / rate, 0.15, age]]
        default:
            [
                [1, 1 / rate, 1, 1], [0.5, 0.2 / rate, 0.8, 2.5], [1, 1 / rate, 0.01, 5], [2, 1 / rate, 0.3, 0.5],
                [0.3, 0.1 / rate, 3, 8],
            ]
        }
    }

    func logLikelihood(at logParameters: [Double]) -> Double {
        // Beyond, differences of ln Γ as the papers print them lose their digits.
        guard logParameters.allSatisfy({ abs($0) < 14 }) else { return -.infinity }
        let p = logParameters.map { exp($0) }
        return rows.reduce(0) { sum, row in
            let (r, alpha, x) = (p[0], p[1], row.x)
            let common = logGamma(r + x) - logGamma(r) + r * log(alpha)
            let alive = -(r + x) * log(alpha + row.age)
            let value: Double
            switch model {
            case .nbd, .bgBB: value = common + alive
            case .bgNBD: value = common + geometric(row, p, alive: alive)
            case .mbgNBD: value = common + modifiedGeometric(row, p, alive: alive)
            case .paretoNBD: value = common + pareto(row, p, alive: alive)
            }
            return sum + row.count * value
        }
    }

    private func lnB(_ a: Double, _ b: Double) -> Double { logGamma(a) + logGamma(b) - logGamma(a + b) }

    private func geometric(_ row: Customers, _ p: [Double], alive: Double) -> Double {
        let (r, alpha, a, b, x) = (p[0], p[1], p[2], p[3], row.x)
        let stay = lnB(a, b + x) - lnB(a, b) + alive
        guard x > 0 else { return stay }
        let left = lnB(a + 1, b + x - 1) - lnB(a, b) - (r + x) * log(alpha + row.recency)
        return max(stay, left) + log(1 + exp(-abs(stay - left)))
    }

    private func modifiedGeometric(_ row: Customers, _ p: [Double], alive: Double) -> Double {
        let (r, alpha, a, b, x) = (p[0], p[1], p[2], p[3], row.x)
        let stay = lnB(a, b + x + 1) - lnB(a, b) + alive
        let left = lnB(a + 1, b + x) - lnB(a, b) - (r + x) * log(alpha + row.recency)
        return max(stay, left) + log(1 + exp(-abs(stay - left)))
    }

    /// The unseen moment of leaving by 64 nodes of Gauss and Legendre on ln(min(alpha, beta) + time).
    private func pareto(_ row: Customers, _ p: [Double], alive: Double) -> Double {
        let (r, alpha, s, beta, x) = (p[0], p[1], p[2], p[3], row.x)
        let c = min(alpha, beta)
        let (low, high) = (log(c + row.recency), log(c + row.age))
        let half = (high - low) / 2
        let stay = s * (log(beta) - log(beta + row.age)) + alive
        guard half > 0 else { return stay }
        let values = Self.rule.nodes.map { node in
            let y = low + half * (1 + node)
            let u = max(0, exp(y) - c)
            return y - (r + x) * log(alpha + u) - (s + 1) * log(beta + u)
        }
        let top = values.max() ?? 0
        let sum = zip(values, Self.rule.weights).reduce(0) { $0 + $1.1 * half * exp($1.0 - top) }
        let left = log(s) + s * log(beta) + top + log(sum)
        return max(stay, left) + log(1 + exp(-abs(stay - left)))
    }

    private static let rule = GaussLegendre(count: 64)
}

/// Nelder and Mead's simplex (1965), for maxima.
struct NelderMead {
    private var corners: [(point: [Double], value: Double)] = []
    private let start: [Double]

    init(start: [Double]) { self.start = start }

    mutating func maximum(of function: ([Double]) -> Double) -> (point: [Double], value: Double) {
        corners = [(start, function(start))]
        for lane in start.indices {
            var point = start
            point[lane] += 0.4
            corners.append((point, function(point)))
        }
        for _ in 0..<500 {
            corners.sort { $0.value > $1.value }
            let (best, worst) = (corners[0], corners[corners.count - 1])
            let size = zip(best.point, worst.point).reduce(0) { max($0, abs($1.0 - $1.1)) }
            if best.value - worst.value < 1e-8 && size < 1e-4 { break }
            step(worst, function)
        }
        return corners.max { $0.value < $1.value } ?? (start, function(start))
    }

    private mutating func step(_ worst: (point: [Double], value: Double), _ function: ([Double]) -> Double) {
        let last = corners.count - 1
        let centre = start.indices.map { lane in
            corners[..<last].reduce(0) { $0 + $1.point[lane] } / Double(last)
        }
        func along(_ factor: Double) -> (point: [Double], value: Double) {
            let point = zip(centre, worst.point).map { $0 + factor * ($0 - $1) }
            return (point, function(point))
        }
        let mirrored = along(1)
        if mirrored.value > corners[0].value {
            let further = along(2)
            corners[last] = further.value > mirrored.value ? further : mirrored
        } else if mirrored.value > corners[last - 1].value {
            corners[last] = mirrored
        } else {
            let nearer = mirrored.value > worst.value ? along(0.5) : along(-0.5)
            if nearer.value > max(worst.value, mirrored.value) {
                corners[last] = nearer
            } else {
                let best = corners[0].point
                for place in 1...last {
                    let point = zip(best, corners[place].point).map { ($0 + $1) / 2 }
                    corners[place] = (point, function(point))
                }
            }
        }
    }
}
