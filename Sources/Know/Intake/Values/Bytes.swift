/// A field's bytes in a chunk. Valid while the chunk is; every read stays below `count`.
///
/// The chunk's padding makes it safe to load eight bytes from any place of a field.
struct Bytes {
    let start: UnsafePointer<UInt8>
    let count: Int

    @inline(__always)
    init(_ start: UnsafePointer<UInt8>, count: Int) {
        assert(count >= 0)
        self.start = start
        self.count = count
    }

    var isEmpty: Bool { count == 0 }

    @inline(__always)
    subscript(place: Int) -> UInt8 {
        assert(place >= 0 && place < count)
        return start[place]
    }

    @inline(__always)
    subscript(range: Range<Int>) -> Bytes {
        assert(range.lowerBound >= 0 && range.upperBound <= count)
        return Bytes(start + range.lowerBound, count: range.count)
    }

    /// Without blanks (space, tab, no-break space, carriage return) at both ends.
    @inline(__always)
    var trimmed: Bytes {
        guard count > 0, Self.mayBeBlank(start[0]) || Self.mayBeBlank(start[count &- 1]) else { return self }
        return trimmedSlowly
    }

    private var trimmedSlowly: Bytes {
        var low = 0
        var high = count
        while low < high {
            if Self.isBlank(start[low]) {
                low += 1
            } else if high - low >= 2, start[low] == 0xC2, start[low + 1] == 0xA0 {
                low += 2
            } else {
                break
            }
        }
        while high > low {
            if Self.isBlank(start[high - 1]) {
                high -= 1
            } else if high - low >= 2, start[high - 2] == 0xC2, start[high - 1] == 0xA0 {
                high -= 2
            } else {
                break
            }
        }
        return Bytes(start + low, count: high - low)
    }

    @inline(__always)
    private static func isBlank(_ byte: UInt8) -> Bool { byte == 32 || byte == 9 || byte == 13 || byte == 10 }

    @inline(__always)
    private static func mayBeBlank(_ byte: UInt8) -> Bool { byte <= 32 || byte == 0xC2 || byte == 0xA0 }

    /// The text, with U+FFFD for what is no UTF-8.
    var text: String { String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self) }

    /// Eight bytes from `place`; those beyond `count` are unspecified.
    @inline(__always)
    func word(at place: Int) -> UInt64 {
        UnsafeRawPointer(start + place).loadUnaligned(as: UInt64.self)
    }

    func contains(_ byte: UInt8) -> Bool {
        for place in 0..<count where start[place] == byte { return true }
        return false
    }

    @inline(__always)
    func equals(_ other: [UInt8]) -> Bool {
        guard other.count == count else { return false }
        for place in 0..<count where start[place] != other[place] { return false }
        return true
    }

    /// The value of one to eighteen ASCII digits, nil for anything else.
    @inline(__always)
    var digits: UInt64? {
        if count &- 1 < 8, count > 0 { return Self.value(ofLast: count, in: word(at: 0) << UInt64((8 &- count) &* 8)) }
        return longDigits()
    }

    @inline(never)
    private func longDigits() -> UInt64? {
        guard count > 8, count <= 18 else { return nil }
        let head = count - 8
        if head <= 8 {
            guard let high = Self.value(ofLast: head, in: word(at: 0) << UInt64((8 - head) * 8)),
                let low = Self.value(ofLast: 8, in: word(at: head))
            else { return nil }
            return high * 100_000_000 + low
        }
        guard let first = Self.value(ofLast: 8, in: word(at: 0)), let second = Self.value(ofLast: 8, in: word(at: 8)),
            let rest = self[16..<count].longerRest
        else { return nil }
        return (first * 100_000_000 + second) * (count == 17 ? 10 : 100) + rest
    }

    /// One or two digits.
    private var longerRest: UInt64? { Self.value(ofLast: count, in: word(at: 0) << UInt64((8 - count) * 8)) }

    /// The value of the last `count` (1…8) of eight characters, nil when one of them is no digit; the bytes before them
    /// are zero.
    @inline(__always)
    static func value(ofLast count: Int, in word: UInt64) -> UInt64? {
        let digits = word ^ (0x3030_3030_3030_3030 << (UInt64(8 &- count) &* 8))
        return areAtMost(digits, 0x0909_0909_0909_0909) ? value(ofDigits: digits) : nil
    }

    /// Whether no byte of `word` is above its byte in `limits`, none of which is above 127.
    @inline(__always)
    static func areAtMost(_ word: UInt64, _ limits: UInt64) -> Bool {
        // A byte above its limit reaches the highest bit when what is missing to 127 is added, or has it already; what is
        // carried over from there can change nothing any more.
        (word | (word &+ (0x7F7F_7F7F_7F7F_7F7F &- limits))) & 0x8080_8080_8080_8080 == 0
    }

    /// The number that eight digits make, each 0…9, the highest in the lowest byte.
    @inline(__always)
    static func value(ofDigits digits: UInt64) -> UInt64 {
        let pairs = (digits &* 2_561) >> 8
        let fours = ((pairs & 0x00FF_00FF_00FF_00FF) &* 6_553_601) >> 16
        return ((fours & 0x0000_FFFF_0000_FFFF) &* 42_949_672_960_001) >> 32
    }
}
