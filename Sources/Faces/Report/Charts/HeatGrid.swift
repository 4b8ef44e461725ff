/// A grid of cells whose shade tells a size: cohorts, RFM, the hours of the week.
struct HeatGrid: Sendable {
    struct Cell: Sendable {
        /// 0 (nothing) … 6 (most).
        let level: Int
        /// Written into the cell.
        let text: String?
        /// What a pointer over it tells.
        let title: String
        /// Not fully observed; it is hatched.
        let isPartial: Bool

        init(level: Int, text: String? = nil, title: String, isPartial: Bool = false) {
            self.level = level
            self.text = text
            self.title = title
            self.isPartial = isPartial
        }
    }

    struct Row: Sendable {
        let label: String
        /// Stands right-aligned beside the label.
        let note: String?
        let cells: [Cell?]

        init(label: String, note: String? = nil, cells: [Cell?]) {
            self.label = label
            self.note = note
            self.cells = cells
        }
    }

    var columns: [String]
    var rows: [Row]
    /// Over the labels and the notes.
    var labelHead = ""
    var noteHead = ""
    /// What the columns are, over their names.
    var columnUnit: String?
    var cellHeight = 25.0
    /// Cells are never narrower; a grid that needs more room than it has is drawn wider, and its page scrolls it.
    var leastCellWidth = 29.0
    var mostCellWidth = 64.0

    func drawn(width: Double) -> SVG {
        let labelWidth = max(TextMetrics.widest(rows.map(\.label)), TextMetrics.width(labelHead)) + 8
        let hasNotes = rows.contains { $0.note != nil }
        let noteTexts = rows.compactMap(\.note) + [noteHead]
        let noteWidth = hasNotes ? TextMetrics.widest(noteTexts) + 12 : 0
        let left = labelWidth + noteWidth
        let count = Double(max(1, columns.count))
        let cell = min(mostCellWidth, max(leastCellWidth, (width - left - 1) / count))
        let head = columnUnit == nil ? 20.0 : 37.0
        let unitEnd = left + 4 + TextMetrics.width(columnUnit ?? "")
        var drawing = SVG(
            width: max(width, left + cell * count + 1, unitEnd), height: head + Double(rows.count) * cellHeight + 2)
        writeHead(left: left, cell: cell, head: head, hasNotes: hasNotes, into: &drawing)
        for (index, row) in rows.enumerated() {
            let y = head + Double(index) * cellHeight
            drawing.text(row.label, at: .init(0, y + cellHeight / 2 + 4.5), name: "row")
            if let note = row.note {
                drawing.text(note, at: .init(left - 8, y + cellHeight / 2 + 4.5), anchor: .end)
            }
            for (column, value) in row.cells.enumerated() {
                guard let value else { continue }
                draw(value, x: left + Double(column) * cell, y: y, width: cell, into: &drawing)
            }
        }
        return drawing
    }

    private func writeHead(left: Double, cell: Double, head: Double, hasNotes: Bool, into drawing: inout SVG) {
        drawing.text(labelHead, at: .init(0, head - 7))
        if hasNotes { drawing.text(noteHead, at: .init(left - 8, head - 7), anchor: .end) }
        if let columnUnit { drawing.text(columnUnit, at: .init(left + 2, 13)) }
        let axis = CategoryAxis(columns.map { AxisLabel($0) }, step: cell)
        for mark in axis.marks {
            drawing.text(mark.text, at: .init(left + (Double(mark.index) + 0.5) * cell, head - 7), anchor: .middle)
        }
    }

    private func draw(_ cell: Cell, x: Double, y: Double, width: Double, into drawing: inout SVG) {
        drawing.rect(
            "cell l\(cell.level)", x: x + 0.75, y: y + 0.75, width: width - 1.5, height: cellHeight - 1.5, radius: 3,
            title: cell.title)
        if cell.isPartial {
            drawing.rect(
                cell.level > 4 ? "hatch faint" : "hatch", x: x + 0.75, y: y + 0.75, width: width - 1.5,
                height: cellHeight - 1.5, radius: 3)
        }
        if let text = cell.text, TextMetrics.width(text) < width - 1 {
            drawing.text(
                text, at: .init(x + width / 2, y + cellHeight / 2 + 4.5), anchor: .middle, name: "in l\(cell.level)")
        }
    }

    /// The shade of `value` among values up to `most`: 0 for nothing, then six equal steps.
    static func evenLevel(_ value: Double, of most: Double) -> Int {
        guard value > 0, most > 0 else { return 0 }
        return min(6, max(1, Int((value / most * 6).rounded(.up))))
    }

    /// The same with equal steps of the square root, so that small values differ too.
    static func level(_ value: Double, of most: Double) -> Int {
        guard value > 0, most > 0 else { return 0 }
        return min(6, max(1, Int((value / most).squareRoot() * 6 + 0.5)))
    }
}
