import Testing

@testable import LifetimeValue

@Suite("Special functions against 50 digits of mpmath") struct SpecialFunctionsTests {
    /// A function of the table, the error that its doc comment promises, and from which size on the error is relative.
    struct Promise: CustomTestStringConvertible {
        let name: String
        let error: Double
        var floor = 0.0
        /// Values below this are not asked for.
        var smallest = 0.0
        let value: @Sendable ([Double]) -> Double

        var testDescription: String { name }
    }

    static let promises = [
        Promise(name: "logGamma", error: 1e-14, floor: 1) { logGamma($0[0]) },
        Promise(name: "digamma", error: 4e-15, floor: 1) { digamma($0[0]) },
        Promise(name: "trigamma", error: 4e-15) { trigamma($0[0]) },
        Promise(name: "logGammaDifference", error: 4e-15, floor: 1) { GammaDifference.logGamma($0[0], plus: $0[1]) },
        Promise(name: "digammaDifference", error: 1e-14, floor: 0.01) { GammaDifference.digamma($0[0], plus: $0[1]) },
        Promise(name: "trigammaDifference", error: 1e-14, floor: 0.01) { GammaDifference.trigamma($0[0], plus: $0[1]) },
        Promise(name: "logBeta", error: 1e-14, floor: 1) { logBeta($0[0], $0[1]) },
        Promise(name: "logHypergeometric", error: 1e-12, floor: 1) { logHypergeometric($0[0], $0[1], $0[2], $0[3]) },
        Promise(name: "lowerIncompleteGamma", error: 1e-11, smallest: 1e-280) { IncompleteGamma.lower($0[0], $0[1]) },
        Promise(name: "upperIncompleteGamma", error: 1e-11, smallest: 1e-280) { IncompleteGamma.upper($0[0], $0[1]) },
        Promise(name: "lowerIncompleteBeta", error: 1e-9, smallest: 1e-280) { row in
            IncompleteBeta.both(row[0], row[1], row[2], rest: 1 - row[2]).lower
        },
        Promise(name: "upperIncompleteBeta", error: 1e-9, smallest: 1e-280) { row in
            IncompleteBeta.both(row[0], row[1], row[2], rest: 1 - row[2]).upper
        },
        Promise(name: "betaAverage", error: 1e-11) { row in
            BetaAverage(a: row[0], b: row[1]) { p in averaged(p, c: row[2], k: row[3]) }
        },
        Promise(name: "leavingIntegral", error: 1e-11, floor: 1) { row in
            let model = ParetoNBD(r: row[0], alpha: row[1], s: row[2], beta: row[3])
            return LeavingMoment(model, x: row[4], from: row[5], to: row[6]).logIntegral
        },
        // The same for all customers of a frequency at once, from the table of the fitter.
        Promise(name: "leavingIntegral", error: 1e-11, floor: 1) { row in
            let model = ParetoNBD(r: row[0], alpha: row[1], s: row[2], beta: row[3])
            let between = stride(from: row[5], to: row[6], by: 37).map { Int32($0) }
            let times = between + [Int32(row[6]), Int32(row[6]) + 500]
            let rows = times.indices.dropFirst().map {
                PurchaseSummaries.Row(recency: 0, age: Int32($0), customers: 1)
            }
            let table = LeavingTable(model, x: row[4], times: times, rows: rows[...])
            let (logValue, moments) = table.integral(from: 0, to: Int32(between.count))
            return logValue + log(moments.mass)
        },
    ]

    /// [1 − (1 + c p)⁻ᵏ]/p.
    static func averaged(_ p: Double, c: Double, k: Double) -> Double {
        p == 0 ? k * c : -expm1(-k * log1p(c * p)) / p
    }

    @Test("each keeps the error that it promises", arguments: promises) func table(promise: Promise) throws {
        let rows = try ReferenceTable("special_functions.csv").rows.filter { $0[0] == promise.name }
        #expect(!rows.isEmpty)
        var worst = (error: 0.0, row: "")
        for row in rows {
            let numbers = try row.dropFirst().map { try #require(Double($0)) }
            let (arguments, expected) = (Array(numbers.dropLast()), numbers[numbers.count - 1])
            guard abs(expected) >= promise.smallest else { continue }
            let error = relativeError(promise.value(arguments), expected, floor: promise.floor)
            if error > worst.error { worst = (error, row.joined(separator: ",")) }
        }
        #expect(worst.error <= promise.error, "\(worst.row): off by \(worst.error)")
    }
}
