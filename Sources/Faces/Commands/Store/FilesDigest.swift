import Foundation

/// Tells whether files and options are the same as those of an import that was broken off: FNV-1a (Fowler, Noll and Vo)
/// over words of 64 bits, twice with different beginnings. Nothing secret depends on it.
struct FilesDigest {
    private var states: (UInt64, UInt64) = (0xCBF2_9CE4_8422_2325, 0x9AE1_6A3B_2F90_404F)

    /// - Throws: What reading the file throws.
    mutating func add(fileAt path: String) throws {
        let file = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
        defer { try? file.close() }
        while let piece = try file.read(upToCount: 1 << 20), !piece.isEmpty { piece.withUnsafeBytes { add($0) } }
    }

    mutating func add(_ text: String) { Array(text.utf8).withUnsafeBytes { add($0) } }

    private mutating func add(_ bytes: UnsafeRawBufferPointer) {
        var (first, second) = states
        var place = 0
        while place + 8 <= bytes.count {
            Self.mix(bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self).littleEndian, &first, &second)
            place += 8
        }
        var rest = UInt64(bytes.count) << 56
        for (shift, byte) in bytes[place...].enumerated() { rest |= UInt64(byte) << UInt64(shift * 8) }
        Self.mix(rest, &first, &second)
        states = (first, second)
    }

    @inline(__always)
    private static func mix(_ word: UInt64, _ first: inout UInt64, _ second: inout UInt64) {
        first = (first ^ word) &* 0x0000_0100_0000_01B3
        first ^= first >> 32
        second = (second ^ word) &* 0x9E37_79B9_7F4A_7C15
        second ^= second >> 29
    }

    var text: String { [states.0, states.1].map { String($0, radix: 16) }.joined(separator: "-") }
}
