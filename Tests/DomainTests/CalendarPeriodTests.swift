import Domain
import Foundation
import TestSupport
import Testing

@Suite("Calendar period")
struct CalendarPeriodTests {
    @Test("names ISO weeks as Foundation counts them, every day from 1990 to 2040") func isoWeeks() throws {
        var calendar = Calendar(identifier: .iso8601)
        calendar.timeZone = .gmt
        let first = try #require(Day("1990-01-01"))
        let last = try #require(Day("2040-12-31"))
        var wrong: [String] = []
        for number in first.number...last.number {
            let day = Day(number: number)
            let date = Date(timeIntervalSince1970: Double(number) * 86_400)
            let parts = calendar.dateComponents([.yearForWeekOfYear, .weekOfYear], from: date)
            let (year, week) = (parts.yearForWeekOfYear ?? 0, parts.weekOfYear ?? 0)
            let name = "\(year)-W\(week < 10 ? "0" : "")\(week)"
            if CalendarPeriod(.week, containing: day).description != name { wrong.append(day.description) }
        }
        #expect(wrong.isEmpty)
    }

    @Test(
        "is named for its year, quarter, month or week",
        arguments: [
            (.week, "2026-01-01", "2026-W01"), (.week, "2027-01-01", "2026-W53"), (.week, "2024-12-30", "2025-W01"),
            (.week, "1970-01-01", "1970-W01"), (.week, "0004-01-01", "0004-W01"), (.month, "2026-03-31", "2026-03"),
            (.month, "1969-12-31", "1969-12"), (.month, "0000-01-01", "0000-01"), (.quarter, "2026-03-31", "2026-Q1"),
            (.quarter, "2026-04-01", "2026-Q2"), (.quarter, "1969-12-31", "1969-Q4"), (.year, "2026-07-01", "2026"),
            (.year, "0000-12-31", "0000"), (.year, "9999-12-31", "9999"),
        ] as [(CalendarUnit, String, String)])
    func names(unit: CalendarUnit, day: String, name: String) throws {
        #expect(CalendarPeriod(unit, containing: try #require(Day(day))).description == name)
    }

    @Test("covers every day once", arguments: CalendarUnit.allCases)
    func cover(unit: CalendarUnit) throws {
        // Through 1970 and a century without a leap day, where signs and leap rules could go wrong.
        for range in [("1895-12-25", "1905-01-10"), ("1967-12-25", "1973-01-10"), ("1999-12-25", "2001-01-10")] {
            let first = CalendarPeriod(unit, containing: try #require(Day(range.0)))
            let end = try #require(Day(range.1))
            var period = first
            var day = first.firstDay
            while day <= end {
                #expect(period.firstDay == day)
                #expect(period.lastDay.days(to: period.advanced(by: 1).firstDay) == 1)
                for _ in 0..<period.dayCount {
                    #expect(CalendarPeriod(unit, containing: day) == period)
                    day = day.advanced(by: 1)
                }
                period = period.advanced(by: 1)
            }
        }
    }

    @Test("begins where its unit does", arguments: 0..<100 as Range<UInt64>)
    func borders(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let day = Day(number: Int32.random(in: -719_528...2_932_896, using: &random))
        let week = CalendarPeriod(.week, containing: day)
        #expect(week.firstDay.weekday == 0 && week.dayCount == 7, "seed \(seed)")
        let month = CalendarPeriod(.month, containing: day)
        #expect(month.firstDay.date.day == 1, "seed \(seed)")
        #expect(month.dayCount == Day.days(in: day.date.month, of: day.date.year), "seed \(seed)")
        let quarter = CalendarPeriod(.quarter, containing: day)
        #expect([1, 4, 7, 10].contains(quarter.firstDay.date.month), "seed \(seed)")
        #expect((90...92).contains(quarter.dayCount), "seed \(seed)")
        let year = CalendarPeriod(.year, containing: day)
        #expect(year.firstDay.date.month == 1 && (365...366).contains(year.dayCount), "seed \(seed)")
    }

    @Test("advances to and fro", arguments: CalendarUnit.allCases)
    func advanced(unit: CalendarUnit) throws {
        let period = CalendarPeriod(unit, containing: try #require(Day("2026-03-01")))
        #expect(period.advanced(by: 0) == period)
        #expect(period.advanced(by: 700).advanced(by: -700) == period)
        #expect(period.advanced(by: -1) < period)
        #expect(period.advanced(by: -1).lastDay.days(to: period.firstDay) == 1)
    }

    @Test("comes in time order, also among different units") func order() throws {
        let day = try #require(Day("2026-05-20"))
        let periods = CalendarUnit.allCases.map { CalendarPeriod($0, containing: day) }.sorted()
        #expect(periods.map(\.description) == ["2026", "2026-Q2", "2026-05", "2026-W21"])
    }
}
