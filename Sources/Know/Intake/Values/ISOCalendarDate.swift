import Domain

/// A date of ISO 8601 by week, `2024-W05-3` or `2024W053`, or by the day of the year, `2024-032`, at the start of a text;
/// a time may follow.
struct ISOCalendarDate {
    let day: Day
    /// By the week: the other form may as well be the number of an invoice.
    let isWeek: Bool
    /// In UTF-8.
    let length: Int

    /// Nil for anything else, and for a week or a day that the year does not have.
    init?(_ text: String) {
        let bytes = Array(text.utf8.prefix(10))
        func number(_ places: Range<Int>) -> Int? {
            guard places.upperBound <= bytes.count else { return nil }
            return bytes[places].reduce(0 as Int?) { sum, byte in
                sum.flatMap { (48...57).contains(byte) ? $0 * 10 + Int(byte - 48) : nil }
            }
        }
        guard bytes.count >= 8, let year = number(0..<4) else { return nil }
        let dash = UInt8(ascii: "-")
        if bytes[4] == UInt8(ascii: "W") || bytes[4] == dash && bytes[5] == UInt8(ascii: "W") {
            let start = bytes[4] == dash ? 6 : 5
            let place = start == 6 ? 9 : 7
            guard let week = number(start..<start + 2), let weekday = number(place..<place + 1), place < bytes.count,
                start == 5 || bytes[8] == dash, let day = Self.day(year, week: week, weekday)
            else { return nil }
            (self.day, isWeek, length) = (day, true, place + 1)
        } else {
            guard bytes[4] == dash, let place = number(5..<8), place >= 1,
                let day = Day(year: year, month: 1, day: 1)?.advanced(by: place - 1), day.date.year == year
            else { return nil }
            (self.day, isWeek, length) = (day, false, 8)
        }
        // A longer number is something else.
        guard text.utf8.dropFirst(length).first.map({ !(48...57).contains($0) && $0 != dash }) ?? true else {
            return nil
        }
    }

    /// - Parameter weekday: Monday 1 … Sunday 7.
    private static func day(_ year: Int, week: Int, _ weekday: Int) -> Day? {
        // The week that holds the fourth of January is the first.
        guard (1...53).contains(week), (1...7).contains(weekday), let fourth = Day(year: year, month: 1, day: 4) else {
            return nil
        }
        let monday = fourth.advanced(by: (week - 1) * 7 - fourth.weekday)
        // Whose week it is its Thursday tells.
        return monday.advanced(by: 3).date.year == year ? monday.advanced(by: weekday - 1) : nil
    }
}
