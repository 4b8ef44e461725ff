import Ledger

/// The bucket of amounts that a VIP list ends in: whoever is above it is on the list, whoever is below is not
/// (docs/metrics.md, "VIP list").
struct VIPBorder: Equatable, Sendable {
    /// −2 when nobody is on the list, so that no amount's bucket is it.
    let bucket: Int
    /// What the amounts above the bucket bring, and what the list must bring.
    let above: Int64
    let goal: Double
    /// Customers with an amount above zero.
    let payers: Int
    /// A tenth of the sum of the amounts above zero: who brings as much alone is a great customer. `Int64.max` without any.
    let great: Int64

    /// - Parameters:
    ///   - share: Of the sum of the amounts above zero.
    ///   - buckets: The words of all `MoneyBuckets`.
    init(share: Double, buckets: ArraySlice<Int64>) {
        let rows = stride(from: buckets.startIndex, to: buckets.endIndex, by: MoneyBuckets.words)
        payers = rows.reduce(0) { $0 + Int(buckets[$1]) }
        let all = rows.reduce(0 as Int64) { $0 + buckets[$1 + 1] }
        goal = min(1, max(0, share)) * Double(all)
        great = all > 0 ? (all - 1) / 10 + 1 : Int64.max
        var sum = 0 as Int64
        var bucket = MoneyBuckets.count - 1
        // Whole buckets from the top, as long as they do not reach the goal.
        while bucket >= 0 {
            let next = buckets[buckets.startIndex + bucket * MoneyBuckets.words + 1]
            if Double(sum + next) >= goal { break }
            sum += next
            bucket -= 1
        }
        above = sum
        self.bucket = goal > 0 ? bucket : -2
    }

    /// Whether a customer with this amount is on the list; nil when the bucket does not tell.
    @inline(__always)
    func holds(_ amount: Int64) -> Bool? {
        let own = MoneyBuckets.bucket(of: amount)
        return own == bucket ? nil : bucket >= 0 && own > bucket
    }
}

/// Who is on a VIP list: all above a bound, and of those at it the ones with the smallest identifiers.
struct VIPRule: Equatable, Sendable {
    /// Nil when nobody brings anything.
    let bound: Int64?
    /// Those at the bound who are on the list; nil when all of them are.
    let tied: Set<Int>?

    /// - Parameter candidates: At least all customers whose amount is in the border's bucket, in any order.
    init(_ border: VIPBorder, candidates: [(customer: Int, amount: Int64)], customers: CustomerTable) {
        let near = candidates.filter { MoneyBuckets.bucket(of: $0.amount) == border.bucket }
        let amounts = RadixSort.sorted([near.map(\.amount)])
        var sum = border.above
        let needed = amounts.lastIndex { amount in
            sum += amount
            return Double(sum) >= border.goal
        }
        guard let needed else {
            (bound, tied) = (nil, nil)
            return
        }
        let bound = amounts[needed]
        let tiedCustomers = near.filter { $0.amount == bound }
        // So many of them are needed; the others at the bound come before `needed` in ascending order.
        let count = (amounts.lastIndex(of: bound) ?? needed) - needed + 1
        self.bound = bound
        tied =
            count < tiedCustomers.count
            ? Self.smallest(count, of: tiedCustomers.map(\.customer), customers: customers) : nil
    }

    @inline(__always)
    func holds(_ customer: Int, amount: Int64) -> Bool {
        guard let bound, amount >= bound else { return false }
        return amount > bound || tied?.contains(customer) ?? true
    }

    private static func smallest(_ count: Int, of tied: [Int], customers: CustomerTable) -> Set<Int> {
        let named = tied.map { (id: customers[$0], customer: $0) }
        return Set(named.sorted { $0.id < $1.id }.prefix(count).map(\.customer))
    }
}

/// The VIP list now and the one 30 days earlier.
struct VIPLists: Equatable, Sendable {
    let now: VIPRule
    /// Nil with less than 13 months of history.
    let earlier: VIPRule?
}
