/// A table in a terminal: the first column holds words, the others figures.
struct TerminalTable {
    struct Row {
        let name: String
        let cells: [String]
        /// The row is a sum, or the head.
        var isStrong = false
        var isSoft = false
    }

    var rows: [Row]
    let indent = 2

    /// - Parameters:
    ///   - width: Names are cut to what the figures leave, but not below sixteen columns.
    func lines(width: Int, colour: Bool) -> [String] {
        let count = rows.map(\.cells.count).max() ?? 0
        let widths = (0..<count).map { column in
            rows.map { column < $0.cells.count ? TerminalText.width($0.cells[column]) : 0 }.max() ?? 0
        }
        let figures = widths.reduce(0) { $0 + $1 + 2 }
        let longest = rows.map { TerminalText.width($0.name) }.max() ?? 0
        let nameWidth = min(longest, max(16, width - indent - figures))
        return rows.map { row in
            var line = String(repeating: " ", count: indent)
            line += TerminalText.left(TerminalText.fitted(row.name, nameWidth), nameWidth)
            for (column, cell) in row.cells.enumerated() { line += "  " + TerminalText.right(cell, widths[column]) }
            while line.last == " " { line.removeLast() }
            let style: TerminalStyle? = row.isStrong ? .bold : row.isSoft ? .soft : nil
            return style.map { $0(line, colour: colour) } ?? line
        }
    }

    /// How many of the given columns fit beside names of `nameWidth`, from the last one on.
    static func fitting(_ columns: [[String]], nameWidth: Int, width: Int) -> Int {
        var left = width - 2 - nameWidth
        var count = 0
        for column in columns.reversed() {
            left -= 2 + (column.map { TerminalText.width($0) }.max() ?? 0)
            if left < 0 { break }
            count += 1
        }
        return count
    }
}
