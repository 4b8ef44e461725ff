import Domain

/// The days from the first order to as-of, each with its place in weeks and months, as tables that a pass reads.
///
/// Days are told as offsets from `origin`. A day before it (only refunds have such, and what lies more than 65,534 days
/// back) is told as the first day, a day after as-of as the last.
final class Timeline: @unchecked Sendable {  // written in init only
    /// Where one day stands, in 16 bytes, in the units that the walk adds to addresses.
    struct Place: BitwiseCopyable {
        /// The words before its cell in a row of cohort cells; weeks and cohort months count from the first that cohorts
        /// tell apart.
        var weekCell: Int16
        var monthCell: Int16
        var month: Int16
        var quarter: Int16
        var year: Int16
        /// Where the weekday's hours begin.
        var hours: Int16
        /// The bytes before the sums of its era.
        var era: UInt16
        /// From 1.
        var dayOfMonth: UInt8
        /// Days until the end of the month, or until as-of when that is earlier.
        var untilMonthEnd: UInt8
    }

    static let longestSpan = 65_534
    /// The hours of a day, and one place for orders without a time.
    static let hoursPerWeekday = 25
    /// Cohorts older than so many periods are told as one.
    static let mostCohorts = 520

    let origin: Int32
    /// Offset of as-of.
    let last: Int
    /// Nil when there is too little to compare.
    let compared: ComparedPeriods?
    let eras: Eras
    let places: UnsafeMutablePointer<Place>
    /// First periods of `Place.month`, `Place.cohortMonth` and `Place.week`.
    let firstMonth: CalendarPeriod
    let firstCohortMonth: CalendarPeriod
    let firstWeek: CalendarPeriod
    let monthCount: Int
    let cohortMonthCount: Int
    let weekCount: Int
    /// Calendar units of months, as places that count from that of the first month.
    let quarterOfMonth: UnsafeMutablePointer<Int32>
    let yearOfMonth: UnsafeMutablePointer<Int32>
    /// Offset of the last day of the months, quarters and years, at most as-of.
    let monthEnds: UnsafeMutablePointer<Int32>
    let quarterEnds: UnsafeMutablePointer<Int32>
    let yearEnds: UnsafeMutablePointer<Int32>
    let quarterCount: Int
    let yearCount: Int

    var dayCount: Int { last + 1 }
    var asOf: Day { day(last) }

    init(first: Int32, asOf: Int32) {
        let span = min(max(0, Int(asOf) - Int(first)), Self.longestSpan)
        let origin = asOf - Int32(span)
        let (firstDay, lastDay) = (Day(number: origin), Day(number: asOf))
        let month = CalendarPeriod(.month, containing: firstDay)
        let week = CalendarPeriod(.week, containing: firstDay)
        let months = CalendarPeriod(.month, containing: lastDay).index - month.index + 1
        let weeks = CalendarPeriod(.week, containing: lastDay).index - week.index + 1
        let skippedMonths = max(0, months - Self.mostCohorts)
        let skippedWeeks = max(0, weeks - Self.mostCohorts)
        self.origin = origin
        last = span
        let compared = ComparedPeriods(dayCount: span + 1)
        self.compared = compared
        eras = Eras(dayCount: span + 1, compared: compared)
        let eraStarts = Eras.starts(dayCount: span + 1, compared: compared)
        (firstMonth, monthCount) = (month, months)
        (firstCohortMonth, cohortMonthCount) = (month.advanced(by: skippedMonths), months - skippedMonths)
        (firstWeek, weekCount) = (week.advanced(by: skippedWeeks), weeks - skippedWeeks)

        let quarter = CalendarPeriod(.quarter, containing: firstDay)
        let year = CalendarPeriod(.year, containing: firstDay)
        quarterCount = CalendarPeriod(.quarter, containing: lastDay).index - quarter.index + 1
        yearCount = CalendarPeriod(.year, containing: lastDay).index - year.index + 1
        monthEnds = Self.ends(of: month, count: months, origin: origin, last: span)
        quarterEnds = Self.ends(of: quarter, count: quarterCount, origin: origin, last: span)
        yearEnds = Self.ends(of: year, count: yearCount, origin: origin, last: span)
        quarterOfMonth = .allocate(capacity: months)
        yearOfMonth = .allocate(capacity: months)
        for index in 0..<months {
            let day = month.advanced(by: index).firstDay
            let quarters = CalendarPeriod(.quarter, containing: day).index - quarter.index
            (quarterOfMonth + index).initialize(to: Int32(quarters))
            (yearOfMonth + index).initialize(to: Int32(CalendarPeriod(.year, containing: day).index - year.index))
        }
        places = .allocate(capacity: span + 1)
        var place = 0
        for offset in 0...span {
            if offset > Int(monthEnds[place]) { place += 1 }
            let day = origin + Int32(offset)
            let weekPlace = CalendarPeriod(.week, containing: Day(number: day)).index - week.index - skippedWeeks
            (places + offset).initialize(
                to: Place(
                    weekCell: Int16(max(0, weekPlace) * CohortCounts.cell),
                    monthCell: Int16(max(0, place - skippedMonths) * CohortCounts.cell),
                    month: Int16(place), quarter: Int16(quarterOfMonth[place]), year: Int16(yearOfMonth[place]),
                    hours: Int16(Day(number: day).weekday * Self.hoursPerWeekday),
                    era: UInt16(EraWalk.bytes(before: eraStarts.lastIndex { $0 <= offset } ?? 0)),
                    dayOfMonth: UInt8(Day(number: day).date.day), untilMonthEnd: UInt8(Int(monthEnds[place]) - offset)))
        }
    }

    deinit {
        places.deallocate()
        quarterOfMonth.deallocate()
        yearOfMonth.deallocate()
        monthEnds.deallocate()
        quarterEnds.deallocate()
        yearEnds.deallocate()
    }

    /// The tables for the length of a pass; the timeline must live as long.
    var view: TimelineView {
        TimelineView(
            origin: origin, last: last, places: places, quarterEnds: quarterEnds, yearEnds: yearEnds,
            firstToldQuarter: Int16(quarterOfMonth[monthCount - cohortMonthCount]),
            firstToldYear: Int16(yearOfMonth[monthCount - cohortMonthCount]))
    }

    func day(_ offset: Int) -> Day { Day(number: origin + Int32(offset)) }

    private static func ends(
        of first: CalendarPeriod, count: Int, origin: Int32, last: Int
    ) -> UnsafeMutablePointer<Int32> {
        let ends = UnsafeMutablePointer<Int32>.allocate(capacity: count)
        for index in 0..<count {
            let end = Int(first.advanced(by: index).lastDay.number) - Int(origin)
            (ends + index).initialize(to: Int32(min(end, last)))
        }
        return ends
    }
}

/// A timeline's tables as plain pointers: reading them in the pass counts no references.
struct TimelineView: BitwiseCopyable, @unchecked Sendable {  // read-only memory of a timeline
    let origin: Int32
    let last: Int
    let places: UnsafeMutablePointer<Timeline.Place>
    let quarterEnds: UnsafeMutablePointer<Int32>
    let yearEnds: UnsafeMutablePointer<Int32>
    /// The first that cohorts tell apart, counted from those of the first month.
    let firstToldQuarter: Int16
    let firstToldYear: Int16

    /// The offset of a day number, clamped into the timeline. Hardly any day lies outside of it.
    @inline(__always)
    func offset(of day: Int32) -> Int {
        let offset = Int(day) &- Int(origin)
        return UInt(bitPattern: offset) <= UInt(bitPattern: last) ? offset : offset < 0 ? 0 : last
    }

    @inline(__always)
    func place(_ offset: Int) -> UnsafePointer<Timeline.Place> {
        assert(offset >= 0 && offset <= last)
        return UnsafePointer(places + offset)
    }
}
