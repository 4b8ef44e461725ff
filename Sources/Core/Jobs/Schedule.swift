public import Domain
public import Foundation

/// When a job comes again and again: `every 15 minutes`, `daily at 03:00`, `weekly on monday at 03:00`,
/// `monthly on 1 at 03:00`; times are those of the business's time zone.
///
/// - Intervals are of true time, whatever is done to clocks, and are counted from midnight UTC of 1970-01-01.
/// - Where clocks are set forward over a time, the job runs at the first moment after; a time that comes twice counts once,
///   the first time.
/// - A month that has no such day takes its last.
public struct Schedule: Hashable, Sendable {
    enum Rule: Hashable, Sendable {
        /// 1…1440.
        case every(minutes: Int)
        case daily(TimeOfDay)
        case weekly(Weekday, TimeOfDay)
        /// 1…31.
        case monthly(Int, TimeOfDay)
    }

    let rule: Rule

    /// The first time after an instant.
    public func next(after instant: Instant, in zone: TimeZone) -> Instant {
        let today = zone.day(at: instant)
        switch rule {
        case .every(let minutes):
            let interval = Int64(minutes) * 60_000
            return Instant(milliseconds: (instant.milliseconds.flooredDivision(by: interval) + 1) * interval)
        case .daily(let time):
            return Self.first(after: instant, at: time, in: zone, ((-1)...).lazy.map { today.advanced(by: $0) })
        case .weekly(let weekday, let time):
            let days = ((-1)...).lazy.map { today.advanced(by: $0) }.filter { $0.weekday == weekday.number }
            return Self.first(after: instant, at: time, in: zone, days)
        case .monthly(let number, let time):
            let month = CalendarPeriod(.month, containing: today.advanced(by: -1)).index
            let days = (0...).lazy.map { later in
                let first = CalendarPeriod(unit: .month, index: month + later).firstDay
                let (year, month, _) = first.date
                return first.advanced(by: min(number, Day.days(in: month, of: year)) - 1)
            }
            return Self.first(after: instant, at: time, in: zone, days)
        }
    }

    /// - Parameter days: Without end, in ascending order.
    private static func first(
        after instant: Instant, at time: TimeOfDay, in zone: TimeZone, _ days: some Sequence<Day>
    ) -> Instant {
        for day in days {
            let moment = zone.firstMoment(of: day, minute: time.minute)
            if moment > instant { return moment }
        }
        preconditionFailure("days have no end")
    }
}

/// A time as a clock on the wall shows it.
struct TimeOfDay: Hashable, Sendable, CustomStringConvertible {
    /// Of the day, 0…1439.
    let minute: Int

    /// Reads `03:00`.
    init?(_ text: Substring) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2,
            parts.allSatisfy({ $0.utf8.count == 2 && $0.utf8.allSatisfy { (48...57).contains($0) } }),
            let hour = Int(parts[0]), let minute = Int(parts[1]), hour < 24, minute < 60
        else { return nil }
        self.minute = hour * 60 + minute
    }

    var description: String {
        let (hour, minute) = minute.quotientAndRemainder(dividingBy: 60)
        return (hour < 10 ? "0\(hour)" : "\(hour)") + ":" + (minute < 10 ? "0\(minute)" : "\(minute)")
    }
}

/// Monday to Sunday by name, as schedules have them.
enum Weekday: String, CaseIterable, Sendable {
    case monday, tuesday, wednesday, thursday, friday, saturday, sunday

    /// As `Day.weekday` counts.
    var number: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
