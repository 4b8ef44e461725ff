import Foundation

@testable import Report

/// A drawing of a page as a reader's eye has it: its words with the room that they take at most.
struct ChartText {
    struct Box {
        let text: String
        let left: Double
        let right: Double
        let top: Double
        let bottom: Double

        func overlaps(_ other: Box) -> Bool {
            left < other.right && other.left < right && top < other.bottom && other.top < bottom
        }
    }

    let label: String
    let width: Double
    let height: Double
    let boxes: [Box]

    /// All drawings of a page.
    static func all(in page: String) -> [ChartText] {
        page.components(separatedBy: "<svg class=\"chart").dropFirst().compactMap { piece in
            let drawing = piece.components(separatedBy: "</svg>")[0]
            guard let size = attribute("viewBox", of: drawing)?.split(separator: " ").compactMap({ Double($0) }),
                size.count == 4
            else { return nil }
            return ChartText(
                label: attribute("aria-label", of: drawing) ?? "", width: size[2], height: size[3],
                boxes: drawing.components(separatedBy: "<text ").dropFirst().compactMap(box))
        }
    }

    private static func attribute(_ name: String, of element: String) -> String? {
        guard let start = element.range(of: " \(name)=\"") ?? element.range(of: "\(name)=\"") else { return nil }
        return element[start.upperBound...].components(separatedBy: "\"").first
    }

    private static func box(_ element: String) -> Box? {
        let head = element.components(separatedBy: ">")[0]
        guard let x = attribute("x", of: head).flatMap(Double.init),
            let y = attribute("y", of: head).flatMap(Double.init)
        else { return nil }
        let text = element.dropFirst(head.count + 1).components(separatedBy: "<")[0]
            .replacingOccurrences(of: "&lt;", with: "<").replacingOccurrences(of: "&gt;", with: ">")
            .replacingOccurrences(of: "&quot;", with: "\"").replacingOccurrences(of: "&#39;", with: "'")
            .replacingOccurrences(of: "&amp;", with: "&")
        let names = attribute("class", of: head) ?? ""
        let isFine = names.contains("fine")
        let width = TextMetrics.width(text, bold: names.contains("label")) * (isFine ? 11 / TextMetrics.size : 1)
        let left =
            switch attribute("text-anchor", of: head) {
            case "middle": x - width / 2
            case "end": x - width
            default: x
            }
        return Box(text: text, left: left, right: left + width, top: y - (isFine ? 8 : 9.5), bottom: y + 2)
    }
}
