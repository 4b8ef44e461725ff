/// The frame of a chart with upright values: room for the labels, grid lines, and the columns' names at the foot.
struct Plot {
    var drawing: SVG
    let scale: LinearScale
    /// Left and right edge of the plot.
    let left: Double
    let right: Double
    /// Where the columns stand.
    let foot: Double
    let top: Double

    static let lineHeight = 17.0
    /// Between two names along the foot.
    private static let leastGap = 3.0

    /// - Parameters:
    ///   - valueText: Writes a tick, with its unit.
    ///   - footUnit: What the columns are, under the axis.
    ///   - headroom: Kept free above the highest tick, for a label there.
    init(
        width: Double, height: Double, values: [Double], limit: Double? = nil, includesZero: Bool = true,
        footLines: Int,
        footUnit: String?, headroom: Double = 10, leastStep: Double = 0,
        valueText: (LinearScale, Double) -> String
    ) {
        let foot = height - Double(footLines) * Self.lineHeight - (footUnit == nil ? 4 : Self.lineHeight + 4)
        let scale = LinearScale(
            covering: values, from: foot, to: headroom, includesZero: includesZero, limit: limit, leastStep: leastStep)
        let texts = scale.ticks.map { valueText(scale, $0) }
        drawing = SVG(width: width, height: height)
        left = TextMetrics.widest(texts) + 8
        right = width - 2
        top = headroom
        self.foot = foot
        self.scale = scale
        for (tick, text) in zip(scale.ticks, texts) {
            let y = scale.place(tick)
            let isZero = abs(tick) < 1e-9 || tick == scale.lower
            drawing.line(isZero ? "axis" : "grid-line", from: .init(left, y), to: .init(right, y))
            drawing.text(text, at: .init(left - 7, y + 4), anchor: .end)
        }
        if let footUnit {
            drawing.text(
                TextMetrics.fitted(footUnit, into: right - left), at: .init((left + right) / 2, height - 4),
                anchor: .middle)
        }
    }

    /// Writes the columns' names. `center` gives the middle of a column.
    mutating func writeFoot(_ axis: CategoryAxis, center: (Int) -> Double) {
        // A name at an edge leans inwards instead of leaving the drawing; where it would lean on another it is left out.
        func leaning(_ text: String, _ index: Int) -> (x: Double, half: Double) {
            let half = TextMetrics.width(text) / 2
            return (min(max(center(index), half), drawing.width - half), half)
        }
        var (textEnd, groupEnd) = (-Double.infinity, -Double.infinity)
        for mark in axis.marks where !mark.text.isEmpty {
            let (x, half) = leaning(mark.text, mark.index)
            if x - half >= textEnd {
                drawing.text(mark.text, at: .init(x, foot + 16), anchor: .middle)
                textEnd = x + half + Self.leastGap
            }
            guard let group = mark.group else { continue }
            let (groupX, groupHalf) = leaning(group, mark.index)
            guard groupX - groupHalf >= groupEnd else { continue }
            drawing.text(group, at: .init(groupX, foot + 16 + Self.lineHeight), anchor: .middle, name: "group")
            groupEnd = groupX + groupHalf + Self.leastGap
        }
    }
}
