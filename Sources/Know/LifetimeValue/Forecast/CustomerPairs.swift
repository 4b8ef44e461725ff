/// Customers by frequency and age: what one who is still there will buy is the same for all who share both.
struct CustomerPairs: Sendable {
    struct Pair: Sendable {
        let frequency, age: Int32
        /// Where its customers are in `order`.
        let customers: Range<Int>
    }

    /// Sorted by frequency, then age.
    let pairs: [Pair]
    /// The places of the customers, pair by pair; those of a pair in their order, or by all that is known of them.
    let order: [Int32]
    /// Pairs of one frequency each, with few enough customers for many cores to share the work on each of them.
    let parts: [Range<Int>]
    /// Pairs of one frequency each, as many as there are, for work on pairs alone: tables by age serve all of them.
    let groups: [Range<Int>]

    /// - Parameter sorted: Whether customers are sorted by all that is known of them, so that sums over them and every
    ///   so many-th of them are the same to the last digit whatever the order in which they came.
    init(_ customers: [CustomerSummary], _ model: any FittableModel, sorted: Bool = false) {
        let summaries = customers.map { model.read($0.purchases) }
        let longest = summaries.reduce(0) { max($0, UInt64($1.age)) } + 1
        var keys = [summaries.map { UInt64($0.frequency) * longest + UInt64($0.age) }]
        if sorted {
            let ties: [(CustomerSummary) -> UInt64] = [
                \.netFactor.bitPattern, \.meanAmount.bitPattern, { UInt64($0.purchases.recency) },
            ]
            keys = ties.map { customers.map($0) } + keys
        }
        let order = RadixSort.order(by: keys)
        var pairs: [Pair] = []
        var start = 0
        for place in order.indices {
            let (own, next) = (summaries[Int(order[place])], place + 1)
            let isLast = next == order.count
            if !isLast {
                let other = summaries[Int(order[next])]
                if other.frequency == own.frequency, other.age == own.age { continue }
            }
            pairs.append(Pair(frequency: own.frequency, age: own.age, customers: start..<next))
            start = next
        }
        (self.pairs, self.order) = (pairs, order)
        parts = Self.parts(of: pairs, pairs: 512, customers: 16_384)
        groups = Self.parts(of: pairs, pairs: 4_096, customers: .max)
    }

    /// A part has no more pairs and, but for its last pair, no more customers.
    private static func parts(of pairs: [Pair], pairs mostPairs: Int, customers mostCustomers: Int) -> [Range<Int>] {
        var parts: [Range<Int>] = []
        var (start, customers) = (0, 0)
        for place in pairs.indices {
            customers += pairs[place].customers.count
            let next = place + 1
            guard
                next == pairs.count || pairs[next].frequency != pairs[place].frequency
                    || next - start >= mostPairs || customers >= mostCustomers
            else { continue }
            parts.append(start..<next)
            (start, customers) = (next, 0)
        }
        return parts
    }

    /// Every so many-th customer of the order, so that about `count` are left: the same base, smaller.
    func thinned(to count: Int) -> [Int] {
        guard order.count > count else { return order.map { Int($0) } }
        return (0..<count).map { Int(order[(2 * $0 + 1) * order.count / (2 * count)]) }
    }
}
