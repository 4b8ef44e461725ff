/// The calendar units that metrics are told by.
public enum CalendarUnit: String, CaseIterable, Sendable {
    case week, month, quarter, year
}

/// One week (Monday to Sunday, ISO 8601), month, quarter or year of the business's calendar.
public struct CalendarPeriod: Hashable, Comparable, Sendable, CustomStringConvertible {
    public let unit: CalendarUnit

    /// Consecutive: months since January 1970, weeks since the one that holds 1970-01-01, and so on.
    public let index: Int

    public init(unit: CalendarUnit, index: Int) {
        self.unit = unit
        self.index = index
    }

    /// The period that holds `day`.
    public init(_ unit: CalendarUnit, containing day: Day) {
        self.unit = unit
        switch unit {
        // 1970-01-01 was a Thursday, three days into its week.
        case .week: index = Self.floorDivided(Int(day.number) + 3, by: 7)
        case .month:
            let (year, month, _) = day.date
            index = (year - 1970) * 12 + month - 1
        case .quarter:
            let (year, month, _) = day.date
            index = (year - 1970) * 4 + (month - 1) / 3
        case .year: index = day.date.year - 1970
        }
    }

    public var firstDay: Day {
        switch unit {
        case .week: return Day(number: Int32(index * 7 - 3))
        case .month, .quarter, .year:
            let months = index * (unit == .month ? 1 : unit == .quarter ? 3 : 12)
            let year = Self.floorDivided(months, by: 12)
            return Day(number: Day.number(year: 1970 + year, month: months - year * 12 + 1, day: 1))
        }
    }

    public var lastDay: Day { advanced(by: 1).firstDay.advanced(by: -1) }

    /// How many days it has.
    public var dayCount: Int { firstDay.days(to: lastDay) + 1 }

    public func advanced(by periods: Int) -> CalendarPeriod { CalendarPeriod(unit: unit, index: index + periods) }

    /// Periods of one unit in time order; periods of different units are ordered by their first day.
    public static func < (left: CalendarPeriod, right: CalendarPeriod) -> Bool {
        left.unit == right.unit ? left.index < right.index : left.firstDay < right.firstDay
    }

    /// `2026-W05` (the ISO year of the week), `2026-03`, `2026-Q1`, `2026`.
    public var description: String {
        let (year, month, _) = firstDay.date
        switch unit {
        case .week:
            // The ISO year of a week is the year of its Thursday.
            let thursday = firstDay.advanced(by: 3)
            let isoYear = thursday.date.year
            let newYear = Day(number: Day.number(year: isoYear, month: 1, day: 1))
            return padded(isoYear, 4) + "-W" + padded(newYear.days(to: thursday) / 7 + 1, 2)
        case .month: return padded(year, 4) + "-" + padded(month, 2)
        case .quarter: return padded(year, 4) + "-Q\((month - 1) / 3 + 1)"
        case .year: return padded(year, 4)
        }
    }

    private static func floorDivided(_ value: Int, by divisor: Int) -> Int {
        value >= 0 ? value / divisor : -((-value + divisor - 1) / divisor)
    }
}
