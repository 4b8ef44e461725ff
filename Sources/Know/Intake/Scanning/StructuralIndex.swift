import CStructure

/// Where the fields of a chunk are divided, in order.
///
/// Sixty-four bytes are looked at together, and the answers come as one bit a byte. Where all quotes stand around whole
/// fields, as nearly every program writes them, the index is `isRegular`: its positions are the delimiters and line feeds
/// outside of quotes, and no field needs a second look. Otherwise they are all delimiters, line feeds and quotes.
///
/// Unsafe memory: the bytes are read up to `padding` beyond their end (chunks allocate it), and positions are written
/// from -1 to below `capacity`.
struct StructuralIndex: ~Copyable {
    /// Bytes that a chunk must have allocated beyond its content.
    static let padding = 64

    /// In ascending order. The place before the first is `UInt32.max`: one byte further is the chunk's begin.
    private(set) var positions: UnsafeMutablePointer<UInt32>
    private(set) var count = 0
    private var capacity: Int

    /// Whether each quote opens or closes a whole field, no field holds a line feed, and none a quote.
    private(set) var isRegular = true

    /// Whether any byte is a quote.
    private(set) var hasQuotes = false

    /// Whether any byte of the chunk has its highest bit set: the text is not plain ASCII.
    private(set) var hasHighBytes = false

    /// Whether any byte is zero.
    private(set) var hasZeroBytes = false

    init() {
        capacity = 1 << 16
        positions = Self.room(capacity)
    }

    deinit { (positions - 1).deallocate() }

    private static func room(_ capacity: Int) -> UnsafeMutablePointer<UInt32> {
        let memory = UnsafeMutablePointer<UInt32>.allocate(capacity: capacity + 1)
        memory.initialize(to: .max)
        return memory + 1
    }

    /// Finds the characters in `count` bytes from `base`.
    mutating func build(_ base: UnsafePointer<UInt8>, count byteCount: Int, delimiter: UInt8) {
        precondition(byteCount < Int(UInt32.max), "a chunk is below 4 GiB")
        if capacity < byteCount + 64 {
            (positions - 1).deallocate()
            capacity = byteCount + 64
            positions = Self.room(capacity)
        }
        isRegular = true
        findSeparators(base, byteCount, delimiter)
        if !isRegular { findAll(base, byteCount, delimiter) }
    }

    /// Whether the number of quotes in `count` bytes is odd.
    static func quotesAreOdd(_ base: UnsafePointer<UInt8>, count: Int) -> Bool {
        var sum: UInt64 = 0
        var offset = 0
        while offset < count {
            let content: UInt64 = count &- offset >= 64 ? .max : (1 << UInt64(count &- offset)) &- 1
            sum ^= perennial_structure_of(base + offset, 0).quotes & content
            offset &+= 64
        }
        return sum.nonzeroBitCount & 1 == 1
    }

    /// The delimiters and line feeds outside of quotes.
    private mutating func findSeparators(_ base: UnsafePointer<UInt8>, _ byteCount: Int, _ delimiter: UInt8) {
        var quotes = QuoteWalk()
        var high: UInt32 = 0
        var hasZero = false
        var found = 0
        var offset = 0
        hasQuotes = false
        while offset < byteCount {
            let block = perennial_structure_of(base + offset, delimiter)
            high |= block.high
            var separators = block.separators
            if byteCount &- offset >= 64 {
                hasZero = hasZero || block.zero != 0
                if block.quotes != 0 || quotes.isOpen {
                    hasQuotes = true
                    guard quotes.walk(block.quotes, &separators, base + offset) else { return isRegular = false }
                } else {
                    quotes.skip(separators)
                }
            } else {
                // Beyond the content is padding that counts for nothing, and ends a field.
                let content: UInt64 = (1 << UInt64(byteCount &- offset)) &- 1
                hasZero = hasZero || (offset..<byteCount).contains { base[$0] == 0 }
                if block.quotes & content != 0 { hasQuotes = true }
                separators = separators & content | ~content
                guard quotes.walk(block.quotes & content, &separators, base + offset) else { return isRegular = false }
                separators &= content
            }
            found = note(separators, offset, found)
            offset &+= 64
        }
        count = found
        hasHighBytes = high & 0xFFFF != 0
        hasZeroBytes = hasZero
        // A longer chunk may hold a quoted field that is longer than any is taken for.
        if quotes.isInside || hasQuotes && byteCount > ChunkReader.longestQuotedField { isRegular = false }
    }

    /// All delimiters, line feeds and quotes.
    private mutating func findAll(_ base: UnsafePointer<UInt8>, _ byteCount: Int, _ delimiter: UInt8) {
        var high: UInt32 = 0
        var hasZero = false
        var found = 0
        var offset = 0
        while offset < byteCount {
            let block = perennial_structure_of(base + offset, delimiter)
            let isWhole = byteCount &- offset >= 64
            let content: UInt64 = isWhole ? .max : (1 << UInt64(byteCount &- offset)) &- 1
            high |= block.high
            hasZero =
                hasZero
                || (isWhole ? block.zero != 0 : (offset..<byteCount).contains { base[$0] == 0 })
            found = note((block.separators | block.quotes) & content, offset, found)
            offset &+= 64
        }
        count = found
        hasHighBytes = high & 0xFFFF != 0
        hasZeroBytes = hasZero
    }

    /// Writes down the places of the bits in `mask`, and returns how many there are now.
    @inline(__always)
    private func note(_ mask: UInt64, _ offset: Int, _ found: Int) -> Int {
        var mask = mask
        var found = found
        while mask != 0 {
            positions[found] = UInt32(truncatingIfNeeded: offset &+ mask.trailingZeroBitCount)
            found &+= 1
            mask &= mask &- 1
        }
        assert(found <= capacity)
        return found
    }
}

/// Follows quotes through blocks of 64 bytes, as long as each opens or closes a whole field.
private struct QuoteWalk {
    /// All ones inside a quoted field.
    private var inside: UInt64 = 0
    /// Whether the last byte was a separator outside of quotes, in the lowest bit; the chunk's begin counts as one.
    private var afterSeparator: UInt64 = 1
    /// Whether the last byte was a closing quote.
    private var afterClosing: UInt64 = 0

    var isInside: Bool { inside != 0 }
    /// Whether the next block must be walked even if it has no quotes.
    var isOpen: Bool { inside | afterClosing != 0 }

    /// Passes a block without quotes, outside of them.
    @inline(__always)
    mutating func skip(_ separators: UInt64) { afterSeparator = separators >> 63 }

    /// Takes the separators inside of quotes away; false when a quote or line feed stands where it should not.
    @inline(__always)
    mutating func walk(_ quotes: UInt64, _ separators: inout UInt64, _ base: UnsafePointer<UInt8>) -> Bool {
        // Each bit is whether the number of quotes up to and with it is odd.
        var odd = quotes
        odd ^= odd << 1
        odd ^= odd << 2
        odd ^= odd << 4
        odd ^= odd << 8
        odd ^= odd << 16
        odd ^= odd << 32
        let within = odd ^ inside
        let opening = quotes & within
        let closing = quotes & ~within
        var hidden = separators & within
        separators &= ~within
        if opening & ~(separators << 1 | afterSeparator) != 0 { return false }
        var strays = (closing << 1 | afterClosing) & ~separators
        // A carriage return and a line feed end a record too.
        while strays != 0 {
            let place = strays.trailingZeroBitCount
            guard base[place] == UInt8(ascii: "\r"), base[place + 1] == UInt8(ascii: "\n") else { return false }
            strays &= strays &- 1
        }
        while hidden != 0 {
            if base[hidden.trailingZeroBitCount] == UInt8(ascii: "\n") { return false }
            hidden &= hidden &- 1
        }
        inside = 0 &- (within >> 63)
        afterSeparator = separators >> 63
        afterClosing = closing >> 63
        return true
    }
}
