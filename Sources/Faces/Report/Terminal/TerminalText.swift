import Domain

/// Text in a terminal's columns: widths, padding, wrapping, small bars and sparklines.
enum TerminalText {
    /// How many columns `text` takes; East Asian wide characters take two.
    static func width(_ text: String) -> Int {
        text.reduce(0) { $0 + (isWide($1) ? 2 : 1) }
    }

    private static func isWide(_ character: Character) -> Bool {
        guard let scalar = character.unicodeScalars.first?.value, scalar >= 0x1100 else { return false }
        return (0x1100...0x115F).contains(scalar) || (0x2E80...0xA4CF).contains(scalar)
            || (0xAC00...0xD7A3).contains(scalar) || (0xF900...0xFAFF).contains(scalar)
            || (0xFE30...0xFE6F).contains(scalar) || (0xFF00...0xFF60).contains(scalar)
            || (0x1F300...0x1FAFF).contains(scalar)
    }

    /// `text` with blanks after it.
    static func left(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - self.width(text)))
    }

    /// `text` with blanks before it.
    static func right(_ text: String, _ width: Int) -> String {
        String(repeating: " ", count: max(0, width - self.width(text))) + text
    }

    /// `text`, or its beginning with an ellipsis; on one line, and without commands to the terminal.
    static func fitted(_ text: String, _ width: Int) -> String {
        let text = VisibleText.of(text, .oneLine)
        guard self.width(text) > width else { return text }
        var kept = text
        while !kept.isEmpty, self.width(kept) > max(0, width - 1) { kept.removeLast() }
        return kept + "…"
    }

    /// `text` in lines of at most `width` columns, broken at blanks; a longer word is cut. No-break spaces hold.
    /// Characters that command a terminal are made visible.
    static func wrapped(_ text: String, _ width: Int) -> [String] {
        let text = VisibleText.of(text, .oneLine)
        let width = max(8, width)
        var lines: [String] = []
        var line = ""
        for word in text.split(separator: " ") {
            var word = String(word)
            if !line.isEmpty, self.width(line) + 1 + self.width(word) > width {
                lines.append(line)
                line = ""
            }
            while self.width(word) > width {
                let head = String(word.prefix(width))
                lines.append(head)
                word.removeFirst(head.count)
            }
            line += line.isEmpty ? word : " " + word
        }
        if !line.isEmpty { lines.append(line) }
        return lines
    }

    /// A bar of `share` of `width` columns, in eighths; anything above nothing is seen.
    static func bar(_ share: Double, _ width: Int) -> String {
        guard share > 0, share.isFinite else { return "" }
        let eighths = max(1, Int((min(share, 1) * Double(width * 8)).rounded()))
        let rest = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"][eighths % 8]
        return String(repeating: "█", count: eighths / 8) + rest
    }

    /// One character a value, from the foot (zero, or the least value below it) to the top (the greatest value, or a
    /// given one that is no smaller); a blank for nil.
    static func sparkline(_ values: [Double?], foot: Double = 0, top: Double? = nil) -> String {
        let known = values.compactMap(\.self)
        guard let greatest = known.max(), let least = known.min() else { return "" }
        let most = top ?? greatest
        let foot = min(foot, least)
        let steps = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
        return values.map { value in
            guard let value else { return " " }
            guard most > foot else { return steps[0] }
            return steps[min(7, Int((value - foot) / (most - foot) * 7.999))]
        }.joined()
    }
}

/// How words are set off in a terminal; every style is nothing without colour.
enum TerminalStyle: String {
    case bold = "1"
    case soft = "2"
    case good = "32"
    case attention = "33"
    case loss = "31"

    func callAsFunction(_ text: String, colour: Bool) -> String {
        colour && !text.isEmpty ? "\u{1B}[\(rawValue)m\(text)\u{1B}[0m" : text
    }
}
