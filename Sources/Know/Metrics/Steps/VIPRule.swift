import Ledger

/// Who is on a VIP list: all above a bound, and of those at it the ones with the smallest identifiers
/// (docs/metrics.md, "VIP list").
struct VIPRule: Equatable, Sendable {
    /// Nil when nobody brings anything.
    let bound: Int64?
    /// Those at the bound who are on the list; nil when all of them are.
    let tied: Set<Int>?
    /// Customers with an amount above zero.
    let payers: Int

    /// - Parameters:
    ///   - share: Of the sum of the amounts above zero.
    ///   - amounts: Net revenue of a year by customer of the ledger.
    /// - Complexity: O(customers): only the amounts near the bound are sorted.
    init(share: Double, amounts: [Int64], customers: CustomerTable) {
        let buckets = Buckets(amounts)
        payers = buckets.counts.reduce(0, +)
        let goal = min(1, max(0, share)) * Double(buckets.sums.reduce(0, +))
        // Whole buckets from the top, as long as they do not reach the goal.
        var sum = 0 as Int64
        var above = 0
        var bucket = buckets.sums.count - 1
        while bucket >= 0, Double(sum + buckets.sums[bucket]) < goal {
            sum += buckets.sums[bucket]
            above += buckets.counts[bucket]
            bucket -= 1
        }
        let candidates = amounts.filter { $0 > 0 && buckets.bucket(of: $0) == bucket }.sorted(by: >)
        let needed = candidates.firstIndex { amount in
            sum += amount
            return Double(sum) >= goal
        }
        guard goal > 0, let needed else {
            (bound, tied) = (nil, nil)
            return
        }
        let bound = candidates[needed]
        let first = candidates.firstIndex(of: bound) ?? needed
        let last = candidates.lastIndex(of: bound) ?? needed
        self.bound = bound
        tied =
            needed < last
            ? Self.smallest(needed - first + 1, at: bound, amounts: amounts, customers: customers) : nil
    }

    @inline(__always)
    func holds(_ customer: Int, amount: Int64) -> Bool {
        guard let bound, amount >= bound else { return false }
        return amount > bound || tied?.contains(customer) ?? true
    }

    private static func smallest(_ count: Int, at bound: Int64, amounts: [Int64], customers: CustomerTable) -> Set<Int>
    {
        let candidates = amounts.indices.filter { amounts[$0] == bound }.map { (id: customers[$0], customer: $0) }
        return Set(candidates.sorted { $0.id < $1.id }.prefix(count).map(\.customer))
    }

    /// Amounts above zero by their highest twelve bits.
    private struct Buckets {
        private(set) var counts = Array(repeating: 0, count: 4_096)
        private(set) var sums = Array(repeating: 0 as Int64, count: 4_096)
        private let shift: Int64

        init(_ amounts: [Int64]) {
            shift = Int64(max(0, 52 - (amounts.max() ?? 0).leadingZeroBitCount))
            for amount in amounts where amount > 0 {
                let place = bucket(of: amount)
                counts[place] += 1
                sums[place] += amount
            }
        }

        /// The leading bit of 64 is the sign; twelve bits remain of the largest amount.
        func bucket(of amount: Int64) -> Int { Int(truncatingIfNeeded: amount >> shift) & 4_095 }
    }
}
