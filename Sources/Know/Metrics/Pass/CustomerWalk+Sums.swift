import Ledger

extension CustomerWalk {
    @inline(__always)
    func addTotals(_ summary: CustomerSummary, lastDay: Int, reversed: Int64) {
        counts[view.pointee.recency &+ lastDay] &+= 1
        counts[view.pointee.frequency &+ Int(summary.purchaseDays)] &+= 1
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
    func addBreakdowns(
        _ summary: CustomerSummary, _ history: PurchaseHistory, first: Int, firstDay: Int, second: Int, reversed: Int64
    ) -> Int {
        let awaited = ComparedPeriods.secondOrderDays
        let observed = firstDay + awaited <= view.pointee.timeline.last
        let secondInTime = observed && second <= awaited
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
    func addAcquisition(_ history: PurchaseHistory, end: Int, slot: Int, firstCell: Int) {
        let plan = view.pointee.acquisition
        let timeline = view.pointee.timeline
        let row = CohortCounts.row(firstCell / CohortCounts.cell, of: plan.months) * AcquisitionCounts.cell
        let cells = counts + (plan.start + slot * plan.slotSize + row)
        cells[0] &+= 1
        for index in 0..<end where history.kind(index) != .reversed {
            let month = timeline.place(timeline.offset(of: history.day(index))).pointee.monthCell
            let cell = cells + max(0, Int(month) - firstCell) / CohortCounts.cell * AcquisitionCounts.cell
            cell[1] &+= history.minorUnits(index)
            cell[2] &+= history.contribution(index) ?? 0
        }
    }

    /// What the first purchase day brought, given back on that day too.
    func addFirstDay(_ history: PurchaseHistory, end: Int, first: Int, slot: Int, firstCell: Int) {
        let plan = view.pointee.acquisition
        let month = firstCell / CohortCounts.cell
        let day = history.day(first)
        var index = first
        while index > 0, history.day(index - 1) == day { index -= 1 }
        var (net, contribution) = (0 as Int64, 0 as Int64)
        while index < end, history.day(index) == day {
            if history.kind(index) != .reversed {
                net &+= history.minorUnits(index)
                contribution &+= history.contribution(index) ?? 0
            }
            index += 1
        }
        let all = counts + plan.firstDay(slot: 0, month: month)
        all[0] &+= net
        all[1] &+= contribution
        guard slot >= 0 else { return }
        let own = counts + plan.firstDay(slot: slot + 1, month: month)
        own[0] &+= net
        own[1] &+= contribution
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

    /// A customer with refunds or reversed orders alone: what was given back counts in refund rates.
    @inline(never)
    func withoutOrders(_ history: PurchaseHistory, end: Int, group: Int) -> CustomerSummary {
        let totals = counts + view.pointee.totals
        let timeline = view.pointee.timeline
        var summary = CustomerSummary()
        var hasRefund = false
        for index in 0..<end {
            let money = history.minorUnits(index)
            guard history.kind(index) == .refund else {
                totals[Total.reversedOrders.rawValue] &+= 1
                totals[Total.reversedMoney.rawValue] &+= money
                continue
            }
            hasRefund = true
            let contribution = history.contribution(index) ?? 0
            summary.refunds &-= money
            summary.contribution &+= contribution
            guard timeline.offset(of: history.day(index)) > timeline.last - Eras.yearDays else { continue }
            summary.lastYearNet &+= money
            summary.lastYearContribution &+= contribution
        }
        totals[(hasRefund ? Total.refundOnlyCustomers : .reversedOnlyCustomers).rawValue] &+= 1
        totals[Total.refundOnlyRefunds.rawValue] &+= summary.refunds
        addGivenBack(history, end: end, group: group)
        return summary
    }

    /// The money of refunds and reversed orders to the compared periods, and to the dimensions of the first of them.
    private func addGivenBack(_ history: PurchaseHistory, end: Int, group: Int) {
        let compared = view.pointee.compared
        let row = counts + (view.pointee.change.start &+ group &* ChangeCounts.words)
        var (refunds, reversed) = (0 as Int64, 0 as Int64)
        for index in 0..<end {
            let isRefund = history.kind(index) == .refund
            let money = isRefund ? 0 &- history.minorUnits(index) : history.minorUnits(index)
            if isRefund { refunds &+= money } else { reversed &+= money }
            let day = view.pointee.timeline.offset(of: history.day(index))
            if day >= compared.nowStart, day <= compared.nowEnd {
                PeriodRow(words: row + ChangeCounts.sums).giveBack(money, isRefund: isRefund)
            } else if day >= compared.beforeStart, day <= compared.beforeEnd {
                PeriodRow(words: row).giveBack(money, isRefund: isRefund)
            }
        }
        for place in 0..<view.pointee.columnCount {
            let column = view.pointee.columns[place]
            let code = column.codes[history.place(0)]
            BreakdownCounts.add(
                refunds: refunds, reversed: reversed,
                to: counts + (column.start + Int(min(code, column.last)) * BreakdownCounts.words))
        }
    }
}
