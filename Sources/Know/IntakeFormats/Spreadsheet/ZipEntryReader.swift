// Unsafe memory: libzip writes `buffer.count` bytes at most.

import CZip

/// Reads one part of an archive; its checksum is checked at its end.
final class ZipEntryReader: ContentReader {
    private let archive: ZipArchive
    private let entry: OpaquePointer
    private let part: String
    private let limit: UnpackingLimit
    private var unpackedBytes: Int64 = 0

    init(_ archive: ZipArchive, entry: OpaquePointer, part: String, limit: UnpackingLimit) {
        self.archive = archive
        self.entry = entry
        self.part = part
        self.limit = limit
    }

    deinit { zip_fclose(entry) }

    var consumedBytes: Int64 { archive.offset }

    func fill(_ buffer: UnsafeMutableRawBufferPointer) throws(OrderFileError) -> Int {
        let count = zip_fread(entry, buffer.baseAddress, UInt64(buffer.count))
        guard count >= 0 else { throw archive.file.cause(of: archive.failure(part: part)) }
        unpackedBytes += count
        try limit.check(unpackedBytes, path: archive.file.path)
        return Int(count)
    }

    /// That this part holds more than may be kept.
    func tooLarge() -> OrderFileError { .tooLargeUnpacked(path: archive.file.path, limitBytes: limit.bytes) }

    /// That this part is damaged, at a row if one is known.
    func damaged(row: Int?) -> OrderFileError { archive.failure(part: part, row: row) }
}
