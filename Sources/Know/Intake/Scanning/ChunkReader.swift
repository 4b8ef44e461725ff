// Unsafe memory: a chunk has `capacity` bytes and padding behind them; records are looked for below `used`.

import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Whole records of one file, as bytes.
final class Chunk {
    /// Chunks are filled up to this size unless one record is longer; tests use smaller ones.
    static let usualSize = 1 << 18

    private(set) var base: UnsafeMutablePointer<UInt8>
    private(set) var capacity: Int
    fileprivate(set) var count = 0
    /// Counts from 0 in the file's order.
    fileprivate(set) var number = 0

    init(size: Int = Chunk.usualSize) {
        capacity = max(1, size)
        base = .allocate(capacity: capacity + StructuralIndex.padding)
        (base + capacity).initialize(repeating: 0, count: StructuralIndex.padding)
    }

    deinit { base.deallocate() }

    /// The content ends at `count`; what is read beyond it is zero.
    fileprivate func seal(_ count: Int) {
        self.count = count
        (base + count).update(repeating: 0, count: StructuralIndex.padding)
    }

    /// Doubles the room, keeping the first `used` bytes.
    fileprivate func grow(keeping used: Int) {
        let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity * 2 + StructuralIndex.padding)
        larger.update(from: base, count: used)
        base.deallocate()
        base = larger
        capacity *= 2
        (base + capacity).initialize(repeating: 0, count: StructuralIndex.padding)
    }
}

/// Cuts a source into chunks that end where a record ends, for several workers.
///
/// A line feed ends a record when the number of quotes before it is even. That is exact for files that follow RFC
/// 4180; where a worker meets a quote inside an unquoted field, the file is read again with `strict` false, and then
/// the quotes are followed one by one as the scanner does.
final class ChunkReader: @unchecked Sendable {  // `state` is only touched under the lock
    /// No record is longer than this; a file with such a line is no table.
    static let longestRecord = 64 << 20

    /// A quoted field that is longer was never closed: its quote is taken for an ordinary character.
    static let longestQuotedField = 1 << 20

    /// A record that seems longer is read again with `strict` false, before the rest of the file is taken for it.
    private static let longestStrictRecord = 4 << 20

    private struct State {
        var carry: [UInt8]
        var atEnd = false
        var chunks = 0
    }

    private let source: any ByteSource
    private let delimiter: UInt8
    private let strict: Bool
    private let lock = Mutex<Void>(())
    private var state: State

    /// - Parameters:
    ///   - head: Bytes that were read from the source already.
    init(source: any ByteSource, head: [UInt8] = [], delimiter: UInt8, strict: Bool) {
        self.source = source
        self.delimiter = delimiter
        self.strict = strict
        self.state = State(carry: head)
    }

    /// How far the source has been read, in raw bytes.
    var consumedBytes: Int64 { lock.withLock { _ in source.consumedBytes } }

    /// Fills `chunk` with the next whole records; false at the end of the file.
    func next(into chunk: Chunk) throws -> Bool {
        try lock.withLock { _ in try fill(chunk) }
    }

    private func fill(_ chunk: Chunk) throws -> Bool {
        while chunk.capacity < state.carry.count { chunk.grow(keeping: 0) }
        var used = state.carry.count
        state.carry.withUnsafeBufferPointer { carry in
            if let start = carry.baseAddress { chunk.base.update(from: start, count: used) }
        }
        while true {
            while !state.atEnd, used < chunk.capacity {
                let room = UnsafeMutableRawBufferPointer(start: chunk.base + used, count: chunk.capacity - used)
                let read = try source.read(into: room)
                if read == 0 { state.atEnd = true }
                used += read
            }
            let end = state.atEnd ? used : recordEnd(chunk.base, used)
            if end > 0 || state.atEnd {
                state.carry = Array(UnsafeBufferPointer(start: chunk.base + end, count: used - end))
                chunk.seal(end)
                chunk.number = state.chunks
                state.chunks += 1
                return end > 0
            }
            // A quote that is never closed makes the rest of the file one field.
            if strict, chunk.capacity >= Self.longestStrictRecord { throw StrayQuote() }
            guard chunk.capacity < Self.longestRecord else {
                throw IntakeError.recordTooLong(bytes: Self.longestRecord)
            }
            chunk.grow(keeping: used)
        }
    }

    /// Where the last whole record in `count` bytes ends; 0 when not even the first is whole.
    private func recordEnd(_ base: UnsafePointer<UInt8>, _ count: Int) -> Int {
        guard memchr(base, Int32(UInt8(ascii: "\"")), count) != nil else {
            return lastLineEnd(base, 0, count)
        }
        return strict ? evenQuotesEnd(base, count) : followedQuotesEnd(base, count)
    }

    private func lastLineEnd(_ base: UnsafePointer<UInt8>, _ start: Int, _ end: Int) -> Int {
        var place = end
        while place > start {
            if base[place - 1] == UInt8(ascii: "\n") { return place }
            place -= 1
        }
        return 0
    }

    private func evenQuotesEnd(_ base: UnsafePointer<UInt8>, _ count: Int) -> Int {
        var isOdd = StructuralIndex.quotesAreOdd(base, count: count)
        var place = count
        while place > 0 {
            let byte = base[place - 1]
            if byte == UInt8(ascii: "\n"), !isOdd { return place }
            if byte == UInt8(ascii: "\"") { isOdd.toggle() }
            place -= 1
        }
        return 0
    }

    private func followedQuotesEnd(_ base: UnsafePointer<UInt8>, _ count: Int) -> Int {
        var end = 0
        var place = 0
        var fieldStart = true
        while place < count {
            let byte = base[place]
            if byte == UInt8(ascii: "\""), fieldStart {
                let field = QuotedField(base, from: place + 1, count: count, delimiter: delimiter)
                switch field {
                case .closed(let next, isCertain: true):
                    place = next
                    fieldStart = false
                    continue
                // Not closed so far: more bytes may close it, unless it is too long already.
                case .closed(_, isCertain: false): return end
                case .open(isTooLong: false): return end
                case .open(isTooLong: true), .stray:
                    // As the scanner does it: the record is the line that it began on.
                    guard let lineEnd = (end..<count).first(where: { base[$0] == UInt8(ascii: "\n") }) else {
                        return end
                    }
                    end = lineEnd + 1
                    place = end
                    fieldStart = true
                    continue
                }
            }
            place += 1
            if byte == UInt8(ascii: "\n") { end = place }
            fieldStart = byte == UInt8(ascii: "\n") || byte == delimiter
        }
        return end
    }
}

/// The file does not keep to RFC 4180: quotes have to be followed one by one.
struct StrayQuote: Error {}

/// How a quoted field goes on.
enum QuotedField {
    /// The place after its closing quote. Nothing but blanks stands between it and the next delimiter or line end; where
    /// the bytes end before one comes, that is not certain.
    case closed(Int, isCertain: Bool)
    /// It holds a line end, and text follows its closing quote: the opening quote was an ordinary character, and what
    /// seems to close the field opens another.
    case stray
    /// The bytes end first, or the field is longer than any is taken for.
    case open(isTooLong: Bool)

    /// Follows a quoted field from the byte after its opening quote, in `count` bytes.
    init(_ base: UnsafePointer<UInt8>, from start: Int, count: Int, delimiter: UInt8) {
        let limit = min(count, start - 1 + ChunkReader.longestQuotedField)
        var place = start
        var hasLineFeed = false
        while place < limit {
            let byte = base[place]
            if byte == UInt8(ascii: "\"") {
                // The byte after the limit is read from the chunk's padding.
                if base[place + 1] != UInt8(ascii: "\"") { break }
                place += 1
            } else if byte == UInt8(ascii: "\n") {
                hasLineFeed = true
            }
            place += 1
        }
        guard place < limit else {
            self = .open(isTooLong: count - (start - 1) >= ChunkReader.longestQuotedField)
            return
        }
        var next = place + 1
        while next < count, base[next] == UInt8(ascii: " ") || base[next] == UInt8(ascii: "\r") { next += 1 }
        let isFollowed = next < count && base[next] != delimiter && base[next] != UInt8(ascii: "\n")
        self = isFollowed && hasLineFeed ? .stray : .closed(place + 1, isCertain: next < count)
    }
}
