/// A row of a table: its name and its cells.
struct RowModel {
    let name: String
    let cells: [CellModel]
}

/// What stands in a cell.
struct CellModel {
    let text: String
    /// A class: `n` for figures, or nothing.
    var kind = ""
    /// 0…1, drawn as a thin bar before the text.
    var meter: String?
    var tag: TagModel?

    static func words(_ text: String) -> CellModel { CellModel(text: text) }
    static func figure(_ text: String) -> CellModel { CellModel(text: text, kind: "n") }
}

struct TagModel {
    let tone: String
    let text: String
}

/// Writes the head and the body of a table; all words are escaped.
enum TableMarkup {
    static func text(head: [CellModel], rows: [RowModel]) -> String {
        var markup = "<thead><tr>"
        for cell in head { markup += "<th scope=\"col\"\(kind(cell))>\(SVG.escaped(cell.text))</th>" }
        markup += "</tr></thead>\n<tbody>\n"
        for row in rows {
            markup += "<tr><th scope=\"row\">\(SVG.escaped(row.name))</th>"
            for cell in row.cells { append(cell, to: &markup) }
            markup += "</tr>\n"
        }
        return markup + "</tbody>"
    }

    private static func append(_ cell: CellModel, to markup: inout String) {
        markup += "<td\(kind(cell))>"
        if let meter = cell.meter { markup += "<meter value=\"\(meter)\" aria-hidden=\"true\"></meter> " }
        markup += SVG.escaped(cell.text)
        if let tag = cell.tag {
            markup += cell.text.isEmpty ? "" : " "
            markup += "<span class=\"tag\(tag.tone.isEmpty ? "" : " " + tag.tone)\">\(SVG.escaped(tag.text))</span>"
        }
        markup += "</td>"
    }

    private static func kind(_ cell: CellModel) -> String { cell.kind.isEmpty ? "" : " class=\"\(cell.kind)\"" }
}
