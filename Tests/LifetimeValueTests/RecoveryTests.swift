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
}
