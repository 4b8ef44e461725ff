import Ledger

/// The days that a backtest tells apart, as day numbers.
struct HoldoutPlan: Equatable, Sendable {
    /// The first purchase, as far back as days are told apart.
    let origin: Int32
    /// The last day of the past, and that of the holdout.
    let cutoff: Int32
    let end: Int32
    /// Documents after this day are not there.
    let lastVisible: Int32

    var holdoutDays: Int { Int(end) - Int(cutoff) }
    private var historyDays: Int { Int(cutoff) - Int(origin) + 1 }

    /// How many days “last year” has: those of the file where it has fewer.
    var lastYearDays: Int { min(365, historyDays) }
    /// The window that the hiatus rule learns from, as long as the holdout where half of the past is not shorter.
    var lookBackDays: Int { max(1, min(holdoutDays, historyDays / 2)) }

    /// The last day before each of them.
    var lastYearStart: Int32 { cutoff - Int32(lastYearDays) }
    var lookBackStart: Int32 { cutoff - Int32(lookBackDays) }
}

/// What a backtest needs of one customer beyond the past's summary; all zero for one who had not purchased by the cutoff.
struct HoldoutRow: BitwiseCopyable, Sendable {
    /// Net minor units of the last year, of the window that the hiatus rule learns from, and of the holdout.
    var lastYearNet: Int64 = 0
    var lookBackNet: Int64 = 0
    var aheadNet: Int64 = 0
    /// Purchase days of the same.
    var lastYearDays: Int32 = 0
    var lookBackDays: Int32 = 0
    var aheadDays: Int32 = 0
    /// The day number of the last purchase before that window, `never` where there is none.
    var lastDayBefore = Self.never

    static let never = Int32.min
}

/// Follows each customer through the past and the holdout.
struct HoldoutTally: SummarizingTally {
    let plan: HoldoutPlan
    /// Gaps between purchase days of the past by length, and silences at the cutoff.
    var completed: [Int64]
    var censored: [Int64]
    /// Purchase days of the holdout by day.
    var aheadByDay: [Int64]

    init(_ plan: HoldoutPlan) {
        self.plan = plan
        completed = Array(repeating: 0, count: Int(plan.cutoff) - Int(plan.origin) + 1)
        censored = completed
        aheadByDay = Array(repeating: 0, count: plan.holdoutDays)
    }

    mutating func summarize(_ part: PurchaseHistories, into summaries: SummarySlots<HoldoutRow>) {
        for customer in part.customers { summaries[customer] = row(of: part[customer]) }
    }

    private mutating func row(of history: PurchaseHistory) -> HoldoutRow {
        var row = HoldoutRow()
        var index = 0
        var last = HoldoutRow.never
        while index < history.count, history.day(index) <= plan.cutoff {
            let (kind, day) = (history.kind(index), history.day(index))
            if kind != .reversed { addPast(history.minorUnits(index), day, to: &row) }
            if kind == .order { step(from: &last, to: max(day, plan.origin), &row) }
            index &+= 1
        }
        guard last != HoldoutRow.never else { return HoldoutRow() }
        censored[Int(plan.cutoff &- last)] &+= 1
        addAhead(history, from: index, to: &row)
        return row
    }

    @inline(__always)
    private func addPast(_ money: Int64, _ day: Int32, to row: inout HoldoutRow) {
        row.lastYearNet &+= day > plan.lastYearStart ? money : 0
        row.lookBackNet &+= day > plan.lookBackStart ? money : 0
    }

    /// Goes on to an order of the past, which may be on a new purchase day.
    @inline(__always)
    private mutating func step(from last: inout Int32, to day: Int32, _ row: inout HoldoutRow) {
        guard day != last else { return }
        if last != HoldoutRow.never { completed[Int(day &- last)] &+= 1 }
        row.lastYearDays &+= day > plan.lastYearStart ? 1 : 0
        if day > plan.lookBackStart { row.lookBackDays &+= 1 } else { row.lastDayBefore = day }
        last = day
    }

    private mutating func addAhead(_ history: PurchaseHistory, from start: Int, to row: inout HoldoutRow) {
        var last = HoldoutRow.never
        var index = start
        while index < history.count, history.day(index) <= plan.lastVisible {
            let (kind, day) = (history.kind(index), history.day(index))
            if kind != .reversed { row.aheadNet &+= history.minorUnits(index) }
            if kind == .order, day != last {
                row.aheadDays &+= 1
                // Only refunds can come after the end: it is given, or the last order's day.
                aheadByDay[Int(day &- plan.cutoff) &- 1] &+= 1
                last = day
            }
            index &+= 1
        }
    }

    mutating func merge(_ other: Self) {
        for place in completed.indices {
            completed[place] &+= other.completed[place]
            censored[place] &+= other.censored[place]
        }
        for place in aheadByDay.indices { aheadByDay[place] &+= other.aheadByDay[place] }
    }
}
