// Unsafe memory: copies the smaller of what is asked for and what is there, as slices that end at their counts.

/// Reads a sheet's cells as CSV.
final class SheetReader: ContentReader {
    private let file: InputFile
    private let limit: UnpackingLimit
    private let source: ZipEntryReader
    private var rows: SheetRows
    /// How much of the rows' text has been read.
    private var readBytes = 0
    private var writtenBytes: Int64 = 0

    /// How much text is made at a time, if one row is not longer.
    private static let batchBytes = 1 << 16

    init(_ source: ZipEntryReader, of file: InputFile, context: SheetRows.Context, limit: UnpackingLimit) {
        self.file = file
        self.limit = limit
        self.source = source
        rows = SheetRows(source, path: file.path, context: context)
    }

    var consumedBytes: Int64 { rows.isFinished ? file.size : source.consumedBytes }

    func fill(_ buffer: UnsafeMutableRawBufferPointer) throws(OrderFileError) -> Int {
        if readBytes == rows.text.count {
            readBytes = 0
            try rows.readRows(atLeast: Self.batchBytes)
            if rows.isFinished { try file.requireUnchanged() }
            writtenBytes += Int64(rows.text.count)
            try limit.check(writtenBytes, path: file.path)
        }
        let count = min(buffer.count, rows.text.count - readBytes)
        rows.text.withUnsafeBytes { text in
            buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: text[readBytes..<(readBytes + count)]))
        }
        readBytes += count
        return count
    }
}
