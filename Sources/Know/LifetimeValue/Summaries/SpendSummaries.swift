/// What the spend model needs to know of one customer: later purchases and their mean amount.
public struct SpendSummary: Hashable, Sendable {
    /// Later purchase days, as in `PurchaseSummary`.
    public let frequency: Int32
    /// The mean amount of a later purchase day, in any unit of money.
    public let mean: Double

    public init(frequency: Int32, mean: Double) { (self.frequency, self.mean) = (frequency, mean) }
}

/// The spend of a base, as Gamma-Gamma needs it: customers with later purchases and a mean amount above zero.
///
/// The same whatever the order in which the customers came.
public struct SpendSummaries: Equatable, Sendable {
    public let customers: Int
    /// Customers with later purchases whose mean amount was zero, below zero or no number.
    public let leftOut: Int
    /// The mean over customers of their mean amount; 0 without customers.
    public let mean: Double
    /// Pearson's correlation of frequency and mean amount; 0 where one of them is the same for all.
    public let correlation: Double
    /// The smallest and the largest mean amount; 0 without customers.
    public let smallest, largest: Double
    let groups: [PurchaseSummaries.Group]
    /// The total x·z̄ of each customer, in the order of the groups.
    let totals: [Double]
    let parts: RowParts
    /// Σ ln z̄, and Σ ln(x z̄) for each group.
    let sumOfLogMeans: Double
    let sumsOfLogTotals: [Double]

    public init(_ summaries: some Sequence<SpendSummary>) { self.init(of: Array(summaries)) }

    private init(of summaries: [SpendSummary]) {
        // A billion times a billion is money still; beyond that, the product with x could overflow.
        let kept = summaries.filter { $0.frequency > 0 && $0.mean > 1e-100 && $0.mean < 1e100 }
        self.init(sorted: Self.sorted(kept), leftOut: summaries.count { $0.frequency > 0 } - kept.count)
    }

    /// By frequency, then mean. The bits of positive numbers sort as the numbers do.
    private static func sorted(_ rows: [SpendSummary]) -> [SpendSummary] {
        let highest = rows.reduce(0) { max($0, Int($1.frequency)) }
        var ends = [Int](repeating: 0, count: highest + 1)
        for row in rows { ends[Int(row.frequency)] += 1 }
        var sum = 0
        for frequency in ends.indices { (ends[frequency], sum) = (sum, sum + ends[frequency]) }
        var means = [UInt64](repeating: 0, count: rows.count)
        for row in rows {
            means[ends[Int(row.frequency)]] = row.mean.bitPattern
            ends[Int(row.frequency)] += 1
        }
        var sorted: [SpendSummary] = []
        sorted.reserveCapacity(rows.count)
        for frequency in ends.indices where ends[frequency] > sorted.count {
            for mean in RadixSort.sorted(Array(means[sorted.count..<ends[frequency]])) {
                sorted.append(SpendSummary(frequency: Int32(frequency), mean: Double(bitPattern: mean)))
            }
        }
        return sorted
    }

    /// Every so many-th customer in sorted order, so that `count` are left; the base itself when it is not larger.
    func thinned(to count: Int) -> SpendSummaries {
        guard customers > count else { return self }
        let rows = groups.flatMap { group in
            totals[group.rows].map {
                SpendSummary(frequency: group.frequency, mean: $0 / Double(group.frequency))
            }
        }
        return SpendSummaries(
            sorted: (0..<count).map { rows[(2 * $0 + 1) * customers / (2 * count)] }, leftOut: 0)
    }

    private init(sorted kept: [SpendSummary], leftOut: Int) {
        self.leftOut = leftOut
        customers = kept.count
        mean = kept.isEmpty ? 0 : kept.reduce(0) { $0 + $1.mean / Double(kept.count) }
        smallest = kept.map(\.mean).min() ?? 0
        largest = kept.map(\.mean).max() ?? 0
        correlation = Self.correlation(kept, mean: mean)
        totals = kept.map { $0.mean * Double($0.frequency) }
        sumOfLogMeans = kept.reduce(0) { $0 + log($1.mean) }
        var groups: [PurchaseSummaries.Group] = []
        var start = 0
        for (place, summary) in kept.enumerated()
        where place + 1 == kept.count || kept[place + 1].frequency != summary.frequency {
            groups.append(PurchaseSummaries.Group(frequency: summary.frequency, rows: start..<place + 1))
            start = place + 1
        }
        self.groups = groups
        parts = RowParts(groups)
        sumsOfLogTotals = groups.map { group in
            kept[group.rows].reduce(0) { $0 + log($1.mean * Double($1.frequency)) }
        }
    }

    private static func correlation(_ rows: [SpendSummary], mean: Double) -> Double {
        guard mean > 0 else { return 0 }
        let frequency = rows.reduce(0) { $0 + Double($1.frequency) / Double(rows.count) }
        var (both, left, right) = (0.0, 0.0, 0.0)
        for row in rows {
            let (x, z) = (Double(row.frequency) - frequency, row.mean / mean - 1)
            both += x * z
            left += x * x
            right += z * z
        }
        return left > 0 && right > 1e-20 ? both / (left * right).squareRoot() : 0
    }
}
