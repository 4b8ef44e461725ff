import Domain
import Ledger

/// One walk through a customer's documents in time order that feeds every part of the tally.
///
/// Sums wrap instead of trapping: that the money of a ledger fits 64 bits is what intake checks.
struct CustomerWalk {
    private let view: UnsafePointer<PassView>
    private let counts: UnsafeMutablePointer<Int64>
    private var summary = CustomerSummary()
    private var cohorts: CohortWalk
    private var retention: RetentionWalk
    private var gaps: GapWalk
    private var change: ChangeWalk
    /// Offset of the last purchase day; below zero before the first.
    private var last = -1
    private var reversedMoney: Int64 = 0

    /// Counts the customer and returns what is to be kept.
    @inline(__always)
    static func summary(
        of history: PurchaseHistory, group: Int, view: UnsafePointer<PassView>,
        counts: UnsafeMutablePointer<Int64>, lengths: UnsafeMutablePointer<GapWalk.Length>
    ) -> CustomerSummary {
        var end = history.count
        while end > 0, history.day(end - 1) > view.pointee.lastVisible { end -= 1 }
        guard end > 0 else { return CustomerSummary() }
        var first = 0
        while first < end, history.kind(first) != .order { first += 1 }
        guard first < end else {
            return withoutOrders(history, end: end, counts: counts + view.pointee.totals)
        }
        var walk = CustomerWalk(history, first: first, view: view, counts: counts, lengths: lengths)
        for index in 0..<end { walk.add(history, index) }
        return walk.finished(history, first: first, group: group)
    }

    @inline(__always)
    private init(
        _ history: PurchaseHistory, first: Int, view: UnsafePointer<PassView>,
        counts: UnsafeMutablePointer<Int64>, lengths: UnsafeMutablePointer<GapWalk.Length>
    ) {
        self.view = view
        self.counts = counts
        let timeline = view.pointee.timeline
        let place = timeline.place(timeline.offset(of: history.day(first)))
        cohorts = CohortWalk(view, counts: counts, first: place)
        retention = RetentionWalk(view, counts: counts, firstMonth: Int(place.month))
        gaps = GapWalk(view.pointee.gaps, counts: counts, lengths: lengths)
        change = ChangeWalk(view)
        summary.firstDay = history.day(first)
    }

    @inline(__always)
    private mutating func add(_ history: PurchaseHistory, _ index: Int) {
        let day = view.pointee.timeline.offset(of: history.day(index))
        let place = view.pointee.timeline.place(day)
        let money = history.minorUnits(index)
        switch history.kind(index) {
        case .order:
            let hour = min(Int(history.minute(index)) / 60, 24)
            counts[view.pointee.hours &+ Int(place.weekday) &* 25 &+ hour] &+= 1
            summary.orders &+= 1
            summary.gross &+= money
            change.order(money, spans: place.spans)
            move(money, history.contribution(index), orders: 1, place)
            if day != last { visit(day, place) }
        case .refund:
            summary.refunds &-= money
            change.refund(money, spans: place.spans)
            move(money, history.contribution(index), orders: 0, place)
        case .reversed:
            counts[view.pointee.totals &+ Total.reversedOrders.rawValue] &+= 1
            reversedMoney &+= money
            change.reversed(money, spans: place.spans)
        }
    }

    /// Money that an order or a refund moves.
    @inline(__always)
    private mutating func move(_ money: Int64, _ contribution: Int64?, orders: Int64, _ place: Timeline.Place) {
        let lastYear = 0 &- Int64((place.spans & Timeline.lastYear) >> 2)
        summary.lastYearNet &+= money & lastYear
        summary.earlierYearNet &+= money & (0 &- Int64((place.spans & Timeline.earlierYear) >> 3))
        cohorts.add(orders: orders, net: money, at: place)
        if let contribution {
            summary.contribution &+= contribution
            summary.lastYearContribution &+= contribution & lastYear
            cohorts.add(contribution: contribution, at: place)
        }
    }

    /// A day with the customer's first order of it.
    @inline(__always)
    private mutating func visit(_ day: Int, _ place: Timeline.Place) {
        if last >= 0 {
            gaps.add(day &- last)
            if Int(place.month) != retention.month.period { retention.enter(month: Int(place.month), last: last) }
        }
        cohorts.visit(place)
        change.visit(day, previous: last, spans: place.spans)
        summary.purchaseDays &+= 1
        last = day
    }

    @inline(__always)
    private mutating func finished(_ history: PurchaseHistory, first: Int, group: Int) -> CustomerSummary {
        let timeline = view.pointee.timeline
        summary.lastDay = timeline.origin &+ Int32(truncatingIfNeeded: last)
        summary.group = UInt16(truncatingIfNeeded: group)
        gaps.finish(silence: timeline.last &- last)
        retention.finish(last: last)
        let (median, p90) = gaps.medianAndP90()
        summary.medianGap = UInt16(bitPattern: median)
        summary.p90Gap = UInt16(bitPattern: p90)
        counts[view.pointee.recency &+ last] &+= 1
        counts[view.pointee.frequency &+ Int(summary.purchaseDays)] &+= 1
        addTotals(counts + view.pointee.totals)
        change.finish(&summary, row: counts + view.pointee.change.start + group &* ChangeCounts.words)
        if view.pointee.columnCount > 0 {
            addBreakdowns(history, first: first)
            addAcquisition(history, first: first)
        }
        return summary
    }

    @inline(__always)
    private func addTotals(_ totals: UnsafeMutablePointer<Int64>) {
        totals[Total.customers.rawValue] &+= 1
        totals[Total.orders.rawValue] &+= Int64(summary.orders)
        totals[Total.purchaseDays.rawValue] &+= Int64(summary.purchaseDays)
        totals[Total.gross.rawValue] &+= summary.gross
        totals[Total.refunds.rawValue] &+= summary.refunds
        totals[Total.contribution.rawValue] &+= summary.contribution
        totals[Total.repeatCustomers.rawValue] &+= summary.orders >= 2 ? 1 : 0
        totals[Total.repeatCustomersByDay.rawValue] &+= summary.purchaseDays >= 2 ? 1 : 0
        totals[Total.reversedMoney.rawValue] &+= reversedMoney
    }

    @inline(__always)
    private func addBreakdowns(_ history: PurchaseHistory, first: Int) {
        let awaited = ComparedPeriods.secondOrderDays
        let observed = view.pointee.timeline.offset(of: summary.firstDay) + awaited <= view.pointee.timeline.last
        let secondInTime = observed && gaps.first >= 0 && gaps.first <= awaited
        for place in 0..<view.pointee.columnCount {
            let column = view.pointee.columns[place]
            let code = Int(min(column.codes[history.place(first)], column.last))
            BreakdownCounts.add(
                summary, reversed: reversedMoney, observed: observed, secondInTime: secondInTime,
                to: counts + column.start + code * BreakdownCounts.words)
        }
    }

    /// A second, short walk for the customers of sources with costs alone.
    @inline(__always)
    private func addAcquisition(_ history: PurchaseHistory, first: Int) {
        guard view.pointee.sourceColumn >= 0 else { return }
        let code = view.pointee.columns[view.pointee.sourceColumn].codes[history.place(first)]
        let slot = Int(view.pointee.sourceSlots[Int(code)])
        guard slot >= 0 else { return }
        let plan = view.pointee.acquisition
        let row = CohortCounts.row(cohorts.firstMonth, of: plan.months) * AcquisitionCounts.cell
        let cells = counts + plan.start + slot * plan.slotSize + row
        cells[0] &+= 1
        for index in 0..<history.count where history.kind(index) != .reversed {
            guard history.day(index) <= view.pointee.lastVisible else { break }
            let month = view.pointee.timeline.place(view.pointee.timeline.offset(of: history.day(index))).cohortMonth
            let cell = cells + max(0, Int(month) - cohorts.firstMonth) * AcquisitionCounts.cell
            cell[1] &+= history.minorUnits(index)
            cell[2] &+= history.contribution(index) ?? 0
        }
    }

    /// A customer with refunds or reversed orders alone.
    private static func withoutOrders(
        _ history: PurchaseHistory, end: Int, counts totals: UnsafeMutablePointer<Int64>
    ) -> CustomerSummary {
        var summary = CustomerSummary()
        var hasRefund = false
        for index in 0..<end {
            if history.kind(index) == .refund {
                hasRefund = true
                summary.refunds -= history.minorUnits(index)
            } else {
                totals[Total.reversedOrders.rawValue] &+= 1
                totals[Total.reversedMoney.rawValue] &+= history.minorUnits(index)
            }
        }
        totals[(hasRefund ? Total.refundOnlyCustomers : .reversedOnlyCustomers).rawValue] &+= 1
        totals[Total.refundOnlyRefunds.rawValue] &+= summary.refunds
        return summary
    }
}
