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

    /// An order, when `holds` is 1; nothing when it is 0. Without a branch: days come in no pattern.
    @inline(__always)
    mutating func order(_ money: Int64, holds: Int64) {
        orders &+= holds
        gross &+= money & (0 &- holds)
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

/// Follows one customer through the compared periods.
struct ChangeWalk {
    private let view: UnsafePointer<PassView>
    var now = PeriodSums()
    var before = PeriodSums()
    /// The last purchase day before the earlier period, up to its end, and before the present one; below zero for none.
    private var lastBeforeStart = -1
    private var lastToBeforeEnd = -1
    private var lastBeforeNow = -1
    /// The newcomer's purchase day whose next is awaited; below zero for none.
    private var awaiting = -1

    @inline(__always)
    init(_ view: UnsafePointer<PassView>) { self.view = view }

    @inline(__always)
    private var borders: PassView.Compared { view.pointee.compared }

    @inline(__always)
    mutating func order(_ money: Int64, spans: UInt8) {
        now.order(money, holds: Int64(spans & Timeline.now))
        before.order(money, holds: Int64((spans & Timeline.before) >> 1))
    }

    @inline(__always)
    mutating func refund(_ money: Int64, spans: UInt8) {
        if spans & Timeline.now != 0 { now.refunds &-= money }
        if spans & Timeline.before != 0 { before.refunds &-= money }
    }

    @inline(__always)
    mutating func reversed(_ money: Int64, spans: UInt8) {
        if spans & Timeline.now != 0 { now.reversed &+= money }
        if spans & Timeline.before != 0 { before.reversed &+= money }
    }

    /// A purchase day; `previous` is the one before, below zero for the first.
    @inline(__always)
    mutating func visit(_ day: Int, previous: Int, spans: UInt8) {
        if day < borders.beforeStart { lastBeforeStart = day }
        if day <= borders.beforeEnd { lastToBeforeEnd = day }
        if day < borders.nowStart { lastBeforeNow = day }
        if awaiting >= 0 { answer(day) }
        if previous < 0 || day &- previous > borders.lookback { arrive(day, isFirst: previous < 0, spans: spans) }
    }

    private mutating func answer(_ day: Int) {
        if day - awaiting <= ComparedPeriods.secondOrderDays {
            if awaiting >= borders.nowStart { now.secondOrders += 1 } else { before.secondOrders += 1 }
        }
        awaiting = -1
    }

    private mutating func arrive(_ day: Int, isFirst: Bool, spans: UInt8) {
        guard borders.lookback > 0 else { return }
        let observed = ComparedPeriods.secondOrderDays
        if spans & Timeline.now != 0 {
            Self.count(&now, isFirst: isFirst, observed: day <= borders.nowEnd - observed)
            if day <= borders.nowEnd - observed { awaiting = day }
        } else if spans & Timeline.before != 0 {
            Self.count(&before, isFirst: isFirst, observed: day <= borders.beforeEnd - observed)
            if day <= borders.beforeEnd - observed { awaiting = day }
        }
    }

    private static func count(_ sums: inout PeriodSums, isFirst: Bool, observed: Bool) {
        sums.newcomers += 1
        sums.firstOrders += isFirst ? 1 : 0
        sums.newcomersObserved += observed ? 1 : 0
    }

    /// Adds the sums to the group's row and notes the silences at the borders.
    @inline(__always)
    func finish(_ summary: inout CustomerSummary, row: UnsafeMutablePointer<Int64>) {
        guard borders.nowEnd != Int.max else { return }
        before.write(to: row)
        now.write(to: row + ChangeCounts.sums)
        summary.silenceAtBeforeStart = Self.silence(since: lastBeforeStart, at: borders.beforeStart &- 1)
        summary.silenceAtBeforeEnd = Self.silence(since: lastToBeforeEnd, at: borders.beforeEnd)
        summary.silenceAtNowStart = Self.silence(since: lastBeforeNow, at: borders.nowStart &- 1)
    }

    @inline(__always)
    private static func silence(since last: Int, at border: Int) -> UInt16 {
        last < 0 ? CustomerSummary.never : UInt16(truncatingIfNeeded: border &- last)
    }
}
