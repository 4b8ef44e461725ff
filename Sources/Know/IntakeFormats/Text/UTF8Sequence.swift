/// Follows UTF-8 byte by byte (the decoder of the Encoding Standard, WHATWG, § 8.1.1).
struct UTF8Sequence {
    enum Step: Equatable {
        case incomplete
        /// A character of so many bytes ended.
        case complete(Int)
        /// So many bytes turned out to belong to no character.
        case invalid(Int)
    }

    private var length = 0
    private var seen = 0
    private var lower: UInt8 = 0x80
    private var upper: UInt8 = 0xBF

    mutating func add(_ byte: UInt8) -> Step {
        guard length > 0 else { return begin(byte) }
        guard byte >= lower, byte <= upper else {
            let lost = abandon()
            switch begin(byte) {
            case .invalid(let more): return .invalid(lost + more)
            case .complete, .incomplete: return .invalid(lost)
            }
        }
        (lower, upper) = (0x80, 0xBF)
        seen += 1
        guard seen == length else { return .incomplete }
        defer { (length, seen) = (0, 0) }
        return .complete(length)
    }

    /// Forgets an unfinished character and returns how many bytes it had.
    mutating func abandon() -> Int {
        defer { (length, seen, lower, upper) = (0, 0, 0x80, 0xBF) }
        return seen
    }

    private mutating func begin(_ byte: UInt8) -> Step {
        switch byte {
        case ..<0x80: return .complete(1)
        case 0xC2...0xDF: length = 2
        case 0xE0...0xEF:
            length = 3
            if byte == 0xE0 { lower = 0xA0 }  // no overlong forms
            if byte == 0xED { upper = 0x9F }  // no surrogates
        case 0xF0...0xF4:
            length = 4
            if byte == 0xF0 { lower = 0x90 }  // no overlong forms
            if byte == 0xF4 { upper = 0x8F }  // nothing beyond U+10FFFF
        default: return .invalid(1)
        }
        seen = 1
        return .incomplete
    }
}
