/// A time of day as people and programs write it.
struct ClockText {
    var secondsOfDay = 0
    var offsetSeconds: Int?

    /// `10`, `10:11`, `10:11:12`, with a fraction, `AM` or `PM` and a zone behind.
    init?(_ text: String) {
        var text = Substring(text)
        while text.first == " " { text.removeFirst() }
        // An hour alone has two digits.
        let isTwoDigits = text.dropFirst().first?.isWholeNumber == true
        guard let hour = Self.number(&text, digits: 1...2) else { return nil }
        var minute = 0
        if Self.take(":", &text) {
            guard let read = Self.number(&text, digits: 2...2) else { return nil }
            minute = read
        } else if !isTwoDigits {
            return nil
        }
        var second = 0
        var hasFraction = false
        if Self.take(":", &text) {
            guard let read = Self.number(&text, digits: 2...2) else { return nil }
            second = read
            if Self.take(".", &text) || Self.take(",", &text) {
                guard let fraction = Self.number(&text, digits: 1...9) else { return nil }
                hasFraction = fraction > 0
            }
        }
        var hours = hour
        var rest = text.drop { $0 == " " }
        for (name, isAfternoon) in [("AM", false), ("PM", true)] where rest.uppercased().hasPrefix(name) {
            guard (1...12).contains(hours) else { return nil }
            hours = hours % 12 + (isAfternoon ? 12 : 0)
            rest = rest.dropFirst(2).drop { $0 == " " }
        }
        // The end of the day may be written as hour 24: the next day begins then.
        let isEndOfDay = hours == 24 && minute == 0 && second == 0 && !hasFraction
        guard hours < 24 || isEndOfDay, minute < 60, second <= 60 else { return nil }
        secondsOfDay = hours * 3_600 + minute * 60 + min(second, 59)
        guard !rest.isEmpty else { return }
        guard let offset = Self.offset(rest) else { return nil }
        offsetSeconds = offset
    }

    /// `Z`, `UTC`, `GMT`, `+01`, `+0100`, `+01:00`, `-05:30`.
    private static func offset(_ text: Substring) -> Int? {
        if ["Z", "UTC", "GMT"].contains(text.uppercased()) { return 0 }
        var text = text
        if text.uppercased().hasPrefix("UTC") || text.uppercased().hasPrefix("GMT") { text = text.dropFirst(3) }
        guard let sign = text.first, sign == "+" || sign == "-" else { return nil }
        let digits = text.dropFirst().filter { $0 != ":" }
        guard [2, 4].contains(digits.count), digits.utf8.allSatisfy({ (48...57).contains($0) }),
            let value = Int(digits)
        else { return nil }
        let minutes = digits.count == 2 ? value * 60 : value / 100 * 60 + value % 100
        guard minutes <= 14 * 60 else { return nil }
        return (sign == "-" ? -1 : 1) * minutes * 60
    }

    private static func number(_ text: inout Substring, digits: ClosedRange<Int>) -> Int? {
        let found = text.prefix { ("0"..."9").contains($0) }
        guard digits.contains(found.utf8.count), let value = Int(found) else { return nil }
        text = text.dropFirst(found.count)
        return value
    }

    private static func take(_ character: Character, _ text: inout Substring) -> Bool {
        guard text.first == character else { return false }
        text.removeFirst()
        return true
    }
}
