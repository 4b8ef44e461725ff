/// Sorts whole numbers by eleven bits at a time, from the lowest: a base of millions in a few passes over memory.
enum RadixSort {
    /// - Parameter shift: Numbers are in order by the bits below it already.
    static func sorted(_ values: [UInt64], from shift: Int = 0) -> [UInt64] {
        guard values.count > 2_048 else { return values.sorted() }
        var (from, to) = (values, values)
        // Bits in which no two values differ need no pass: each begins where they do.
        var differing = values.reduce(0) { $0 | ($1 ^ values[0]) } & (UInt64.max << UInt64(shift))
        while differing != 0 {
            let shift = differing.trailingZeroBitCount
            // A shift by all of the bits or more leaves none.
            differing &= UInt64.max << UInt64(shift + 11)
            var starts = [Int](repeating: 0, count: 2_048)
            for value in from { starts[Int((value >> UInt64(shift)) & 2_047)] += 1 }
            var sum = 0
            for bucket in starts.indices { (starts[bucket], sum) = (sum, sum + starts[bucket]) }
            for value in from {
                let bucket = Int((value >> UInt64(shift)) & 2_047)
                to[starts[bucket]] = value
                starts[bucket] += 1
            }
            swap(&from, &to)
        }
        return from
    }

    /// Keys in rising order, and the place that each had; those of equal keys stay in order.
    ///
    /// - Parameter bits: How many of its lowest bits a key may use.
    static func order(of keys: [UInt64], bits: Int) -> (keys: [UInt64], places: [Int32]) {
        let placeBits = UInt64(Int.bitWidth - keys.count.leadingZeroBitCount)
        guard bits + Int(placeBits) <= UInt64.bitWidth else {
            let places = keys.indices.sorted { (keys[$0], $0) < (keys[$1], $1) }
            return (places.map { keys[$0] }, places.map { Int32($0) })
        }
        // Key and place in one word: half the memory of pairs of them.
        let words = keys.indices.map { keys[$0] << placeBits | UInt64($0) }
        let sorted = sorted(words, from: Int(placeBits))
        let mask = (1 as UInt64) << placeBits - 1
        return (sorted.map { $0 >> placeBits }, sorted.map { Int32($0 & mask) })
    }
}
