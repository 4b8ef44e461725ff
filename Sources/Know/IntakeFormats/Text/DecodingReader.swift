// Unsafe memory: copies the smaller of what is asked for and what is there, as slices that end at their counts.

import Intake

/// Reads text of another encoding as UTF-8.
final class DecodingReader<Decoder: TextDecoder>: ContentReader {
    private let content: any ContentReader
    private let atEnd: (_ replacedCharacters: Int64) -> Void
    private let input = ByteBuffer(capacity: 1 << 17)
    private var inputStart = 0
    private var isEnd = false
    private var decoder: Decoder
    /// Decoded text that did not fit into a tiny buffer of the caller's.
    private let overflow = ByteBuffer(capacity: 64)

    /// - Parameter atEnd: Called at the end of the reading with the number of characters that became U+FFFD.
    init(_ content: any ContentReader, with decoder: Decoder, atEnd: @escaping (Int64) -> Void) {
        self.content = content
        self.decoder = decoder
        self.atEnd = atEnd
    }

    var consumedBytes: Int64 { content.consumedBytes }

    func fill(_ buffer: UnsafeMutableRawBufferPointer) throws(OrderFileError) -> Int {
        guard buffer.count > 0 else { return 0 }
        if overflow.count == 0 {
            if buffer.count >= Decoder.leastRoom { return try decode(into: buffer) }
            overflow.count = try decode(into: overflow.free)
        }
        let count = min(buffer.count, overflow.count)
        buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: overflow.bytes[..<count]))
        overflow.removeFirst(count)
        return count
    }

    /// Decodes something, unless the end has come.
    private func decode(into buffer: UnsafeMutableRawBufferPointer) throws(OrderFileError) -> Int {
        while true {
            let rest = UnsafeRawBufferPointer(rebasing: input.bytes[inputStart...])
            let (read, written) = decoder.decode(rest, isEnd: isEnd, into: buffer)
            inputStart += read
            if written > 0 { return written }
            if isEnd {
                atEnd(decoder.replacedCharacters)
                return 0
            }
            try fetch()
        }
    }

    private func fetch() throws(OrderFileError) {
        input.removeFirst(inputStart)
        inputStart = 0
        let count = try content.fill(input.free)
        input.count += count
        isEnd = count == 0
    }
}
