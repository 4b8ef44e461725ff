import Customers
import Domain
import Foundation
import TestSupport
import Testing

@Suite("The business's clock") struct BusinessClockTests {
    struct Case: CustomTestStringConvertible, Sendable {
        let zone: String
        let day: String
        let minute: Int
        /// Seconds since 1970, by Python's zoneinfo (fold 0; in a gap the offset of before).
        let utc: Int64

        var testDescription: String { "\(zone) \(day) \(minute)" }
    }

    @Test(
        "tells the instant of every time that it shows",
        arguments: [
            Case(zone: "Europe/Warsaw", day: "2026-01-15", minute: 0, utc: 1_768_431_600),
            Case(zone: "Europe/Warsaw", day: "2026-07-15", minute: 720, utc: 1_784_109_600),
            // The clock jumps from 2:00 to 3:00.
            Case(zone: "Europe/Warsaw", day: "2026-03-29", minute: 119, utc: 1_774_745_940),
            Case(zone: "Europe/Warsaw", day: "2026-03-29", minute: 150, utc: 1_774_747_800),
            Case(zone: "Europe/Warsaw", day: "2026-03-29", minute: 180, utc: 1_774_746_000),
            // It shows 2:30 twice.
            Case(zone: "Europe/Warsaw", day: "2026-10-25", minute: 150, utc: 1_792_888_200),
            Case(zone: "Asia/Kolkata", day: "2026-02-01", minute: 330, utc: 1_769_904_000),
            Case(zone: "Australia/Lord_Howe", day: "2026-04-05", minute: 105, utc: 1_775_313_900),
        ])
    func instants(_ one: Case) throws {
        let clock = BusinessClock(try #require(TimeZone(identifier: one.zone)))
        let day = try #require(Day(one.day))
        #expect(clock.instant(day: day, minute: one.minute) == Instant(milliseconds: one.utc * 1_000))
    }

    @Test("shows again the time whose instant it told, but where it jumps", arguments: 0..<50 as Range<UInt64>)
    func roundTrip(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let zones = ["Europe/Warsaw", "Europe/Moscow", "America/New_York", "Pacific/Auckland", "Asia/Kathmandu", "UTC"]
        let clock = BusinessClock(try #require(TimeZone(identifier: zones[Int(seed) % zones.count])))
        for _ in 0..<200 {
            let instant = Instant(milliseconds: Int64.random(in: 0..<2_500_000_000, using: &random) * 1_000)
            let shown = clock.reading(at: instant)
            let told = clock.instant(day: shown.day, minute: shown.minute)
            // Of an hour that the clock shows twice the first is told.
            #expect(clock.reading(at: told) == shown, "seed \(seed), \(instant)")
            #expect(told.milliseconds <= instant.milliseconds)
        }
    }

    @Test("is right before 1970 too") func early() throws {
        let clock = BusinessClock(.gmt)
        let instant = Instant(milliseconds: -1)
        #expect(clock.reading(at: instant) == (Day(number: -1), 1_439))
    }
}
