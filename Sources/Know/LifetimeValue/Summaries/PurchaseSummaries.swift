/// The purchase summaries of a base, each distinct (x, t_x, T) once with the number of customers who have it.
///
/// The same whatever the order in which the customers came: rows are sorted by frequency, recency and age, so that every
/// sum over them is the same to the last digit.
///
/// - Complexity: O(n) to make, and about 20 bytes a distinct row to keep.
public struct PurchaseSummaries: Equatable, Sendable {
    public let customers: Int
    /// Customers with a later purchase.
    public let repeatCustomers: Int
    /// The sum of all frequencies.
    public let laterPurchases: Int
    /// The sum of all ages, in days.
    public let daysObserved: Int
    /// Distinct frequencies, rising, and for each the rows that have it.
    let groups: [Group]
    /// All distinct days of recencies and ages, rising. Logarithms of times are needed once for each.
    let times: [Int32]
    /// One for each distinct summary, sorted.
    let rows: [Row]
    let parts: RowParts

    /// The rows of one frequency.
    struct Group: Equatable, Sendable {
        let frequency: Int32
        let rows: Range<Int>
    }

    /// Where recency and age are in `times`, and how many customers.
    struct Row: Equatable, Sendable {
        let recency, age: Int32
        let customers: Double
    }

    public init(_ summaries: some Sequence<PurchaseSummary>) { self.init(of: Array(summaries)) }

    private init(of summaries: [PurchaseSummary]) {
        let keys = RadixSort.sorted(summaries.map(\.key))
        var distinct: [(key: UInt64, customers: Int)] = []
        for key in keys {
            if distinct.last?.key == key {
                distinct[distinct.count - 1].customers += 1
            } else {
                distinct.append((key, 1))
            }
        }
        self.init(sorted: distinct)
    }

    /// Of summaries with the number of customers who have each; the same summary may come more than once.
    public init(counted summaries: some Sequence<(summary: PurchaseSummary, customers: Int)>) {
        var counts: [UInt64: Int] = [:]
        for (summary, customers) in summaries where customers > 0 { counts[summary.key, default: 0] += customers }
        self.init(sorted: counts.sorted { $0.key < $1.key }.map { (key: $0.key, customers: $0.value) })
    }

    private init(sorted distinct: [(key: UInt64, customers: Int)]) {
        let times = Self.distinctTimes(distinct.map(\.key))
        var (groups, rows): ([Group], [Row]) = ([], [])
        rows.reserveCapacity(distinct.count)
        var (customers, repeaters, purchases, days, start) = (0, 0, 0, 0, 0)
        for (place, (key, count)) in distinct.enumerated() {
            let summary = PurchaseSummary(key: key)
            customers += count
            repeaters += summary.frequency > 0 ? count : 0
            purchases += count * Int(summary.frequency)
            days += count * Int(summary.age)
            rows.append(
                Row(
                    recency: times.places[Int(summary.recency)], age: times.places[Int(summary.age)],
                    customers: Double(count)))
            let next = place + 1 < distinct.count ? PurchaseSummary(key: distinct[place + 1].key).frequency : -1
            if next != summary.frequency {
                groups.append(Group(frequency: summary.frequency, rows: start..<place + 1))
                start = place + 1
            }
        }
        (self.customers, repeatCustomers, laterPurchases, daysObserved) = (customers, repeaters, purchases, days)
        (self.groups, self.rows, self.times) = (groups, rows, times.days)
        parts = RowParts(groups)
    }

    /// The days that occur, and for each day its place among them.
    private static func distinctTimes(_ keys: [UInt64]) -> (days: [Int32], places: [Int32]) {
        let longest = keys.reduce(0) { max($0, PurchaseSummary(key: $1).age) }
        var places = [Int32](repeating: -1, count: Int(longest) + 1)
        for key in keys {
            let summary = PurchaseSummary(key: key)
            places[Int(summary.recency)] = 0
            places[Int(summary.age)] = 0
        }
        var days: [Int32] = []
        for day in places.indices where places[day] == 0 {
            places[day] = Int32(days.count)
            days.append(Int32(day))
        }
        return (days, places)
    }

    /// Each distinct summary with its customers, sorted.
    var distinct: [(summary: PurchaseSummary, customers: Int)] {
        var distinct: [(summary: PurchaseSummary, customers: Int)] = []
        distinct.reserveCapacity(rows.count)
        forEach { distinct.append(($0, $1)) }
        return distinct
    }

    private func forEach(_ body: (PurchaseSummary, Int) -> Void) {
        for group in groups {
            for row in rows[group.rows] {
                let summary = PurchaseSummary(
                    frequency: group.frequency, knownRecency: times[Int(row.recency)], age: times[Int(row.age)])
                body(summary, Int(row.customers))
            }
        }
    }

    /// Every so many-th customer in sorted order, so that about `count` of them are left: a small base of the same
    /// shape. The base itself when it is not larger.
    func thinned(to count: Int) -> PurchaseSummaries {
        guard customers > count else { return self }
        let step = Double(customers) / Double(count)
        var next = step / 2
        var seen = 0.0
        var kept: [(key: UInt64, customers: Int)] = []
        forEach { summary, customers in
            seen += Double(customers)
            var own = 0
            while next < seen {
                own += 1
                next += step
            }
            if own > 0 { kept.append((summary.key, own)) }
        }
        return PurchaseSummaries(sorted: kept)
    }
}

extension PurchaseSummary {
    /// Sorts as (frequency, recency, age) do.
    var key: UInt64 { UInt64(frequency) << 42 | UInt64(recency) << 21 | UInt64(age) }

    init(key: UInt64) {
        let mask = UInt64(Self.limit)
        self.init(
            frequency: Int32(key >> 42), knownRecency: Int32((key >> 21) & mask), age: Int32(key & mask))
    }
}
