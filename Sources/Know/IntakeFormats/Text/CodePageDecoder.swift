// Unsafe memory: reads below `input.count`, writes while four bytes of room are left, the most that a character takes.

/// Decodes a single-byte encoding.
struct CodePageDecoder: TextDecoder {
    private let packed: [PackedUTF8]
    private let hasGap: [Bool]
    private(set) var replacedCharacters: Int64 = 0

    init(_ page: CodePage) {
        packed = page.scalars.map(packedUTF8)
        hasGap = page.scalars.map { $0 == CodePage.replacement }
    }

    mutating func decode(
        _ input: UnsafeRawBufferPointer, isEnd: Bool, into output: UnsafeMutableRawBufferPointer
    ) -> (read: Int, written: Int) {
        var read = 0
        var written = 0
        while read < input.count, written + 4 <= output.count {
            let byte = input[read]
            if byte < 0x80 {
                let count = copyASCII(from: input, at: read, into: output, at: written)
                read += count
                written += count
                continue
            }
            let index = Int(byte) - 0x80
            let character = packed[index]
            if hasGap[index] { replacedCharacters += 1 }
            // The byte with the count is written too; the next character overwrites it.
            output.storeBytes(of: character.littleEndian, toByteOffset: written, as: UInt32.self)
            written += Int(character >> 24)
            read += 1
        }
        return (read, written)
    }
}
