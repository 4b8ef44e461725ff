import TestSupport
import Testing

@testable import LifetimeValue

@Suite("Log-likelihoods are no worse than the best of independent optimisers") struct OptimiserTests {
    struct Case: CustomTestStringConvertible, Sendable {
        let data, model: String
        let best: Double

        var testDescription: String { "\(model), \(data)" }
    }

    static let cases: [Case] = {
        let rows = (try? ReferenceTable("optimisers.csv").rows) ?? []
        var best: [[String]: Double] = [:]
        for row in rows {
            let key = [String(row[0]), String(row[1])]
            best[key] = max(best[key] ?? -.infinity, Double(row[3]) ?? -.infinity)
        }
        return best.sorted { $0.key.lexicographicallyPrecedes($1.key) }
            .map { Case(data: $0.key[0], model: $0.key[1], best: $0.value) }
            .filter { !Effort.isDebug || $0.model == "gamma-gamma" }
    }()

    @Test("on whole real bases", arguments: cases) func best(reference: Case) throws {
        let shop = try reference.data == "cdnow" ? RealShop.cdnow.get() : RealShop.onlineRetail.get()
        let end =
            switch reference.data {
            case "cdnow": RealShop.calibrationEnd
            case "online-retail": RealShop.endOfRetail
            default: RealShop.endOfAugust
            }
        let value: Double
        if let name = PurchaseModelName(rawValue: reference.model) {
            value = try name.fit(to: shop.base(until: end)).logLikelihood(in: .week)
        } else {
            value = try GammaGamma.fit(to: shop.spend(until: end)).logLikelihood
        }
        #expect(value > reference.best - 1e-4)
        // Above the best of others by more than their last steps means another formula.
        #expect(value < reference.best + 1e-3)
    }

    @Test("the table has three of them or more for every model and base") func three() throws {
        let rows = try ReferenceTable("optimisers.csv").rows
        let counts = rows.reduce(into: [:]) { $0["\($1[0]),\($1[1])", default: 0] += 1 }
        #expect(counts.count == 12 && counts.values.allSatisfy { $0 >= 3 })
    }
}
