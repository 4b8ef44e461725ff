/// A table of a terminal: a name and figures a row.
struct TextTable {
    struct Row {
        let name: String
        let cells: [String]
        var style: TerminalStyle?
    }

    /// What gives way where a table is wider than the terminal.
    enum Narrowing {
        /// Columns that do not fit are left out from the right.
        case fewerColumns
        /// Names are cut to what the figures leave, but not below sixteen columns.
        case shorterNames
    }

    private var rows: [Row]
    private let narrowing: Narrowing

    /// A table with heads over its figures.
    init(heads: [String]) { self.init(rows: [Row(name: "", cells: heads, style: .soft)], narrowing: .fewerColumns) }

    /// A table whose heads, if any, are among the rows.
    init(rows: [Row], narrowing: Narrowing) {
        self.rows = rows
        self.narrowing = narrowing
    }

    mutating func add(_ name: String, _ cells: [String], style: TerminalStyle? = nil) {
        rows.append(Row(name: name, cells: cells, style: style))
    }

    private static let indent = 2
    private static let gap = 2

    func lines(width: Int, colour: Bool) -> [String] {
        let count = rows.map(\.cells.count).max() ?? 0
        var widths = (0..<count).map { column in
            rows.map { column < $0.cells.count ? TerminalText.width($0.cells[column]) : 0 }.max() ?? 0
        }
        var nameWidth = rows.map { TerminalText.width($0.name) }.max() ?? 0
        switch narrowing {
        case .fewerColumns:
            var left = width - Self.indent - nameWidth
            widths = Array(
                widths.prefix {
                    left -= Self.gap + $0
                    return left >= 0
                })
        case .shorterNames:
            let figures = widths.reduce(0) { $0 + $1 + Self.gap }
            nameWidth = min(nameWidth, max(16, width - Self.indent - figures))
        }
        return rows.map { row in
            var line = String(repeating: " ", count: Self.indent)
            line += TerminalText.left(TerminalText.fitted(row.name, nameWidth), nameWidth)
            for (cell, width) in zip(row.cells, widths) { line += "  " + TerminalText.right(cell, width) }
            while line.last == " " { line.removeLast() }
            return row.style.map { $0(line, colour: colour) } ?? line
        }
    }

    /// How many of the given columns fit beside names of `nameWidth`, from the last one on.
    static func fitting(_ columns: [[String]], nameWidth: Int, width: Int) -> Int {
        var left = width - indent - nameWidth
        var count = 0
        for column in columns.reversed() {
            left -= gap + (column.map { TerminalText.width($0) }.max() ?? 0)
            if left < 0 { break }
            count += 1
        }
        return count
    }
}
