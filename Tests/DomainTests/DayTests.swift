import Domain
import Foundation
import TestSupport
import Testing

@Suite("Day")
struct DayTests {
    /// Counts through the calendar day by day, by the rule as a schoolbook tells it: nothing is shared with the
    /// arithmetic under test.
    private static func walk(_ visit: (_ number: Int32, _ year: Int, _ month: Int, _ day: Int) -> Void) {
        // Days from 0000-01-01 to 1970-01-01: 1970 years, 478 of them leap years (493 by four, less 20, plus 5).
        var number: Int32 = -(1_970 * 365 + 478)
        for year in 0...9_999 {
            let isLeap = year % 400 == 0 || (year % 4 == 0 && year % 100 != 0)
            for (place, length) in [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31].enumerated() {
                for day in 1...length {
                    visit(number, year, place + 1, day)
                    number += 1
                }
            }
        }
    }

    @Test("has one number for every date from year 0 to 9999, and one date for every number")
    func roundTrip() {
        var wrong: [String] = []
        var count = 0
        Self.walk { number, year, month, day in
            count += 1
            let date = Day(number: number).date
            let isRight =
                Day(year: year, month: month, day: day)?.number == number && date.year == year && date.month == month
                && date.day == day
            if !isRight, wrong.count < 5 { wrong.append("\(year)-\(month)-\(day)") }
        }
        #expect(wrong.isEmpty)
        #expect(count == 3_652_425)
    }

    @Test("is written as it is read", arguments: [0, 1, 4, 100, 999, 1_582, 1_969, 1_970, 2_000, 2_026, 9_999])
    func text(year: Int) throws {
        for month in 1...12 {
            for day in [1, Day.days(in: month, of: year)] {
                let subject = try #require(Day(year: year, month: month, day: day))
                #expect(Day(subject.description) == subject)
                #expect(subject.description.utf8.count == 10)
            }
        }
    }

    @Test("agrees with Foundation's Gregorian calendar on date and weekday", arguments: 0..<50 as Range<UInt64>)
    func foundation(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        for _ in 0..<20 {
            // Foundation's calendar is the Julian one before October 1582.
            let day = Day(number: Int32.random(in: -141_427...2_932_896, using: &random))
            let date = Date(timeIntervalSince1970: Double(day.number) * 86_400)
            let parts = calendar.dateComponents([.year, .month, .day, .weekday], from: date)
            let (year, month, ofMonth) = day.date
            #expect([year, month, ofMonth] == [parts.year, parts.month, parts.day], "seed \(seed)")
            // Foundation counts from Sunday, 1.
            #expect(day.weekday == ((parts.weekday ?? 0) + 5) % 7, "seed \(seed)")
        }
    }

    @Test(
        "knows its weekday on both sides of 1970",
        arguments: [
            ("1970-01-01", 3), ("1969-12-31", 2), ("1969-12-29", 0), ("2026-03-01", 6), ("0000-01-01", 5),
            ("9999-12-31", 4),
        ])
    func weekday(text: String, weekday: Int) throws {
        #expect(try #require(Day(text)).weekday == weekday)
    }

    @Test(
        "refuses dates that no calendar has",
        arguments: [
            (2_025, 2, 29), (1_900, 2, 29), (2_100, 2, 29), (2_026, 4, 31), (2_026, 0, 1), (2_026, 13, 1),
            (2_026, 1, 0),
            (2_026, 1, 32), (-1, 1, 1), (10_000, 1, 1), (Int.max, Int.min, Int.max),
        ])
    func impossible(year: Int, month: Int, day: Int) {
        #expect(Day(year: year, month: month, day: day) == nil)
    }

    @Test(
        "refuses texts that are not YYYY-MM-DD",
        arguments: [
            "", "-", "--", "2026", "2026-03", "2026-3-1", "26-03-01", "2026-03-01 ", " 2026-03-01", "2026/03/01",
            "2026-03-01T00:00", "+026-03-01", "2026-03-0١", "２０２６-03-01", "2026-03--1", "20260301", "02026-03-01",
        ])
    func unreadable(text: String) {
        #expect(Day(text) == nil)
    }

    @Test("counts leap days", arguments: [(1_900, 28), (2_000, 29), (2_024, 29), (2_025, 28), (2_100, 28), (0, 29)])
    func february(year: Int, days: Int) {
        #expect(Day.days(in: 2, of: year) == days)
    }

    @Test("moves and measures in days") func distance() throws {
        let day = try #require(Day("2024-02-28"))
        #expect(day.advanced(by: 1).description == "2024-02-29")
        #expect(day.advanced(by: 366).description == "2025-02-28")
        #expect(day.advanced(by: -59).description == "2023-12-31")
        #expect(day.days(to: day.advanced(by: -400)) == -400)
        #expect(day < day.advanced(by: 1))
    }
}
