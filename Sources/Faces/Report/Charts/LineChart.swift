/// Lines over columns that follow each other: a rate by month, a share by days.
struct LineChart: Sendable {
    struct Series: Sendable {
        /// The class of its line.
        let name: String
        /// nil where there is no value: the line is broken there.
        let values: [Double?]
        /// What a pointer over a point tells; one a value.
        let titles: [String]
        /// Words at one point: the last, unless another is named.
        var endText: String?
        var endIndex: Int?
        /// The range of uncertainty, one a value, or empty.
        var ranges: [ClosedRange<Double>?] = []
        /// Whether its points are drawn; a model's curve has none.
        var hasPoints = true

        init(
            _ name: String, _ values: [Double?], titles: [String], endText: String? = nil, endIndex: Int? = nil,
            ranges: [ClosedRange<Double>?] = [], hasPoints: Bool = true
        ) {
            self.name = name
            self.values = values
            self.titles = titles
            self.endText = endText
            self.endIndex = endIndex
            self.ranges = ranges
            self.hasPoints = hasPoints
        }
    }

    var labels: [AxisLabel]
    /// Where the columns stand, ascending in 0…1; evenly spread when empty.
    var positions: [Double] = []
    var series: [Series]
    /// Where points are drawn on the lines; everywhere when nil.
    var marked: Set<Int>?
    /// A level across the chart, such as a cost to recover.
    var reference: Double?
    /// Points that are not fully observed; they are hollow and their line is dashed.
    var partial: Set<Int> = []
    var footUnit: String?
    var height = 230.0
    var limit: Double? = 1
    /// Lines need no foot at zero: the scale may begin higher, though it covers this much at least.
    var leastSpan: Double?
    /// Writes a tick with its unit.
    var valueText: @Sendable (LinearScale, Double) -> String

    func drawn(width: Double) -> SVG {
        let count = labels.count
        var values = series.flatMap { $0.values.compactMap { $0 } } + (reference.map { [$0] } ?? [])
        if let leastSpan, let least = values.min(), let most = values.max(), most - least < leastSpan {
            values.append(max(0, most - leastSpan))
        }
        let step = (width - 70) / Double(max(1, count - 1))
        let footLines = CategoryAxis(labels, step: step).lines
        var plot = Plot(
            width: width, height: height, values: values, limit: limit, includesZero: leastSpan == nil,
            footLines: footLines,
            footUnit: footUnit, headroom: 26, valueText: valueText)
        let left = plot.left + 10
        let room = plot.right - 14 - left
        let positions = positions
        let center = { (index: Int) in
            left + room * (positions.isEmpty ? (count > 1 ? Double(index) / Double(count - 1) : 0.5) : positions[index])
        }
        let evenStep = positions.isEmpty ? room / Double(max(1, count - 1)) : .infinity
        plot.writeFoot(CategoryAxis(labels, step: evenStep), center: center)
        if let reference {
            let y = plot.scale.place(reference)
            plot.drawing.line("marker", from: .init(plot.left, y), to: .init(plot.right, y))
        }
        for part in series { drawRange(of: part, center: center, into: &plot) }
        for part in series { draw(part, center: center, into: &plot) }
        drawEndTexts(center: center, into: &plot)
        return plot.drawing
    }

    private func drawRange(of part: Series, center: (Int) -> Double, into plot: inout Plot) {
        let known = part.ranges.indices.compactMap { index in part.ranges[index].map { (index, $0) } }
        let upper = known.map { SVG.Point(center($0.0), plot.scale.place(min($0.1.upperBound, plot.scale.upper))) }
        let lower = known.map { SVG.Point(center($0.0), plot.scale.place(max($0.1.lowerBound, plot.scale.lower))) }
        plot.drawing.polygon("band " + part.name, upper + lower.reversed())
    }

    private func draw(_ part: Series, center: (Int) -> Double, into plot: inout Plot) {
        var run: [SVG.Point] = []
        var isDashed = false
        for (index, value) in part.values.enumerated() {
            guard let value else {
                plot.drawing.polyline(part.name + (isDashed ? " unsure" : ""), run)
                run = []
                continue
            }
            let point = SVG.Point(center(index), plot.scale.place(value))
            let dashes = partial.contains(index) || partial.contains(index - 1)
            if !run.isEmpty, dashes != isDashed, let last = run.last {
                plot.drawing.polyline(part.name + (isDashed ? " unsure" : ""), run)
                run = [last]
            }
            isDashed = dashes
            run.append(point)
        }
        plot.drawing.polyline(part.name + (isDashed ? " unsure" : ""), run)
        guard part.hasPoints else { return }
        let isDense = (marked?.count ?? part.values.count) > 40
        for (index, value) in part.values.enumerated() {
            guard let value, marked?.contains(index) ?? true else { continue }
            let point = SVG.Point(center(index), plot.scale.place(value))
            let isHollow = partial.contains(index)
            plot.drawing.circle(
                (isHollow ? "mark " : "dot ") + part.name, at: point, radius: isDense ? 1.5 : isHollow ? 3.2 : 2.8,
                title: part.titles[index])
        }
    }

    /// Words at a named point.
    private struct EndText {
        let text: String
        let point: SVG.Point
        /// Whether the line climbs to the left of the point, and to its right.
        let climbs: (left: Bool, right: Bool)

        init?(_ part: Series, center: (Int) -> Double, scale: LinearScale) {
            guard let text = part.endText,
                let index = part.endIndex ?? part.values.lastIndex(where: { $0 != nil }), let value = part.values[index]
            else { return nil }
            self.text = text
            let y = scale.place(value)
            point = SVG.Point(center(index), y)
            let climbs = { (place: Int) in
                part.values.indices.contains(place) && part.values[place].map { scale.place($0) < y - 4 } ?? false
            }
            self.climbs = (climbs(index - 1), climbs(index + 1))
        }

        /// Where the line climbs on one side of the point, the words stand on the other.
        var lean: Double { (climbs.left ? 1 : 0) - (climbs.right ? 1 : 0) }

        var isValley: Bool { climbs.left && climbs.right }
    }

    /// Words at the named points, clear of the lines and of each other.
    private func drawEndTexts(center: (Int) -> Double, into plot: inout Plot) {
        let ends = series.compactMap { EndText($0, center: center, scale: plot.scale) }
        var freeFrom = 11.0
        for end in ends.sorted(by: { $0.point.y < $1.point.y }) {
            let half = TextMetrics.width(end.text, bold: true) / 2
            let x = min(max(end.point.x + end.lean * (half - 4), plot.left + half), plot.right - half)
            // Over its point, or under it where lines or the words of a higher one are in the way.
            let (over, under) = (end.point.y - 9, end.point.y + 19)
            let fitsUnder = end.isValley && under < plot.foot
            let y = over >= freeFrom && !fitsUnder ? over : max(freeFrom, under)
            plot.drawing.text(end.text, at: .init(x, y), anchor: .middle, name: "label")
            freeFrom = max(y, end.point.y) + 15
        }
    }
}
