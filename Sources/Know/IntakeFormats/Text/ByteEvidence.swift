// Unsafe memory: eight bytes are loaded only where eight are left, one otherwise.

/// What the bytes of a text tell about its encoding: counted in any number of pieces, the same for any cut.
struct ByteEvidence {
    /// What stands beside a byte.
    enum Neighbour: Int, CaseIterable {
        case noLetter, asciiLetter, highByte

        init(_ byte: UInt8) {
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"): self = .asciiLetter
            // A no-break space in all encodings here.
            case 0xA0: self = .noLetter
            case 0x80...: self = .highByte
            default: self = .noLetter
            }
        }
    }

    /// Characters of more than one byte that are valid UTF-8, and bytes that are not.
    private(set) var multibyteCharacters: Int64 = 0
    private(set) var invalidBytes: Int64 = 0
    private(set) var firstNull: Int64?
    /// Control characters that no text has, apart from NUL.
    private(set) var controlBytes: Int64 = 0
    private(set) var byteCount: Int64 = 0

    private var highBytes = [Int64](repeating: 0, count: 128 * 9)
    private var previous = UInt8(ascii: "\n")
    /// The byte 128… whose right neighbour is not known yet, and its left one.
    private var pending: (byte: UInt8, left: Neighbour)?
    private var sequence = UTF8Sequence()

    /// How often this byte (128…255) stood between these neighbours.
    func count(of byte: UInt8, after left: Neighbour, before right: Neighbour) -> Int64 {
        highBytes[Self.index(byte, left, right)]
    }

    private static func index(_ byte: UInt8, _ left: Neighbour, _ right: Neighbour) -> Int {
        (Int(byte) - 0x80) * 9 + left.rawValue * 3 + right.rawValue
    }

    mutating func add(_ bytes: UnsafeRawBufferPointer) {
        var position = 0
        while position < bytes.count {
            // Most text is ASCII: take eight bytes at a time where nothing is pending and nothing can be odd.
            if pending == nil, position + 8 <= bytes.count,
                Self.isPlain(bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self))
            {
                position += 8
                previous = bytes[position - 1]
                continue
            }
            add(bytes[position], at: byteCount + Int64(position))
            position += 1
        }
        byteCount += Int64(bytes.count)
    }

    /// Ends the text: the last byte has no right neighbour, and an unfinished character is invalid.
    ///
    /// - Parameter isCut: The text goes on beyond this sample, so that its last character may be incomplete.
    mutating func finish(isCut: Bool) {
        settle(before: .noLetter)
        if !isCut { invalidBytes += Int64(sequence.abandon()) }
    }

    /// All eight bytes are below 128 and at least 32 (line breaks and tabs take the slow way).
    private static func isPlain(_ word: UInt64) -> Bool {
        let high: UInt64 = 0x8080_8080_8080_8080
        return word & high == 0 && ((word | high) &- 0x2020_2020_2020_2020) & high == high
    }

    private mutating func add(_ byte: UInt8, at position: Int64) {
        settle(before: Neighbour(byte))
        switch sequence.add(byte) {
        case .incomplete: break
        case .complete(let length): if length > 1 { multibyteCharacters += 1 }
        case .invalid(let count): invalidBytes += Int64(count)
        }
        if byte >= 0x80 {
            pending = (byte, Neighbour(previous))
        } else if byte == 0 {
            firstNull = firstNull ?? position
        } else if byte < 0x20, !Self.isTextControl(byte) {
            controlBytes += 1
        }
        previous = byte
    }

    /// Tab, line feed, vertical tab, form feed, carriage return, and the end-of-file mark of old systems.
    static func isTextControl(_ byte: UInt8) -> Bool { (9...13).contains(byte) || byte == 26 }

    private mutating func settle(before right: Neighbour) {
        guard let (byte, left) = pending else { return }
        highBytes[Self.index(byte, left, right)] += 1
        pending = nil
    }
}
