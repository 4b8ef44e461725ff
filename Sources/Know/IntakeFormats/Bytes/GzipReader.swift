// Unsafe memory: zlib reads `avail_in` bytes of `packed` and writes `avail_out` bytes, at most `buffer.count`.

import CZlib

/// Reads what a gzip file holds: all of its members, one after the other.
final class GzipReader: ContentReader {
    static let signature: [UInt8] = [0x1F, 0x8B]

    private let file: InputFile
    private let limit: UnpackingLimit
    private let packed = ByteBuffer(capacity: 1 << 17)
    /// At a fixed address, because zlib keeps a pointer back to it.
    private let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    /// Where in the file the next bytes are fetched.
    private var offset: Int64 = 0
    private var unpackedBytes: Int64 = 0
    private var prefixLeft: Int
    private var isBetweenMembers = false

    /// - Parameter prefix: How many bytes of content to leave out at the start: a byte order mark.
    init(_ file: InputFile, limit: UnpackingLimit, leavingOut prefix: Int = 0) {
        self.file = file
        self.limit = limit
        prefixLeft = prefix
        stream.initialize(to: z_stream())
        // 15 bits of window, and 16 for a gzip header. It fails only without memory or with another version of zlib.
        let status = inflateInit2_(stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
        precondition(status == Z_OK, "zlib does not start")
    }

    deinit {
        inflateEnd(stream)
        stream.deallocate()
    }

    var consumedBytes: Int64 { offset - Int64(stream.pointee.avail_in) }

    func fill(_ buffer: UnsafeMutableRawBufferPointer) throws(OrderFileError) -> Int {
        while prefixLeft > 0 {
            let prefix = ByteBuffer(capacity: prefixLeft)
            let count = try inflate(into: prefix.free)
            if count == 0 { return 0 }
            prefixLeft -= count
        }
        return try inflate(into: buffer)
    }

    private func inflate(into buffer: UnsafeMutableRawBufferPointer) throws(OrderFileError) -> Int {
        guard let start = buffer.baseAddress, buffer.count > 0 else { return 0 }
        let room = min(buffer.count, 1 << 30)
        stream.pointee.next_out = start.assumingMemoryBound(to: UInt8.self)
        stream.pointee.avail_out = UInt32(room)
        while stream.pointee.avail_out == UInt32(room) {
            if stream.pointee.avail_in == 0, try !fetch() {
                guard isBetweenMembers else {
                    throw file.cause(of: .truncatedGzip(path: file.path, byteOffset: offset))
                }
                try file.requireUnchanged()
                return 0
            }
            if isBetweenMembers, try !startMember() { continue }
            switch CZlib.inflate(stream, Z_NO_FLUSH) {
            case Z_OK, Z_BUF_ERROR: break
            case Z_STREAM_END: isBetweenMembers = true
            default: throw file.cause(of: .damagedGzip(path: file.path, byteOffset: consumedBytes))
            }
        }
        let count = room - Int(stream.pointee.avail_out)
        unpackedBytes += Int64(count)
        try limit.check(unpackedBytes, path: file.path)
        return count
    }

    /// Begins the next member; false when only padding of zeros was there, which tapes and some tools leave.
    private func startMember() throws(OrderFileError) -> Bool {
        while stream.pointee.avail_in > 0, stream.pointee.next_in.pointee == 0 {
            stream.pointee.next_in += 1
            stream.pointee.avail_in -= 1
        }
        guard stream.pointee.avail_in > 0 else { return false }
        guard stream.pointee.next_in.pointee == Self.signature[0] else {
            throw file.cause(of: .damagedGzip(path: file.path, byteOffset: consumedBytes))
        }
        inflateReset(stream)
        isBetweenMembers = false
        return true
    }

    /// False at the end of the file.
    private func fetch() throws(OrderFileError) -> Bool {
        packed.count = 0
        let count = try file.read(into: packed.free, at: offset)
        packed.count = count
        stream.pointee.next_in = UnsafeMutablePointer(
            mutating: packed.bytes.baseAddress?.assumingMemoryBound(to: UInt8.self))
        stream.pointee.avail_in = UInt32(count)
        offset += Int64(count)
        return count > 0
    }
}
