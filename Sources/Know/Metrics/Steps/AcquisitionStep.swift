import Domain

/// CAC and payback of all sources together and of each that costs name.
struct AcquisitionStep {
    let pass: ShopPass
    let costs: [AcquisitionCost]
    /// The sources with money of their own, in the order of their slots.
    let sources: [String]

    /// Named sources with costs, each as it is written first, sorted.
    static func sources(in costs: [AcquisitionCost]) -> [String] {
        var seen: Set<String> = []
        return costs.compactMap(\.source).filter { seen.insert(SourceName.key($0)).inserted }.sorted()
    }

    /// Whether the orders cover the cost's month, so that those whom it won are known: the first order is in its first
    /// tenth or earlier, and as-of in its last tenth or later. Whoever gives the new customers need not have them counted.
    private func isCovered(_ cost: AcquisitionCost) -> Bool {
        let first = pass.timeline.firstCohortMonth.index
        guard (first..<first + pass.plan.cohorts.months).contains(cost.month.index) else { return false }
        let (firstDay, lastDay) = (cost.month.firstDay, cost.month.lastDay)
        let days = firstDay.days(to: lastDay) + 1
        if cost.newCustomers != nil { return true }
        let (missedBefore, missedAfter) = (
            firstDay.days(to: pass.timeline.day(0)), pass.timeline.asOf.days(to: lastDay)
        )
        return missedBefore <= days / 10 && missedAfter <= days / 10
    }

    /// Months with costs that the orders do not cover, sorted: whom their spend won cannot be counted.
    func monthsLeftOut() -> [CalendarPeriod] {
        Set(costs.filter { !isCovered($0) }.map(\.month)).sorted { $0.index < $1.index }
    }

    /// Months with costs that begin less than W after the first order, sorted: old customers who come for the first time
    /// since the file begins are counted as new in them.
    func monthsOfFirstSight(windowDays: Int) -> [CalendarPeriod] {
        let known = pass.timeline.day(0).advanced(by: windowDays)
        return Set(costs.filter { isCovered($0) && $0.newCustomers == nil && $0.month.firstDay < known }.map(\.month))
            .sorted { $0.index < $1.index }
    }

    func acquisitions() -> [Acquisition] {
        let costs = costs.filter(isCovered)
        guard !costs.isEmpty else { return [] }
        let cohorts = pass.plan.cohorts
        let all = rows(start: cohorts.month, cell: CohortCounts.cell, net: 2)
        let plan = pass.plan.acquisition
        return [acquisition(nil, costs, rows: all, slot: 0)]
            + sources.enumerated().compactMap { slot, source in
                let key = SourceName.key(source)
                let own = costs.filter { $0.source.map(SourceName.key) == key }
                guard !own.isEmpty else { return nil }
                let rows =
                    slot < plan.slots
                    ? self.rows(start: plan.start + slot * plan.slotSize, cell: AcquisitionCounts.cell, net: 1) : []
                return acquisition(source, own, rows: rows, slot: slot + 1)
            }
    }

    /// A month's new customers and, by months since, their net and own contribution.
    private struct Row {
        let customers: Int64
        let net: [Int64]
        let own: [Int64]
    }

    private func rows(start: Int, cell: Int, net: Int) -> [Row] {
        let months = pass.plan.cohorts.months
        return (0..<months).map { cohort in
            let row = start + CohortCounts.row(cohort, of: months) * cell
            let cells = (0..<months - cohort).map { row + $0 * cell }
            return Row(
                customers: pass.counts[row], net: cells.map { pass.counts[$0 + net] },
                own: cells.map { pass.counts[$0 + net + 1] })
        }
    }

    /// - Parameter slot: Of the first purchase days; 0 for all together.
    private func acquisition(_ source: String?, _ costs: [AcquisitionCost], rows: [Row], slot: Int) -> Acquisition {
        let first = pass.timeline.firstCohortMonth.index
        let spend = Int64(clamping: costs.reduce(0 as Int128) { $0 + Int128($1.spend) })
        let months = Set(costs.map { $0.month.index - first })
        let newCustomers = months.reduce(0) { sum, month in
            let ofMonth = costs.filter { $0.month.index - first == month }
            let given = ofMonth.compactMap(\.newCustomers)
            let counted = rows.indices.contains(month) ? Int(rows[month].customers) : 0
            return sum + (given.count == ofMonth.count ? given.reduce(0, +) : counted)
        }
        let cac = newCustomers > 0 ? Double(spend) / Double(newCustomers) : nil
        let cohorts = months.sorted().filter(rows.indices.contains)
        let curve = cumulative(cohorts.map { ($0, rows[$0]) })
        let firstPurchase = firstPurchase(slot: slot, cohorts.map { ($0, rows[$0]) })
        let payback = cac.flatMap { cac in curve.firstIndex { $0 >= cac } }
        let late = cac == nil || curve.count < 3 && payback == nil ? nil : payback.map { $0 > 2 } ?? true
        return Acquisition(
            source: source, spend: spend, newCustomers: newCustomers, cac: cac, paybackMonths: payback,
            valueToCost: cac.flatMap { cac in cac > 0 ? curve.last.map { $0 / cac } : nil },
            firstPurchaseContribution: firstPurchase, firstMonthContribution: curve.first,
            cumulativeContribution: curve,
            exceedsFirstPurchase: cac.flatMap { cac in firstPurchase.map { cac > $0 } },
            notRecoveredInTwoMonths: curve.isEmpty ? nil : late)
    }

    /// Contribution of the first purchase day per customer of the cohorts; nil where not known.
    private func firstPurchase(slot: Int, _ cohorts: [(month: Int, row: Row)]) -> Double? {
        let customers = cohorts.reduce(0) { $0 + $1.row.customers }
        guard customers > 0 else { return nil }
        let cells = cohorts.map { pass.plan.acquisition.firstDay(slot: slot, month: $0.month) }
        let money = pass.contributions.of(
            net: cells.reduce(0) { $0 &+ pass.counts[$1] }, own: cells.reduce(0) { $0 &+ pass.counts[$1 + 1] })
        return money.map { Double($0) / Double(customers) }
    }

    /// Contribution per customer up to each month since the first order, from the cohorts whose month is over.
    private func cumulative(_ cohorts: [(month: Int, row: Row)]) -> [Double] {
        guard pass.contributions != .unknown else { return [] }
        let lastMonth = pass.timeline.firstCohortMonth.advanced(by: pass.plan.cohorts.months - 1)
        let unfinished = lastMonth.lastDay > pass.timeline.asOf ? 1 : 0
        var sum = 0.0
        var curve: [Double] = []
        while true {
            let observed = cohorts.filter { $0.row.net.count - unfinished > curve.count && $0.row.customers > 0 }
            guard !observed.isEmpty else { return curve }
            let money = observed.reduce(0.0) { total, cohort in
                let cell = curve.count
                let own = pass.contributions.of(net: cohort.row.net[cell], own: cohort.row.own[cell])
                return total + Double(own ?? 0)
            }
            sum += money / observed.reduce(0.0) { $0 + Double($1.row.customers) }
            curve.append(sum)
        }
    }
}
