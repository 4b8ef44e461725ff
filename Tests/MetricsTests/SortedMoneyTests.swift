import TestSupport
import Testing

@testable import Metrics

@Suite("Money sorted and in buckets") struct SortedMoneyTests {
    private static let spreads: [ClosedRange<Int64>] = [
        0...0, 0...1, -3...3, 0...5_000, -1_000_000...40_000_000, 0...Int64(UInt32.max), -1...Int64(UInt32.max),
        (Int64.min + 1)...Int64.max,
    ]

    @Test("sorts any amounts with any number of workers", arguments: 0..<30 as Range<UInt64>) func sorting(seed: UInt64)
    {
        var random = SeededGenerator(seed: seed)
        for spread in Self.spreads {
            let amounts = (0..<Int.random(in: 0...3_000, using: &random)).map { _ in
                Int64.random(in: spread, using: &random)
            }
            let column = NetColumn(count: amounts.count + 2)
            column[0] = nil
            for (place, amount) in amounts.enumerated() { column[place + 1] = amount }
            column[amounts.count + 1] = nil
            for workers in [1, 2, 3] {
                let sorted = SortedMoney(column, workers: workers)
                #expect(Array(sorted) == amounts.sorted(), "\(spread), \(workers) workers")
            }
        }
    }

    @Test("counts what is below an amount and what is not above it") func ranks() {
        let sorted = SortedMoney([5, 1, 3, 3, -2])
        #expect([-3, -2, 3, 5, 6].map(sorted.below) == [0, 0, 2, 4, 5])
        #expect([-3, -2, 3, 5, 6].map(sorted.notAbove) == [0, 1, 4, 5, 5])
    }

    @Test("never puts a larger amount into a lower bucket") func buckets() {
        var random = SeededGenerator(seed: 4)
        var amounts: [Int64] = Array(1...5_000) + [Int64.max, Int64.max - 1]
        for bits in 1..<63 { amounts.append(Int64.random(in: 1...(Int64(1) << bits), using: &random)) }
        let buckets = amounts.sorted().map(MoneyBuckets.bucket)
        #expect(buckets == buckets.sorted())
        #expect(buckets.first == 0)
        #expect(buckets.last! < MoneyBuckets.count)
        #expect([0, -1, Int64.min].map(MoneyBuckets.bucket) == [-1, -1, -1])
    }
}
