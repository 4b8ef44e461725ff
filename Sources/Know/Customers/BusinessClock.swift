public import Domain
public import Foundation
import Intake

/// The clock on the business's wall: its days and minutes, and the instants they are.
public struct BusinessClock: Sendable {
    private let zone: ZoneTable

    public init(_ timeZone: TimeZone) { zone = ZoneTable(timeZone) }

    /// The instant at which the clock shows this time. Of two the first; where the clock jumps over it, the instant that
    /// the clock would show without the jump.
    ///
    /// - Parameters:
    ///   - minute: 0…1439; midnight where it is not known.
    ///   - second: 0…59.
    public func instant(day: Day, minute: Int?, second: Int? = nil) -> Instant {
        let local = Int64(day.number) * 86_400 + Int64(minute ?? 0) * 60 + Int64(second ?? 0)
        let (before, after) = (zone.offset(at: local - 86_400), zone.offset(at: local + 86_400))
        for offset in [max(before, after), min(before, after)] where zone.offset(at: local - offset) == offset {
            return Instant(milliseconds: (local - offset) * 1_000)
        }
        return Instant(milliseconds: (local - before) * 1_000)
    }

    /// The day and the minute that the clock shows at an instant.
    public func reading(at instant: Instant) -> (day: Day, minute: Int) {
        let seconds = floored(instant.milliseconds, by: 1_000)
        let local = seconds + zone.offset(at: seconds)
        let day = floored(local, by: 86_400)
        return (Day(number: Int32(clamping: day)), Int((local - day * 86_400) / 60))
    }

    private func floored(_ value: Int64, by divisor: Int64) -> Int64 {
        value >= 0 ? value / divisor : (value - divisor + 1) / divisor
    }
}
