/// Cells of cohorts by week and month with their sums, by quarter and year with distinct customers alone: their sums
/// are sums of months (docs/metrics.md, "Cohorts").
struct CohortCounts: BitwiseCopyable, Equatable, Sendable {
    /// Words of a cell with sums: active customers, orders, net, contribution.
    static let cell = 4

    let weeks: Int
    let months: Int
    let quarters: Int
    let years: Int
    let week: Int
    let month: Int
    let quarter: Int
    let year: Int
    /// By month what was given back before a first order, four words each: net and contribution by the document's month,
    /// then by the month of the first order, where the cells count it.
    let early: Int

    init(_ timeline: Timeline, take: (Int) -> Int) {
        (weeks, months) = (timeline.weekCount, timeline.cohortMonthCount)
        quarters = Self.periods(.quarter, of: timeline)
        years = Self.periods(.year, of: timeline)
        week = take(Self.row(weeks, of: weeks) * Self.cell)
        month = take(Self.row(months, of: months) * Self.cell)
        quarter = take(Self.row(quarters, of: quarters))
        year = take(Self.row(years, of: years))
        early = take(months * Self.cell)
    }

    /// Where row `cohort` of a triangle with `periods` rows begins: row c has `periods − c` cells.
    @inline(__always)
    static func row(_ cohort: Int, of periods: Int) -> Int { cohort &* periods &- cohort &* (cohort &- 1) / 2 }

    private enum Unit { case quarter, year }

    private static func periods(_ unit: Unit, of timeline: Timeline) -> Int {
        let skipped = timeline.monthCount - timeline.cohortMonthCount
        let table = unit == .quarter ? timeline.quarterOfMonth : timeline.yearOfMonth
        return Int(table[timeline.monthCount - 1] - table[skipped]) + 1
    }
}

/// Where the rows of the customers with one first day begin, moved back by the place of that day: adding a period's own
/// place gives its cell.
struct CohortRows: BitwiseCopyable {
    let week: Int32
    let month: Int32
    let quarter: Int32
    let year: Int32

    init(_ cohorts: CohortCounts, _ timeline: TimelineView, first: Timeline.Place) {
        func start(_ row: Int, of periods: Int) -> Int { CohortCounts.row(row, of: periods) }
        let cell = CohortCounts.cell
        let (week, month) = (Int(first.weekCell), Int(first.monthCell))
        let (quarter, year) = (
            Int(max(first.quarter, timeline.firstToldQuarter)), Int(max(first.year, timeline.firstToldYear))
        )
        self.week = Int32(cohorts.week + start(week / cell, of: cohorts.weeks) * cell - week)
        self.month = Int32(cohorts.month + start(month / cell, of: cohorts.months) * cell - month)
        self.quarter = Int32(
            cohorts.quarter + start(quarter - Int(timeline.firstToldQuarter), of: cohorts.quarters) - quarter)
        self.year = Int32(cohorts.year + start(year - Int(timeline.firstToldYear), of: cohorts.years) - year)
    }
}
