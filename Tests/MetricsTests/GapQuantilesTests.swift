import TestSupport
import Testing

@testable import Metrics

@Suite("Quantiles of a customer's own gaps") struct GapQuantilesTests {
    /// Nearest rank: the smallest gap that so many do not exceed.
    private func quantile(_ percent: Int, _ gaps: [Int16]) -> Int16 {
        gaps.isEmpty ? 0 : gaps.sorted()[(gaps.count * percent + 99) / 100 - 1]
    }

    private func quantiles(_ gaps: [Int16]) -> (Int16, Int16) {
        var scratch = gaps + Array(repeating: 77, count: GapQuantiles.lanes)
        return scratch.withUnsafeMutableBufferPointer {
            let found = GapQuantiles($0.baseAddress!, count: gaps.count, longest: Int(gaps.max() ?? 0))
            return (found.median, found.p90)
        }
    }

    @Test("are those of the sorted gaps, for any number of gaps", arguments: 0..<200) func numbers(count: Int) {
        var random = SeededGenerator(seed: UInt64(count))
        for longest in [1, 2, 30, 365, 20_000, Int16.max] {
            let gaps = (0..<count).map { _ in Int16.random(in: 1...longest, using: &random) }
            #expect(quantiles(gaps) == (quantile(50, gaps), quantile(90, gaps)), "up to \(longest) days")
        }
    }

    @Test("are those of the sorted gaps of somebody who buys every day for a century") func many() {
        var random = SeededGenerator(seed: 1)
        let gaps = (0..<65_534).map { _ in Int16.random(in: 0..<50, using: &random) == 0 ? 2 : 1 as Int16 }
        #expect(quantiles(gaps) == (1, 1))
        let slower = gaps.map { $0 * 9 }
        #expect(quantiles(slower) == (9, quantile(90, slower)))
    }
}
