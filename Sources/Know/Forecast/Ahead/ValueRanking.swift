public import Ledger
import LifetimeValue
public import Metrics

/// The customers by expected value: how few of them bring how much of what is to come, and who these are.
public struct ValueRanking: Equatable, Sendable {
    /// Each customer's expected value in minor units, by place among those who have purchased.
    public let values: [MinorUnits]
    public let concentration: Concentration
    public let vips: ExpectedVIPs

    public func isVIP(_ place: Int) -> Bool { vips.holds(place, value: values[place]) }

    /// The places of the customers of whom most is expected, the highest first; of equal values those with the smallest
    /// identifiers. Customers of whom nothing is expected are left out.
    ///
    /// - Parameter id: Of the customer at a place.
    public func highest(_ count: Int, id: (Int) -> String) -> [Int] {
        guard count > 0, values.count > 0 else { return [] }
        // A bound first, so that few identifiers are asked for.
        let bound = max(1, lowest(ofHighest: min(count, values.count)))
        return values.indices.filter { values[$0] >= bound }
            .map { (value: values[$0], id: id($0), place: $0) }
            .sorted { ($1.value, $0.id) < ($0.value, $1.id) }
            .prefix(count).map(\.place)
    }

    /// The lowest of the highest `count` values, without sorting the others.
    private func lowest(ofHighest count: Int) -> MinorUnits {
        var (highest, bound) = ([MinorUnits](), MinorUnits.min)
        for value in values where value > bound || highest.count < count {
            highest.append(value)
            guard highest.count == 2 * count else { continue }
            highest.sort(by: >)
            highest.removeLast(count)
            bound = highest[count - 1]
        }
        return highest.sorted(by: >)[count - 1]
    }
}

extension ShopForecast {
    /// - Parameter ids: Of the ledger that the forecast is of.
    public func ranking(_ ids: CustomerTable) -> ValueRanking {
        let values = customers.map { minorUnits($0.expectedValue) }
        let sorted = SortedMoney(values)
        return ValueRanking(
            values: values, concentration: Concentration(of: sorted),
            vips: ExpectedVIPs(values, sorted: sorted, share: options.vipShare) { ids[Int(summaries.places[$0])] })
    }

    /// What of the customer's value is lost if the silence means what it may: what one who is still there is expected to
    /// bring, times the probability of having left. In major units.
    public func valueAtStake(_ place: Int) -> Double {
        let customer = customers[place]
        guard customer.pAlive > Self.leastAlive else { return 0 }
        return customer.expectedValue * (1 - customer.pAlive) / customer.pAlive
    }

    /// Of whom hardly a chance is left nothing more is expected than what little is.
    private static let leastAlive = 1e-6

    /// What five points more of P(alive) for everybody, up to 1, would add to the expected value. In major units.
    public func fivePointsMore() -> Double {
        customers.reduce(0) { sum, customer in
            guard customer.pAlive > Self.leastAlive else { return sum }
            return sum + customer.expectedValue / customer.pAlive * min(0.05, 1 - customer.pAlive)
        }
    }
}
