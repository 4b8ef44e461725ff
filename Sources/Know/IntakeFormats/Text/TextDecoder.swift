// Unsafe memory: copies eight bytes while eight are left on both sides.

/// Turns bytes of an encoding into UTF-8, piece by piece.
protocol TextDecoder {
    /// How much room one call needs at least.
    static var leastRoom: Int { get }

    /// Characters that could not be decoded so far; each became U+FFFD.
    var replacedCharacters: Int64 { get }

    /// Decodes as much of `input` as is complete and fits into `output`, which has `leastRoom` bytes or more.
    /// At the end of the input an incomplete character counts as undecodable.
    mutating func decode(
        _ input: UnsafeRawBufferPointer, isEnd: Bool, into output: UnsafeMutableRawBufferPointer
    ) -> (read: Int, written: Int)
}

extension TextDecoder {
    /// No character needs more.
    static var leastRoom: Int { 8 }
}

/// UTF-8 bytes of a character: the bytes from the lowest up, and in the highest byte how many.
typealias PackedUTF8 = UInt32

func packedUTF8(_ scalar: Unicode.Scalar) -> PackedUTF8 {
    precondition(scalar.value < 0x1_0000, "four bytes leave no room for the count")
    var packed: PackedUTF8 = 0
    var count: PackedUTF8 = 0
    for byte in UTF8.encode(scalar)! {
        packed |= PackedUTF8(byte) << (8 * count)
        count += 1
    }
    return packed | count << 24
}

/// Copies the ASCII bytes at the start of `input` and returns how many there were.
///
/// Eight at a time: exports are nearly all ASCII, in whatever encoding.
func copyASCII(
    from input: UnsafeRawBufferPointer, at start: Int, into output: UnsafeMutableRawBufferPointer, at target: Int
) -> Int {
    let count = min(input.count - start, output.count - target)
    var copied = 0
    while copied + 8 <= count {
        let word = input.loadUnaligned(fromByteOffset: start + copied, as: UInt64.self)
        if word & 0x8080_8080_8080_8080 != 0 { break }
        output.storeBytes(of: word, toByteOffset: target + copied, as: UInt64.self)
        copied += 8
    }
    while copied < count, input[start + copied] < 0x80 {
        output[target + copied] = input[start + copied]
        copied += 1
    }
    return copied
}
