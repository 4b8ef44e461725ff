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
    /// The first quarter and year that cohorts tell apart.
    private let firstQuarter: Int
    private let firstYear: Int

    @inline(__always)
    init(_ view: UnsafePointer<PassView>, first: UnsafePointer<Timeline.Place>) {
        let (cohorts, timeline) = (view.pointee.cohorts, view.pointee.timeline)
        let (firstWeek, firstMonth) = (Int(first.pointee.week), Int(first.pointee.cohortMonth))
        firstQuarter = timeline.firstToldQuarter
        firstYear = timeline.firstToldYear
        let quarterPlace = max(Int(first.pointee.quarter), firstQuarter)
        let yearPlace = max(Int(first.pointee.year), firstYear)
        let cell = CohortCounts.cell
        week = cohorts.week &+ (CohortCounts.row(firstWeek, of: cohorts.weeks) &- firstWeek) &* cell
        month = cohorts.month &+ (CohortCounts.row(firstMonth, of: cohorts.months) &- firstMonth) &* cell
        quarter =
            cohorts.quarter &+ CohortCounts.row(quarterPlace &- firstQuarter, of: cohorts.quarters) &- quarterPlace
        year = cohorts.year &+ CohortCounts.row(yearPlace &- firstYear, of: cohorts.years) &- yearPlace
    }

    /// A quarter or year as cohorts tell it: those before the first are told as the first.
    @inline(__always)
    func told(quarter: Int16) -> Int { max(Int(quarter), firstQuarter) }

    @inline(__always)
    func told(year: Int16) -> Int { max(Int(year), firstYear) }
}
