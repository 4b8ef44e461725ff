/// A drawing under construction: shapes are told apart by classes alone, every colour stands in the stylesheet.
struct SVG {
    let width: Double
    let height: Double
    private var body = ""

    init(width: Double, height: Double) {
        self.width = width
        self.height = height
    }

    mutating func line(_ name: String, from start: Point, to end: Point) {
        body += "<line class=\"\(name)\" x1=\"\(start.x.short)\" y1=\"\(start.y.short)\""
        body += " x2=\"\(end.x.short)\" y2=\"\(end.y.short)\"/>"
    }

    /// `title` is what a pointer held over it tells.
    mutating func rect(
        _ name: String, x: Double, y: Double, width: Double, height: Double, radius: Double = 0, title: String? = nil
    ) {
        body += "<rect class=\"\(name)\" x=\"\(x.short)\" y=\"\(y.short)\""
        body += " width=\"\(max(0, width).short)\" height=\"\(max(0, height).short)\""
        if radius > 0 { body += " rx=\"\(radius.short)\"" }
        close("rect", title: title)
    }

    mutating func circle(_ name: String, at center: Point, radius: Double, title: String? = nil) {
        body += "<circle class=\"\(name)\" cx=\"\(center.x.short)\" cy=\"\(center.y.short)\" r=\"\(radius.short)\""
        close("circle", title: title)
    }

    /// An open line through `points`; nothing for fewer than two.
    mutating func polyline(_ name: String, _ points: [Point]) {
        guard points.count > 1 else { return }
        body += "<polyline class=\"\(name)\" points=\"\(Self.list(points))\"/>"
    }

    /// A filled area; nothing for fewer than three points.
    mutating func polygon(_ name: String, _ points: [Point]) {
        guard points.count > 2 else { return }
        body += "<polygon class=\"\(name)\" points=\"\(Self.list(points))\"/>"
    }

    mutating func text(_ text: String, at point: Point, anchor: Anchor = .start, name: String = "") {
        body += "<text x=\"\(point.x.short)\" y=\"\(point.y.short)\""
        if anchor != .start { body += " text-anchor=\"\(anchor.rawValue)\"" }
        if !name.isEmpty { body += " class=\"\(name)\"" }
        body += ">\(Self.escaped(text))</text>"
    }

    /// The whole element. `label` is the text alternative; `name` a further class.
    func element(label: String, name: String = "") -> String {
        let size = "viewBox=\"0 0 \(width.short) \(height.short)\" width=\"\(width.short)\" height=\"\(height.short)\""
        return "<svg class=\"chart\(name.isEmpty ? "" : " " + name)\" \(size) role=\"img\""
            + " aria-label=\"\(Self.escaped(label))\">\(body)</svg>"
    }

    private mutating func close(_ element: String, title: String?) {
        if let title {
            body += "><title>\(Self.escaped(title))</title></\(element)>"
        } else {
            body += "/>"
        }
    }

    private static func list(_ points: [Point]) -> String {
        points.map { $0.x.short + "," + $0.y.short }.joined(separator: " ")
    }

    /// Safe as the text of an element and of an attribute.
    static func escaped(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 == 38 || $0 == 60 || $0 == 62 || $0 == 34 || $0 == 39 }) else {
            return text
        }
        var result = ""
        for character in text.unicodeScalars {
            switch character {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            default: result.unicodeScalars.append(character)
            }
        }
        return result
    }
}

extension SVG {
    /// A place in the view box: x to the right, y down.
    struct Point: Hashable, Sendable {
        var x: Double
        var y: Double

        init(_ x: Double, _ y: Double) {
            self.x = x
            self.y = y
        }
    }

    enum Anchor: String {
        case start, middle, end
    }
}

extension Double {
    /// With one decimal at most: enough for a place in a drawing.
    var short: String {
        guard isFinite, abs(self) < 1e9 else { return "0" }
        let tenths = Int((self * 10).rounded())
        let whole = String(abs(tenths) / 10)
        let sign = tenths < 0 ? "-" : ""
        return tenths % 10 == 0 ? sign + whole : sign + whole + "." + String(abs(tenths) % 10)
    }
}
