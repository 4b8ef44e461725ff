import Testing

@testable import Metrics

@Suite("RFM segments") struct RFMSegmentTests {
    @Test("each of the 125 cells has a segment, and each segment a cell")
    func everyCell() {
        var sizes: [RFMSegment: Int] = [:]
        for recency in 1...5 {
            for frequency in 1...5 {
                for monetary in 1...5 {
                    let scores = RFMScores(recency: recency, frequency: frequency, monetary: monetary)
                    sizes[scores.segment, default: 0] += 1
                }
            }
        }
        #expect(sizes.values.reduce(0, +) == 125)
        #expect(Set(sizes.keys) == Set(RFMSegment.allCases))
    }
}
