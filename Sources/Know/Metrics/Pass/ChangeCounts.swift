/// What the compared periods need of each group of customers (docs/metrics.md, "Is it getting better?").
///
/// Customers fall into groups by a hash of their identifier; the bootstrap draws groups.
struct ChangeCounts: BitwiseCopyable, Equatable, Sendable {
    static let groups = 1_024

    /// One period's sums of one group.
    enum Sum: Int, CaseIterable {
        case net, orders, gross, refunds, reversed, customers, newcomers, newcomersObserved, secondOrders
        /// Newcomers without any order before.
        case firstOrders
    }

    static let words = 2 * sums
    static let sums = 10
    let start: Int

    init(take: (Int) -> Int) { start = take(Self.groups * Self.words) }
}

/// One period's sums of a group, while customers are added to them.
struct PeriodRow {
    let words: UnsafeMutablePointer<Int64>

    /// What a customer bought and gave back in the period.
    @inline(__always)
    func add(_ sums: EraSums) {
        words[0] &+= sums.net
        words[1] &+= sums.orders
        words[2] &+= sums.gross
        words[3] &+= sums.refunds
        words[4] &+= sums.reversed
        words[5] &+= sums.orders > 0 ? 1 : 0
    }

    /// What a customer without orders gave back in the period.
    func giveBack(_ money: Int64, isRefund: Bool) { words[isRefund ? 3 : 4] &+= money }

    /// A customer who counts as new bought; `next` is the days until the next purchase day, or more than are awaited.
    @inline(__always)
    func arrive(isFirst: Bool, isObserved: Bool, next: Int) {
        words[6] &+= 1
        words[7] &+= isObserved ? 1 : 0
        words[8] &+= isObserved && next <= ComparedPeriods.secondOrderDays ? 1 : 0
        words[9] &+= isFirst ? 1 : 0
    }
}
