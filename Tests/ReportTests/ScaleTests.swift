import TestSupport
import Testing

@testable import Report

@Suite("Scales and axes") struct ScaleTests {
    @Test("ticks are round and cover the values", arguments: 0..<300)
    func cover(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let size = [0.001, 1, 1_000, 1e9, 1e15][Int.random(in: 0..<5, using: &random)]
        let values = (0..<Int.random(in: 0...6, using: &random)).map { _ in
            Double.random(in: -1...3, using: &random) * size
        }
        let scale = LinearScale(covering: values, from: 200, to: 10)
        #expect(scale.ticks.count >= 2 && scale.ticks.count <= 12, "seed \(seed)")
        for value in values {
            #expect(value >= scale.lower - 1e-9 * size && value <= scale.upper + 1e-9 * size, "seed \(seed)")
            #expect((9.9...200.1).contains(scale.place(value)), "seed \(seed)")
        }
    }

    @Test(
        "the lesser side of zero takes no more room than it needs",
        arguments: [
            ([1_140, -70], -70, 1_500, [0, 500, 1_000, 1_500]), ([70, -1_140], -1_500, 70, [-1_500, -1_000, -500, 0]),
            ([1_140, -400], -500, 1_500, [-500, 0, 500, 1_000, 1_500]),
            ([1_140, -560], -560, 1_500, [-500, 0, 500, 1_000, 1_500]),
        ] as [([Double], Double, Double, [Double])])
    func lesserSide(values: [Double], lower: Double, upper: Double, ticks: [Double]) {
        let scale = LinearScale(covering: values, from: 200, to: 10)
        #expect(scale.lower == lower && scale.upper == upper)
        #expect(scale.ticks == ticks)
    }

    @Test("a share's scale ends at the whole") func whole() {
        let scale = LinearScale(covering: [0.2, 0.93], from: 100, to: 0, limit: 1)
        #expect(scale.upper == 1)
        #expect(scale.ticks.last.map { $0 <= 1 } == true)
    }

    @Test("a scale of counts has whole ticks") func counts() {
        #expect(LinearScale(covering: [1], from: 100, to: 0, leastStep: 1).ticks == [0, 1])
    }

    @Test("steps are 1, 2, 2.5 or 5 times a power of ten", arguments: [(0.3, 0.5), (7, 10), (24, 25), (1_100, 2_000)])
    func steps(size: Double, step: Double) { #expect(abs(LinearScale.roundStep(size) - step) < 1e-9 * step) }

    @Test("months' names give way to years when there are too many", arguments: [1, 5, 13, 40, 120, 600])
    func months(count: Int) {
        let labels = (0..<count).map { AxisLabel("дек", group: String(2_000 + $0 / 12)) }
        let step = 280 / Double(count)
        let axis = CategoryAxis(labels, step: step)
        #expect(!axis.marks.isEmpty)
        for (mark, next) in zip(axis.marks, axis.marks.dropFirst()) {
            let room = Double(next.index - mark.index) * step
            #expect(room >= (TextMetrics.width(mark.text) + TextMetrics.width(next.text)) / 2)
        }
    }

    @Test("words that do not fit end with an ellipsis") func fitted() {
        #expect(TextMetrics.fitted("Paczkomat", into: 500) == "Paczkomat")
        let short = TextMetrics.fitted("Paczkomat InPost", into: 60)
        #expect(short.hasSuffix("…") && TextMetrics.width(short) <= 60)
    }
}
