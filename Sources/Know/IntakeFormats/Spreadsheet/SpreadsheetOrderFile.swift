public import Intake

/// A sheet of a workbook (XLSX) of orders. Line N of its text is row N of the sheet.
public final class SpreadsheetOrderFile: OrderFile {
    public let name: String

    /// The name of the sheet that is read.
    public let sheet: String

    /// The names of all sheets with cells, in the order of their tabs.
    public let sheets: [String]

    private let file: InputFile
    private let limit: UnpackingLimit
    private let workbook: Workbook
    private let part: String
    /// Read once, when the first reading starts.
    private var context: SheetRows.Context?

    /// What a workbook says of itself and of its styles is short.
    private static let smallPartLimit = UnpackingLimit(bytes: 64 << 20)

    init(_ file: InputFile, archive: ZipArchive, limit: UnpackingLimit, sheet: String?) throws(OrderFileError) {
        workbook = try Workbook(archive, limit: Self.smallPartLimit)
        let chosen = try workbook.sheet(named: sheet, path: file.path)
        name = file.name
        self.sheet = chosen.name
        sheets = workbook.sheets.map(\.name)
        part = chosen.part
        self.file = file
        self.limit = limit
    }

    private init(_ other: SpreadsheetOrderFile, sheet: Workbook.Sheet) {
        name = other.name
        self.sheet = sheet.name
        sheets = other.sheets
        part = sheet.part
        workbook = other.workbook
        file = other.file
        limit = other.limit
        context = other.context
    }

    /// The same workbook with each of its other sheets, visible ones first.
    public var others: [SpreadsheetOrderFile] {
        let others = workbook.sheets.filter { $0.name != sheet }
        return (others.filter(\.isVisible) + others.filter { !$0.isVisible }).map {
            SpreadsheetOrderFile(self, sheet: $0)
        }
    }

    public var totalBytes: Int64? { file.size }

    public var delimiter: UInt8? { UInt8(ascii: ",") }

    public var hasTypedNumbers: Bool { true }

    public func open() throws(OrderFileError) -> any ByteSource {
        let archive = try ZipArchive(file)
        let context = try context(from: archive)
        return SheetReader(try archive.open(part, limit: limit), of: file, context: context, limit: limit)
    }

    /// A workbook says itself how its characters are written.
    public func reconsiderEncoding() -> Bool { false }

    private func context(from archive: ZipArchive) throws(OrderFileError) -> SheetRows.Context {
        if let context { return context }
        var new = SheetRows.Context(is1904: workbook.is1904)
        if let part = workbook.sharedStringsPart, archive.contains(part) {
            new.strings = try SharedStrings(try archive.open(part, limit: SharedStrings.limit))
        }
        if let part = workbook.stylesPart, archive.contains(part) {
            new.styles = try CellStyles(try archive.open(part, limit: Self.smallPartLimit))
        }
        context = new
        return new
    }
}
