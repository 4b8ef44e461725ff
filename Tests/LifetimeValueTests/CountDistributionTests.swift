import TestSupport
import Testing

@testable import LifetimeValue

@Suite("How probable each number of orders is") struct CountDistributionTests {
    static let models: [any PurchaseModel] = [
        NBD(r: 0.4, alpha: 80), PublishedPredictionTests.bg, PublishedPredictionTests.mbg,
        PublishedPredictionTests.pareto, ParetoNBD(r: 3, alpha: 40, s: 8, beta: 30),
        ParetoNBD(r: 0.5, alpha: 1_000, s: 1, beta: 1), BetaGeometricNBD(r: 6, alpha: 90, a: 0.02, b: 7),
        ModifiedBetaGeometricNBD(r: 0.3, alpha: 5, a: 4, b: 0.4),
        BetaGeometricBetaBinomial(alpha: 1.204, beta: 0.750, gamma: 0.657, delta: 2.783),
    ]

    static func histories(_ model: any PurchaseModel) -> [PurchaseSummary] {
        let rows: [(Int32, Int32, Int32)] =
            model is BetaGeometricBetaBinomial
            ? [(0, 0, 0), (0, 0, 6), (1, 1, 6), (3, 6, 6), (6, 6, 6), (40, 50, 52)]
            : [(0, 0, 0), (0, 0, 272), (1, 12, 272), (2, 213, 272), (26, 216, 217), (400, 700, 730)]
        // Debug builds leave out those with hundreds of orders ahead.
        return rows.prefix(Effort.isDebug ? 4 : rows.count).map {
            PurchaseSummary(frequency: $0.0, knownRecency: $0.1, age: $0.2)
        }
    }

    @Test("add up to one, to the expected orders, and to their pairs", arguments: models.indices) func moments(
        place: Int
    ) throws {
        let model = Self.models[place]
        let fittable = try #require(model as? any FittableModel)
        for summary in Self.histories(model) {
            for horizon in [1.0, 5.5, 60] {
                let counts = model.orderCounts(upTo: Effort.isDebug ? 400 : 3_000, in: horizon, given: summary)
                var (sum, mean, pairs) = (0.0, 0.0, 0.0)
                for (k, chance) in counts.enumerated() {
                    #expect(chance >= 0)
                    sum += chance
                    mean += Double(k) * chance
                    pairs += Double(k) * Double(k - 1) * chance
                }
                let (recency, age) = (Double(summary.recency), Double(summary.age))
                let ahead = fittable.ahead(frequency: summary.frequency)
                let there = ahead.probabilityThere(recency: recency, age: age)
                let expected = model.expectedOrders(in: horizon, given: summary)
                let moments = ahead.moments(age: age, from: 0, to: horizon)
                #expect(abs(sum - 1) < 1e-7, "\(model), \(summary), \(horizon): \(sum)")
                #expect(abs(mean - expected) < 1e-5 * max(1, expected), "\(model), \(summary), \(horizon)")
                #expect(relativeError(there * moments.mean, expected) < 1e-10, "\(model), \(summary), \(horizon)")
                #expect(
                    abs(there * moments.pairs - pairs) < 1e-4 * max(1e-3, pairs), "\(model), \(summary), \(horizon)")
            }
        }
    }

    @Test("windows add up: the pairs of two halves, and one of each, are those of the whole", arguments: models.indices)
    func windows(place: Int) throws {
        let fittable = try #require(Self.models[place] as? any FittableModel)
        for summary in Self.histories(fittable) {
            let (ahead, age) = (fittable.ahead(frequency: summary.frequency), Double(summary.age))
            for (middle, end) in [(3.0, 10.0), (1, 400), (0.001, 0.002)] {
                let (first, second) = (
                    ahead.moments(age: age, from: 0, to: middle), ahead.moments(age: age, from: middle, to: end)
                )
                let whole = ahead.moments(age: age, from: 0, to: end)
                #expect(relativeError(first.mean + second.mean, whole.mean) < 1e-10)
                // Both halves' pairs are some of the whole's; all windows' pairs are above zero.
                #expect(first.pairs >= 0 && second.pairs >= 0)
                #expect(first.pairs + second.pairs <= whole.pairs * (1 + 1e-9))
            }
        }
    }

    @Test("of a new customer are those given nothing yet", arguments: models.indices) func new(place: Int) {
        let model = Self.models[place]
        for horizon in [0, 0.5, 30, 365.0] {
            let (new, given) = (
                model.orderCounts(upTo: 40, in: horizon), model.orderCounts(upTo: 40, in: horizon, given: .new)
            )
            for (a, b) in zip(new, given) { #expect(abs(a - b) < 1e-10, "\(model), \(horizon)") }
        }
    }

    @Test("against chances integrated over the rates themselves") func reference() throws {
        let rows = try ReferenceTable("order_counts.csv").rows
        #expect(rows.count > 40)
        for row in rows {
            let numbers = try row.dropFirst().map { try #require(Double($0)) }
            let p = numbers.prefix(4).map { $0 }
            let model: any PurchaseModel =
                switch row[0] {
                case "bg-nbd": BetaGeometricNBD(r: p[0], alpha: p[1], a: p[2], b: p[3])
                case "mbg-nbd": ModifiedBetaGeometricNBD(r: p[0], alpha: p[1], a: p[2], b: p[3])
                case "pareto-nbd": ParetoNBD(r: p[0], alpha: p[1], s: p[2], beta: p[3])
                default: BetaGeometricBetaBinomial(alpha: p[0], beta: p[1], gamma: p[2], delta: p[3])
                }
            let summary = try PurchaseSummary(frequency: numbers[4], recency: numbers[5], age: numbers[6])
            let counts = model.orderCounts(upTo: numbers.count - 9, in: numbers[7], given: summary)
            for (own, expected) in zip(counts, numbers.dropFirst(8)) {
                #expect(abs(own - expected) < 2e-9, "\(row.joined(separator: ",")): \(own)")
            }
        }
    }
}
