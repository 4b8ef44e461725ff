/// What each cell style makes of a number.
struct CellStyles {
    private var forms: [NumberForm] = []
    /// The currencies that numbers are shown in, by style; none at all where no style shows one.
    private var currencies: [[UInt8]?] = []

    /// The form of a cell with this style; a style that the workbook does not have shows numbers.
    subscript(style: Int) -> NumberForm { forms.indices.contains(style) ? forms[style] : .number }

    /// Whether any style shows a currency.
    var showCurrencies: Bool { !currencies.isEmpty }

    /// The currency that a cell with this style shows beside its number, as it is written; nil when it shows none.
    func currency(of style: Int) -> [UInt8]? { currencies.indices.contains(style) ? currencies[style] : nil }

    init() {}

    init(_ source: ZipEntryReader) throws(OrderFileError) {
        var custom: [Int: NumberForm] = [:]
        var shown: [Int: [UInt8]] = [:]
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
                        shown[id] = FormatCurrency.text(inCode: code).map { Array($0.utf8) }
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
        // The built-in formats of money (5–8, 37–44) show the currency of whoever looks, until the workbook writes them
        // out, as it looked to the one who saved it.
        if ids.contains(where: { shown[$0] != nil }) { currencies = ids.map { shown[$0] } }
    }
}
