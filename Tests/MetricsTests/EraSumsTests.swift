import TestSupport
import Testing

@testable import Metrics

@Suite("A customer's sums by era") struct EraWalkTests {
    @Test("give the sums of any span", arguments: 0..<50 as Range<UInt64>) func spans(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let count = Int.random(in: 1...Eras.most, using: &random)
        var memory = Array(repeating: EraSums(sales: SIMD2(9, 9)), count: Eras.most + 1)
        var money = Array(repeating: [Int64](), count: count)
        var lastDays = Array(repeating: 0, count: count)
        memory.withUnsafeMutableBufferPointer { memory in
            let eras = EraWalk(memory.baseAddress!, count: count)
            for day in 0..<20 {
                let era = day * count / 20
                guard Bool.random(using: &random) else { continue }
                let amount = Int64.random(in: 0...100, using: &random)
                let sums = eras[UInt16(EraWalk.bytes(before: era))]
                sums.pointee.sales &+= SIMD2(amount, 1)
                sums.pointee.lastDay = day + 1
                money[era].append(amount)
                lastDays[era] = day + 1
            }
            eras.addUp()
            for first in 0...count {
                for end in first...count {
                    let sums = eras.sums(of: Eras.Span(first: first, end: end))
                    #expect(sums.gross == money[first..<end].joined().reduce(0, +))
                    #expect(sums.orders == money[first..<end].joined().count)
                }
                let last = lastDays[..<first].max() ?? 0
                let silence = last > 0 ? UInt16(30 + 1 - last) : CustomerSummary.never
                #expect(eras.silence(at: 30, before: first) == silence)
            }
        }
    }
}
