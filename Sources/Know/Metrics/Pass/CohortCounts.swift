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
    static func row(_ cohort: Int, of periods: Int) -> Int { cohort * periods - cohort * (cohort - 1) / 2 }

    private enum Unit { case quarter, year }

    private static func periods(_ unit: Unit, of timeline: Timeline) -> Int {
        let skipped = timeline.monthCount - timeline.cohortMonthCount
        let table = unit == .quarter ? timeline.quarterOfMonth : timeline.yearOfMonth
        return Int(table[timeline.monthCount - 1] - table[skipped]) + 1
    }
}

/// Follows one customer through the cells of their cohorts.
struct CohortWalk {
    let weekRow: UnsafeMutablePointer<Int64>
    let monthRow: UnsafeMutablePointer<Int64>
    let quarterRow: UnsafeMutablePointer<Int64>
    let yearRow: UnsafeMutablePointer<Int64>
    let view: UnsafePointer<PassView>
    let firstWeek: Int
    let firstMonth: Int
    let firstQuarter: Int
    let firstYear: Int
    var week = -1
    var month = -1
    var quarter = -1
    var year = -1

    @inline(__always)
    init(_ view: UnsafePointer<PassView>, counts: UnsafeMutablePointer<Int64>, first: Timeline.Place) {
        let (cohorts, timeline) = (view.pointee.cohorts, view.pointee.timeline)
        self.view = view
        firstWeek = Int(first.week)
        firstMonth = Int(first.cohortMonth)
        let origin = timeline.skippedMonths
        firstQuarter = Int(timeline.quarterOfMonth[firstMonth + origin])
        firstYear = Int(timeline.yearOfMonth[firstMonth + origin])
        let quarterPlace = firstQuarter - Int(timeline.quarterOfMonth[origin])
        let yearPlace = firstYear - Int(timeline.yearOfMonth[origin])
        let cell = CohortCounts.cell
        weekRow = counts + cohorts.week + CohortCounts.row(firstWeek, of: cohorts.weeks) * cell
        monthRow = counts + cohorts.month + CohortCounts.row(firstMonth, of: cohorts.months) * cell
        quarterRow = counts + cohorts.quarter + CohortCounts.row(quarterPlace, of: cohorts.quarters)
        yearRow = counts + cohorts.year + CohortCounts.row(yearPlace, of: cohorts.years)
    }

    /// Money that moved at `place`; refunds before the first order count in its period.
    @inline(__always)
    func add(orders: Int64, net: Int64, at place: Timeline.Place) {
        let (week, month) = cells(place)
        week[1] &+= orders
        week[2] &+= net
        month[1] &+= orders
        month[2] &+= net
    }

    @inline(__always)
    func add(contribution: Int64, at place: Timeline.Place) {
        let (week, month) = cells(place)
        week[3] &+= contribution
        month[3] &+= contribution
    }

    @inline(__always)
    private func cells(_ place: Timeline.Place) -> (UnsafeMutablePointer<Int64>, UnsafeMutablePointer<Int64>) {
        (
            weekRow + max(0, Int(place.week) &- firstWeek) &* CohortCounts.cell,
            monthRow + max(0, Int(place.cohortMonth) &- firstMonth) &* CohortCounts.cell
        )
    }

    /// A purchase day at `place`.
    @inline(__always)
    mutating func visit(_ place: Timeline.Place) {
        if Int(place.week) != week {
            week = Int(place.week)
            weekRow[(week - firstWeek) * CohortCounts.cell] &+= 1
        }
        guard Int(place.cohortMonth) != month else { return }
        month = Int(place.cohortMonth)
        monthRow[(month - firstMonth) * CohortCounts.cell] &+= 1
        let timeline = view.pointee.timeline
        let nextQuarter = Int(timeline.quarterOfMonth[month + timeline.skippedMonths])
        if nextQuarter != quarter {
            quarter = nextQuarter
            quarterRow[quarter - firstQuarter] &+= 1
        }
        let nextYear = Int(timeline.yearOfMonth[month + timeline.skippedMonths])
        if nextYear != year {
            year = nextYear
            yearRow[year - firstYear] &+= 1
        }
    }
}
