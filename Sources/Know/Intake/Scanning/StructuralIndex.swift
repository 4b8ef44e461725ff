/// Where the delimiters, line feeds and quotes of a chunk are, in order.
///
/// Sixty-four bytes are looked at together: each byte is compared with the three characters at once in 64-bit words,
/// and the answers are gathered into one bit a byte. Unsafe memory: the bytes are read up to `padding` beyond their
/// end (chunks allocate it), and positions are written below `capacity`.
struct StructuralIndex: ~Copyable {
    /// Bytes that a chunk must have allocated beyond its content.
    static let padding = 64

    private(set) var positions: UnsafeMutablePointer<UInt32>
    private(set) var count = 0
    private var capacity: Int

    /// Whether any byte of the chunk has its highest bit set: the text is not plain ASCII.
    private(set) var hasHighBytes = false

    /// Whether any byte is zero.
    private(set) var hasZeroBytes = false

    init() {
        capacity = 1 << 16
        positions = .allocate(capacity: capacity)
    }

    deinit { positions.deallocate() }

    /// Finds the characters in `count` bytes from `base`.
    mutating func build(_ base: UnsafePointer<UInt8>, count byteCount: Int, delimiter: UInt8) {
        precondition(byteCount < Int(UInt32.max), "a chunk is below 4 GiB")
        if capacity < byteCount + 64 {
            positions.deallocate()
            capacity = byteCount + 64
            positions = .allocate(capacity: capacity)
        }
        let delimiters = UInt64(delimiter) &* 0x0101_0101_0101_0101
        var found = 0
        var seen: UInt64 = 0
        var zeros: UInt64 = 0
        var offset = 0
        let raw = UnsafeRawPointer(base)
        while offset < byteCount {
            var mask: UInt64 = 0
            for word in 0..<8 {
                let value = raw.loadUnaligned(fromByteOffset: offset + word * 8, as: UInt64.self)
                let matches =
                    Self.equal(value, delimiters) | Self.equal(value, Self.lineFeeds) | Self.equal(value, Self.quotes)
                if offset + word * 8 + 8 <= byteCount {
                    seen |= value
                    zeros |= Self.equal(value, 0)
                } else if offset + word * 8 < byteCount {
                    let valid = byteCount - offset - word * 8
                    let kept = (UInt64(1) << UInt64(valid * 8)) &- 1
                    seen |= value & kept
                    zeros |= Self.equal(value | ~kept, 0)
                }
                mask |= (((matches >> 7) &* 0x0102_0408_1020_4080) >> 56) << UInt64(word * 8)
            }
            if byteCount - offset < 64 { mask &= (1 << UInt64(byteCount - offset)) &- 1 }
            while mask != 0 {
                positions[found] = UInt32(truncatingIfNeeded: offset &+ mask.trailingZeroBitCount)
                found &+= 1
                mask &= mask &- 1
            }
            offset += 64
        }
        assert(found <= capacity)
        count = found
        hasHighBytes = seen & 0x8080_8080_8080_8080 != 0
        hasZeroBytes = zeros != 0
    }

    private static let lineFeeds: UInt64 = 0x0A0A_0A0A_0A0A_0A0A
    private static let quotes: UInt64 = 0x2222_2222_2222_2222

    /// 0x80 in each byte of `value` that equals the byte of `pattern` there, 0 elsewhere; exact.
    @inline(__always)
    private static func equal(_ value: UInt64, _ pattern: UInt64) -> UInt64 {
        let difference = value ^ pattern
        let low = (difference & 0x7F7F_7F7F_7F7F_7F7F) &+ 0x7F7F_7F7F_7F7F_7F7F
        return ~(low | difference | 0x7F7F_7F7F_7F7F_7F7F)
    }
}
