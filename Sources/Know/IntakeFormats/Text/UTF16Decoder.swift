// Unsafe memory: loads two bytes while two are left, writes while four bytes of room are left.

/// Decodes UTF-16 of either byte order; a surrogate without its partner is undecodable.
struct UTF16Decoder: TextDecoder {
    private let isBigEndian: Bool
    private(set) var replacedCharacters: Int64 = 0

    init(isBigEndian: Bool) { self.isBigEndian = isBigEndian }

    mutating func decode(
        _ input: UnsafeRawBufferPointer, isEnd: Bool, into output: UnsafeMutableRawBufferPointer
    ) -> (read: Int, written: Int) {
        var read = 0
        var written = 0
        while read + 2 <= input.count, written + 4 <= output.count {
            let unit = unit(of: input, at: read)
            var value = UInt32(unit)
            var length = 2
            if UTF16.isLeadSurrogate(unit) {
                guard read + 4 <= input.count || isEnd else { break }
                let next = read + 4 <= input.count ? self.unit(of: input, at: read + 2) : 0
                if UTF16.isTrailSurrogate(next) {
                    value = 0x1_0000 + (UInt32(unit) & 0x3FF) << 10 + UInt32(next) & 0x3FF
                    length = 4
                } else {
                    value = replacement()
                }
            } else if UTF16.isTrailSurrogate(unit) {
                value = replacement()
            }
            written += Self.store(value, into: output, at: written)
            read += length
        }
        if isEnd, read + 1 == input.count, written + 4 <= output.count {
            written += Self.store(replacement(), into: output, at: written)
            read += 1
        }
        return (read, written)
    }

    private func unit(of input: UnsafeRawBufferPointer, at offset: Int) -> UInt16 {
        let unit = input.loadUnaligned(fromByteOffset: offset, as: UInt16.self)
        return isBigEndian ? UInt16(bigEndian: unit) : UInt16(littleEndian: unit)
    }

    private mutating func replacement() -> UInt32 {
        replacedCharacters += 1
        return CodePage.replacement.value
    }

    /// Writes the scalar as UTF-8 and returns how many bytes that took.
    private static func store(_ value: UInt32, into output: UnsafeMutableRawBufferPointer, at offset: Int) -> Int {
        let last = UInt8(truncatingIfNeeded: value & 0x3F | 0x80)
        switch value {
        case ..<0x80:
            output[offset] = UInt8(truncatingIfNeeded: value)
            return 1
        case ..<0x800:
            output[offset] = UInt8(truncatingIfNeeded: value >> 6 | 0xC0)
            output[offset + 1] = last
            return 2
        case ..<0x1_0000:
            output[offset] = UInt8(truncatingIfNeeded: value >> 12 | 0xE0)
            output[offset + 1] = UInt8(truncatingIfNeeded: value >> 6 & 0x3F | 0x80)
            output[offset + 2] = last
            return 3
        default:
            output[offset] = UInt8(truncatingIfNeeded: value >> 18 | 0xF0)
            output[offset + 1] = UInt8(truncatingIfNeeded: value >> 12 & 0x3F | 0x80)
            output[offset + 2] = UInt8(truncatingIfNeeded: value >> 6 & 0x3F | 0x80)
            output[offset + 3] = last
            return 4
        }
    }
}
