public import LifetimeValue

extension OrderModel {
    /// How many purchase days to expect of all customers together until each of some days ahead.
    ///
    /// What customers with the same x and T are expected to buy differs by their P(alive) alone, whatever the horizon. So
    /// each such group is asked for once a horizon. Where there are thousands of groups, ages of one week are one: that
    /// loses less than 1 in 1,000 on the way and nothing at the end.
    ///
    /// - Parameters:
    ///   - horizons: Days ahead.
    ///   - known: What is expected of each customer until `days` ahead.
    /// - Returns: One sum a horizon.
    public func expectedTotals(
        until horizons: [Double], of customers: [PurchaseSummary], known: [Double], days: Double, workers: Int = 1
    ) -> [Double] {
        guard !horizons.isEmpty else { return [] }
        let groups = groups(of: customers, known: known)
        let summaries = groups.map(\.summary)
        let whole = expectedOrders(in: days, of: summaries, workers: workers)
        let total = known.reduce(0, +)
        return horizons.map { horizon in
            if horizon == days { return total }
            let expected = expectedOrders(in: horizon, of: summaries, workers: workers)
            var sum = 0.0
            for (place, group) in groups.enumerated() where whole[place] > 0 {
                sum += group.expected * (expected[place] / whole[place])
            }
            return sum
        }
    }

    /// Customers alike: one who stands for them, and what is expected of all of them together.
    struct Group {
        let summary: PurchaseSummary
        let expected: Double
    }

    /// Ages are told apart by days where that makes no more than `most` groups, else by weeks.
    func groups(of customers: [PurchaseSummary], known: [Double], most: Int = 4_096) -> [Group] {
        let byDay = sums(customers, known: known, ageWidth: 1)
        let sums = byDay.count <= most ? byDay : sums(customers, known: known, ageWidth: 7)
        return sums.map { sum in
            let age = Int32((sum.ages / sum.expected).rounded())
            // Whoever bought on the last day is certainly there, so that nothing is divided by next to nothing.
            let recency = sum.frequency > 0 ? max(1, age) : 0
            return Group(
                summary: PurchaseSummary(frequency: sum.frequency, knownRecency: recency, age: max(recency, age)),
                expected: sum.expected)
        }
    }

    private struct GroupSum {
        let frequency: Int32
        var expected = 0.0
        /// Ages times what is expected.
        var ages = 0.0
    }

    private func sums(_ customers: [PurchaseSummary], known: [Double], ageWidth: Int32) -> [GroupSum] {
        var places: [UInt64: Int] = [:]
        var sums: [GroupSum] = []
        for (customer, expected) in zip(customers, known) where expected > 0 {
            let key = UInt64(customer.frequency) << 32 | UInt64(customer.age / ageWidth)
            let place = places[key] ?? sums.count
            if place == sums.count {
                places[key] = place
                sums.append(GroupSum(frequency: customer.frequency))
            }
            sums[place].expected += expected
            sums[place].ages += expected * Double(customer.age)
        }
        return sums
    }
}
