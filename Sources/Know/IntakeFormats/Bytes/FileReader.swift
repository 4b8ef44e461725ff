// Unsafe memory: the system writes `buffer.count` bytes at most.

/// Reads a file as it is stored, straight into the buffer of whoever asks.
final class FileReader: ContentReader {
    private let file: InputFile
    private var offset: Int64

    /// - Parameter start: The first byte to read; a byte order mark stands before it.
    init(_ file: InputFile, from start: Int64 = 0) {
        self.file = file
        offset = start
    }

    var consumedBytes: Int64 { offset }

    func fill(_ buffer: UnsafeMutableRawBufferPointer) throws(OrderFileError) -> Int {
        let count = try file.read(into: buffer, at: offset)
        offset += Int64(count)
        // A file that grows as fast as it is read would have no end.
        if count == 0 ? buffer.count > 0 : offset > file.size { try file.requireUnchanged() }
        return count
    }
}
