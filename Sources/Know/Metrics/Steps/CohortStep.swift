import Domain

/// Cohort rows read off the cells of the pass.
struct CohortStep {
    let pass: ShopPass
    private let asOf: Day
    private let firstDay: Day

    init(_ pass: ShopPass) {
        self.pass = pass
        asOf = pass.timeline.asOf
        firstDay = pass.timeline.day(0)
    }

    func cohorts() -> Cohorts {
        let (cohorts, timeline) = (pass.plan.cohorts, pass.timeline)
        let monthly = cells(cohorts.month, of: cohorts.months)
        let joinsWeeks = timeline.firstWeek > CalendarPeriod(.week, containing: firstDay)
        let joinsMonths = timeline.firstCohortMonth > timeline.firstMonth
        func joins(_ unit: CalendarUnit) -> Bool { period(unit) > CalendarPeriod(unit, containing: firstDay) }
        return Cohorts(
            weekly: rows(cells(cohorts.week, of: cohorts.weeks), first: timeline.firstWeek, joins: joinsWeeks),
            monthly: rows(monthly, first: timeline.firstCohortMonth, joins: joinsMonths),
            quarterly: rows(joined(monthly, .quarter), first: period(.quarter), joins: joins(.quarter)),
            yearly: rows(joined(monthly, .year), first: period(.year), joins: joins(.year)))
    }

    private func period(_ unit: CalendarUnit) -> CalendarPeriod {
        CalendarPeriod(unit, containing: pass.timeline.firstCohortMonth.firstDay)
    }

    private struct Cell {
        var active: Int64 = 0
        var orders: Int64 = 0
        var net: Int64 = 0
        var contribution: Int64 = 0
    }

    private func cells(_ start: Int, of periods: Int) -> [[Cell]] {
        (0..<periods).map { cohort in
            let row = start + CohortCounts.row(cohort, of: periods) * CohortCounts.cell
            return (0..<periods - cohort).map { since in
                let cell = row + since * CohortCounts.cell
                return Cell(
                    active: pass.counts[cell], orders: pass.counts[cell + 1], net: pass.counts[cell + 2],
                    contribution: pass.counts[cell + 3])
            }
        }
    }

    /// Months joined to quarters or years: sums add up, distinct customers were counted apart.
    private func joined(_ monthly: [[Cell]], _ unit: CalendarUnit) -> [[Cell]] {
        let cohorts = pass.plan.cohorts
        let (start, count) = unit == .quarter ? (cohorts.quarter, cohorts.quarters) : (cohorts.year, cohorts.years)
        let first = period(unit).index
        let places = monthly.indices.map { month in
            CalendarPeriod(unit, containing: pass.timeline.firstCohortMonth.advanced(by: month).firstDay).index - first
        }
        var rows = (0..<count).map { cohort in
            (0..<count - cohort).map { since in
                Cell(active: pass.counts[start + CohortCounts.row(cohort, of: count) + since])
            }
        }
        for (month, cells) in monthly.enumerated() {
            for (since, cell) in cells.enumerated() {
                let place = places[month + since] - places[month]
                rows[places[month]][place].orders += cell.orders
                rows[places[month]][place].net += cell.net
                rows[places[month]][place].contribution += cell.contribution
            }
        }
        return rows
    }

    /// - Parameter joins: The first row holds customers of earlier periods.
    private func rows(_ cells: [[Cell]], first: CalendarPeriod, joins: Bool) -> [CohortRow] {
        cells.enumerated().compactMap { place, row in
            let cohort = first.advanced(by: place)
            guard let customers = row.first?.active, customers > 0 else { return nil }
            let lastComplete = cohort.advanced(by: row.count - 1).lastDay <= asOf
            return CohortRow(
                cohort: cohort, customers: Int(customers), active: row.map { Int($0.active) },
                orders: row.map { Int($0.orders) }, netRevenue: row.map(\.net),
                contribution: row.compactMap { pass.contributions.of(net: $0.net, own: $0.contribution) },
                complete: row.count - (lastComplete ? 0 : 1), startsBeforeFile: place == 0,
                joinsEarlier: place == 0 && joins)
        }
    }

    /// Sales of each month by newcomers and by the others.
    func newVsReturning() -> [NewVsReturning] {
        let count = pass.plan.cohorts.months
        guard pass[.customers] > 0 else { return [] }
        var new = Array(repeating: Cell(), count: count)
        var returning = new
        for (cohort, row) in cells(pass.plan.cohorts.month, of: count).enumerated() {
            for (since, cell) in row.enumerated() {
                if since == 0 { new[cohort] = cell } else { Self.add(cell, to: &returning[cohort + since]) }
            }
        }
        moveEarlyRefunds(&new, &returning)
        return (0..<count).map { place in
            let month = pass.timeline.firstCohortMonth.advanced(by: place)
            let (one, other) = (new[place], returning[place])
            return NewVsReturning(
                month: month, newCustomers: Int(one.active), returningCustomers: Int(other.active),
                newOrders: Int(one.orders), returningOrders: Int(other.orders), newRevenue: one.net,
                returningRevenue: other.net,
                newContribution: pass.contributions.of(net: one.net, own: one.contribution),
                returningContribution: pass.contributions.of(net: other.net, own: other.contribution),
                complete: month.firstDay >= firstDay && month.lastDay <= asOf)
        }
    }

    /// Cells count what was given back before a first order with it; by the document's own day, whoever got it back had
    /// bought before the file began.
    private func moveEarlyRefunds(_ new: inout [Cell], _ returning: inout [Cell]) {
        for month in new.indices {
            let words = Array(pass.words(pass.plan.cohorts.early + month * CohortCounts.cell, CohortCounts.cell))
            returning[month].net += words[0]
            returning[month].contribution += words[1]
            new[month].net -= words[2]
            new[month].contribution -= words[3]
        }
    }

    private static func add(_ cell: Cell, to sum: inout Cell) {
        sum.active += cell.active
        sum.orders += cell.orders
        sum.net += cell.net
        sum.contribution += cell.contribution
    }
}
