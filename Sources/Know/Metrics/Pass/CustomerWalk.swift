import Domain
import Ledger

/// One customer's way into the tally: a walk through the documents for money, then short walks through the purchase days
/// for gaps, periods and arrivals. Each loop is small enough to stay in registers.
///
/// Sums wrap instead of trapping: that the money of a ledger fits 64 bits is what intake checks.
struct CustomerWalk {
    let view: UnsafePointer<PassView>
    let counts: UnsafeMutablePointer<Int64>
    /// Scratch of the worker: purchase days, gaps, and sums by era.
    let days: UnsafeMutablePointer<Int32>
    let lengths: UnsafeMutablePointer<GapLengths.Length>
    let eras: UnsafeMutablePointer<EraSums>

    /// Counts the customer and returns what is to be kept.
    @inline(__always)
    func summary(of history: PurchaseHistory, group: Int) -> CustomerSummary {
        let lastVisible = view.pointee.lastVisible
        var end = history.count
        while end > 0, history.day(end - 1) > lastVisible { end -= 1 }
        guard end > 0 else { return CustomerSummary() }
        var first = 0
        while first < end, history.kind(first) != .order { first += 1 }
        guard first < end else { return withoutOrders(history, end: end) }

        let timeline = view.pointee.timeline
        let place = timeline.place(timeline.offset(of: history.day(first)))
        let rows = CohortRows(view, first: place)
        for era in 0..<view.pointee.eras.count { eras[era] = EraSums() }
        let dayCount = addDocuments(history, end: end, rows: rows, first: place)
        let gaps = GapLengths(view.pointee.gaps, days: days, dayCount: dayCount, counts: counts, lengths: lengths)
        addPeriods(dayCount, rows: rows, firstMonth: Int(place.month))

        var summary = CustomerSummary()
        summary.firstDay = history.day(first)
        summary.lastDay = timeline.origin &+ days[dayCount &- 1]
        summary.purchaseDays = UInt32(truncatingIfNeeded: dayCount)
        summary.group = UInt16(truncatingIfNeeded: group)
        let (median, p90) = gaps.medianAndP90()
        summary.medianGap = UInt16(bitPattern: median)
        summary.p90Gap = UInt16(bitPattern: p90)
        counts[view.pointee.recency &+ Int(days[dayCount &- 1])] &+= 1
        counts[view.pointee.frequency &+ dayCount] &+= 1
        let reversed = addEras(&summary, dayCount: dayCount, group: group)
        addTotals(summary, reversed: reversed)
        if view.pointee.columnCount > 0 {
            let slot = addBreakdowns(summary, history, first: first, dayCount: dayCount, reversed: reversed)
            if slot >= 0 { addAcquisition(history, end: end, slot: slot, firstMonth: Int(place.cohortMonth)) }
        }
        return summary
    }

    // MARK: Documents

    /// Money by era and by cohort cell, and order times; returns how many purchase days stand in `days`.
    @inline(__always)
    private func addDocuments(
        _ history: PurchaseHistory, end: Int, rows: CohortRows, first: Timeline.Place
    ) -> Int {
        let timeline = view.pointee.timeline
        let hours = counts + view.pointee.hours
        let cell = CohortCounts.cell
        var last = -1 as Int32
        var dayCount = 0
        for index in 0..<end {
            let day = timeline.offset(of: history.day(index))
            let place = timeline.place(day)
            let era = eras + Int(place.era)
            let money = history.minorUnits(index)
            let kind = history.kind(index)
            guard kind == .order else {
                add(money, kind, history.contribution(index), era: era, rows: rows, place: place, first: first)
                continue
            }
            let hour = min(Int(history.minute(index)) / 60, 24)
            hours[Int(place.weekday) &* 25 &+ hour] &+= 1
            era.pointee.orders &+= 1
            era.pointee.gross &+= money
            let week = counts + (rows.week &+ Int(place.week) &* cell)
            week[1] &+= 1
            week[2] &+= money
            let month = counts + (rows.month &+ Int(place.cohortMonth) &* cell)
            month[1] &+= 1
            month[2] &+= money
            if let contribution = history.contribution(index) {
                era.pointee.contribution &+= contribution
                week[3] &+= contribution
                month[3] &+= contribution
            }
            let number = Int32(truncatingIfNeeded: day)
            era.pointee.lastDay = Int64(number) &+ 1
            dayCount &+= number == last ? 0 : 1
            last = number
            days[dayCount &- 1] = number
        }
        return dayCount
    }

    /// A refund or a reversed order. What is refunded before the first order counts in its period.
    @inline(never)
    private func add(
        _ money: Int64, _ kind: OrderKind, _ contribution: Int64?, era: UnsafeMutablePointer<EraSums>,
        rows: CohortRows, place: Timeline.Place, first: Timeline.Place
    ) {
        if kind == .reversed {
            counts[view.pointee.totals + Total.reversedOrders.rawValue] &+= 1
            era.pointee.reversed &+= money
            return
        }
        era.pointee.refunds &-= money
        let week = counts + (rows.week + Int(max(place.week, first.week)) * CohortCounts.cell)
        let month = counts + (rows.month + Int(max(place.cohortMonth, first.cohortMonth)) * CohortCounts.cell)
        week[2] &+= money
        month[2] &+= money
        guard let contribution else { return }
        era.pointee.contribution &+= contribution
        week[3] &+= contribution
        month[3] &+= contribution
    }

    // MARK: Purchase days

    /// Distinct customers by cohort cell, and retention by month, quarter and year.
    @inline(__always)
    private func addPeriods(_ dayCount: Int, rows: CohortRows, firstMonth: Int) {
        let timeline = view.pointee.timeline
        let cell = CohortCounts.cell
        var retention = RetentionWalk(view, counts: counts, firstMonth: firstMonth)
        var (week, month) = (-1 as Int16, -1 as Int16)
        var (quarter, year) = (-1 as Int32, -1 as Int32)
        for index in 0..<dayCount {
            let place = timeline.place(Int(days[index]))
            if place.week != week {
                week = place.week
                counts[rows.week &+ Int(week) &* cell] &+= 1
            }
            guard place.month != month else { continue }
            // Months that cohorts do not tell apart must not count their customers twice.
            let isNewCell = month < 0 || max(0, Int(month) &- timeline.skippedMonths) < Int(place.cohortMonth)
            if month >= 0 { retention.enter(month: Int(place.month), last: Int(days[index &- 1])) }
            month = place.month
            guard isNewCell else { continue }
            counts[rows.month &+ Int(place.cohortMonth) &* cell] &+= 1
            let told = Int(place.cohortMonth) &+ timeline.skippedMonths
            if timeline.quarterOfMonth[told] != quarter {
                quarter = timeline.quarterOfMonth[told]
                counts[rows.quarter &+ Int(quarter)] &+= 1
            }
            if timeline.yearOfMonth[told] != year {
                year = timeline.yearOfMonth[told]
                counts[rows.year &+ Int(year)] &+= 1
            }
        }
        retention.finish(last: Int(days[dayCount &- 1]))
    }

    /// Adds the eras up to the summary and to the compared periods; returns the money of reversed orders.
    @inline(__always)
    private func addEras(_ summary: inout CustomerSummary, dayCount: Int, group: Int) -> Int64 {
        let spans = view.pointee.eras
        var (orders, reversed) = (0 as Int64, 0 as Int64)
        for era in 0..<spans.count {
            orders &+= eras[era].orders
            reversed &+= eras[era].reversed
            summary.gross &+= eras[era].gross
            summary.refunds &+= eras[era].refunds
            summary.contribution &+= eras[era].contribution
        }
        for era in spans.lastYear.first..<spans.lastYear.end {
            summary.lastYearNet &+= eras[era].gross &- eras[era].refunds
            summary.lastYearContribution &+= eras[era].contribution
        }
        for era in spans.earlierYear.first..<spans.earlierYear.end {
            summary.earlierYearNet &+= eras[era].gross &- eras[era].refunds
        }
        summary.orders = UInt32(truncatingIfNeeded: orders)
        let compared = view.pointee.compared
        guard compared.nowEnd != Int.max else { return reversed }
        var (now, before) = (PeriodSums(eras, spans.now), PeriodSums(eras, spans.before))
        if compared.lookback > 0 { addArrivals(dayCount, &now, &before) }
        let row = counts + (view.pointee.change.start &+ group &* ChangeCounts.words)
        before.write(to: row)
        now.write(to: row + ChangeCounts.sums)
        summary.silenceAtBeforeStart = silence(at: compared.beforeStart &- 1, before: spans.before.first)
        summary.silenceAtBeforeEnd = silence(at: compared.beforeEnd, before: spans.before.end)
        summary.silenceAtNowStart = silence(at: compared.nowStart &- 1, before: spans.now.first)
        return reversed
    }

    /// Days from the last purchase day in the eras before `era` to `border`.
    @inline(__always)
    private func silence(at border: Int, before era: Int) -> UInt16 {
        var era = era
        while era > 0 {
            era &-= 1
            let last = eras[era].lastDay
            if last > 0 { return UInt16(truncatingIfNeeded: border &+ 1 &- Int(last)) }
        }
        return CustomerSummary.never
    }

    /// Purchase days after a silence longer than the look-back.
    @inline(__always)
    private func addArrivals(_ dayCount: Int, _ now: inout PeriodSums, _ before: inout PeriodSums) {
        let compared = view.pointee.compared
        var last = Int32.min / 2
        for index in 0..<dayCount {
            let day = days[index]
            let silence = Int(day &- last)
            last = day
            guard silence > compared.lookback, Int(day) >= compared.beforeStart else { continue }
            let next = index &+ 1 < dayCount ? Int(days[index &+ 1] &- day) : nil
            let awaited = ComparedPeriods.secondOrderDays
            if Int(day) >= compared.nowStart {
                let isObserved = Int(day) <= compared.nowEnd &- awaited
                now.arrive(isFirst: index == 0, isObserved: isObserved, next: next)
            } else if Int(day) <= compared.beforeEnd {
                let isObserved = Int(day) <= compared.beforeEnd &- awaited
                before.arrive(isFirst: index == 0, isObserved: isObserved, next: next)
            }
        }
    }

    // MARK: Sums

    @inline(__always)
    private func addTotals(_ summary: CustomerSummary, reversed: Int64) {
        let totals = counts + view.pointee.totals
        totals[Total.customers.rawValue] &+= 1
        totals[Total.orders.rawValue] &+= Int64(summary.orders)
        totals[Total.purchaseDays.rawValue] &+= Int64(summary.purchaseDays)
        totals[Total.gross.rawValue] &+= summary.gross
        totals[Total.refunds.rawValue] &+= summary.refunds
        totals[Total.contribution.rawValue] &+= summary.contribution
        totals[Total.repeatCustomers.rawValue] &+= summary.orders >= 2 ? 1 : 0
        totals[Total.repeatCustomersByDay.rawValue] &+= summary.purchaseDays >= 2 ? 1 : 0
        totals[Total.reversedMoney.rawValue] &+= reversed
    }

    /// Adds the customer to a row of each dimension; returns the slot of a source with costs, or −1.
    @inline(__always)
    private func addBreakdowns(
        _ summary: CustomerSummary, _ history: PurchaseHistory, first: Int, dayCount: Int, reversed: Int64
    ) -> Int {
        let awaited = ComparedPeriods.secondOrderDays
        let observed = Int(days[0]) + awaited <= view.pointee.timeline.last
        let secondInTime = observed && dayCount > 1 && Int(days[1] - days[0]) <= awaited
        var slot = -1
        for place in 0..<view.pointee.columnCount {
            let column = view.pointee.columns[place]
            let code = Self.firstCode(history, first: first, column)
            if place == view.pointee.sourceColumn { slot = Int(view.pointee.sourceSlots[Int(code)]) }
            BreakdownCounts.add(
                summary, reversed: reversed, observed: observed, secondInTime: secondInTime,
                to: counts + (column.start + Int(min(code, column.last)) * BreakdownCounts.words))
        }
        return slot
    }

    /// A second, short walk for the customers of sources with costs alone.
    private func addAcquisition(_ history: PurchaseHistory, end: Int, slot: Int, firstMonth: Int) {
        let plan = view.pointee.acquisition
        let timeline = view.pointee.timeline
        let row = CohortCounts.row(firstMonth, of: plan.months) * AcquisitionCounts.cell
        let cells = counts + (plan.start + slot * plan.slotSize + row)
        cells[0] &+= 1
        for index in 0..<end where history.kind(index) != .reversed {
            let month = timeline.place(timeline.offset(of: history.day(index))).cohortMonth
            let cell = cells + max(0, Int(month) - firstMonth) * AcquisitionCounts.cell
            cell[1] &+= history.minorUnits(index)
            cell[2] &+= history.contribution(index) ?? 0
        }
    }

    /// The code of the first order; of several in the same minute the smallest that is given, since nothing tells which
    /// of them came first.
    @inline(__always)
    private static func firstCode(_ history: PurchaseHistory, first: Int, _ column: PassView.Column) -> UInt16 {
        var code = column.codes[history.place(first)]
        var next = first + 1
        while next < history.count, history.day(next) == history.day(first),
            history.minute(next) == history.minute(first)
        {
            let other = column.codes[history.place(next)]
            if history.kind(next) == .order, other != 0, code == 0 || other < code { code = other }
            next += 1
        }
        return code
    }

    /// A customer with refunds or reversed orders alone.
    private func withoutOrders(_ history: PurchaseHistory, end: Int) -> CustomerSummary {
        let totals = counts + view.pointee.totals
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
