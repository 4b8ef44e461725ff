import TestSupport
import Testing

@testable import Metrics

@Suite("Quantiles of a customer's own gaps") struct GapQuantilesTests {
    /// Nearest rank: the smallest gap that so many do not exceed.
    private func quantile(_ percent: Int, _ gaps: [Int]) -> Int16 {
        gaps.isEmpty ? 0 : Int16(min(gaps.sorted()[(gaps.count * percent + 99) / 100 - 1], 32_767))
    }

    private func quantiles(_ gaps: [Int]) -> (Int16, Int16) {
        var scratch = gaps.map(UInt16.init) + Array(repeating: 77, count: GapQuantiles.lanes)
        return scratch.withUnsafeMutableBufferPointer {
            let found = GapQuantiles($0.baseAddress!, count: gaps.count, bits: gaps.reduce(0, |))
            return (found.median, found.p90)
        }
    }

    @Test("are those of the sorted gaps, for any number of gaps", arguments: 0..<200) func numbers(count: Int) {
        var random = SeededGenerator(seed: UInt64(count))
        for longest in [1, 2, 30, 365, 20_000, 32_767, 65_534] {
            let gaps = (0..<count).map { _ in Int.random(in: 1...longest, using: &random) }
            #expect(quantiles(gaps) == (quantile(50, gaps), quantile(90, gaps)), "up to \(longest) days")
        }
    }

    @Test("are those of the sorted gaps of somebody who buys every day for a century") func many() {
        var random = SeededGenerator(seed: 1)
        let gaps = (0..<65_534).map { _ in Int.random(in: 0..<50, using: &random) == 0 ? 2 : 1 }
        #expect(quantiles(gaps) == (1, 1))
        let slower = gaps.map { $0 * 9 }
        #expect(quantiles(slower) == (9, quantile(90, slower)))
    }
}
