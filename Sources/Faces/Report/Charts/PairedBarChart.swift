/// Two shares a row, one bar under the other: a segment's part of the customers and of the money.
struct PairedBarChart: Sendable {
    struct Row: Sendable {
        let label: String
        let first: Double
        let second: Double
        let firstText: String
        let secondText: String
        let title: String

        init(label: String, first: Double, second: Double, firstText: String, secondText: String, title: String) {
            self.label = label
            self.first = first
            self.second = second
            self.firstText = firstText
            self.secondText = secondText
            self.title = title
        }
    }

    var rows: [Row]

    private static let rowHeight = 30.0

    func drawn(width: Double) -> SVG {
        let left = min(TextMetrics.widest(rows.map(\.label)), width * 0.42) + 10
        let textRoom = TextMetrics.widest(rows.flatMap { [$0.firstText, $0.secondText] }) + 8
        let most = rows.reduce(0.0) { max($0, $1.first, $1.second) }
        let room = width - left - textRoom
        var drawing = SVG(width: width, height: Double(rows.count) * Self.rowHeight + 2)
        for (index, row) in rows.enumerated() {
            let y = Double(index) * Self.rowHeight + 2
            drawing.text(TextMetrics.fitted(row.label, into: left - 8), at: .init(0, y + 17), name: "row")
            for (offset, share, text, name) in [
                (1.0, row.first, row.firstText, "other"), (13.0, row.second, row.secondText, "us"),
            ] {
                let length = most > 0 ? max(1.5, share / most * room) : 1.5
                drawing.rect(name, x: left, y: y + offset, width: length, height: 10, radius: 2)
                drawing.text(text, at: .init(left + length + 6, y + offset + 9.5), name: "fine")
            }
            drawing.rect("hit", x: 0, y: y - 2, width: width, height: Self.rowHeight, title: row.title)
        }
        return drawing
    }
}
