import Domain

extension Schedule: CustomStringConvertible {
    /// Reads a rule, in small or capital letters.
    ///
    /// - Throws: `ScheduleError`, which says what is wrong.
    public init(_ text: String) throws(ScheduleError) {
        let words = text.lowercased().split(whereSeparator: \.isWhitespace)
        switch (words.first, words.count) {
        case ("every", 2...3): rule = .every(minutes: try Self.minutes(words.dropFirst()))
        case ("daily", 3) where words[1] == "at": rule = .daily(try Self.time(words[2]))
        case ("weekly", 5) where words[1] == "on" && words[3] == "at":
            guard let weekday = Weekday(rawValue: String(words[2])) else { throw .noWeekday(String(words[2])) }
            rule = .weekly(weekday, try Self.time(words[4]))
        case ("monthly", 5) where words[1] == "on" && words[3] == "at":
            guard let day = Self.number(words[2]), (1...31).contains(day) else { throw .noDay(String(words[2])) }
            rule = .monthly(day, try Self.time(words[4]))
        default: throw .unknownForm(text)
        }
    }

    /// `15 minutes`, `1 minute`, `hour`, `6 hours`; a day at most.
    private static func minutes(_ words: ArraySlice<Substring>) throws(ScheduleError) -> Int {
        let text = words.joined(separator: " ")
        guard let unit = words.last, let count = words.count == 1 ? 1 : number(words[words.startIndex]) else {
            throw .noInterval(text)
        }
        let isOne = count == 1
        let length: Int
        switch unit {
        case "minute" where isOne, "minutes" where !isOne: length = 1
        case "hour" where isOne, "hours" where !isOne: length = 60
        default: throw .noInterval(text)
        }
        guard count > 0, count <= 1_440 / length else { throw .noInterval(text) }
        return count * length
    }

    private static func time(_ word: Substring) throws(ScheduleError) -> TimeOfDay {
        guard let time = TimeOfDay(word) else { throw .noTime(String(word)) }
        return time
    }

    /// Digits alone: no sign.
    private static func number(_ word: Substring) -> Int? {
        word.utf8.allSatisfy { (48...57).contains($0) } ? Int(word) : nil
    }

    /// As it is read.
    public var description: String {
        switch rule {
        case .every(let minutes) where minutes % 60 == 0:
            minutes == 60 ? "every hour" : "every \(minutes / 60) hours"
        case .every(let minutes): minutes == 1 ? "every minute" : "every \(minutes) minutes"
        case .daily(let time): "daily at \(time)"
        case .weekly(let weekday, let time): "weekly on \(weekday.rawValue) at \(time)"
        case .monthly(let day, let time): "monthly on \(day) at \(time)"
        }
    }
}
