/// Amounts in ascending order, by counting their digits of eleven bits (least significant first); digits that all
/// amounts share are skipped.
struct SortedMoney: Sendable {
    let values: [Int64]

    init(_ amounts: [Int64]) {
        guard let low = amounts.min(), let high = amounts.max(), amounts.count > 1 else {
            values = amounts
            return
        }
        // Told as distances from the smallest; wrapping keeps them right over the whole range.
        let range = UInt64(bitPattern: high &- low)
        var keys = amounts.map { UInt64(bitPattern: $0 &- low) }
        var other = keys
        var shift = UInt64(0)
        while shift < 64, range >> shift > 0 {
            Self.sort(keys, into: &other, shift: shift)
            swap(&keys, &other)
            shift += 11
        }
        values = keys.map { Int64(bitPattern: $0) &+ low }
    }

    private static func sort(_ keys: [UInt64], into sorted: inout [UInt64], shift: UInt64) {
        var starts = Array(repeating: 0, count: 2_048)
        for key in keys { starts[Int(truncatingIfNeeded: key >> shift) & 2_047] += 1 }
        var sum = 0
        for digit in starts.indices {
            let count = starts[digit]
            starts[digit] = sum
            sum += count
        }
        starts.withUnsafeMutableBufferPointer { starts in
            sorted.withUnsafeMutableBufferPointer { sorted in
                keys.withUnsafeBufferPointer { keys in
                    for key in keys {
                        let digit = Int(truncatingIfNeeded: key >> shift) & 2_047
                        sorted[starts[digit]] = key
                        starts[digit] += 1
                    }
                }
            }
        }
    }

    /// How many amounts are below `value`.
    func below(_ value: Int64) -> Int { firstIndex { $0 >= value } }

    /// How many are not above it.
    func notAbove(_ value: Int64) -> Int { firstIndex { $0 > value } }

    /// The first place that holds what `isReached` says, which must hold for all places after it.
    private func firstIndex(_ isReached: (Int64) -> Bool) -> Int {
        var (low, high) = (0, values.count)
        while low < high {
            let middle = (low + high) / 2
            if isReached(values[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
