/// One bar that is cut into shares of a whole.
struct ShareBar: Sendable {
    struct Part: Sendable {
        /// The class of its piece.
        let name: String
        let share: Double
        /// Written into the piece where it fits.
        let text: String
        let title: String

        init(name: String, share: Double, text: String, title: String) {
            self.name = name
            self.share = share
            self.text = text
            self.title = title
        }
    }

    var parts: [Part]
    var height = 46.0

    func drawn(width: Double) -> SVG {
        var drawing = SVG(width: width, height: height)
        var x = 0.0
        for part in parts where part.share > 0 {
            let room = part.share * width
            drawing.rect(
                part.name, x: x, y: 0, width: max(1, room - 2), height: height, radius: 5,
                title: part.title)
            if TextMetrics.width(part.text, bold: true) < room - 16 {
                drawing.text(part.text, at: .init(x + 10, height / 2 + 4.5), name: "on " + part.name)
            }
            x += room
        }
        return drawing
    }
}
