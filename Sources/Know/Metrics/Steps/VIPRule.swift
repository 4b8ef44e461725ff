import Ledger

/// Who is on a VIP list: all above a bound, and of those at it the ones with the smallest identifiers
/// (docs/metrics.md, "VIP list").
struct VIPRule: Equatable, Sendable {
    /// Nil when nobody brings anything.
    let bound: Int64?
    /// Those at the bound who are on the list; nil when all of them are.
    let tied: Set<Int>?

    /// - Parameters:
    ///   - amounts: Net revenue of a year by customer of the ledger.
    ///   - sorted: The same amounts, sorted; others that are zero or less may be among them.
    init(share: Double, amounts: [Int64], sorted: SortedMoney, customers: CustomerTable) {
        let total = sorted.values.reversed().prefix { $0 > 0 }.reduce(0, +)
        let goal = min(1, max(0, share)) * Double(total)
        var sum = 0 as Int64
        var count = 0
        for value in sorted.values.reversed() {
            guard value > 0, Double(sum) < goal else { break }
            sum += value
            count += 1
        }
        guard count > 0 else {
            (bound, tied) = (nil, nil)
            return
        }
        let bound = sorted.values[sorted.values.count - count]
        let above = sorted.values.count - sorted.notAbove(bound)
        let atBound = sorted.notAbove(bound) - sorted.below(bound)
        self.bound = bound
        tied =
            above + atBound > count
            ? Self.smallest(count - above, at: bound, amounts: amounts, customers: customers) : nil
    }

    func holds(_ customer: Int, amount: Int64) -> Bool {
        guard let bound, amount >= bound else { return false }
        return amount > bound || tied?.contains(customer) ?? true
    }

    private static func smallest(_ count: Int, at bound: Int64, amounts: [Int64], customers: CustomerTable) -> Set<Int>
    {
        let candidates = amounts.indices.filter { amounts[$0] == bound }.map { (id: customers[$0], customer: $0) }
        return Set(candidates.sorted { $0.id < $1.id }.prefix(count).map(\.customer))
    }
}
