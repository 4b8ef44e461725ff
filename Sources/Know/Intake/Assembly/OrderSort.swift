// Unsafe memory: `source` and `target` have as many rows; places are sums of the digits' counts, which are the rows.

/// Sorts the packed rows of a share by order id, from the lowest digit to the highest: rows of one order keep the order in
/// which they came.
enum OrderSort {
    /// Bits of a digit: its places fit into the fastest cache.
    private static let digitBits: UInt32 = 11

    static func sorted(_ source: ShardRows, _ memory: ShardMemory) -> UnsafeMutableBufferPointer<PackedRow> {
        var from = memory.sorting.0.lend(source.count)
        var to = memory.sorting.1.lend(source.count)
        var least = UInt32.max
        var largest: UInt32 = 0
        var count = 0
        source.forEachPacked { row in
            from.initializeElement(at: count, to: row)
            least = min(least, row.order32)
            largest = max(largest, row.order32)
            count &+= 1
        }
        guard least < largest else { return from }
        for shift in stride(from: 0, to: UInt32(32 - (largest - least).leadingZeroBitCount), by: Int(digitBits)) {
            sort(from, into: to, least: least, shift: shift)
            swap(&from, &to)
        }
        return from
    }

    private static func sort(
        _ rows: UnsafeMutableBufferPointer<PackedRow>, into target: UnsafeMutableBufferPointer<PackedRow>,
        least: UInt32, shift: UInt32
    ) {
        let digits = 1 << Int(digitBits)
        withUnsafeTemporaryAllocation(of: UInt32.self, capacity: digits) { places in
            places.initialize(repeating: 0)
            @inline(__always) func digit(_ row: PackedRow) -> Int {
                Int((row.order32 &- least) >> shift) & (digits &- 1)
            }
            for row in rows { places[digit(row)] &+= 1 }
            var next: UInt32 = 0
            for place in places.indices {
                let count = places[place]
                places[place] = next
                next &+= count
            }
            for row in rows {
                let digit = digit(row)
                target.initializeElement(at: Int(places[digit]), to: row)
                places[digit] &+= 1
            }
        }
    }
}
