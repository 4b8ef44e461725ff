// Unsafe memory: bytes are walked as a collection, within the closure of their array.

import Intake

/// Turns a sheet's XML into rows of CSV, a batch at a time.
struct SheetRows: ~Copyable {
    /// What the cells refer to.
    struct Context {
        var strings = SharedStrings()
        var styles = CellStyles()
        let is1904: Bool
    }

    /// What a cell's `t` says of its content.
    private enum ContentType {
        case number, shared, text, boolean, error
    }

    private(set) var isFinished = false

    private let path: String
    private let context: Context
    private let showsCurrencies: Bool
    private var xml: XMLScanner
    private var rows = CSVRows()
    private var isInCells = false
    private var isInRow = false
    /// The content of the cell that is read, as it is written, and as it goes out.
    private var raw: [UInt8] = []
    private var content: [UInt8] = []

    /// No honest row is longer; memory holds a row at a time.
    private static let mostRowBytes = 64 << 20
    private static let mostRows = 1 << 24
    private static let mostColumns = 1 << 14

    init(_ source: ZipEntryReader, path: String, context: Context) {
        self.path = path
        self.context = context
        showsCurrencies = context.styles.showCurrencies
        xml = XMLScanner(source)
    }

    /// The batch that was read last.
    var text: [UInt8] { rows.text }

    /// Replaces the batch by the next one: as many rows as make `size` bytes, or those that are left.
    mutating func readRows(atLeast size: Int) throws(OrderFileError) {
        rows.removeAll()
        while !isFinished, rows.text.count < size { try readRow() }
    }

    /// Reads on to the end of a row, or of the sheet.
    private mutating func readRow() throws(OrderFileError) {
        var column = -1
        while true {
            switch try xml.next() {
            case .finish:
                isFinished = true
                return
            case .text: break
            case .start:
                if !isInCells {
                    isInCells = xml.isNamed("sheetData")
                } else if xml.isNamed("row") {
                    try beginRow()
                    column = -1
                } else if xml.isNamed("c") {
                    try readCell(after: &column)
                }
            case .end:
                if isInRow, xml.isNamed("row") {
                    isInRow = false
                    rows.end()
                    return
                }
                if xml.isNamed("sheetData") { isInCells = false }
            }
        }
    }

    private mutating func beginRow() throws(OrderFileError) {
        var number = rows.row + 1
        if let written = xml.attribute("r") {
            guard let value = Int(String(decoding: written, as: UTF8.self)) else { throw xml.damaged() }
            number = value
        }
        xml.row = number
        guard !isInRow, number > rows.row, number <= Self.mostRows else { throw xml.damaged() }
        isInRow = true
        rows.begin(number)
    }

    /// Reads the cell whose start tag has just been read, and writes it.
    private mutating func readCell(after column: inout Int) throws(OrderFileError) {
        guard isInRow, let place = place(after: column) else { throw xml.damaged() }
        column = place
        let style = xml.attribute("s").flatMap { Self.integer($0) } ?? 0
        let type = type(of: xml.attribute("t"))
        try readRaw()
        content.removeAll(keepingCapacity: true)
        if !raw.isEmpty { try makeContent(type, style: style) }
        rows.append(content, at: column, isNumber: type == .number)
        guard rows.text.count <= Self.mostRowBytes else {
            throw .tooLargeUnpacked(path: path, limitBytes: Int64(Self.mostRowBytes))
        }
    }

    /// The column of the cell: that of its reference, such as AB12, or the next one. Nil when it is no later one.
    private func place(after column: Int) -> Int? {
        guard let reference = xml.attribute("r") else { return column + 1 < Self.mostColumns ? column + 1 : nil }
        var number = 0
        for byte in reference {
            guard let letter = Self.letter(byte) else { break }
            number = number * 26 + letter
            if number > Self.mostColumns { return nil }
        }
        return number - 1 > column ? number - 1 : nil
    }

    /// A is 1, Z is 26.
    private static func letter(_ byte: UInt8) -> Int? {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): Int(byte - UInt8(ascii: "A")) + 1
        case UInt8(ascii: "a")...UInt8(ascii: "z"): Int(byte - UInt8(ascii: "a")) + 1
        default: nil
        }
    }

    private func type(of written: UnsafeRawBufferPointer?) -> ContentType {
        guard let written, let first = written.first else { return .number }
        switch (first, written.count) {
        case (UInt8(ascii: "s"), 1): return .shared
        case (UInt8(ascii: "b"), 1): return .boolean
        case (UInt8(ascii: "e"), 1): return .error
        case (UInt8(ascii: "n"), 1): return .number
        default: return .text  // `str`, `inlineStr`, and `d`, a day in ISO 8601
        }
    }

    /// Reads the cell's value up to its end tag into `raw`; its formula is passed over.
    private mutating func readRaw() throws(OrderFileError) {
        raw.removeAll(keepingCapacity: true)
        var isInValue = false
        var phonetic = PhoneticText()
        while true {
            let token = try xml.next()
            switch token {
            case .finish: throw xml.damaged()
            case .text:
                if isInValue || phonetic.isText { raw.append(contentsOf: xml.text) }
                guard raw.count <= Self.mostRowBytes else {
                    throw .tooLargeUnpacked(path: path, limitBytes: Int64(Self.mostRowBytes))
                }
            case .start, .end:
                if xml.isNamed("c") {
                    if token == .end { return }
                    throw xml.damaged()
                }
                if xml.isNamed("v") { isInValue = token == .start } else { phonetic.follow(token, in: xml) }
            }
        }
    }

    /// Turns `raw` into `content`.
    private mutating func makeContent(_ type: ContentType, style: Int) throws(OrderFileError) {
        if type != .text { trimRaw() }
        switch type {
        case .error: break
        case .text:
            swap(&raw, &content)
            CellEscapes.resolve(&content)
        case .boolean:
            let isTrue = raw == [UInt8(ascii: "1")] || raw == Array("true".utf8)
            content.append(contentsOf: (isTrue ? "true" : "false").utf8)
        case .shared:
            guard let index = raw.withUnsafeBytes({ Self.integer($0) }), context.strings.append(index, to: &content)
            else { throw xml.damaged() }
        case .number:
            if case .date(let form) = context.styles[style],
                let serial = Double(String(decoding: raw, as: UTF8.self)),
                let text = CellDate(is1904: context.is1904).text(of: serial, as: form)
            {
                content.append(contentsOf: text.utf8)
            } else {
                raw.withUnsafeBytes { CellNumber.append($0, to: &content) }
                if showsCurrencies { markCurrency(style) }
            }
        }
    }

    /// Puts the currency that the style shows behind a number.
    private mutating func markCurrency(_ style: Int) {
        guard let currency = context.styles.currency(of: style), let last = content.last, last &- 0x30 < 10 else {
            return
        }
        content.append(CurrencyMark.byte)
        content.append(contentsOf: currency)
    }

    /// Some writers indent the values of cells.
    private mutating func trimRaw() {
        while let last = raw.last, last <= 0x20 { raw.removeLast() }
        if let first = raw.first, first <= 0x20 {
            raw.removeSubrange(..<(raw.firstIndex { $0 > 0x20 } ?? raw.endIndex))
        }
    }

    /// The whole number that the bytes write, without a sign.
    private static func integer(_ bytes: UnsafeRawBufferPointer) -> Int? {
        var number = 0
        for byte in bytes {
            guard byte >= 0x30, byte <= 0x39, number < 1 << 40 else { return nil }
            number = number * 10 + Int(byte & 15)
        }
        return bytes.isEmpty ? nil : number
    }
}
