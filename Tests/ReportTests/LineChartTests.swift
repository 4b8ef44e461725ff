import Foundation
import Testing

@testable import Report

@Suite("Line charts") struct LineChartTests {
    @Test(
        "words at a point are clear of every line",
        arguments: [
            [[0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.9]], [[0.9, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2]],
            [[0.5, 0.9, 0.7, 0.4, 0.7, 0.9, 0.5]],
            [[0.5, 0.1, 0.3, 0.6, 0.3, 0.1, 0.5]], [[0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5]],
            [[0.1, 0.3, 0.5, 0.61, 0.61, 0.61, 0.61], [0.1, 0.3, 0.5, 0.7, 0.7, 0.7, 0.7]],
            [[0.9, 0.6, 0.5, 0.3, 0.3, 0.3, 0.3], [0.9, 0.6, 0.5, 0.32, 0.32, 0.32, 0.32]],
        ], [330.0, 440, 900])
    func clear(lines: [[Double]], width: Double) throws {
        let chart = LineChart(
            labels: (0..<7).map { AxisLabel(String($0)) },
            series: lines.map { values in
                LineChart.Series(
                    "us", values, titles: values.map { "\($0)" }, endText: "61,4\u{A0}%",
                    endIndex: lines.count > 1 ? 6 : 3)
            },
            valueText: { _, tick in "\(tick)" })
        let drawing = chart.drawn(width: width).element(label: "")
        let words = try #require(ChartText.all(in: drawing).first).boxes.filter { $0.text == "61,4\u{A0}%" }
        #expect(words.count == lines.count)
        for line in polylines(in: drawing) {
            for (start, end) in zip(line, line.dropFirst()) {
                for point in points(from: start, to: end) {
                    let hit = words.first { (box: ChartText.Box) in isInside(point, box) }
                    #expect(hit?.text == nil, "\(point) of \(lines)")
                }
            }
        }
    }

    private func isInside(_ point: SVG.Point, _ box: ChartText.Box) -> Bool {
        (box.left...box.right).contains(point.x) && (box.top...box.bottom).contains(point.y)
    }

    /// A line from one point to the next, taken at twenty places.
    private func points(from start: SVG.Point, to end: SVG.Point) -> [SVG.Point] {
        (0...20).map { step in
            let share = Double(step) / 20
            return SVG.Point(start.x + (end.x - start.x) * share, start.y + (end.y - start.y) * share)
        }
    }

    private func polylines(in drawing: String) -> [[SVG.Point]] {
        drawing.components(separatedBy: " points=\"").dropFirst().map { piece in
            piece.components(separatedBy: "\"")[0].split(separator: " ").map { point in
                let parts = point.split(separator: ",").compactMap { Double($0) }
                return SVG.Point(parts[0], parts[1])
            }
        }
    }
}
