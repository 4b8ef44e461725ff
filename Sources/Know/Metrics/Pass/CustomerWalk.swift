import Domain
import Ledger

/// One walk through a customer's documents in time order that feeds every part of the tally.
struct CustomerWalk {
    private let view: PassView
    private let counts: UnsafeMutablePointer<Int64>
    private var summary = CustomerSummary()
    private var cohorts: CohortWalk
    private var retention: RetentionWalk
    private var gaps: GapWalk
    private var now: PeriodSums
    private var before: PeriodSums
    /// Offset of the last purchase day; below zero before the first.
    private var last = -1
    private var reversedMoney: Int64 = 0
    /// Days from the first purchase day to the second; below zero without one.
    private var firstGap = -1
    /// Offset of the last purchase day up to the end of the earlier period.
    private var lastUpToBeforeEnd = -1

    /// Counts the customer and returns what is to be kept.
    @inline(__always)
    static func summary(
        of history: PurchaseHistory, group: Int, view: PassView, counts: UnsafeMutablePointer<Int64>,
        lengths: UnsafeMutablePointer<Int32>
    ) -> CustomerSummary {
        var end = history.count
        while end > 0, history.day(end - 1) > view.lastVisible { end -= 1 }
        guard end > 0 else { return CustomerSummary() }
        var first = 0
        while first < end, history.kind(first) != .order { first += 1 }
        guard first < end else {
            return withoutOrders(history, end: end, counts: counts + view.totals)
        }
        var walk = CustomerWalk(history, first: first, view: view, counts: counts, lengths: lengths)
        for index in 0..<end { walk.add(history, index) }
        return walk.finished(history, first: first, group: group)
    }

    @inline(__always)
    private init(
        _ history: PurchaseHistory, first: Int, view: PassView, counts: UnsafeMutablePointer<Int64>,
        lengths: UnsafeMutablePointer<Int32>
    ) {
        self.view = view
        self.counts = counts
        let place = view.timeline.place(view.timeline.offset(of: history.day(first)))
        cohorts = CohortWalk(view.cohorts, timeline: view.timeline, counts: counts, first: place)
        retention = RetentionWalk(
            view.retention, timeline: view.timeline, counts: counts, firstMonth: Int(place.month))
        gaps = GapWalk(view.gaps, counts: counts, lengths: lengths)
        now = view.now
        before = view.before
        summary.firstDay = history.day(first)
    }

    @inline(__always)
    private mutating func add(_ history: PurchaseHistory, _ index: Int) {
        let day = view.timeline.offset(of: history.day(index))
        let money = history.minorUnits(index)
        let kind = history.kind(index)
        let contribution = kind == .reversed ? 0 : history.contribution(index) ?? 0
        switch kind {
        case .order:
            order(day: day, minute: history.minute(index), money: money, contribution: contribution)
        case .refund:
            refund(day: day, money: money, contribution: contribution)
        case .reversed:
            counts[view.totals + Total.reversedOrders.rawValue] += 1
            reversedMoney += money
            if now.holds(day) { now.reversed += money } else if before.holds(day) { before.reversed += money }
        }
    }

    @inline(__always)
    private mutating func order(day: Int, minute: UInt16, money: Int64, contribution: Int64) {
        let place = view.timeline.place(day)
        summary.orders += 1
        summary.gross += money
        yearly(day, money, contribution)
        if now.holds(day) { now.order(money) } else if before.holds(day) { before.order(money) }
        cohorts.add(orders: 1, net: money, contribution: contribution, at: place)
        let hour = minute < 1_440 ? Int(minute) / 60 : 24
        counts[view.hours + Int(place.weekday) * 25 + hour] += 1
        if day != last { visit(day, place) }
    }

    @inline(__always)
    private mutating func refund(day: Int, money: Int64, contribution: Int64) {
        summary.refunds -= money
        yearly(day, money, contribution)
        if now.holds(day) { now.refund(money) } else if before.holds(day) { before.refund(money) }
        cohorts.add(orders: 0, net: money, contribution: contribution, at: view.timeline.place(day))
    }

    @inline(__always)
    private mutating func yearly(_ day: Int, _ money: Int64, _ contribution: Int64) {
        summary.contribution += contribution
        if day >= view.lastYearStart {
            summary.lastYearNet += money
            summary.lastYearContribution += contribution
        }
        if day >= view.earlierYearStart, day <= view.earlierYearEnd { summary.earlierYearNet += money }
    }

    /// A day with the customer's first order of it.
    @inline(__always)
    private mutating func visit(_ day: Int, _ place: Timeline.Place) {
        let previous = last
        if previous >= 0 {
            if gaps.count == 0 { firstGap = day - previous }
            gaps.add(day - previous)
            if Int(place.month) != retention.month.period { retention.enter(month: Int(place.month), last: previous) }
        }
        cohorts.visit(place)
        before.visit(day, previous: previous, lookback: view.lookback)
        now.visit(day, previous: previous, lookback: view.lookback)
        if day <= before.last { lastUpToBeforeEnd = day }
        summary.purchaseDays += 1
        last = day
    }

    @inline(__always)
    private mutating func finished(_ history: PurchaseHistory, first: Int, group: Int) -> CustomerSummary {
        let timeline = view.timeline
        summary.lastDay = timeline.origin + Int32(truncatingIfNeeded: last)
        gaps.finish(silence: timeline.last - last)
        retention.finish(last: last)
        if gaps.count > 0 {
            gaps.sort()
            summary.medianGap = gaps.quantile(percent: 50)
            summary.p90Gap = gaps.quantile(percent: 90)
        }
        counts[view.recency + last] += 1
        counts[view.frequency + Int(summary.purchaseDays)] += 1
        addTotals(counts + view.totals)
        if view.comparesPeriods { addChange(group: group) }
        addBreakdowns(history, first: first)
        addAcquisition(history, first: first)
        return summary
    }

    @inline(__always)
    private func addTotals(_ totals: UnsafeMutablePointer<Int64>) {
        totals[Total.customers.rawValue] += 1
        totals[Total.orders.rawValue] += Int64(summary.orders)
        totals[Total.purchaseDays.rawValue] += Int64(summary.purchaseDays)
        totals[Total.gross.rawValue] += summary.gross
        totals[Total.refunds.rawValue] += summary.refunds
        totals[Total.contribution.rawValue] += summary.contribution
        totals[Total.repeatCustomers.rawValue] += summary.orders >= 2 ? 1 : 0
        totals[Total.repeatCustomersByDay.rawValue] += summary.purchaseDays >= 2 ? 1 : 0
        totals[Total.reversedMoney.rawValue] += reversedMoney
    }

    @inline(__always)
    private mutating func addChange(group: Int) {
        summary.group = UInt16(truncatingIfNeeded: group)
        let row = counts + view.change.start + group * ChangeCounts.words
        before.write(to: row)
        now.write(to: row + ChangeCounts.sums)
        summary.silenceAtBeforeStart = Self.silence(since: before.lastBefore, at: before.first - 1)
        summary.silenceAtBeforeEnd = Self.silence(since: lastUpToBeforeEnd, at: before.last)
        summary.silenceAtNowStart = Self.silence(since: now.lastBefore, at: now.first - 1)
    }

    @inline(__always)
    private static func silence(since last: Int, at border: Int) -> UInt16 {
        last < 0 ? CustomerSummary.never : UInt16(truncatingIfNeeded: border - last)
    }

    @inline(__always)
    private func addBreakdowns(_ history: PurchaseHistory, first: Int) {
        let awaited = ComparedPeriods.secondOrderDays
        let observed = view.timeline.offset(of: summary.firstDay) + awaited <= view.timeline.last
        let secondInTime = observed && firstGap >= 0 && firstGap <= awaited
        for place in 0..<view.columnCount {
            let column = view.columns[place]
            let code = Int(min(column.codes[history.place(first)], column.last))
            BreakdownCounts.add(
                summary, reversed: reversedMoney, observed: observed, secondInTime: secondInTime,
                to: counts + column.start + code * BreakdownCounts.words)
        }
    }

    /// A second, short walk for the customers of sources with costs alone.
    @inline(__always)
    private func addAcquisition(_ history: PurchaseHistory, first: Int) {
        guard view.sourceColumn >= 0 else { return }
        let code = view.columns[view.sourceColumn].codes[history.place(first)]
        let slot = Int(view.sourceSlots[Int(code)])
        guard slot >= 0 else { return }
        let plan = view.acquisition
        let row = CohortCounts.row(cohorts.firstMonth, of: plan.months) * AcquisitionCounts.cell
        let cells = counts + plan.start + slot * plan.slotSize + row
        cells[0] += 1
        for index in 0..<history.count where history.kind(index) != .reversed {
            guard history.day(index) <= view.lastVisible else { break }
            let month = view.timeline.place(view.timeline.offset(of: history.day(index))).cohortMonth
            let cell = cells + max(0, Int(month) - cohorts.firstMonth) * AcquisitionCounts.cell
            cell[1] += history.minorUnits(index)
            cell[2] += history.contribution(index) ?? 0
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
                totals[Total.reversedOrders.rawValue] += 1
                totals[Total.reversedMoney.rawValue] += history.minorUnits(index)
            }
        }
        totals[(hasRefund ? Total.refundOnlyCustomers : .reversedOnlyCustomers).rawValue] += 1
        totals[Total.refundOnlyRefunds.rawValue] += summary.refunds
        return summary
    }
}
