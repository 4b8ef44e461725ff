import TestSupport
import Testing

@testable import LifetimeValue

/// Bases simulated from known parameters, in a unit of time so short that days merge no purchases.
@Suite("Parameters are recovered") struct RecoveryTests {
    struct Truth: CustomTestStringConvertible, Sendable {
        let name: PurchaseModelName
        let parameters: [Double]

        var testDescription: String { name.rawValue }

        var leaving: GeneratedBase.Leaving {
            switch name {
            case .mbgNBD: .coin(a: parameters[2], b: parameters[3], firstToss: true)
            case .paretoNBD: .clock(s: parameters[2], beta: parameters[3])
            default: .coin(a: parameters[2], b: parameters[3], firstToss: false)
            }
        }
    }

    static let truths = [
        Truth(name: .bgNBD, parameters: [0.6, 20_000, 0.8, 2.5]),
        Truth(name: .mbgNBD, parameters: [0.8, 20_000, 0.7, 2]),
        Truth(name: .paretoNBD, parameters: [0.7, 30_000, 0.8, 40_000]),
    ]

    static let runs = Effort.isDebug ? 2 : 200

    @Test("within two standard errors in about 95 % of seeded runs", arguments: truths) func recovered(truth: Truth)
        throws
    {
        let count = truth.parameters.count
        var (inside, told) = (Array(repeating: 0, count: count), Array(repeating: 0, count: count))
        for seed in 0..<UInt64(Self.runs) {
            var random = SeededGenerator(seed: 7_000 + seed)
            let base = GeneratedBase(
                r: truth.parameters[0], alpha: truth.parameters[1], truth.leaving, ages: 100_000...250_000,
                customers: 1_500, using: &random)
            let fit = try truth.name.fit(to: base.summaries)
            for (place, parameter) in fit.parameters.enumerated() where fit.parameters.count == count {
                guard let error = parameter.standardError else { continue }
                told[place] += 1
                inside[place] += abs(parameter.value - truth.parameters[place]) <= 2 * error ? 1 : 0
            }
        }
        for place in 0..<count {
            #expect(told[place] >= Self.runs * 98 / 100, "\(truth.name), parameter \(place): \(told)")
            let share = Double(inside[place]) / Double(max(1, told[place]))
            // Of 200 runs, 95 % ± 5 is more than three standard deviations either way.
            #expect(share > (Self.runs < 100 ? 0.4 : 0.9), "\(truth.name), parameter \(place): \(share)")
        }
    }

    @Test("and those of the spend model") func spend() throws {
        let truth = [4, 3.7, 20.0]
        var (inside, told) = ([0, 0, 0], 0)
        for seed in 0..<UInt64(Self.runs) {
            var random = SeededGenerator(seed: 17_000 + seed)
            let rows = (0..<2_000).map { _ in
                let frequency = 1 + Int32(random.gamma(0.8) * 2)
                let rate = random.gamma(truth[1]) / truth[2]
                let total = random.gamma(truth[0] * Double(frequency)) / rate
                return SpendSummary(frequency: frequency, mean: total / Double(frequency))
            }
            let fit = try GammaGamma.fit(to: SpendSummaries(rows))
            let errors = fit.parameters.compactMap(\.standardError)
            guard errors.count == 3 else { continue }
            told += 1
            for (place, parameter) in fit.parameters.enumerated() {
                inside[place] += abs(parameter.value - truth[place]) <= 2 * errors[place] ? 1 : 0
            }
        }
        #expect(told == Self.runs)
        for place in 0..<3 {
            let share = Double(inside[place]) / Double(max(1, told))
            #expect(share > (Self.runs < 100 ? 0.4 : 0.9), "parameter \(place): \(share)")
        }
    }
}
