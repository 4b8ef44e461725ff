import Foundation

/// Collects bytes and hands them to a file a megabyte at a time.
struct TextWriter: ~Copyable {
    private let file: Int32
    private let buffer: UnsafeMutablePointer<UInt8>
    private var used = 0
    private static let capacity = 1 << 20
    /// Longer than any row.
    private static let reserve = 512

    init(file: Int32) {
        self.file = file
        buffer = .allocate(capacity: Self.capacity)
    }

    deinit { buffer.deallocate() }

    mutating func append(_ byte: UInt8) {
        buffer[used] = byte
        used += 1
    }

    mutating func append(_ text: StaticString) {
        (buffer + used).update(from: text.utf8Start, count: text.utf8CodeUnitCount)
        used += text.utf8CodeUnitCount
    }

    mutating func append(_ bytes: [UInt8]) {
        for byte in bytes { append(byte) }
    }

    /// The last `width` decimal digits of `value`, with leading zeros.
    mutating func append(_ value: UInt32, width: Int) {
        var rest = value
        var position = used + width
        used = position
        for _ in 0..<width {
            position -= 1
            let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
            buffer[position] = 48 + UInt8(truncatingIfNeeded: digit)
            rest = quotient
        }
    }

    /// `value` in decimal digits.
    mutating func append(_ value: UInt32) {
        var width = 1
        var limit: UInt64 = 10
        while UInt64(value) >= limit {
            width += 1
            limit *= 10
        }
        append(value, width: width)
    }

    /// `cents` as an amount with two decimals.
    mutating func append(cents: Int32, decimalMark: UInt8) {
        if cents < 0 { append(UInt8(ascii: "-")) }
        append(cents.magnitude / 100)
        append(decimalMark)
        append(cents.magnitude % 100, width: 2)
    }

    /// Ends a row; writes when the next one might not fit.
    mutating func endRow() throws {
        append(UInt8(ascii: "\n"))
        if used > Self.capacity - Self.reserve { try flush() }
    }

    mutating func flush() throws {
        var written = 0
        while written < used {
            let count = write(file, buffer + written, used - written)
            guard count > 0 else { throw POSIXError(.init(rawValue: errno) ?? .EIO) }
            written += count
        }
        used = 0
    }
}
