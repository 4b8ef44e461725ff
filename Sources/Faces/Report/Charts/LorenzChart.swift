/// How unevenly something is spread: the Lorenz curve under the line of equal shares.
struct LorenzChart: Sendable {
    /// Share of customers and of money, both ascending from (0, 0) to (1, 1).
    var points: [(x: Double, y: Double)]
    /// A point that the title speaks of, with its words.
    var highlight: (x: Double, y: Double, text: String)?
    var footUnit: String
    var height = 300.0
    var percentText: @Sendable (Double) -> String

    func drawn(width: Double) -> SVG {
        let shares = [0, 0.25, 0.5, 0.75, 1]
        var plot = Plot(
            width: width, height: height, values: [0, 1], limit: 1, footLines: 1, footUnit: footUnit,
            valueText: { percentText($1) })
        let left = plot.left
        let room = plot.right - 8 - left
        let scale = plot.scale
        let place = { (x: Double, y: Double) in SVG.Point(left + x * room, scale.place(y)) }
        for share in shares {
            let text = percentText(share)
            let half = TextMetrics.width(text) / 2
            let x = min(place(share, 0).x, plot.drawing.width - half)
            plot.drawing.text(text, at: .init(x, plot.foot + 16), anchor: .middle)
        }
        let curve = points.map { place($0.x, $0.y) }
        plot.drawing.polygon("band us", curve + [place(1, 0)])
        plot.drawing.polyline("expected plain", [place(0, 0), place(1, 1)])
        plot.drawing.polyline("us", curve)
        if let highlight {
            let point = place(highlight.x, highlight.y)
            plot.drawing.circle("mark us", at: point, radius: 4)
            let width = TextMetrics.width(highlight.text, bold: true)
            // Right under the curve where it runs close to the line of equal shares, over it where there is room.
            let isUnder = highlight.y > 0.4
            let end = min(max(left + 4 + width, isUnder ? point.x + 6 + width : point.x - 8), plot.right)
            let lowest = curve.last { $0.x <= end - width - 4 }?.y ?? point.y
            plot.drawing.text(
                highlight.text, at: .init(end, isUnder ? max(point.y + 22, lowest + 13) : point.y - 8), anchor: .end,
                name: "label")
        }
        return plot.drawing
    }
}
