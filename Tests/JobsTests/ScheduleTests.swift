import Domain
import Foundation
import TestSupport
import Testing

@testable import Jobs

@Suite("Schedules")
struct ScheduleTests {
    @Test(
        "are read, and written as they are read",
        arguments: [
            ("every 15 minutes", "every 15 minutes"), ("every minute", "every minute"),
            ("every 1 minute", "every minute"),
            ("every 60 minutes", "every hour"), ("every 90 minutes", "every 90 minutes"), ("every hour", "every hour"),
            ("every 24 hours", "every 24 hours"), ("every 1440 minutes", "every 24 hours"),
            ("  Daily  at 03:00 ", "daily at 03:00"), ("daily at 23:59", "daily at 23:59"),
            ("weekly on Monday at 03:00", "weekly on monday at 03:00"),
            ("weekly on sunday at 00:05", "weekly on sunday at 00:05"),
            ("monthly on 1 at 03:00", "monthly on 1 at 03:00"),
            ("monthly on 31 at 12:30", "monthly on 31 at 12:30"),
        ])
    func text(read: String, written: String) throws {
        let schedule = try Schedule(read)
        #expect(schedule.description == written)
        #expect(try Schedule(written) == schedule)
    }

    @Test(
        "that are none say what is wrong",
        arguments: [
            ("", .unknownForm("")), ("sometimes", .unknownForm("sometimes")), ("daily", .unknownForm("daily")),
            ("daily 03:00", .unknownForm("daily 03:00")), ("every", .unknownForm("every")),
            ("weekly at 03:00", .unknownForm("weekly at 03:00")), ("* * * * *", .unknownForm("* * * * *")),
            ("every 0 minutes", .noInterval("0 minutes")), ("every -5 minutes", .noInterval("-5 minutes")),
            ("every 25 hours", .noInterval("25 hours")), ("every 1441 minutes", .noInterval("1441 minutes")),
            ("every 5 minute", .noInterval("5 minute")), ("every 1 minutes", .noInterval("1 minutes")),
            ("every 3 days", .noInterval("3 days")),
            ("every 99999999999999999999 hours", .noInterval("99999999999999999999 hours")),
            ("every minutes", .noInterval("minutes")), ("daily at 3:00", .noTime("3:00")),
            ("daily at 24:00", .noTime("24:00")), ("daily at 03:60", .noTime("03:60")),
            ("daily at +3:00", .noTime("+3:00")),
            ("daily at noon", .noTime("noon")), ("weekly on mon at 03:00", .noWeekday("mon")),
            ("weekly on monday at x", .noTime("x")), ("monthly on 0 at 03:00", .noDay("0")),
            ("monthly on 32 at 03:00", .noDay("32")), ("monthly on first at 03:00", .noDay("first")),
        ] as [(String, ScheduleError)])
    func wrong(text: String, error: ScheduleError) {
        #expect(throws: error) { try Schedule(text) }
        let messages = Language.allCases.map { error.message(in: $0) }
        #expect(Set(messages).count == 3)
        for message in messages { #expect(message.hasSuffix(".")) }
    }

    @Test("come when the time zone's clocks say so, also on days of 23 and 25 hours")
    func reference() throws {
        let file = try #require(
            Bundle.module.url(forResource: "References/schedules", withExtension: "csv"))
        let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").dropFirst()
        #expect(lines.count > 1_300)
        var wrong: [String] = []
        for line in lines {
            let parts = line.split(separator: ",").map(String.init)
            let zone = try #require(TimeZone(identifier: parts[0]))
            let next = try Schedule(parts[1]).next(after: try instant(parts[2]), in: zone)
            if next != (try instant(parts[3])), wrong.count < 10 {
                wrong.append("\(line), but \(Date(timeIntervalSince1970: Double(next.milliseconds) / 1_000))")
            }
        }
        #expect(wrong.isEmpty)
    }

    @Test("by interval come at true distances, whatever is done to clocks", arguments: [15, 60, 90, 1_440])
    func intervals(minutes: Int) throws {
        let schedule = try Schedule("every \(minutes) minutes")
        let zone = try #require(TimeZone(identifier: "Australia/Lord_Howe"))
        var moment = try instant("2026-04-04T00:00:01Z")
        for _ in 0..<200 {
            let next = schedule.next(after: moment, in: zone)
            #expect(next.milliseconds % (Int64(minutes) * 60_000) == 0)
            #expect(next > moment && next <= moment.advanced(by: .seconds(minutes * 60)))
            moment = next
        }
        #expect(schedule.next(after: Instant(milliseconds: -1), in: zone) == Instant(milliseconds: 0))
    }

    @Test("never come twice for one day, over twenty years of every zone that there is")
    func everyZone() throws {
        let schedule = try Schedule("daily at 02:30")
        for name in TimeZone.knownTimeZoneIdentifiers.spread(to: Effort.isDebug ? 10 : 40) {
            let zone = try #require(TimeZone(identifier: name))
            var moment = try instant("2006-01-01T00:00:00Z")
            var count = 0
            let end = try instant("2026-01-01T00:00:00Z")
            while moment < end {
                let next = schedule.next(after: moment, in: zone)
                #expect(next > moment)
                (moment, count) = (next, count + 1)
            }
            // 7,305 days, and the end; a place may have skipped a day or moved to the east by some hours.
            #expect((7_304...7_307).contains(count), "\(name): \(count)")
        }
    }

    private func instant(_ text: String) throws -> Instant {
        let date = try Date(text, strategy: .iso8601)
        return Instant(milliseconds: Int64(date.timeIntervalSince1970 * 1_000))
    }
}

extension [String] {
    /// Some of them, from everywhere in the list.
    fileprivate func spread(to count: Int) -> [String] {
        stride(from: 0, to: self.count, by: Swift.max(1, self.count / count)).map { self[$0] }
    }
}
