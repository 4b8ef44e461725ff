/// What each cell style makes of a number.
struct CellStyles {
    private var forms: [NumberForm] = []

    /// The form of a cell with this style; a style that the workbook does not have shows numbers.
    subscript(style: Int) -> NumberForm { forms.indices.contains(style) ? forms[style] : .number }

    init() {}

    init(_ source: ZipEntryReader) throws(OrderFileError) {
        var custom: [Int: NumberForm] = [:]
        var ids: [Int] = []
        var isInCellFormats = false
        var xml = XMLScanner(source)
        scan: while true {
            switch try xml.next() {
            case .finish: break scan
            case .text: break
            case .end:
                if xml.isNamed("cellXfs") { isInCellFormats = false }
            case .start:
                if xml.isNamed("numFmt") {
                    if let id = xml.string("numFmtId").flatMap({ Int($0) }), let code = xml.string("formatCode") {
                        custom[id] = NumberForm(code: code)
                    }
                } else if xml.isNamed("cellXfs") {
                    isInCellFormats = true
                } else if isInCellFormats, xml.isNamed("xf") {
                    ids.append(xml.string("numFmtId").flatMap { Int($0) } ?? 0)
                }
            }
        }
        // A workbook may redefine a built-in id.
        forms = ids.map { custom[$0] ?? NumberForm(builtIn: $0) }
    }
}
