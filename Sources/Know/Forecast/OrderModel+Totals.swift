public import LifetimeValue

extension OrderModel {
    /// How many purchase days to expect of all customers together until each of some days ahead.
    ///
    /// What customers with the same x and T are expected to buy differs by their P(alive) alone, whatever the horizon. So
    /// each such group is asked for once a horizon. Where there are thousands of groups, ages of one week are one: at most
    /// 1 in 1,000 is lost on the way, nothing at the end.
    ///
    /// - Parameters:
    ///   - horizons: Days ahead.
    ///   - known: What is expected of each customer until `days` ahead.
    /// - Returns: One sum a horizon.
    public func expectedTotals(
        until horizons: [Double], of customers: [PurchaseSummary], known: [Double], days: Double, workers: Int = 1
    ) -> [Double] {
        guard !horizons.isEmpty else { return [] }
        let (summaries, shares) = groups(of: customers, known: known, most: Self.mostGroups)
        return horizons.map { horizon in
            if horizon == days { return known.reduce(0, +) }
            let expected = expectedOrders(in: horizon, of: summaries, workers: workers)
            return zip(expected, shares).reduce(0) { $0 + $1.0 * $1.1 }
        }
    }

    private static var mostGroups: Int { 4_096 }

    /// One customer for each group, and how many times as much the whole group is expected to buy.
    func groups(
        of customers: [PurchaseSummary], known: [Double], most: Int
    ) -> (summaries: [PurchaseSummary], shares: [Double]) {
        for width in [1, 7] as [Int32] {
            let groups = grouped(customers, known: known, agesOf: width, most: width == 1 ? most : Int.max)
            if let groups { return (groups.map(\.summary), groups.map { $0.sum / $0.most }) }
        }
        return ([], [])
    }

    private struct Group {
        var sum = 0.0
        var most = 0.0
        /// The customer of whom most is expected.
        var summary: PurchaseSummary
    }

    /// Nil where there are more than `most` groups.
    private func grouped(
        _ customers: [PurchaseSummary], known: [Double], agesOf width: Int32, most: Int
    ) -> [Group]? {
        var places: [UInt64: Int] = [:]
        var groups: [Group] = []
        for (customer, expected) in zip(customers, known) where expected > 0 {
            let key = UInt64(customer.frequency) << 32 | UInt64(customer.age / width)
            let place = places[key] ?? groups.count
            if place == groups.count {
                guard place < most else { return nil }
                places[key] = place
                groups.append(Group(summary: customer))
            }
            groups[place].sum += expected
            if expected > groups[place].most { (groups[place].most, groups[place].summary) = (expected, customer) }
        }
        return groups
    }
}
