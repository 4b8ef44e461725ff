import Foundation
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

    @Test("the table in docs/metrics.md is what is computed") func documented() throws {
        let page = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../docs/metrics.md")
        let lines = try String(contentsOf: page, encoding: .utf8).split(separator: "\n")
        var cells = 0
        for line in lines {
            let fields = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
            guard fields.count == 7, let recency = Int(fields[0]), let frequency = Int(fields[1]) else { continue }
            for monetary in 1...5 {
                let scores = RFMScores(recency: recency, frequency: frequency, monetary: monetary)
                #expect(scores.segment.rawValue == fields[1 + monetary])
                cells += 1
            }
        }
        #expect(cells == 125)
    }
}
