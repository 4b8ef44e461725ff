/// How much room a label takes, estimated from above: the reader's font is not known when the chart is drawn.
enum TextMetrics {
    /// The size of all chart text, in units of the view box.
    static let size = 12.5

    /// The width of `text` in units of the view box.
    static func width(_ text: String, bold: Bool = false) -> Double {
        var ems = 0.0
        for scalar in text.unicodeScalars { ems += Self.ems(scalar) }
        return ems * size * (bold ? 1.08 : 1)
    }

    /// The widest of `texts`.
    static func widest(_ texts: [String], bold: Bool = false) -> Double {
        texts.map { width($0, bold: bold) }.max() ?? 0
    }

    /// `text`, or as much of its beginning as fits with an ellipsis.
    static func fitted(_ text: String, into room: Double, bold: Bool = false) -> String {
        if width(text, bold: bold) <= room { return text }
        var kept = text
        while let last = kept.last {
            kept.removeLast()
            if last == " " { continue }
            if width(kept + "…", bold: bold) <= room { break }
        }
        return kept + "…"
    }

    /// Widths of the wider system faces (Noto Sans, Segoe UI), in ems.
    private static func ems(_ scalar: Unicode.Scalar) -> Double {
        switch scalar {
        case "0"..."9": 0.58
        case " ", "\u{A0}", "\u{202F}", ".", ",", ":", ";", "'", "|", "i", "j", "l", "I": 0.3
        case "m", "w", "M", "W", "ш", "щ", "ж", "ы", "ю", "Ш", "Щ", "Ж", "Ы", "Ю", "м", "ф", "М", "Ф": 0.9
        case "%", "…", "—": 0.95
        case "a"..."z": 0.55
        case "A"..."Z": 0.68
        case "а"..."я": 0.6
        case "А"..."Я": 0.7
        default: scalar.value > 0x2E80 ? 1 : 0.6
        }
    }
}
