import Domain

// Text out of files, made fit for a line on a terminal.

extension String {
    /// At most `width` characters, on one line and without the characters by which a file could command the terminal.
    func clipped(to width: Int) -> String {
        let line = VisibleText.of(String(prefix(width + 1)), .oneLine)
        return line.count <= width ? line : line.prefix(width - 1) + "…"
    }

    /// With blanks up to `width` characters.
    func padding(to width: Int) -> String { self + String(repeating: " ", count: Swift.max(0, width - count)) }

    /// Without blanks at its end.
    var trimmingEnd: String { lastIndex { $0 != " " }.map { String(self[...$0]) } ?? "" }
}
