/// What the customers of one frequency are expected to order, by age, when they are there.
struct PairFigures {
    struct Figures {
        /// Expected orders, plain and discounted; E[Y(Y − 1)] where asked for.
        let orders, discounted, pairs: Double
    }

    private let ahead: any OrdersAhead
    private let schedule: DiscountSchedule
    private let withPairs: Bool
    private let table: AgeTable?

    /// - Parameter pairs: Of one frequency, ages rising.
    init(
        _ ahead: any OrdersAhead, _ pairs: ArraySlice<CustomerPairs.Pair>, _ schedule: DiscountSchedule,
        withPairs: Bool = false
    ) {
        (self.ahead, self.schedule, self.withPairs) = (ahead, schedule, withPairs)
        let ages = Double(pairs.first?.age ?? 0)...Double(pairs.last?.age ?? 0)
        if let scale = ahead.tableScale, AgeTable.count(ages, scale: scale) < pairs.count {
            table = AgeTable(ages, scale: scale) { Self.values(ahead, schedule, withPairs, $0) }
        } else {
            table = nil
        }
    }

    subscript(age: Int32) -> Figures {
        let values = table?[Double(age)] ?? Self.values(ahead, schedule, withPairs, Double(age))
        return Figures(orders: max(0, values[0]), discounted: max(0, values[1]), pairs: max(0, values[2]))
    }

    private static func values(
        _ ahead: any OrdersAhead, _ schedule: DiscountSchedule, _ withPairs: Bool, _ age: Double
    ) -> SIMD4<Double> {
        guard withPairs else {
            let orders = schedule.orders(ahead, age: age)
            return [orders.plain, orders.discounted, 0, 0]
        }
        let moments = ahead.moments(age: age, from: schedule.start, to: schedule.end)
        if let worth = schedule.onlyWorth { return [moments.mean, moments.mean * worth, moments.pairs, 0] }
        return [moments.mean, schedule.orders(ahead, age: age).discounted, moments.pairs, 0]
    }
}
