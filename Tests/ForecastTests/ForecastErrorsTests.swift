import TestSupport
import Testing

@testable import Forecast

@Suite("Errors of forecasts") struct ForecastErrorsTests {
    @Test("totals, means and bias") func totals() {
        let errors = ForecastErrors(expected: [1, 0, 2, 3], actual: [2, 0, 2, 0])
        #expect(errors.expected == 6 && errors.actual == 4 && errors.bias == 0.5)
        #expect(errors.meanAbsolute == 1 && errors.rootMeanSquare == (10.0 / 4).squareRoot())
        #expect(ForecastErrors(expected: [1], actual: [0]).bias == nil)
    }

    @Test("customers that nothing tells apart share the tenths and the top alike") func ties() {
        // Twenty customers, two of whom bought; all are expected to buy the same.
        let actual = [5.0, 3] + Array(repeating: 0.0, count: 18)
        let errors = ForecastErrors(expected: Array(repeating: 0.4, count: 20), actual: actual)
        #expect(errors.deciles.count == 10)
        for tenth in errors.deciles { #expect(abs(tenth.expected - 0.4) < 1e-12 && abs(tenth.actual - 0.4) < 1e-12) }
        #expect(errors.topTenthFound.map { abs($0 - 0.1) < 1e-12 } == true)
        let perfect = ForecastErrors(expected: actual, actual: actual)
        #expect(perfect.topTenthFound == 1 && perfect.deciles[0].actual == 4)
        #expect(ForecastErrors(expected: actual, actual: Array(repeating: 0, count: 20)).topTenthFound == nil)
    }

    @Test("the border of the true top is shared too: of three with one order, one belongs to the top") func border() {
        let actual = [1.0, 1, 1] + Array(repeating: 0.0, count: 7)
        // The first of the three is found; a third of it is in the truth.
        let errors = ForecastErrors(expected: (0..<10).map { Double(10 - $0) }, actual: actual)
        #expect(errors.topTenthFound.map { abs($0 - 1.0 / 3) < 1e-12 } == true)
    }

    @Test("no order of customers changes them", arguments: 0..<40) func order(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let rows = (0..<Int.random(in: 1...200, using: &random)).map { _ in
            (
                expected: Double(Int.random(in: 0...8, using: &random)),
                actual: Double(Int.random(in: 0...3, using: &random))
            )
        }
        let one = ForecastErrors(expected: rows.map(\.expected), actual: rows.map(\.actual))
        let shuffled = rows.shuffled(using: &random)
        let other = ForecastErrors(expected: shuffled.map(\.expected), actual: shuffled.map(\.actual))
        #expect(one.topTenthFound.map { (-1e-12...1 + 1e-12).contains($0) } ?? true)
        for (left, right) in zip(one.deciles, other.deciles) {
            #expect(abs(left.actual - right.actual) < 1e-12 && abs(left.expected - right.expected) < 1e-12)
        }
        let mean = one.deciles.reduce(0) { $0 + $1.actual } / 10
        #expect(abs(mean - one.actual / Double(rows.count)) < 1e-9)
    }
}
