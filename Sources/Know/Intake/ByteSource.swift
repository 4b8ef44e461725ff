// Unsafe memory: a source writes from the buffer's start and returns how much, never more than `buffer.count`.

/// One reading of a file as UTF-8 text, from its first byte to its last.
///
/// Whatever the file was (gzip, another encoding, a spreadsheet), what comes out is delimited text in UTF-8 without a
/// byte order mark. A source is used by one thread at a time.
public protocol ByteSource: AnyObject {
    /// Fills `buffer` from its start and returns how many bytes were written; 0 means the end.
    func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int

    /// How far the reading has come in the raw input, in bytes; for progress.
    var consumedBytes: Int64 { get }
}

/// A file that can be read more than once, each time from its start.
public protocol OrderFile: AnyObject {
    /// What to call it in messages: the path as given, or `standard input`.
    var name: String { get }

    /// Size of the raw input in bytes, where known; for progress.
    var totalBytes: Int64? { get }

    /// The delimiter, where the format fixes it (a spreadsheet's cells come out with commas).
    var delimiter: UInt8? { get }

    /// Whether the format tells numbers from texts, as a spreadsheet does: a field with a point and without quotes is
    /// then a number, exactly as it stands, and a text with a point comes in quotes. Behind a number may stand the
    /// currency that its format shows; see `CurrencyMark`.
    var hasTypedNumbers: Bool { get }

    /// Starts a reading.
    func open() throws -> any ByteSource

    /// Called when bytes that are not UTF-8 turned up beyond the part that the encoding was judged by.
    /// The file judges again by all its bytes; true when it now reads with another encoding.
    func reconsiderEncoding() throws -> Bool
}

extension OrderFile {
    /// Text has no types.
    public var hasTypedNumbers: Bool { false }
}
