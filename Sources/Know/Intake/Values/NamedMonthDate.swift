/// A date with the month's name at the start of a text: `21 Nov 2026`, `Nov 21st, 2026`, `2026-Nov-21`,
/// `sobota, 21 listopada 2026 r.`, `21 ноября 2026 г.`; a time may follow.
struct NamedMonthDate {
    let year: Int
    let month: Int
    let day: Int
    /// Bytes of UTF-8 up to the time.
    let length: Int

    init?(_ text: String) {
        // Most texts that are no dates are told by their first letters.
        guard text.utf8.count <= 80, text.utf8.prefix(Self.longestStart).contains(where: { $0 &- 48 < 10 }) else {
            return nil
        }
        var words = Words(text[...])
        if let first = words.peek, case .word(let word) = first, Self.weekdays.contains(word) { words.next() }
        guard let first = words.next(), let second = words.next() else { return nil }
        switch (first, second) {
        case (.number(let day, 1...2), .word(let name)):
            guard let month = Self.months[name], case .number(let year, let digits)? = words.next(),
                let year = Self.year(year, digits)
            else { return nil }
            (self.year, self.month, self.day) = (year, month, day)
        case (.word(let name), .number(let day, 1...2)):
            guard let month = Self.months[name], case .number(let year, let digits)? = words.next(),
                let year = Self.year(year, digits)
            else { return nil }
            (self.year, self.month, self.day) = (year, month, day)
        case (.number(let year, 4), .word(let name)):
            guard let month = Self.months[name], case .number(let day, 1...2)? = words.next() else { return nil }
            (self.year, self.month, self.day) = (year, month, day)
        default: return nil
        }
        // `Nov 21 10:20:30 2026`: what stood in the year's place was the hour.
        if words.isAtColon { return nil }
        while case .word(let word)? = words.peek, Self.fillers.contains(word) { words.next() }
        length = words.restStart
    }

    /// How many bytes the words between a date and its time take at the start of a text, `г., ` and `r. godz. `, and the
    /// signs around them; 0 where there are none.
    static func fillersLength(_ text: String) -> Int {
        var words = Words(text[...])
        guard case .word(let first)? = words.next(), fillers.contains(first) else { return 0 }
        while case .word(let word)? = words.peek, fillers.contains(word) { words.next() }
        return words.restStart
    }

    /// `wednesday, ` and `poniedziałek, ` stand before the first digit at most, and a month's name.
    private static let longestStart = 40

    private static func year(_ value: Int, _ digits: Int) -> Int? {
        switch digits {
        case 4: value
        // Two digits are of 1970 to 2069.
        case 2: value >= 70 ? 1900 + value : 2000 + value
        default: nil
        }
    }

    // MARK: Words

    /// Month by its names: nominative, genitive and usual abbreviations, in lower case and without diacritics.
    private static let months: [String: Int] = {
        let names = [
            "jan january styczen stycznia sty январь января янв",
            "feb february luty lutego lut февраль февраля фев февр",
            "mar march marzec marca март марта мар", "apr april kwiecien kwietnia kwi апрель апреля апр",
            "may maj maja май мая", "jun june czerwiec czerwca cze июнь июня июн",
            "jul july lipiec lipca lip июль июля июл", "aug august sierpien sierpnia sie август августа авг",
            "sep sept september wrzesien wrzesnia wrz сентябрь сентября сен сент",
            "oct october pazdziernik pazdziernika paz октябрь октября окт",
            "nov november listopad listopada lis ноябрь ноября ноя нояб",
            "dec december grudzien grudnia gru декабрь декабря дек",
        ]
        var months: [String: Int] = [:]
        for (place, list) in names.enumerated() {
            for name in list.split(separator: " ") { months[String(name)] = place + 1 }
        }
        return months
    }()

    private static let weekdays = Set(
        """
        mon monday tue tues tuesday wed wednesday thu thur thurs thursday fri friday sat saturday sun sunday \
        pon poniedzialek wt wtorek sr sroda czw czwartek pt pia piatek sob sobota nie ndz niedz niedziela \
        пн понедельник вт вторник ср среда чт четверг пт пятница сб суббота вс воскресенье
        """.split(separator: " ").map(String.init))

    /// What stands between the year and the time.
    private static let fillers: Set<String> = ["r", "roku", "г", "года", "at", "o", "godz", "в"]
}

/// A text taken word by word; blanks and signs between words are passed over.
private struct Words {
    enum Word {
        /// With how many digits it is written.
        case number(Int, Int)
        /// In lower case and without diacritics.
        case word(String)
    }

    private let text: Substring
    private var rest: Substring

    init(_ text: Substring) {
        self.text = text
        rest = text
    }

    /// The bytes before what is left, signs after the last word included.
    var restStart: Int {
        let left = rest.drop { Self.isSign($0) }
        return text.utf8.count - left.utf8.count
    }

    var isAtColon: Bool { rest.first == ":" }

    var peek: Word? {
        var copy = self
        return copy.next()
    }

    @discardableResult
    mutating func next() -> Word? {
        rest = rest.drop { Self.isSign($0) }
        guard let first = rest.first else { return nil }
        if first.isASCII, first.isNumber { return number() }
        let word = rest.prefix { $0.isLetter }
        guard !word.isEmpty, word.count <= 14 else { return nil }
        rest = rest[word.endIndex...]
        return .word(HeaderName(word.lowercased()).key)
    }

    private mutating func number() -> Word? {
        let digits = rest.prefix { $0.isASCII && $0.isNumber }
        guard digits.count <= 4, let value = Int(digits) else { return nil }
        rest = rest[digits.endIndex...]
        // `21st`, `2nd`, `3rd`, `4th`.
        let suffix = rest.prefix { $0.isLetter }
        if ["st", "nd", "rd", "th"].contains(suffix.lowercased()) { rest = rest[suffix.endIndex...] }
        return .number(value, digits.count)
    }

    private static func isSign(_ character: Character) -> Bool {
        character == " " || character == "\u{A0}" || character == "." || character == "," || character == "-"
            || character == "/" || character == "'" || character == "\u{2019}"
    }
}
