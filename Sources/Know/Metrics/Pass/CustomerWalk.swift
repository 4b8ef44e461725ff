import Domain
import Ledger

/// One walk through a customer's documents in time order that feeds every part of the tally.
struct CustomerWalk {
    private let input: PassInput
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
    /// Offset of the last purchase day up to the end of the earlier period.
    private var lastUpToBeforeEnd = -1

    /// Counts the customer and returns what is to be kept.
    @inline(__always)
    static func summary(
        of history: PurchaseHistory, input: PassInput, counts: UnsafeMutablePointer<Int64>,
        lengths: UnsafeMutablePointer<Int32>
    ) -> CustomerSummary {
        var end = history.count
        while end > 0, history.day(end - 1) > input.lastVisible { end -= 1 }
        guard end > 0 else { return CustomerSummary() }
        var first = 0
        while first < end, history.kind(first) != .order { first += 1 }
        guard first < end else {
            return withoutOrders(history, end: end, counts: counts + input.plan.totals)
        }
        var walk = CustomerWalk(history, first: first, input: input, counts: counts, lengths: lengths)
        for index in 0..<end { walk.add(history, index) }
        return walk.finished(history, first: first)
    }

    private init(
        _ history: PurchaseHistory, first: Int, input: PassInput, counts: UnsafeMutablePointer<Int64>,
        lengths: UnsafeMutablePointer<Int32>
    ) {
        self.input = input
        self.counts = counts
        let (plan, timeline) = (input.plan, input.timeline)
        let place = timeline.places[timeline.offset(of: history.day(first))]
        cohorts = CohortWalk(plan, timeline: timeline, counts: counts, first: place)
        retention = RetentionWalk(plan, timeline: timeline, counts: counts, firstMonth: Int(place.month))
        gaps = GapWalk(plan.gaps, counts: counts, lengths: lengths)
        now = PeriodSums(input.compared?.now)
        before = PeriodSums(input.compared?.before)
        summary.firstDay = history.day(first)
    }

    @inline(__always)
    private mutating func add(_ history: PurchaseHistory, _ index: Int) {
        let day = input.timeline.offset(of: history.day(index))
        let money = history.minorUnits(index)
        let kind = history.kind(index)
        let contribution = kind == .reversed ? 0 : history.contribution(index) ?? 0
        switch kind {
        case .order:
            order(day: day, minute: history.minute(index), money: money, contribution: contribution)
        case .refund:
            refund(day: day, money: money, contribution: contribution)
        case .reversed:
            counts[input.plan.totals + Total.reversedOrders.rawValue] += 1
            reversedMoney += money
            if now.holds(day) { now.givenBack += money } else if before.holds(day) { before.givenBack += money }
        }
    }

    @inline(__always)
    private mutating func order(day: Int, minute: UInt16, money: Int64, contribution: Int64) {
        let place = input.timeline.places[day]
        summary.orders += 1
        summary.gross += money
        yearly(day, money, contribution)
        if now.holds(day) { now.order(money) } else if before.holds(day) { before.order(money) }
        cohorts.add(orders: 1, net: money, contribution: contribution, at: place)
        let hour = minute < 1_440 ? Int(minute) / 60 : 24
        counts[input.plan.hours + Int(place.weekday) * 25 + hour] += 1
        if day != last { visit(day, place) }
    }

    @inline(__always)
    private mutating func refund(day: Int, money: Int64, contribution: Int64) {
        summary.refunds -= money
        yearly(day, money, contribution)
        if now.holds(day) {
            now.net += money
            now.givenBack -= money
        } else if before.holds(day) {
            before.net += money
            before.givenBack -= money
        }
        cohorts.add(orders: 0, net: money, contribution: contribution, at: input.timeline.places[day])
    }

    @inline(__always)
    private mutating func yearly(_ day: Int, _ money: Int64, _ contribution: Int64) {
        summary.contribution += contribution
        if day >= input.lastYear.lowerBound {
            summary.lastYearNet += money
            summary.lastYearContribution += contribution
        }
        if day >= input.earlierYear.lowerBound, day <= input.earlierYear.upperBound { summary.earlierYearNet += money }
    }

    /// A day with the customer's first order of it.
    @inline(__always)
    private mutating func visit(_ day: Int, _ place: Timeline.Place) {
        let previous = last
        if previous >= 0 {
            gaps.add(day - previous)
            if Int(place.month) != retention.month.period { retention.enter(month: Int(place.month), last: previous) }
        }
        cohorts.visit(place)
        if let compared = input.compared {
            before.visit(day, previous: previous, lookback: compared.lookback)
            now.visit(day, previous: previous, lookback: compared.lookback)
            if day <= compared.before.upperBound { lastUpToBeforeEnd = day }
        }
        summary.purchaseDays += 1
        last = day
    }

    @inline(__always)
    private mutating func finished(_ history: PurchaseHistory, first: Int) -> CustomerSummary {
        let (plan, timeline) = (input.plan, input.timeline)
        summary.lastDay = timeline.origin + Int32(truncatingIfNeeded: last)
        gaps.finish(silence: timeline.last - last)
        retention.finish(last: last)
        if gaps.count > 0 {
            gaps.sort()
            summary.medianGap = gaps.quantile(percent: 50)
            summary.p90Gap = gaps.quantile(percent: 90)
        }
        counts[plan.recency + last] += 1
        counts[plan.frequency + Int(summary.purchaseDays)] += 1
        addTotals(counts + plan.totals)
        addChange(customer: history.customer)
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
    private mutating func addChange(customer: Int) {
        guard let compared = input.compared else { return }
        let group = Int(truncatingIfNeeded: input.customers.hash(of: customer)) & (ChangeCounts.groups - 1)
        summary.group = UInt16(truncatingIfNeeded: group)
        let row = counts + input.plan.change.start + group * ChangeCounts.words
        before.write(to: row)
        now.write(to: row + ChangeCounts.words / 2)
        summary.silenceAtBeforeStart = Self.silence(since: before.lastBefore, at: compared.before.lowerBound - 1)
        summary.silenceAtBeforeEnd = Self.silence(since: lastUpToBeforeEnd, at: compared.before.upperBound)
        summary.silenceAtNowStart = Self.silence(since: now.lastBefore, at: compared.now.lowerBound - 1)
    }

    @inline(__always)
    private static func silence(since last: Int, at border: Int) -> UInt16 {
        last < 0 ? CustomerSummary.never : UInt16(truncatingIfNeeded: border - last)
    }

    @inline(__always)
    private func addBreakdowns(_ history: PurchaseHistory, first: Int) {
        let breakdowns = input.plan.breakdowns
        for column in 0..<input.codes.count {
            var code = Int(input.codes[column][history.place(first)])
            if input.isCoupon[column] { code = min(code, 1) }
            let row = counts + breakdowns.starts[column] + code * BreakdownCounts.words
            BreakdownCounts.add(summary, reversed: reversedMoney, to: row)
        }
    }

    /// A second, short walk for the customers of sources with costs alone.
    @inline(__always)
    private func addAcquisition(_ history: PurchaseHistory, first: Int) {
        guard let column = input.sourceColumn else { return }
        let slot = Int(input.sourceSlots[Int(input.codes[column][history.place(first)])])
        guard slot >= 0 else { return }
        let plan = input.plan.acquisition
        let row = CohortCounts.row(cohorts.firstMonth, of: plan.months) * AcquisitionCounts.cell
        let cells = counts + plan.start + slot * plan.slotSize + row
        cells[0] += 1
        for index in 0..<history.count where history.kind(index) != .reversed {
            guard history.day(index) <= input.lastVisible else { break }
            let month = input.timeline.places[input.timeline.offset(of: history.day(index))].cohortMonth
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
