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
    let first: Int
    let last: Int
    /// The last day from which a second purchase day can be awaited to the period's end.
    let lastObserved: Int
    var net: Int64 = 0
    var orders: Int64 = 0
    var gross: Int64 = 0
    var refunds: Int64 = 0
    var reversed: Int64 = 0
    var newcomers: Int64 = 0
    var newcomersObserved: Int64 = 0
    var secondOrders: Int64 = 0
    var firstOrders: Int64 = 0
    /// The last purchase day up to the period's eve, below zero when there was none.
    var lastBefore = -1
    /// The newcomer's purchase day whose next is awaited; below zero for none.
    var awaiting = -1

    init(_ range: ClosedRange<Int>?) {
        first = range?.lowerBound ?? Int.max
        last = range?.upperBound ?? Int.min
        lastObserved = last == Int.min ? last : last - ComparedPeriods.secondOrderDays
    }

    @inline(__always)
    func holds(_ day: Int) -> Bool { day >= first && day <= last }

    @inline(__always)
    mutating func order(_ money: Int64) {
        net += money
        gross += money
        orders += 1
    }

    /// A purchase day; `previous` is the one before, below zero for the first.
    @inline(__always)
    mutating func visit(_ day: Int, previous: Int, lookback: Int) {
        if day < first { lastBefore = day }
        if awaiting >= 0 {
            if day - awaiting <= ComparedPeriods.secondOrderDays { secondOrders += 1 }
            awaiting = -1
        }
        guard lookback > 0, holds(day), previous < 0 || day - previous > lookback else { return }
        newcomers += 1
        if previous < 0 { firstOrders += 1 }
        if day <= lastObserved {
            newcomersObserved += 1
            awaiting = day
        }
    }

    /// Money given back without naming a purchase; below zero.
    @inline(__always)
    mutating func refund(_ money: Int64) {
        net += money
        refunds -= money
    }

    @inline(__always)
    func write(to row: UnsafeMutablePointer<Int64>) {
        row[0] += net
        row[1] += orders
        row[2] += gross
        row[3] += refunds
        row[4] += reversed
        row[5] += orders > 0 ? 1 : 0
        row[6] += newcomers
        row[7] += newcomersObserved
        row[8] += secondOrders
        row[9] += firstOrders
    }
}
