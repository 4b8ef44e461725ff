import Domain

/// The lines of an answer in a terminal, drawn from top to bottom.
protocol AnswerScreen {
    var formats: Formats { get }
    var width: Int { get }
    var colour: Bool { get }
    var lines: [String] { get set }
}

extension AnswerScreen {
    /// Columns that an answer uses, of those that a terminal has.
    static func width(within columns: Int) -> Int { min(100, max(60, columns)) }

    var text: String { lines.map { $0 + "\n" }.joined() }

    func say(_ phrase: Phrase) -> String { phrase[formats.language] }

    /// The title, with the day at the right.
    mutating func drawTitle(_ title: String, asOf: Day) {
        let asOf = formats.day(asOf)
        let room = width - TerminalText.width(asOf) - 2
        let title = TerminalText.fitted(title, max(10, room))
        lines.append(TerminalStyle.bold(TerminalText.left(title, room + 2), colour: colour) + asOf)
        lines.append("")
    }

    /// Names with what is to be said of each, wrapped beside them.
    mutating func drawFacts(_ facts: [(Phrase, String)]) {
        let nameWidth = facts.map { TerminalText.width(say($0.0)) }.max() ?? 0
        for (name, value) in facts {
            let texts = TerminalText.wrapped(value, width - nameWidth - 2)
            for (place, text) in texts.enumerated() {
                lines.append(TerminalText.left(place == 0 ? say(name) : "", nameWidth + 2) + text)
            }
        }
    }

    /// A heading with a blank line before it.
    mutating func head(_ text: String) {
        lines.append("")
        lines += TerminalText.wrapped(text, width).map { TerminalStyle.bold($0, colour: colour) }
    }

    mutating func wrap(_ text: String, indent: Int, style: TerminalStyle? = nil) {
        lines += TerminalText.wrapped(text, width - indent).map { line in
            String(repeating: " ", count: indent) + (style.map { $0(line, colour: colour) } ?? line)
        }
    }

    /// Names in a column, and beside each its text, wrapped.
    mutating func drawBeside(_ rows: [(name: String, text: String)]) {
        let nameWidth = (rows.map { TerminalText.width($0.name) }.max() ?? 0) + 4
        for (name, text) in rows {
            for (place, row) in TerminalText.wrapped(text, width - nameWidth).enumerated() {
                lines.append(TerminalText.left(place == 0 ? "  " + name : "", nameWidth) + row)
            }
        }
    }

    func span(_ first: Day, _ last: Day) -> String {
        first == last ? formats.shortDay(first) : formats.shortDay(first) + " – " + formats.shortDay(last)
    }
}
