/// Reads the server's NUMERIC, which sums of whole numbers come as.
///
/// In binary it is four 16-bit numbers (how many digits to the base 10,000 follow, the weight of the first as a power of
/// that base, the sign, how many decimals are shown), then the digits. Source: `numeric_send` in PostgreSQL's
/// `src/backend/utils/adt/numeric.c`.
enum WholeNumeric {
    /// Nil when it is no whole number of 64 bits.
    static func read(_ bytes: Span<UInt8>) -> Int64? {
        guard bytes.count >= 8, bytes.count % 2 == 0 else { return nil }
        func number(_ index: Int) -> UInt16 { UInt16(bytes[2 * index]) << 8 | UInt16(bytes[2 * index + 1]) }
        let digits = bytes.count / 2 - 4
        let weight = Int(Int16(bitPattern: number(1)))
        guard Int(number(0)) == digits, number(2) == 0x0000 || number(2) == 0x4000 else { return nil }
        // Digits beyond the point must be none; the server leaves out zeros at both ends.
        guard digits <= weight + 1 else { return nil }
        guard digits > 0 else { return 0 }
        guard weight <= 4 else { return nil }
        let isNegative = number(2) == 0x4000
        var result: Int64 = 0
        for index in 0...weight {
            let digit = index < digits ? Int64(number(4 + index)) : 0
            let (shifted, isLarge) = result.multipliedReportingOverflow(by: 10_000)
            // Downwards when negative: the lowest number has no positive twin.
            let (sum, isLarger) =
                isNegative ? shifted.subtractingReportingOverflow(digit) : shifted.addingReportingOverflow(digit)
            guard !isLarge, !isLarger else { return nil }
            result = sum
        }
        return result
    }
}
