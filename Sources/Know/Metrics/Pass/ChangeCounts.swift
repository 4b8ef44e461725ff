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

/// One period's sums of one customer.
struct PeriodSums: BitwiseCopyable {
    var orders: Int64 = 0
    var gross: Int64 = 0
    var refunds: Int64 = 0
    var reversed: Int64 = 0
    var newcomers: Int64 = 0
    var newcomersObserved: Int64 = 0
    var secondOrders: Int64 = 0
    var firstOrders: Int64 = 0

    /// What an era's sums say of a span of eras.
    @inline(__always)
    init(_ sums: EraSums) {
        (orders, gross, refunds, reversed) = (sums.orders, sums.gross, sums.refunds, sums.reversed)
    }

    /// A customer who counts as new bought; `next` is the days until the next purchase day, if any.
    @inline(__always)
    mutating func arrive(isFirst: Bool, isObserved: Bool, next: Int?) {
        newcomers &+= 1
        firstOrders &+= isFirst ? 1 : 0
        guard isObserved else { return }
        newcomersObserved &+= 1
        if let next, next <= ComparedPeriods.secondOrderDays { secondOrders &+= 1 }
    }

    @inline(__always)
    func write(to row: UnsafeMutablePointer<Int64>) {
        row[0] &+= gross &- refunds
        row[1] &+= orders
        row[2] &+= gross
        row[3] &+= refunds
        row[4] &+= reversed
        row[5] &+= orders > 0 ? 1 : 0
        row[6] &+= newcomers
        row[7] &+= newcomersObserved
        row[8] &+= secondOrders
        row[9] &+= firstOrders
    }
}
