import TestSupport

@testable import LifetimeValue

/// A base simulated in continuous time from one of the models, seen by whole days as a shop sees it.
struct GeneratedBase {
    let customers: [PurchaseSummary]

    var summaries: PurchaseSummaries { PurchaseSummaries(customers) }

    /// How customers leave.
    enum Leaving {
        /// With this chance after each later purchase (`firstToss`: after the first one too), ~ Beta(a, b).
        case coin(a: Double, b: Double, firstToss: Bool)
        /// At a rate ~ Gamma(s, beta).
        case clock(s: Double, beta: Double)
    }

    init(
        r: Double, alpha: Double, _ leaving: Leaving, ages: ClosedRange<Double>, customers: Int,
        using random: inout SeededGenerator
    ) {
        self.customers = (0..<customers).compactMap { _ in
            let age = Double.random(in: ages, using: &random).rounded()
            let rate = random.gamma(r) / alpha
            var (stay, end) = (1.0, age)
            var tossed = false
            switch leaving {
            case .coin(let a, let b, let firstToss):
                let (left, right) = (random.gamma(a), random.gamma(b))
                stay = left + right > 0 ? right / (left + right) : 0.5
                tossed = firstToss
            case .clock(let s, let beta):
                end = min(age, random.exponential() / (random.gamma(s) / beta))
            }
            var days: Set<Int32> = [0]
            var time = 0.0
            if tossed, Double.random(in: 0..<1, using: &random) >= stay { end = 0 }
            while days.count <= 5_000 {
                time += random.exponential() / rate
                guard time < end else { break }
                days.insert(Int32(time.rounded(.up)))
                if case .coin = leaving, Double.random(in: 0..<1, using: &random) >= stay { break }
            }
            return PurchaseSummary(days: days, until: Int32(age))
        }
    }

    /// Any shop: parameters, ages and ways of leaving differ with the seed.
    init(seed: UInt64, customers: Int) {
        var random = SeededGenerator(seed: seed)
        func between(_ low: Double, _ high: Double) -> Double {
            low * pow(high / low, Double.random(in: 0...1, using: &random))
        }
        let (r, alpha, years) = (between(0.15, 4), between(10, 300), between(0.3, 6))
        let leaving: Leaving =
            seed % 3 == 2
            ? .clock(s: between(0.2, 3), beta: between(20, 500))
            : .coin(a: between(0.1, 3), b: between(0.5, 12), firstToss: seed % 3 == 1)
        self.init(
            r: r, alpha: alpha, leaving, ages: years * 365 * 0.2...years * 365, customers: customers, using: &random)
    }
}

extension SeededGenerator {
    mutating func exponential() -> Double { -log(1 - Double.random(in: 0..<1, using: &self)) }

    mutating func normal() -> Double {
        let radius = (2 * exponential()).squareRoot()
        return radius * cos(2 * .pi * Double.random(in: 0..<1, using: &self))
    }

    /// Gamma(shape, rate 1); Marsaglia and Tsang (2000).
    mutating func gamma(_ shape: Double) -> Double {
        guard shape >= 1 else {
            return gamma(shape + 1) * pow(1 - Double.random(in: 0..<1, using: &self), 1 / shape)
        }
        let d = shape - 1.0 / 3
        let c = 1 / (9 * d).squareRoot()
        while true {
            let x = normal()
            let v = (1 + c * x) * (1 + c * x) * (1 + c * x)
            guard v > 0 else { continue }
            if log(1 - Double.random(in: 0..<1, using: &self)) < 0.5 * x * x + d - d * v + d * log(v) { return d * v }
        }
    }
}
