/// What a cell's number format makes of its number: a number, or a day or time.
enum NumberForm: Equatable {
    /// What a date format shows.
    enum DateForm: Equatable {
        case date, dateTime, time
    }

    case number
    case date(DateForm)

    /// The form of a built-in format (ECMA-376 part 1, § 18.8.30); the ids 27–36 and 50–58 are dates of East Asia.
    init(builtIn id: Int) {
        switch id {
        case 14...17, 27...36, 50...58: self = .date(.date)
        case 18...21, 45...47: self = .date(.time)
        case 22: self = .date(.dateTime)
        default: self = .number
        }
    }

    /// The form of a format's code, such as `yyyy\-mm\-dd` or `#,##0.00 "zł"`.
    ///
    /// Dates have the letters y, m, d, h, s outside of quotes, brackets and escapes. Digit placeholders make it a
    /// number, whatever currency's letters stand unquoted beside them; the zeros of `ss.000` are fractions of a second.
    init(code: String) {
        var letters: Set<Character> = []
        var previous: Character = ";"
        var rest = Substring(code.lowercased())
        scan: while let character = rest.popFirst() {
            switch character {
            case ";": break scan  // further sections are for negative numbers and zero
            case "\"": rest = rest.drop { $0 != "\"" }.dropFirst()
            case "\\", "_", "*": rest = rest.dropFirst()
            case "[":
                let inside = rest.prefix { $0 != "]" }
                // Hours that go on beyond 24.
                if ["h", "hh", "s", "ss"].contains(inside) { letters.insert("h") }
                rest = rest.dropFirst(inside.count + 1)
            case "#", "?":
                self = .number
                return
            case "0":
                // `s.000`: the point follows a second, further zeros follow a zero of it.
                guard previous == "s" else {
                    self = .number
                    return
                }
            case ".", ",": break
            case "y", "m", "d", "h", "s":
                letters.insert(character)
                previous = character
            default: previous = character
            }
        }
        self.init(letters: letters)
    }

    private init(letters: Set<Character>) {
        let hasTime = letters.contains("h") || letters.contains("s")
        if letters.isEmpty {
            self = .number
        } else if letters.contains("y") || letters.contains("d") || !hasTime {
            self = .date(hasTime ? .dateTime : .date)
        } else {
            self = .date(.time)
        }
    }
}
