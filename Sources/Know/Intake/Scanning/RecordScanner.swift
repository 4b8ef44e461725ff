/// Walks the records of a chunk and says where each field is.
///
/// Unsafe memory: the chunk's bytes are read below its count (plus padding), fields are written below `fieldLimit`.
struct RecordScanner: ~Copyable {
    /// What the scanner says of one record.
    enum Outcome: Equatable {
        /// `fieldCount` fields are at `starts` and `ends`.
        case record
        /// A quoted field was not closed; the record is its first line.
        case unclosedQuote
        /// The chunk has no more records.
        case end
    }

    let fieldLimit: Int
    /// Where each field begins and ends in the chunk, without its quotes and blanks around them.
    let starts: UnsafeMutablePointer<Int32>
    let ends: UnsafeMutablePointer<Int32>
    /// How many fields the record has, those beyond `fieldLimit` included.
    private(set) var fieldCount = 0
    /// Whether a field beyond `fieldLimit` has any text.
    private(set) var hasTextBeyondLimit = false
    /// Whether some field holds doubled quotes.
    private(set) var hasDoubledQuotes = false
    /// Where the record begins and ends, without its line end.
    private(set) var recordStart = 0
    private(set) var recordEnd = 0
    /// Line feeds before the record in its chunk, and up to the scanner's place.
    private(set) var recordLine = 0
    private(set) var lineFeeds = 0
    /// Whether text stands between a closing quote and the next delimiter.
    private(set) var hasTextAfterQuote = false
    /// Set once a quote stood where RFC 4180 has none.
    private(set) var metStrayQuote = false

    private var index = StructuralIndex()
    /// Whether every line of the chunk has the header's width.
    private var isEven = false
    private var base: UnsafePointer<UInt8>
    private var count = 0
    private var cursor = 0
    private var place = 0
    private let delimiter: UInt8

    /// - Parameter fieldLimit: How many fields are told apart, the header's number of columns.
    init(delimiter: UInt8, fieldLimit: Int) {
        self.delimiter = delimiter
        self.fieldLimit = fieldLimit
        starts = .allocate(capacity: fieldLimit)
        ends = .allocate(capacity: fieldLimit)
        starts.initialize(repeating: 0, count: fieldLimit)
        ends.initialize(repeating: 0, count: fieldLimit)
        base = UnsafePointer(starts).withMemoryRebound(to: UInt8.self, capacity: 1) { $0 }
    }

    deinit {
        starts.deallocate()
        ends.deallocate()
    }

    /// Whether the chunk has bytes beyond ASCII, or zero bytes.
    var hasHighBytes: Bool { index.hasHighBytes }
    var hasZeroBytes: Bool { index.hasZeroBytes }

    /// Starts on a chunk.
    mutating func begin(_ base: UnsafePointer<UInt8>, count: Int) {
        self.base = base
        self.count = count
        cursor = 0
        place = 0
        lineFeeds = 0
        index.build(base, count: count, delimiter: delimiter)
        isEven = index.isEven(base, width: fieldLimit)
    }

    // MARK: Lines of the usual width

    /// Lines of the header's width, one after the other, in a chunk whose quotes stand around whole fields.
    ///
    /// A view of the chunk that is small enough to be kept in registers; valid until the next chunk.
    struct Lines {
        let count: Int
        /// Of the first line's first field.
        fileprivate let position: UnsafePointer<UInt32>
        fileprivate let base: UnsafePointer<UInt8>
        fileprivate let width: Int
        fileprivate let hasQuotes: Bool
        /// Line feeds before the first line in its chunk.
        fileprivate let line: Int

        /// A field of a line, without its quotes.
        @inline(__always)
        func field(_ column: Int, of row: Int) -> Bytes {
            assert(column >= 0 && column < width && row < count)
            let end = position + (row &* width &+ column)
            // The place before the chunk's first position is 2³² − 1.
            return RecordScanner.bare(
                base, Int(end[-1] &+ 1), Int(end[0]), isLast: column &+ 1 == width, hasQuotes: hasQuotes)
        }

        /// One column's fields, line by line, without their quotes.
        @inline(__always)
        func forEach(_ column: Int, _ body: (_ row: Int, _ field: Bytes) -> Void) {
            if hasQuotes || column &+ 1 == width {
                for row in 0..<count { body(row, field(column, of: row)) }
                return
            }
            // Nothing stands around the fields.
            assert(column >= 0)
            var end = position + column
            for row in 0..<count {
                let start = Int(end[-1] &+ 1)
                body(row, Bytes(base + start, count: Int(end[0]) &- start))
                end += width
            }
        }
    }

    /// Takes the next such lines, at most `limit` of them; none where the next record is another.
    mutating func nextLines(_ limit: Int) -> Lines {
        let first = cursor
        let before = lineFeeds
        if index.isRegular {
            let lines = countLines(limit)
            cursor &+= lines &* fieldLimit
            lineFeeds &+= lines
            if lines > 0 { place = Int(index.positions[cursor &- 1]) &+ 1 }
        }
        return Lines(
            count: lineFeeds &- before, position: index.positions + first, base: base, width: fieldLimit,
            hasQuotes: index.hasQuotes, line: before)
    }

    private func countLines(_ limit: Int) -> Int {
        if isEven { return min(limit, (index.count &- cursor) / fieldLimit) }
        let positions = index.positions
        let last = fieldLimit &- 1
        var next = cursor
        var lines = 0
        while lines < limit, next &+ last < index.count, base[Int(positions[next &+ last])] == UInt8(ascii: "\n") {
            for field in 0..<last where base[Int(positions[next &+ field])] == UInt8(ascii: "\n") { return lines }
            next &+= fieldLimit
            lines &+= 1
        }
        return lines
    }

    /// Makes one of these lines the record.
    mutating func go(to row: Int, of lines: Lines) {
        fieldCount = fieldLimit
        hasTextBeyondLimit = false
        hasDoubledQuotes = false
        hasTextAfterQuote = false
        recordStart = Int(lines.position[row &* fieldLimit &- 1] &+ 1)
        recordEnd = Int(lines.position[row &* fieldLimit &+ fieldLimit &- 1])
        recordLine = lines.line &+ row
        for column in 0..<fieldLimit {
            let field = lines.field(column, of: row)
            starts[column] = Int32(truncatingIfNeeded: field.start - base)
            ends[column] = starts[column] &+ Int32(truncatingIfNeeded: field.count)
        }
    }

    /// What stands between two separators, without the line's carriage return and the field's quotes.
    @inline(__always)
    private static func bare(
        _ base: UnsafePointer<UInt8>, _ start: Int, _ end: Int, isLast: Bool, hasQuotes: Bool
    ) -> Bytes {
        var (start, end) = (start, end)
        if isLast, end > start, base[end &- 1] == UInt8(ascii: "\r") { end &-= 1 }
        if hasQuotes, end > start, base[start] == UInt8(ascii: "\"") {
            start &+= 1
            end &-= 1
        }
        return Bytes(base + start, count: end &- start)
    }

    // MARK: Records of any kind

    /// Goes to the next record.
    mutating func next() -> Outcome {
        guard place < count else { return .end }
        recordStart = place
        recordLine = lineFeeds
        fieldCount = 0
        hasTextBeyondLimit = false
        hasDoubledQuotes = false
        hasTextAfterQuote = false
        return index.isRegular ? nextRegular() : nextIrregular()
    }

    /// The next record of a chunk whose quotes stand around whole fields.
    private mutating func nextRegular() -> Outcome {
        var fieldStart = place
        while cursor < index.count {
            let found = Int(index.positions[cursor])
            cursor &+= 1
            let isLast = base[found] == UInt8(ascii: "\n")
            add(Self.bare(base, fieldStart, found, isLast: isLast, hasQuotes: index.hasQuotes))
            fieldStart = found &+ 1
            if isLast {
                lineFeeds &+= 1
                recordEnd = found
                place = fieldStart
                return .record
            }
        }
        add(Self.bare(base, fieldStart, count, isLast: true, hasQuotes: index.hasQuotes))
        recordEnd = count
        place = count
        return .record
    }

    private mutating func add(_ field: Bytes) {
        let start = field.start - base
        addField(start, start &+ field.count)
    }

    private mutating func nextIrregular() -> Outcome {
        var fieldStart = place
        let positions = index.positions
        let total = index.count
        while cursor < total {
            let found = Int(positions[cursor])
            let byte = base[found]
            cursor &+= 1
            if byte == delimiter {
                addField(fieldStart, found)
                fieldStart = found &+ 1
            } else if byte == UInt8(ascii: "\n") {
                lineFeeds &+= 1
                finish(fieldStart, found, next: found &+ 1)
                return .record
            } else if found == fieldStart {
                guard let next = quotedField(found) else { return unclosed() }
                if next.isRecordEnd { return .record }
                fieldStart = next.place
            } else {
                metStrayQuote = true
            }
        }
        finish(fieldStart, count, next: count)
        return .record
    }

    @inline(__always)
    private mutating func addField(_ start: Int, _ end: Int) {
        if fieldCount < fieldLimit {
            starts[fieldCount] = Int32(truncatingIfNeeded: start)
            ends[fieldCount] = Int32(truncatingIfNeeded: end)
        } else if end > start {
            hasTextBeyondLimit = true
        }
        fieldCount &+= 1
    }

    /// The last field of a record: a carriage return before the line feed is part of the line end.
    @inline(__always)
    private mutating func finish(_ fieldStart: Int, _ end: Int, next: Int) {
        let trimmed = end > fieldStart && base[end &- 1] == UInt8(ascii: "\r") ? end &- 1 : end
        addField(fieldStart, trimmed)
        recordEnd = trimmed
        place = next
    }

    /// Follows the quoted field that opens at `open`; `cursor` is behind that quote.
    ///
    /// - Returns: Where the next field begins, or that the record ended; nil when the quote was not closed.
    private mutating func quotedField(_ open: Int) -> (place: Int, isRecordEnd: Bool)? {
        guard case .closed(let after, _) = QuotedField(base, from: open + 1, count: count, delimiter: delimiter) else {
            return nil
        }
        let close = after - 1
        let positions = index.positions
        while cursor < index.count, Int(positions[cursor]) <= close {
            let found = Int(positions[cursor])
            if base[found] == UInt8(ascii: "\n") { lineFeeds += 1 }
            if base[found] == UInt8(ascii: "\""), found < close { hasDoubledQuotes = true }
            cursor += 1
        }
        // Between the closing quote and the next delimiter only blanks are in order.
        while cursor < index.count {
            let found = Int(positions[cursor])
            let byte = base[found]
            cursor += 1
            if byte == UInt8(ascii: "\"") {
                metStrayQuote = true
                continue
            }
            noteStray(after, found)
            addField(open + 1, close)
            if byte == delimiter { return (found + 1, false) }
            lineFeeds += 1
            recordEnd = found
            place = found + 1
            return (place, true)
        }
        noteStray(after, count)
        addField(open + 1, close)
        recordEnd = count
        place = count
        return (place, true)
    }

    private mutating func noteStray(_ start: Int, _ end: Int) {
        for place in start..<max(start, end) where base[place] != UInt8(ascii: " ") && base[place] != 13 {
            metStrayQuote = true
            hasTextAfterQuote = true
        }
    }

    /// Gives up on a quote that was never closed: the record is the physical line it began on.
    private mutating func unclosed() -> Outcome {
        metStrayQuote = true
        var end = recordStart
        while end < count, base[end] != UInt8(ascii: "\n") { end += 1 }
        lineFeeds = recordLine + (end < count ? 1 : 0)
        recordEnd = end
        place = min(count, end + 1)
        cursor = 0
        // Back to the first position on the next line; rare, so a search is good enough.
        var low = 0
        var high = index.count
        while low < high {
            let middle = (low + high) / 2
            if Int(index.positions[middle]) < place { low = middle + 1 } else { high = middle }
        }
        cursor = low
        return .unclosedQuote
    }
}
