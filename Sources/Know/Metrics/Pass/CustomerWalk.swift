import Ledger

/// One customer's way into the tally: one walk through the documents, in which `PurchaseDayWalk` takes the purchase days,
/// then what can be told once all are seen.
///
/// Sums wrap instead of trapping: that the money of a ledger fits 64 bits is what intake checks.
struct CustomerWalk {
    let view: UnsafePointer<PassView>
    let scratch: WalkScratch

    var counts: UnsafeMutablePointer<Int64> { scratch.counts }

    /// Counts the customer and returns what is to be kept.
    @inline(__always)
    func summary(of history: PurchaseHistory, group: Int) -> CustomerSummary {
        let lastVisible = view.pointee.lastVisible
        var end = history.count
        while end > 0, history.day(end - 1) > lastVisible { end -= 1 }
        guard end > 0 else { return CustomerSummary() }
        var first = 0
        while first < end, history.kind(first) != .order { first += 1 }
        guard first < end else { return withoutOrders(history, end: end, group: group) }

        let timeline = view.pointee.timeline
        let firstDay = timeline.offset(of: history.day(first))
        let place = timeline.place(firstDay)
        let rows = view.pointee.rows[firstDay]
        let eras = EraWalk(scratch.eras, count: view.pointee.eras.count)
        var days = PurchaseDayWalk(view, scratch: scratch, rows: rows, first: firstDay, place: place)
        addDocuments(history, end: end, rows: rows, first: place, eras: eras, days: &days)
        days.finish()
        eras.addUp()

        var summary = CustomerSummary()
        summary.firstDay = history.day(first)
        summary.lastDay = timeline.origin &+ Int32(truncatingIfNeeded: days.last)
        summary.purchaseDays = UInt32(truncatingIfNeeded: days.count)
        summary.group = UInt16(truncatingIfNeeded: group)
        addMoney(to: &summary, eras, silence: timeline.last &- days.last)
        addChange(to: &summary, eras, days, first: firstDay, group: group)
        addTotals(summary, lastDay: days.last, reversed: eras.all.reversed)
        var slot = -1
        if view.pointee.columnCount > 0 {
            let second = days.count > 1 ? Int(scratch.lengths[0]) : Int.max
            slot = addBreakdowns(
                summary, history, first: first, firstDay: firstDay, second: second, reversed: eras.all.reversed)
            if slot >= 0 { addAcquisition(history, end: end, slot: slot, firstCell: Int(place.pointee.monthCell)) }
        }
        if view.pointee.acquisition.tellsFirstDays {
            addFirstDay(history, end: end, first: first, slot: slot, firstCell: Int(place.pointee.monthCell))
        }
        let gaps = days.quantiles
        (summary.medianGap, summary.p90Gap) = (UInt16(bitPattern: gaps.median), UInt16(bitPattern: gaps.p90))
        return summary
    }

    // MARK: Documents

    /// Money by era and by cohort cell, order times, and purchase days.
    @inline(__always)
    private func addDocuments(
        _ history: PurchaseHistory, end: Int, rows: CohortRows, first: UnsafePointer<Timeline.Place>, eras: EraWalk,
        days: inout PurchaseDayWalk
    ) {
        let timeline = view.pointee.timeline
        let hours = counts + view.pointee.hours
        let (weeks, months) = (counts + Int(rows.week), counts + Int(rows.month))
        for index in 0..<end {
            let day = timeline.offset(of: history.day(index))
            let place = timeline.place(day)
            let money = history.minorUnits(index)
            guard history.kind(index) == .order else {
                addOther(
                    money, history.kind(index), history.contribution(index), weeks: weeks, months: months, place: place,
                    first: first, era: eras[place.pointee.era])
                continue
            }
            let hour = min(Int(UInt32(history.minute(index)) / 60), 24)
            hours[Int(place.pointee.hours) &+ hour] &+= 1
            let era = eras[place.pointee.era]
            era.pointee.sales &+= SIMD2(money, 1)
            era.pointee.lastDay = day &+ 1
            let week = weeks + Int(place.pointee.weekCell)
            week[1] &+= 1
            week[2] &+= money
            let month = months + Int(place.pointee.monthCell)
            month[1] &+= 1
            month[2] &+= money
            if let contribution = history.contribution(index) {
                era.pointee.contribution &+= contribution
                week[3] &+= contribution
                month[3] &+= contribution
            }
            if day != days.last { days.step(to: day, place: place, week: week, month: month) }
        }
    }

    /// A refund or a reversed order. What is refunded before the first order counts in its cohort cell.
    @inline(never)
    private func addOther(
        _ money: Int64, _ kind: OrderKind, _ contribution: Int64?, weeks: UnsafeMutablePointer<Int64>,
        months: UnsafeMutablePointer<Int64>, place: UnsafePointer<Timeline.Place>,
        first: UnsafePointer<Timeline.Place>, era: UnsafeMutablePointer<EraSums>
    ) {
        if kind == .reversed {
            counts[view.pointee.totals + Total.reversedOrders.rawValue] &+= 1
            era.pointee.returns &+= SIMD2(0, money)
            return
        }
        era.pointee.returns &-= SIMD2(money, 0)
        let week = weeks + Int(max(place.pointee.weekCell, first.pointee.weekCell))
        let month = months + Int(max(place.pointee.monthCell, first.pointee.monthCell))
        week[2] &+= money
        month[2] &+= money
        era.pointee.contribution &+= contribution ?? 0
        week[3] &+= contribution ?? 0
        month[3] &+= contribution ?? 0
        let (own, counted) = (Int(place.pointee.monthCell), Int(first.pointee.monthCell))
        guard own < counted else { return }
        let early = counts + view.pointee.early
        early[own] &+= money
        early[own + 1] &+= contribution ?? 0
        early[counted + 2] &+= money
        early[counted + 3] &+= contribution ?? 0
    }

    // MARK: Sums of eras

    @inline(__always)
    private func addMoney(to summary: inout CustomerSummary, _ eras: EraWalk, silence: Int) {
        let spans = view.pointee.eras
        let (all, lastYear) = (eras.all, eras.sums(of: spans.lastYear))
        summary.orders = UInt32(truncatingIfNeeded: all.orders)
        summary.gross = all.gross
        summary.refunds = all.refunds
        summary.contribution = all.contribution
        summary.lastYearNet = lastYear.net
        summary.lastYearContribution = lastYear.contribution
        summary.earlierYearNet = eras.sums(of: spans.earlierYear).net
        view.pointee.lastYear.add(summary.lastYearNet, to: counts)
        view.pointee.earlierYear.add(summary.earlierYearNet, to: counts)
        SilenceMoney.add(summary.lastYearNet, silence: silence, to: counts + view.pointee.silences.now)
    }

    /// Both compared periods, and the silences at their borders.
    @inline(__always)
    private func addChange(
        to summary: inout CustomerSummary, _ eras: EraWalk, _ days: PurchaseDayWalk, first: Int, group: Int
    ) {
        let (compared, spans) = (view.pointee.compared, view.pointee.eras)
        guard compared.nowEnd != Int.max else { return }
        let row = counts + (view.pointee.change.start &+ group &* ChangeCounts.words)
        let (before, now) = (PeriodRow(words: row), PeriodRow(words: row + ChangeCounts.sums))
        let sold = eras.sums(of: spans.before)
        before.add(sold)
        now.add(eras.sums(of: spans.now))
        if compared.lookback > 0 {
            let second = days.count > 1 ? Int(scratch.lengths[0]) : Int.max
            addArrival(on: first, isFirst: true, next: second, now, before)
            if days.gapBits > compared.lookback { addReturns(since: first, gaps: days.count &- 1, now, before) }
        }
        summary.silenceAtBeforeStart = eras.silence(at: compared.beforeStart &- 1, before: spans.before.first)
        summary.silenceAtBeforeEnd = eras.silence(at: compared.beforeEnd, before: spans.before.end)
        summary.silenceAtNowStart = eras.silence(at: compared.nowStart &- 1, before: spans.now.first)
        let yearEarlier = view.pointee.silences.yearEarlier
        if yearEarlier >= 0 {
            SilenceMoney.add(sold.net, silence: Int(summary.silenceAtBeforeEnd), to: counts + yearEarlier)
        }
    }

    /// Purchase days after a silence longer than the look-back, at most one a period; the first of all has been counted.
    @inline(never)
    private func addReturns(since first: Int, gaps: Int, _ now: PeriodRow, _ before: PeriodRow) {
        let compared = view.pointee.compared
        var day = first
        // The day of the last arrival.
        var counted = first
        for place in 0..<gaps {
            let gap = Int(scratch.lengths[place])
            day += gap
            guard gap > compared.lookback else { continue }
            // A look-back may be shorter than a period: nobody arrives in one twice.
            let isAgain = counted >= compared.nowStart || counted >= compared.beforeStart && day <= compared.beforeEnd
            guard !isAgain else { continue }
            let next = place + 1 < gaps ? Int(scratch.lengths[place + 1]) : Int.max
            addArrival(on: day, isFirst: false, next: next, now, before)
            counted = day
        }
    }

    /// A new customer's purchase day, in the period that it falls in; `next` is the gap after it.
    @inline(__always)
    private func addArrival(on day: Int, isFirst: Bool, next: Int, _ now: PeriodRow, _ before: PeriodRow) {
        let compared = view.pointee.compared
        guard day >= compared.beforeStart else { return }
        let awaited = ComparedPeriods.secondOrderDays
        if day >= compared.nowStart {
            now.arrive(isFirst: isFirst, isObserved: day <= compared.nowEnd &- awaited, next: next)
        } else if day <= compared.beforeEnd {
            before.arrive(isFirst: isFirst, isObserved: day <= compared.beforeEnd &- awaited, next: next)
        }
    }
}
