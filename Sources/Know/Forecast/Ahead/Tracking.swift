public import Domain

/// A week of the past beside what the model would have expected in it.
public struct TrackedWeek: Equatable, Sendable {
    /// The last day of the week.
    public let lastDay: Day
    /// Later purchase days of all customers that week.
    public let actual: Int
    /// What the model expects of customers as new as they came, from their first purchases on.
    public let expected: Double
}

extension ShopForecast {
    /// Actual and expected later purchase days by week, the last one ending with as-of; at most ten years.
    ///
    /// The model has seen these weeks: what it says of itself is whether it follows them, not whether it foretells. Expected
    /// by day d are Σ over first days f ≤ d of newcomers(f) · E[X(d − f)].
    public func tracking() -> [TrackedWeek] {
        let days = summaries.newcomersByDay.count
        let weeks = min(days / 7, Self.mostWeeks)
        guard weeks > 0 else { return [] }
        let perNewcomer = expectedByAge(days)
        let first = days - weeks * 7
        let ends = (0...weeks).map { first + $0 * 7 }
        let expected = ends.map { end in
            summaries.newcomersByDay[..<end].indices.reduce(0.0) { sum, day in
                let newcomers = summaries.newcomersByDay[day]
                return newcomers == 0 ? sum : sum + Double(newcomers) * perNewcomer[end - 1 - day]
            }
        }
        return (0..<weeks).map { week in
            TrackedWeek(
                lastDay: summaries.firstDay.advanced(by: ends[week + 1] - 1),
                actual: Int(summaries.laterPurchasesByDay[ends[week]..<ends[week + 1]].reduce(0, +)),
                expected: max(0, expected[week + 1] - expected[week]))
        }
    }

    static let mostWeeks = 522

    /// E[X(t)] for t from 0 days; between points a few days apart in a straight line where customers are old.
    private func expectedByAge(_ days: Int) -> [Double] {
        var known: [(age: Int, orders: Double)] = [(0, 0)]
        var age = 1
        while age < days {
            known.append((age, choice.model.expectedOrders(in: Double(age))))
            age += age < 60 ? 1 : age / 30
        }
        known.append((days, choice.model.expectedOrders(in: Double(days))))
        var result: [Double] = []
        result.reserveCapacity(days + 1)
        for (start, end) in zip(known, known.dropFirst()) {
            for age in start.age..<end.age {
                let part = Double(age - start.age) / Double(end.age - start.age)
                result.append(start.orders + part * (end.orders - start.orders))
            }
        }
        return result + [known[known.count - 1].orders]
    }
}
