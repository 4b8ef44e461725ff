import Domain
import Foundation

extension TimeZone {
    /// Offsets do not differ by more between places, so that no moment is further from its local time.
    private static let farthest: Int64 = 36 * 3_600

    /// The day of the calendar that a clock in this zone shows.
    func day(at instant: Instant) -> Day {
        let seconds = instant.milliseconds.flooredDivision(by: 1_000)
        return Day(number: Int32(truncatingIfNeeded: (seconds + offset(at: seconds)).flooredDivision(by: 86_400)))
    }

    /// The first moment at which a clock in this zone shows this day and minute, or where it never does (clocks are set
    /// forward over it), the first moment after.
    ///
    /// - Parameter minute: 0…1439.
    func firstMoment(of day: Day, minute: Int) -> Instant {
        let local = Int64(day.number) * 86_400 + Int64(minute) * 60
        // Every offset that is in force around that time: no two changes are closer than three hours.
        let offsets = stride(from: -Self.farthest, through: Self.farthest, by: 3 * 3_600).map { offset(at: local + $0) }
        let moments = Set(offsets).map { local - $0 }.filter { $0 + offset(at: $0) == local }
        return Instant(milliseconds: (moments.min() ?? firstMoment(behind: local)) * 1_000)
    }

    /// The moment at which a clock jumps over a local time.
    private func firstMoment(behind local: Int64) -> Int64 {
        var (before, behind) = (local - Self.farthest, local + Self.farthest)
        while behind - before > 1 {
            let middle = before + (behind - before) / 2
            if middle + offset(at: middle) < local { before = middle } else { behind = middle }
        }
        return behind
    }

    private func offset(at seconds: Int64) -> Int64 {
        Int64(secondsFromGMT(for: Date(timeIntervalSince1970: Double(seconds))))
    }
}

extension Int64 {
    /// - Precondition: divisor > 0
    func flooredDivision(by divisor: Int64) -> Int64 {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? quotient - 1 : quotient
    }
}
