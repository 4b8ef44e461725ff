/// Sorts amounts by counting their digits of eleven bits, least significant first; digits that all amounts share are
/// skipped, and keys take four bytes where the amounts lie near enough to each other.
enum RadixSort {
    private static let bits = 11
    private static let digits = 1 << bits

    /// All amounts of all lists in ascending order.
    static func sorted(_ lists: [[Int64]]) -> [Int64] {
        guard let low = lists.compactMap({ $0.min() }).min(), let high = lists.compactMap({ $0.max() }).max() else {
            return []
        }
        // Told as distances from the smallest; wrapping keeps them right over the whole range.
        let range = UInt64(bitPattern: high &- low)
        return range <= UInt64(UInt32.max)
            ? sorted(lists, low: low, range: UInt32(range)) : sorted(lists, low: low, range: range)
    }

    private static func sorted<Key: FixedWidthInteger & UnsignedInteger>(
        _ lists: [[Int64]], low: Int64, range: Key
    ) -> [Int64] {
        var keys: [Key] = []
        keys.reserveCapacity(lists.reduce(0) { $0 + $1.count })
        for list in lists { keys += list.lazy.map { Key(truncatingIfNeeded: $0 &- low) } }
        var other = keys
        var shift = 0
        while shift < Key.bitWidth, range >> shift > 0 {
            sort(keys, into: &other, shift: Key(shift))
            swap(&keys, &other)
            shift += bits
        }
        return keys.map { Int64(truncatingIfNeeded: $0) &+ low }
    }

    /// Sorts by one digit; equal digits keep their order.
    private static func sort<Key: FixedWidthInteger & UnsignedInteger>(
        _ keys: [Key], into sorted: inout [Key], shift: Key
    ) {
        var starts = Array(repeating: 0, count: digits)
        starts.withUnsafeMutableBufferPointer { starts in
            sorted.withUnsafeMutableBufferPointer { sorted in
                keys.withUnsafeBufferPointer { keys in
                    for key in keys { starts[digit(key, shift)] += 1 }
                    var sum = 0
                    for digit in starts.indices {
                        let count = starts[digit]
                        starts[digit] = sum
                        sum += count
                    }
                    for key in keys {
                        let digit = digit(key, shift)
                        sorted[starts[digit]] = key
                        starts[digit] += 1
                    }
                }
            }
        }
    }

    @inline(__always)
    private static func digit<Key: FixedWidthInteger & UnsignedInteger>(_ key: Key, _ shift: Key) -> Int {
        Int(truncatingIfNeeded: key &>> shift) & (digits - 1)
    }
}
