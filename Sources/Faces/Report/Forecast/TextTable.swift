/// A table of a terminal: a name and figures a row. Columns that do not fit are left out from the right.
struct TextTable {
    private struct Row {
        let name: String
        let cells: [String]
        let style: TerminalStyle?
    }

    private let heads: [String]
    private let width: Int
    private let colour: Bool
    private var rows: [Row] = []

    init(heads: [String], width: Int, colour: Bool) {
        self.heads = heads
        self.width = width
        self.colour = colour
    }

    mutating func add(_ name: String, _ cells: [String], style: TerminalStyle? = nil) {
        rows.append(Row(name: name, cells: cells, style: style))
    }

    /// The heads and the rows.
    var lines: [String] {
        let widths = heads.indices.map { column in
            (rows.compactMap { column < $0.cells.count ? $0.cells[column] : nil } + [heads[column]])
                .map { TerminalText.width($0) }.max() ?? 0
        }
        let nameWidth = rows.map { TerminalText.width($0.name) }.max() ?? 0
        var (fitting, used) = (0, 2 + nameWidth)
        while fitting < widths.count, used + 2 + widths[fitting] <= width {
            used += 2 + widths[fitting]
            fitting += 1
        }
        func line(_ name: String, _ cells: [String]) -> String {
            "  " + TerminalText.left(name, nameWidth)
                + cells.prefix(fitting).enumerated().map { "  " + TerminalText.right($0.element, widths[$0.offset]) }
                .joined()
        }
        return [TerminalStyle.soft(line("", heads), colour: colour)]
            + rows.map { row in
                let text = line(row.name, row.cells)
                return row.style.map { $0(text, colour: colour) } ?? text
            }
    }
}
