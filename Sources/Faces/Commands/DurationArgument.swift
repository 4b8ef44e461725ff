import ArgumentParser

/// A length of time in days, weeks, months or years: `180d`, `26w`, `6m`, `1y`; a month is a twelfth of 365.25 days.
///
/// Any text is taken when arguments are parsed; `days(of:)` says what is wrong with it, naming the option.
struct DurationArgument: ExpressibleByArgument, Equatable {
    let text: String

    init(argument: String) { text = argument }

    /// Ten years.
    static let longestDays = 3_653

    /// Whole days, one at least; nil where the text is no such length or one beyond ten years.
    var days: Int? {
        let unit = text.last.map { Character($0.lowercased()) }
        let digits = text.dropLast()
        guard let unit, let daysEach = Self.units[unit], !digits.isEmpty, digits.count <= 4,
            digits.allSatisfy({ $0.isASCII && $0.isNumber }), let count = Int(digits), count > 0
        else { return nil }
        let days = Int((Double(count) * daysEach).rounded())
        return days <= Self.longestDays ? days : nil
    }

    private static let units: [Character: Double] = ["d": 1, "w": 7, "m": 365.25 / 12, "y": 365.25]

    /// - Throws: `ValidationError` where there are no such days.
    func days(of option: String) throws -> Int {
        if let days { return days }
        throw ValidationError(
            said(
                en:
                    "\(option) takes days, weeks, months or years, such as 180d, 26w, 6m or 1y, ten years at most, not “\(text)”.",
                pl:
                    "\(option) przyjmuje dni (180d), tygodnie (26w), miesiące (6m) lub lata (1y), najwyżej dziesięć lat, a nie „\(text)”.",
                ru:
                    "\(option) принимает дни (180d), недели (26w), месяцы (6m) или годы (1y), не больше десяти лет, а не «\(text)»."
            ))
    }
}
