import Domain

/// Turns a spreadsheet's day numbers into ISO 8601: days since an origin, the time of day as the fraction.
struct CellDate {
    /// Workbooks made on old Macintoshes count from 1904.
    let is1904: Bool

    /// The last day of the year 9999.
    private static let lastDay = Day.number(year: 9999, month: 12, day: 31)
    private static let millisecondsPerDay: Int64 = 86_400_000

    /// `2026-03-01`, `2026-03-01T10:20:30` or `10:20:30`; nil when the number is no day.
    ///
    /// Seconds are cut, not rounded, so that nothing moves to the next day; before that, milliseconds are rounded,
    /// because a day's fraction is seldom exact.
    func text(of serial: Double, as form: NumberForm.DateForm) -> String? {
        guard serial >= 0, serial < 3_000_000 else { return nil }
        let milliseconds = Int64((serial * Double(Self.millisecondsPerDay)).rounded())
        let day = Int(milliseconds / Self.millisecondsPerDay)
        let seconds = Int(milliseconds % Self.millisecondsPerDay / 1_000)
        switch form {
        case .time where day == 0: return Self.time(seconds)
        case .dateTime where day == 0 && !is1904: return Self.time(seconds)
        case .date where seconds == 0: return date(day)
        case .date, .dateTime, .time: return date(day).map { $0 + "T" + Self.time(seconds) }
        }
    }

    private func date(_ serial: Int) -> String? {
        if is1904 { return Self.text(Day.number(year: 1904, month: 1, day: 1), plus: serial) }
        switch serial {
        case 0: return nil
        // The first spreadsheets took 1900 for a leap year, and all have kept the day that never was.
        case 1..<60: return Self.text(Day.number(year: 1899, month: 12, day: 31), plus: serial)
        case 60: return "1900-02-29"
        default: return Self.text(Day.number(year: 1899, month: 12, day: 30), plus: serial)
        }
    }

    private static func text(_ origin: Int32, plus serial: Int) -> String? {
        let number = origin + Int32(serial)
        return number <= lastDay ? Day(number: number).description : nil
    }

    /// `10:20:30`.
    private static func time(_ seconds: Int) -> String {
        var text = ""
        for (index, part) in [seconds / 3_600, seconds / 60 % 60, seconds % 60].enumerated() {
            if index > 0 { text += ":" }
            if part < 10 { text += "0" }
            text += String(part)
        }
        return text
    }
}
