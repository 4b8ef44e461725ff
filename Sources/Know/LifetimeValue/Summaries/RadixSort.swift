/// Sorts whole numbers by eleven bits at a time, from the lowest: a base of millions in a few passes over memory.
enum RadixSort {
    static func sorted(_ values: [UInt64]) -> [UInt64] {
        guard values.count > 2_048 else { return values.sorted() }
        // Bits in which no two values differ need no pass.
        let differing = values.reduce(0) { $0 | ($1 ^ values[0]) }
        var (from, to) = (values, values)
        for shift in stride(from: 0, to: 64, by: 11) where (differing >> UInt64(shift)) & 2_047 != 0 {
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

    /// The places of rows in rising order of their keys; places of equal rows stay in order.
    ///
    /// - Parameter keys: One value a row each; the last one decides first.
    static func order(by keys: [[UInt64]]) -> [Int32] {
        var order = (0..<Int32(keys.first?.count ?? 0)).map { $0 }
        for values in keys {
            guard let first = values.first else { break }
            let differing = values.reduce(0) { $0 | ($1 ^ first) }
            guard differing != 0 else { continue }
            var from = order.map { (value: values[Int($0)], place: $0) }
            var to = from
            for shift in stride(from: 0, to: 64, by: 11) where (differing >> UInt64(shift)) & 2_047 != 0 {
                var starts = [Int](repeating: 0, count: 2_048)
                for entry in from { starts[Int((entry.value >> UInt64(shift)) & 2_047)] += 1 }
                var sum = 0
                for bucket in starts.indices { (starts[bucket], sum) = (sum, sum + starts[bucket]) }
                for entry in from {
                    let bucket = Int((entry.value >> UInt64(shift)) & 2_047)
                    to[starts[bucket]] = entry
                    starts[bucket] += 1
                }
                swap(&from, &to)
            }
            order = from.map(\.place)
        }
        return order
    }
}
