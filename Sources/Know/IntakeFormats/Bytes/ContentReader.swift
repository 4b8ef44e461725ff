// Unsafe memory: readers write from the buffer's start and return how much, never more than `buffer.count`.

import Intake

/// A `ByteSource` whose failures are known: every reader of this room is one, so that readers can stand on readers.
protocol ContentReader: ByteSource {
    /// Fills `buffer` from its start and returns how many bytes were written; 0 means the end.
    func fill(_ buffer: UnsafeMutableRawBufferPointer) throws(OrderFileError) -> Int
}

extension ContentReader {
    func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int { try fill(buffer) }

    /// Up to `count` bytes from here on; fewer at the end only.
    func take(upTo count: Int) throws(OrderFileError) -> ByteBuffer {
        let buffer = ByteBuffer(capacity: count)
        while buffer.count < count {
            let read = try fill(buffer.free)
            if read == 0 { break }
            buffer.count += read
        }
        return buffer
    }
}
