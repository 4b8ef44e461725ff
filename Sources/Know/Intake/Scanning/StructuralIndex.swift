import CStructure

/// Where the fields of a chunk are divided, in order.
///
/// Sixty-four bytes are looked at together, and the answers come as one bit a byte. Where all quotes stand around whole
/// fields, as nearly every program writes them, the index is `isRegular`: its positions are the delimiters and line feeds
/// outside of quotes, and no field needs a second look. Otherwise they are all delimiters, line feeds and quotes.
///
/// Unsafe memory: the bytes are read below their end, and positions are written from -1 to below `capacity`.
struct StructuralIndex: ~Copyable {
    /// Bytes that a chunk must have allocated beyond its content, so that fields can be loaded eight bytes at a time.
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

    /// Inside of quotes or not.
    private(set) var lineFeedCount = 0

    private let blocks = Blocks()

    init() {
        capacity = 1 << 16
        positions = Self.room(capacity)
    }

    deinit {
        (positions - 1).deallocate()
        blocks.deallocate()
    }

    private static func room(_ capacity: Int) -> UnsafeMutablePointer<UInt32> {
        let memory = UnsafeMutablePointer<UInt32>.allocate(capacity: capacity + 1)
        memory.initialize(to: .max)
        return memory + 1
    }

    /// Finds the characters in `count` bytes from `base`.
    mutating func build(_ base: UnsafePointer<UInt8>, count byteCount: Int, delimiter: UInt8) {
        precondition(byteCount < Int(UInt32.max), "a chunk is below 4 GiB")
        let needed = byteCount + perennial_places_beyond
        if capacity < needed {
            (positions - 1).deallocate()
            capacity = needed
            positions = Self.room(capacity)
        }
        isRegular = true
        findSeparators(base, byteCount, delimiter)
        if !isRegular { findAll(base, byteCount, delimiter) }
    }

    /// Whether every line has `width` fields, and the last one its line feed.
    func isEven(_ base: UnsafePointer<UInt8>, width: Int) -> Bool {
        guard isRegular, lineFeedCount &* width == count else { return false }
        var last = width &- 1
        while last < count {
            if base[Int(positions[last])] != UInt8(ascii: "\n") { return false }
            last &+= width
        }
        return true
    }

    /// Whether the number of quotes in `count` bytes is odd.
    static func quotesAreOdd(_ base: UnsafePointer<UInt8>, count: Int) -> Bool {
        let blocks = Blocks()
        defer { blocks.deallocate() }
        var sum: UInt64 = 0
        blocks.forEach(base, count, delimiter: UInt8(ascii: ",")) { group in
            for block in 0..<group.count { sum ^= group.quotes[block] }
            return true
        }
        return sum.nonzeroBitCount & 1 == 1
    }

    /// The delimiters and line feeds outside of quotes.
    private mutating func findSeparators(_ base: UnsafePointer<UInt8>, _ byteCount: Int, _ delimiter: UInt8) {
        var quotes = QuoteWalk()
        begin()
        blocks.forEach(base, byteCount, delimiter: delimiter) { group in
            take(group)
            if group.content.quotes != 0 || quotes.isOpen {
                hasQuotes = true
                isRegular = quotes.walk(group, base)
            } else {
                quotes.skip(group.separators[group.count &- 1])
            }
            if isRegular { note(group) }
            return isRegular
        }
        // A longer chunk may hold a quoted field that is longer than any is taken for.
        if quotes.isInside || hasQuotes && byteCount > ChunkReader.longestQuotedField { isRegular = false }
    }

    /// All delimiters, line feeds and quotes.
    private mutating func findAll(_ base: UnsafePointer<UInt8>, _ byteCount: Int, _ delimiter: UInt8) {
        begin()
        blocks.forEach(base, byteCount, delimiter: delimiter) { group in
            take(group)
            if group.content.quotes != 0 { hasQuotes = true }
            for block in 0..<group.count { group.separators[block] |= group.quotes[block] }
            note(group)
            return true
        }
    }

    private mutating func begin() {
        (count, lineFeedCount) = (0, 0)
        (hasQuotes, hasHighBytes, hasZeroBytes) = (false, false, false)
    }

    @inline(__always)
    private mutating func take(_ group: Blocks.Group) {
        lineFeedCount &+= Int(group.content.line_feeds)
        if group.content.has_high { hasHighBytes = true }
        if group.content.has_zero { hasZeroBytes = true }
    }

    /// Writes down the places of the separators' bits.
    @inline(__always)
    private mutating func note(_ group: Blocks.Group) {
        count &+= perennial_places(
            group.separators, group.count, UInt32(truncatingIfNeeded: group.offset), positions + count)
        assert(count <= capacity)
    }
}

/// A chunk's bytes in groups of blocks of 64, each block's separators and quotes as one bit a byte.
private struct Blocks {
    static let size = 64
    static let groupSize = 64

    private let separators = UnsafeMutablePointer<UInt64>.allocate(capacity: groupSize)
    private let quotes = UnsafeMutablePointer<UInt64>.allocate(capacity: groupSize)

    func deallocate() {
        separators.deallocate()
        quotes.deallocate()
    }

    struct Group {
        /// The place of its first byte in the chunk.
        let offset: Int
        /// How many blocks it has, at least one.
        let count: Int
        /// How many bytes of its last block belong to the chunk.
        let lastCount: Int
        let content: perennial_content
        let separators: UnsafeMutablePointer<UInt64>
        let quotes: UnsafeMutablePointer<UInt64>
    }

    /// Calls `body` with each group in order, until it returns false.
    @inline(__always)
    func forEach(_ base: UnsafePointer<UInt8>, _ byteCount: Int, delimiter: UInt8, _ body: (Group) -> Bool) {
        var offset = 0
        let whole = byteCount / Self.size
        while offset < whole &* Self.size {
            let count = min(Self.groupSize, whole &- offset / Self.size)
            let content = perennial_find(base + offset, count, delimiter, separators, quotes)
            let group = Group(
                offset: offset, count: count, lastCount: Self.size, content: content, separators: separators,
                quotes: quotes)
            guard body(group) else { return }
            offset &+= count &* Self.size
        }
        let rest = byteCount &- offset
        guard rest > 0 else { return }
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Self.size) { last in
            // What stands behind the chunk's end is none of its characters.
            last.initialize(repeating: delimiter == UInt8(ascii: "a") ? UInt8(ascii: "b") : UInt8(ascii: "a"))
            last.baseAddress?.update(from: base + offset, count: rest)
            guard let bytes = last.baseAddress else { return }
            let content = perennial_find(bytes, 1, delimiter, separators, quotes)
            _ = body(
                Group(
                    offset: offset, count: 1, lastCount: rest, content: content, separators: separators,
                    quotes: quotes))
        }
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
    /// Whether the next blocks must be walked even if they have no quotes.
    var isOpen: Bool { inside | afterClosing != 0 }

    /// Passes blocks without quotes, outside of them; `separators` are those of the last.
    @inline(__always)
    mutating func skip(_ separators: UInt64) { afterSeparator = separators >> 63 }

    /// Takes the separators inside of quotes away; false when a quote or line feed stands where it should not.
    @inline(__always)
    mutating func walk(_ group: Blocks.Group, _ base: UnsafePointer<UInt8>) -> Bool {
        for block in 0..<group.count {
            // The chunk's end ends a field.
            let isLast = block &+ 1 == group.count && group.lastCount < Blocks.size
            let behind: UInt64 = isLast ? .max << UInt64(group.lastCount) : 0
            var separators = group.separators[block] | behind
            guard walk(group.quotes[block], &separators, base + (group.offset &+ block &* Blocks.size)) else {
                return false
            }
            group.separators[block] = separators & ~behind
        }
        return true
    }

    @inline(__always)
    private mutating func walk(_ quotes: UInt64, _ separators: inout UInt64, _ base: UnsafePointer<UInt8>) -> Bool {
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
