extension Concentration {
    /// - Parameter nets: Net revenue of the customers with orders.
    package init(of nets: SortedMoney) {
        let count = nets.count
        let belowZero = nets.below(0)
        // Prefix sums of the clipped amounts at the places that are asked for.
        var prefix = 0 as Int64
        var weighted = 0.0
        var sums = Array(repeating: 0 as Int64, count: 101)
        var (step, next) = (0, 0)
        for place in 0...count {
            while step <= 100, next == place {
                sums[step] = prefix
                step += 1
                next = count * step / 100
            }
            guard place < count, place >= belowZero else { continue }
            prefix += nets[place]
            weighted += Double(place + 1) * Double(nets[place])
        }
        let total = prefix
        clippedSum = total
        self.belowZero = belowZero
        guard total > 0 else {
            (top1, top5, top10, top20, top50, gini, customersFor80, lorenz) = (nil, nil, nil, nil, nil, nil, nil, [])
            return
        }
        // The top p % are the count rounded up, so the rest is the count of the poorest (100 − p) % rounded down.
        func top(_ percent: Int) -> Double { Double(total - sums[100 - percent]) / Double(total) }
        (top1, top5, top10, top20, top50) = (top(1), top(5), top(10), top(20), top(50))
        let size = Double(count)
        gini = min(1, max(0, 2 * weighted / (size * Double(total)) - (size + 1) / size))
        customersFor80 = Self.customers(for: 4, of: 5, nets: nets, total: total)
        lorenz = (0...100).map { step in
            LorenzPoint(customers: Double(count * step / 100) / size, revenue: Double(sums[step]) / Double(total))
        }
    }

    /// The fewest of the best customers who bring `part`/`whole` of `total`.
    private static func customers(for part: Int128, of whole: Int128, nets: SortedMoney, total: Int64) -> Int {
        let enough = Int64((Int128(total) * part + whole - 1) / whole)
        var sum: Int64 = 0
        var customers = 0
        for net in nets.reversed() {
            guard sum < enough else { break }
            sum += net
            customers += 1
        }
        return customers
    }
}
