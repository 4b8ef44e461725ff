import CStructure

/// Where the delimiters, line feeds and quotes of a chunk are, in order.
///
/// Sixty-four bytes are looked at together, and the answers come as one bit a byte. Unsafe memory: the bytes are read up to `padding` beyond their
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
        var found = 0
        var high: UInt64 = 0
        var zero: UInt64 = 0
        var offset = 0
        while offset < byteCount {
            let block = perennial_structure_of(base + offset, delimiter)
            // Beyond the content is padding that counts for nothing.
            let content: UInt64 = byteCount &- offset < 64 ? (1 << UInt64(byteCount &- offset)) &- 1 : .max
            high |= block.high & content
            zero |= block.zero & content
            var mask = block.structure & content
            while mask != 0 {
                positions[found] = UInt32(truncatingIfNeeded: offset &+ mask.trailingZeroBitCount)
                found &+= 1
                mask &= mask &- 1
            }
            offset &+= 64
        }
        assert(found <= capacity)
        count = found
        hasHighBytes = high != 0
        hasZeroBytes = zero != 0
    }
}
