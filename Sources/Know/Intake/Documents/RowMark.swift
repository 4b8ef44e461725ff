/// Which row of which file: what finds a row's detail again, and orders rows as the files have them.
///
/// 65,536 files, two million chunks and as many lines as bytes in the longest of them; the highest bit is free.
struct RowMark: Hashable, Comparable, BitwiseCopyable {
    let word: UInt64

    private static let lineBits: UInt64 = 26
    private static let chunkBits: UInt64 = 21
    /// Set where the row is what another row says was given back, and stands beside that row.
    private static let copyBit: UInt64 = 1 << 63

    /// How many codes beside a row it takes.
    static let codeCount = 4

    init(word: UInt64) { self.word = word }

    init(file: Int, chunk: Int, line: Int) {
        let line = UInt64(truncatingIfNeeded: line) & (1 << Self.lineBits - 1)
        let chunk = UInt64(truncatingIfNeeded: chunk) & (1 << Self.chunkBits - 1)
        let file = UInt64(UInt16(truncatingIfNeeded: file))
        word = file << (Self.lineBits + Self.chunkBits) | chunk << Self.lineBits | line
    }

    var file: Int { Int((word & ~Self.copyBit) >> (Self.lineBits + Self.chunkBits)) }
    var chunk: Int { Int(word >> Self.lineBits & (1 << Self.chunkBits - 1)) }
    /// Line feeds before it in its chunk.
    var line: Int { Int(word & (1 << Self.lineBits - 1)) }

    var isCopy: Bool { word & Self.copyBit != 0 }
    var asCopy: RowMark { RowMark(word: word | Self.copyBit) }
    /// The row itself.
    var row: RowMark { RowMark(word: word & ~Self.copyBit) }

    static func < (left: RowMark, right: RowMark) -> Bool { left.word < right.word }

    /// As codes beside the row, the highest first: compared code by code they stand in the files' order.
    func code(_ place: Int) -> UInt16 { UInt16(truncatingIfNeeded: word >> UInt64(48 - 16 * place)) }

    init(codes: (Int) -> UInt16) {
        word = (0..<Self.codeCount).reduce(0) { $0 << 16 | UInt64(codes($1)) }
    }
}

/// A row whose detail is wanted in another stream than the one it was written to.
struct RowMove: Hashable {
    let mark: RowMark
    let from: Int
    let to: Int
    var detour = RowDetail.Detour.none
}

/// Which stream of details a row is written to: one for each share of the customers, and as many for rows without a
/// customer, told apart by their orders.
struct RowStreams {
    /// A power of two.
    let shardCount: Int

    var count: Int { 2 * shardCount }

    /// - Parameters:
    ///   - order: 0 where the row has none: then it is a document of its own.
    ///   - minute: What tells such rows apart, however the file is cut into chunks.
    func ofNobody(order: UInt64, minute: Int32 = 0) -> Int {
        let key = order != 0 ? order : UInt64(UInt32(bitPattern: minute))
        return shardCount + (Int(truncatingIfNeeded: Hashing.spread(key) >> 56) & (shardCount - 1))
    }
}
