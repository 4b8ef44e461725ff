public import Domain
public import Intake

/// The door for files of orders.
public enum OrderFiles {
    /// Opens a file as delimited UTF-8 text, whatever it is: plain text or gzip in any of the encodings, or a workbook
    /// (XLSX), plain or gzip. The content decides, not the name.
    ///
    /// - Parameters:
    ///   - path: `-` is standard input. What can be read only once (a pipe) is copied to a temporary file first.
    ///   - encoding: The text's encoding; nil to judge by its bytes. A workbook has its own.
    ///   - sheet: The sheet of a workbook; nil for its first visible one.
    ///   - allowsText: Whether text will do where a sheet is named, as in a mapping that is used for both.
    ///   - progress: Called with the bytes so far, while what can be read only once is copied.
    public static func open(
        _ path: String, encoding: TextEncoding? = nil, sheet: String? = nil, allowsText: Bool = false,
        progress: ((Int64) -> Void)? = nil
    ) throws(OrderFileError) -> any OrderFile {
        var file = try InputFile.open(path, progress: progress)
        let limit = UnpackingLimit(packedBytes: file.size)
        var (sample, isGzip) = try beginning(of: file, limit: limit)
        if sample.bytes.starts(with: GzipReader.signature) {
            // A server packs what was packed already; a third time nobody does by mistake.
            let packed = GzipReader(file, limit: UnpackingLimit(packedWorkbookBytes: file.size))
            file = try InputFile.kept(packed, path: path)
            (sample, isGzip) = try beginning(of: file, limit: limit)
            if sample.bytes.starts(with: GzipReader.signature) {
                throw .unsupported(path: path, kind: .nestedGzip)
            }
        }
        if !isGzip, sample.bytes.starts(with: zipSignature) {
            return try spreadsheet(file, limit: limit, sheet: sheet)
        }
        if sample.bytes.starts(with: zipSignature) {
            // A workbook is read from any of its places, so it is unpacked before.
            let packed = GzipReader(file, limit: UnpackingLimit(packedWorkbookBytes: file.size))
            return try spreadsheet(try InputFile.kept(packed, path: path), limit: limit, sheet: sheet)
        }
        if var kind = UnsupportedKind(firstBytes: sample.bytes) {
            if kind == .oldExcel, !isGzip { kind = try UnsupportedKind(compoundFile: file) }
            throw .unsupported(path: path, kind: kind)
        }
        if let sheet, !allowsText { throw .notASpreadsheet(path: path, sheet: sheet) }
        return try TextOrderFile(file, isGzip: isGzip, limit: limit, sample: sample, encoding: encoding)
    }

    /// The first bytes of the content, unpacked where it is gzip.
    private static func beginning(
        of file: InputFile, limit: UnpackingLimit
    ) throws(OrderFileError) -> (sample: ByteBuffer, isGzip: Bool) {
        let start = try FileReader(file).take(upTo: TextOrderFile.sampleBytes)
        guard start.bytes.starts(with: GzipReader.signature) else { return (start, false) }
        return (try GzipReader(file, limit: limit).take(upTo: TextOrderFile.sampleBytes), true)
    }

    /// What standard input is called, whatever the language; `name(of:in:)` says it to a person.
    public static let standardInputName = "standard input"

    /// What to call a file of this name in a language.
    public static func name(of file: String, in language: Language) -> String {
        file == standardInputName || file == InputFile.standardInputPath ? standardInput[language] : file
    }

    static let standardInput = Phrase(en: standardInputName, pl: "standardowe wejście", ru: "стандартный ввод")

    private static func spreadsheet(
        _ file: InputFile, limit: UnpackingLimit, sheet: String?
    ) throws(OrderFileError) -> SpreadsheetOrderFile {
        let archive = try ZipArchive(file)
        guard archive.contains(Workbook.part) else {
            throw .unsupported(path: file.path, kind: UnsupportedKind(archive))
        }
        return try SpreadsheetOrderFile(file, archive: archive, limit: limit, sheet: sheet)
    }

    static let zipSignature: [UInt8] = [0x50, 0x4B, 0x03, 0x04]
}
