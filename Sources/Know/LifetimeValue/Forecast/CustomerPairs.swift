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

    /// - Parameters:
    ///   - model: Which reads summaries in its own way; nil: as those do that count days.
    ///   - sorted: Whether customers are sorted by all that is known of them, so that sums over them and every
    ///   so many-th of them are the same to the last digit whatever the order in which they came.
    init(_ customers: [CustomerSummary], _ model: (any FittableModel)?, sorted: Bool = false) {
        let read = model.map { model in customers.map { model.read($0.purchases) } } ?? customers.map(\.purchases)
        let key = PairKey(customers, read)
        let words = zip(customers, read).map { key($1, recency: $0.purchases.recency) }
        let (keys, unsorted) = RadixSort.order(of: words, bits: key.bits)
        var order = unsorted
        if sorted { Self.sortTies(&order, keys, customers) }
        var pairs: [Pair] = []
        var start = 0
        for place in keys.indices {
            let (own, next) = (key.pair(keys[place]), place + 1)
            if next < keys.count, key.pair(keys[next]) == own { continue }
            let (frequency, age) = key.figures(ofPair: own)
            pairs.append(Pair(frequency: frequency, age: age, customers: start..<next))
            start = next
        }
        (self.pairs, self.order) = (pairs, order)
        parts = Self.parts(of: pairs, pairs: 512, customers: 16_384)
        groups = Self.parts(of: pairs, pairs: 4_096, customers: .max)
    }

    /// Sorts customers of one frequency, age and recency by what else is known of them.
    private static func sortTies(_ order: inout [Int32], _ keys: [UInt64], _ customers: [CustomerSummary]) {
        func isBefore(_ one: Int32, _ other: Int32) -> Bool {
            let (one, other) = (customers[Int(one)], customers[Int(other)])
            return (one.meanAmount.bitPattern, one.netFactor.bitPattern)
                < (other.meanAmount.bitPattern, other.netFactor.bitPattern)
        }
        var start = 0
        for end in 1..<max(1, keys.count + 1) where end == keys.count || keys[end] != keys[start] {
            if end - start > 16 {
                order[start..<end].sort(by: isBefore)
            } else {
                // Most are a few, which another sort would fetch memory for.
                for place in start + 1..<max(end, start + 1) {
                    var own = place
                    while own > start, isBefore(order[own], order[own - 1]) {
                        order.swapAt(own, own - 1)
                        own -= 1
                    }
                }
            }
            start = end
        }
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

/// Customers sorted for a forecast by any model that counts days: what takes a while can be done before the model is fitted.
public struct SortedCustomers: Sendable {
    public let customers: [CustomerSummary]
    let pairs: CustomerPairs

    public init(_ customers: [CustomerSummary]) {
        self.customers = customers
        pairs = CustomerPairs(customers, nil, sorted: true)
    }
}

/// Frequency, age and recency in one word that sorts as they do.
private struct PairKey {
    private let ageBits, recencyBits: Int
    let bits: Int

    /// - Parameter summaries: Of the customers, as the model reads them.
    init(_ customers: [CustomerSummary], _ summaries: [PurchaseSummary]) {
        var (frequency, age, recency) = (0 as Int32, 0 as Int32, 0 as Int32)
        for (customer, summary) in zip(customers, summaries) {
            (frequency, age) = (max(frequency, summary.frequency), max(age, summary.age))
            recency = max(recency, customer.purchases.recency)
        }
        ageBits = Self.bits(age)
        recencyBits = Self.bits(recency)
        bits = Self.bits(frequency) + ageBits + recencyBits
    }

    /// At most 21 for each figure of a summary.
    private static func bits(_ largest: Int32) -> Int { Int32.bitWidth - largest.leadingZeroBitCount }

    @inline(__always)
    func callAsFunction(_ summary: PurchaseSummary, recency: Int32) -> UInt64 {
        let pair = UInt64(summary.frequency) << UInt64(ageBits) | UInt64(summary.age)
        return pair << UInt64(recencyBits) | UInt64(recency)
    }

    @inline(__always)
    func pair(_ key: UInt64) -> UInt64 { key >> UInt64(recencyBits) }

    func figures(ofPair pair: UInt64) -> (frequency: Int32, age: Int32) {
        (Int32(pair >> UInt64(ageBits)), Int32(pair & (1 << UInt64(ageBits) - 1)))
    }
}
