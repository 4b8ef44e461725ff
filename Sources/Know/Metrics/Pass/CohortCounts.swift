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

    init(_ timeline: Timeline, take: (Int) -> Int) {
        (weeks, months) = (timeline.weekCount, timeline.cohortMonthCount)
        quarters = Self.periods(.quarter, of: timeline)
        years = Self.periods(.year, of: timeline)
        week = take(Self.row(weeks, of: weeks) * Self.cell)
        month = take(Self.row(months, of: months) * Self.cell)
        quarter = take(Self.row(quarters, of: quarters))
        year = take(Self.row(years, of: years))
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

/// Where one customer's rows begin, moved back by the place of the first order: adding a period's own place gives its
/// cell.
struct CohortRows: BitwiseCopyable {
    let week: Int
    let month: Int
    let quarter: Int
    let year: Int

    @inline(__always)
    init(_ view: UnsafePointer<PassView>, first: Timeline.Place) {
        let (cohorts, timeline) = (view.pointee.cohorts, view.pointee.timeline)
        let (firstWeek, firstMonth) = (Int(first.week), Int(first.cohortMonth))
        let skipped = timeline.skippedMonths
        let firstQuarter = Int(timeline.quarterOfMonth[firstMonth &+ skipped])
        let firstYear = Int(timeline.yearOfMonth[firstMonth &+ skipped])
        let quarterPlace = firstQuarter &- Int(timeline.quarterOfMonth[skipped])
        let yearPlace = firstYear &- Int(timeline.yearOfMonth[skipped])
        let cell = CohortCounts.cell
        week = cohorts.week &+ (CohortCounts.row(firstWeek, of: cohorts.weeks) &- firstWeek) &* cell
        month = cohorts.month &+ (CohortCounts.row(firstMonth, of: cohorts.months) &- firstMonth) &* cell
        quarter = cohorts.quarter &+ CohortCounts.row(quarterPlace, of: cohorts.quarters) &- firstQuarter
        year = cohorts.year &+ CohortCounts.row(yearPlace, of: cohorts.years) &- firstYear
    }
}
