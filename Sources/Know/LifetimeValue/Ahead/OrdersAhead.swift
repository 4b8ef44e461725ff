/// What the customers of one frequency will buy, told for one who is still there: the model's belief about a customer who
/// has not left depends on frequency and age alone, so all who share them share these figures.
///
/// Windows and horizons are finite, in the model's time (days), counted from now; `start` ≤ `end`.
protocol OrdersAhead: Sendable {
    /// The probability that a customer of this frequency is still there.
    func probabilityThere(recency: Double, age: Double) -> Double
    /// The same of the customers of some pairs, one pair after the other: called once for many, for it is what costs most
    /// of all that is told of a customer.
    func probabilitiesThere(_ customers: [CustomerSummary], of pairs: ArraySlice<CustomerPairs.Pair>) -> [Double]
    /// What `PurchaseModel.probabilityAlive` says, of the probability above.
    func probabilityAlive(there: Double, age: Double) -> Double
    /// E[Y] and E[Y(Y − 1)] of the orders Y in a window.
    func moments(age: Double, from start: Double, to end: Double) -> OrderMoments
    /// E[Y] of the windows from now to each end.
    func means(age: Double, to ends: [Double]) -> [Double]
    /// P(Y > count) of the orders Y until a horizon; `count` is whole and not below zero. Error below 1e-10.
    func beyond(_ count: Double, age: Double, in horizon: Double) -> Double
    /// The same for 0, 1, … until it falls below `floor`, `count` of them at most.
    func beyond(upTo count: Int, until floor: Double, age: Double, in horizon: Double) -> [Double]
    /// Where figures are costly: they are smooth functions of ln(scale + age), and are kept in tables by it.
    var tableScale: Double? { get }
}

/// The first two factorial moments of a number of orders.
struct OrderMoments: Equatable, Sendable {
    /// E[Y].
    var mean = 0.0
    /// E[Y(Y − 1)]: twice the expected pairs of orders.
    var pairs = 0.0
}

extension OrdersAhead {
    func probabilitiesThere(_ customers: [CustomerSummary], of pairs: ArraySlice<CustomerPairs.Pair>) -> [Double] {
        var there: [Double] = []
        there.reserveCapacity(customers.count)
        for pair in pairs {
            for _ in pair.customers {
                let recency = customers[there.count].purchases.recency
                there.append(probabilityThere(recency: Double(recency), age: Double(pair.age)))
            }
        }
        return there
    }

    func probabilityAlive(there: Double, age: Double) -> Double { there }

    func means(age: Double, to ends: [Double]) -> [Double] { ends.map { moments(age: age, from: 0, to: $0).mean } }

    func beyond(upTo count: Int, until floor: Double, age: Double, in horizon: Double) -> [Double] {
        var tail: [Double] = []
        while tail.count < count {
            tail.append(beyond(Double(tail.count), age: age, in: horizon))
            if tail[tail.count - 1] < floor { break }
        }
        return tail
    }

    var tableScale: Double? { nil }
}

extension FittableModel {
    public func orderCounts(upTo count: Int, in horizon: Double, given summary: PurchaseSummary) -> [Double] {
        let horizon = countedDays(horizon)
        guard horizon > 0 else { return (0...max(0, count)).map { $0 == 0 ? 1 : 0 } }
        let summary = read(summary)
        let ahead = ahead(frequency: summary.frequency)
        let (recency, age) = (Double(summary.recency), Double(summary.age))
        let there = ahead.probabilityThere(recency: recency, age: age)
        var before = 1.0
        return (0...max(0, count)).map { k in
            let after = there * ahead.beyond(Double(k), age: age, in: horizon)
            defer { before = min(before, after) }
            return max(0, before - after)
        }
    }
}
