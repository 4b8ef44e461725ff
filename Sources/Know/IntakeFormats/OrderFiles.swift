public import Intake

/// The door for files of orders.
public enum OrderFiles {
    /// Opens a file as delimited UTF-8 text, whatever it is: plain text or gzip in any of the encodings, or a workbook
    /// (XLSX). The content decides, not the name.
    ///
    /// - Parameters:
    ///   - path: `-` is standard input. What can be read only once (a pipe) is copied to a temporary file first.
    ///   - encoding: The text's encoding; nil to judge by its bytes. A workbook has its own.
    ///   - sheet: The sheet of a workbook; nil for its first visible one.
    ///   - allowsText: Whether text will do where a sheet is named, as in a mapping that is used for both.
    public static func open(
        _ path: String, encoding: TextEncoding? = nil, sheet: String? = nil, allowsText: Bool = false
    ) throws(OrderFileError) -> any OrderFile {
        let file = try InputFile.open(path)
        let limit = UnpackingLimit(packedBytes: file.size)
        let start = try FileReader(file).take(upTo: TextOrderFile.sampleBytes)
        if start.bytes.starts(with: zipSignature) {
            let archive = try ZipArchive(file)
            guard archive.contains(Workbook.part) else {
                throw .unsupported(path: path, kind: UnsupportedKind(archive))
            }
            return try SpreadsheetOrderFile(file, archive: archive, limit: limit, sheet: sheet)
        }
        let isGzip = start.bytes.starts(with: GzipReader.signature)
        let sample = isGzip ? try GzipReader(file, limit: limit).take(upTo: TextOrderFile.sampleBytes) : start
        if var kind = UnsupportedKind(firstBytes: sample.bytes) {
            if kind == .oldExcel, !isGzip { kind = try UnsupportedKind(compoundFile: file) }
            throw .unsupported(path: path, kind: kind)
        }
        if let sheet, !allowsText { throw .notASpreadsheet(path: path, sheet: sheet) }
        return try TextOrderFile(file, isGzip: isGzip, limit: limit, sample: sample, encoding: encoding)
    }

    static let zipSignature: [UInt8] = [0x50, 0x4B, 0x03, 0x04]
}
