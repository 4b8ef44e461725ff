/// Upright bars, one stack a column: money or counts by month, a histogram.
struct BarChart: Sendable {
    struct Series: Sendable {
        /// The class of its bars.
        let name: String
        let values: [Double]

        init(_ name: String, _ values: [Double]) {
            self.name = name
            self.values = values
        }
    }

    var labels: [AxisLabel]
    var series: [Series]
    /// What a pointer over a column tells; one a column.
    var titles: [String]
    /// Columns that are not fully observed; they are hatched.
    var partial: Set<Int> = []
    /// A column with a line through it and the words beside it, such as a median.
    var marker: (index: Int, text: String)?
    var footUnit: String?
    var height = 230.0
    /// Ticks are no closer: 1 for counts.
    var leastStep = 0.0
    /// Writes a tick with its unit.
    var valueText: @Sendable (Double) -> String

    func drawn(width: Double) -> SVG {
        let count = labels.count
        let positive = (0..<count).map { index in series.reduce(0) { $0 + max(0, $1.values[index]) } }
        let negative = (0..<count).map { index in series.reduce(0) { $0 + min(0, $1.values[index]) } }
        let values = positive + negative
        // The room for the labels depends on the plot's width, and that on the ticks' texts: a first guess is enough.
        let step = (width - 60) / Double(max(1, count))
        let axis = CategoryAxis(labels, step: step)
        var plot = Plot(
            width: width, height: height, values: values, footLines: axis.lines, footUnit: footUnit,
            headroom: marker == nil ? 10 : 26, leastStep: leastStep, valueText: { valueText($1) })
        let column = (plot.right - plot.left) / Double(max(1, count))
        let left = plot.left
        let center = { (index: Int) in left + (Double(index) + 0.5) * column }
        for index in 0..<count { draw(column: index, center: center(index), room: column, into: &plot) }
        plot.drawing.line(
            "axis", from: .init(plot.left, plot.scale.place(0)), to: .init(plot.right, plot.scale.place(0)))
        plot.writeFoot(CategoryAxis(labels, step: column), center: center)
        if let marker, marker.index < count { draw(marker, at: center(marker.index), into: &plot) }
        return plot.drawing
    }

    private func draw(column: Int, center: Double, room: Double, into plot: inout Plot) {
        let width = min(44, max(1, room - max(1, min(8, room * 0.22))))
        var up = plot.scale.place(0)
        var down = up
        for part in series {
            let value = part.values[column]
            let length = abs(plot.scale.place(value) - plot.scale.place(0))
            guard length > 0.05 else { continue }
            let y = value > 0 ? up - length : down
            if value > 0 { up -= length } else { down += length }
            plot.drawing.rect(
                part.name, x: center - width / 2, y: y, width: width, height: length, radius: width > 8 ? 1.5 : 0)
        }
        if partial.contains(column) {
            plot.drawing.rect("hatch", x: center - width / 2, y: up, width: width, height: down - up)
        }
        // The whole column answers the pointer, also where a bar is too low to hit.
        plot.drawing.rect(
            "hit", x: center - room / 2, y: plot.top, width: room, height: plot.foot - plot.top, title: titles[column])
    }

    private func draw(_ marker: (index: Int, text: String), at x: Double, into plot: inout Plot) {
        plot.drawing.line("marker", from: .init(x, 20), to: .init(x, plot.foot))
        let width = TextMetrics.width(marker.text, bold: true)
        let isRight = x + 6 + width < plot.right
        let start = isRight ? x + 6 : max(0, min(x - 6, plot.right) - width)
        plot.drawing.text(marker.text, at: .init(start, 14), name: "label")
    }
}
