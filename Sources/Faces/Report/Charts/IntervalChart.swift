/// Estimates with their intervals, one a row, against a reference line.
struct IntervalChart: Sendable {
    struct Row: Sendable {
        let label: String
        let value: Double
        let range: ClosedRange<Double>?
        /// The value in words, at the right edge.
        let text: String
        /// The class of the mark.
        let name: String
        let title: String

        init(label: String, value: Double, range: ClosedRange<Double>?, text: String, name: String, title: String) {
            self.label = label
            self.value = value
            self.range = range
            self.text = text
            self.name = name
            self.title = title
        }
    }

    var rows: [Row]
    /// Where the line stands: no change, or the whole shop.
    var reference: Double
    var includesZero = false
    var footUnit: String?
    var valueText: @Sendable (LinearScale, Double) -> String

    private static let rowHeight = 27.0

    func drawn(width: Double) -> SVG {
        let textWidth = TextMetrics.widest(rows.map(\.text), bold: true)
        let labelRoom = min(TextMetrics.widest(rows.map(\.label)), width * 0.4)
        // On a narrow page, and where labels are long, the label stands over its row.
        let isNarrow = width < 400 || TextMetrics.widest(rows.map(\.label)) > labelRoom
        let left = isNarrow ? 6 : labelRoom + 14
        let right = width - textWidth - 12
        let step = Self.rowHeight + (isNarrow ? 17 : 0)
        let foot = Double(rows.count) * step + 6
        let height = foot + 22 + (footUnit == nil ? 0 : 17)
        let values = rows.flatMap { [$0.value] + ($0.range.map { [$0.lowerBound, $0.upperBound] } ?? []) }
        let scale = LinearScale(
            covering: values + [reference], from: left, to: right, tickCount: isNarrow ? 3 : 5,
            includesZero: includesZero)
        var drawing = SVG(width: width, height: height)
        drawTicks(scale, foot: foot, into: &drawing)
        drawing.line("marker", from: .init(scale.place(reference), 0), to: .init(scale.place(reference), foot))
        for (index, row) in rows.enumerated() {
            let y = Double(index) * step + (isNarrow ? 30 : 16)
            let label = TextMetrics.fitted(row.label, into: isNarrow ? width - 4 : labelRoom + 2)
            drawing.text(label, at: isNarrow ? .init(0, y - 14) : .init(0, y + 4), name: "row")
            draw(row, y: y, scale: scale, into: &drawing)
            drawing.text(row.text, at: .init(width - 2, y + 4), anchor: .end, name: "label")
        }
        if let footUnit {
            drawing.text(
                TextMetrics.fitted(footUnit, into: width), at: .init(width / 2, height - 4), anchor: .middle)
        }
        return drawing
    }

    private func drawTicks(_ scale: LinearScale, foot: Double, into drawing: inout SVG) {
        var freeFrom = -Double.infinity
        for tick in scale.ticks {
            let x = scale.place(tick)
            let text = valueText(scale, tick)
            let half = TextMetrics.width(text) / 2
            let center = max(x, half)
            drawing.line("grid-line", from: .init(x, 0), to: .init(x, foot))
            guard center - half >= freeFrom else { continue }
            drawing.text(text, at: .init(center, foot + 16), anchor: .middle)
            freeFrom = center + half + 8
        }
    }

    private func draw(_ row: Row, y: Double, scale: LinearScale, into drawing: inout SVG) {
        if let range = row.range {
            let start = scale.place(range.lowerBound)
            let end = scale.place(range.upperBound)
            drawing.rect("band " + row.name, x: start, y: y - 5, width: max(2, end - start), height: 10, radius: 5)
        }
        drawing.circle("dot " + row.name, at: .init(scale.place(row.value), y), radius: 4.5, title: row.title)
    }
}
