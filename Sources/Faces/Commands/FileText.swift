// Text out of files, made fit for a line on a terminal.

extension String {
    /// On one line and without the control characters by which a file could command the terminal.
    var onOneLine: String {
        String(String.UnicodeScalarView(unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 }))
    }

    /// At most `width` characters, on one line.
    func clipped(to width: Int) -> String {
        let line = prefix(width + 1).description.onOneLine
        return line.count <= width ? line : line.prefix(width - 1) + "…"
    }

    /// With blanks up to `width` characters.
    func padding(to width: Int) -> String { self + String(repeating: " ", count: Swift.max(0, width - count)) }

    /// Without blanks at its end.
    var trimmingEnd: String { String(reversed().drop { $0 == " " }.reversed()) }
}
