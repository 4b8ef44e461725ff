import Domain

/// Which of the date formats a column is written in.
public enum DateInference {
    /// The format of a column: the one that fits most of its values, at least half.
    ///
    /// - Returns: nil when day-first and month-first both fit, when hardly any value is a date, or when some values
    ///   are day-first only and others month-first only.
    public static func format(of values: some Sequence<String>) -> DateFormat? {
        var total = 0
        var counts: [DateFormat: Int] = [:]
        var only: Set<DateFormat> = []
        for value in values {
            let text = trimmed(value)
            guard !text.isEmpty else { continue }
            total += 1
            let fitting = formats(of: text)
            for format in fitting { counts[format, default: 0] += 1 }
            if fitting.count == 1 { only.insert(fitting[0]) }
        }
        guard let best = DateFormat.allCases.max(by: { counts[$0] ?? 0 < counts[$1] ?? 0 }), let count = counts[best],
            count * 2 >= total
        else { return nil }
        guard best == .dayMonthYear || best == .monthDayYear else { return best }
        return only.isSuperset(of: [.dayMonthYear, .monthDayYear]) || !only.contains(best) ? nil : best
    }

    /// The formats that one trimmed value can be read by: none, one, or day-first and month-first.
    static func formats(of text: String) -> [DateFormat] {
        let bytes = Array(text.utf8.prefix(48))
        guard let parts = DateParts(bytes) else {
            return isNamed(text) ? [.monthName] : isByWeek(text) ? [.yearMonthDay] : []
        }
        if parts.numbers.count == 1 { return formats(ofDigits: parts.numbers[0]) }
        guard parts.numbers.count == 3 else { return [] }
        let (first, second, third) = (parts.numbers[0], parts.numbers[1], parts.numbers[2])
        if first.digits == 4 {
            return isDate(first.value, second.value, third.value) && second.digits <= 2 && third.digits <= 2
                ? [.yearMonthDay] : []
        }
        guard first.digits <= 2, second.digits <= 2, third.digits == 4 || third.digits == 2 else { return [] }
        let year = third.digits == 4 ? third.value : 2000 + third.value
        var result: [DateFormat] = []
        if isDate(year, second.value, first.value) { result.append(.dayMonthYear) }
        // Points are written between day and month only, in that order.
        if parts.separator != UInt8(ascii: "."), isDate(year, first.value, second.value) {
            result.append(.monthDayYear)
        }
        return result
    }

    /// Whether the text is a date with the month's name, and perhaps a time.
    private static func isNamed(_ text: String) -> Bool {
        guard let date = NamedMonthDate(text), isDate(date.year, date.month, date.day) else { return false }
        return DateParts.isTime(Array(text.utf8.dropFirst(date.length)))
    }

    /// Whether a value is a date when the user says that dates are written in `given`: `2024-032` is one then, where else
    /// it may be the number of an invoice.
    static func isDate(_ text: String, given: DateFormat?) -> Bool {
        if !formats(of: text).isEmpty { return true }
        guard given == .yearMonthDay, let date = ISOCalendarDate(text) else { return false }
        return DateParts.canBeTime(Array(text.utf8.dropFirst(date.length))[...])
    }

    private static func isByWeek(_ text: String) -> Bool {
        guard let date = ISOCalendarDate(text), date.isWeek else { return false }
        return DateParts.canBeTime(Array(text.utf8.dropFirst(date.length))[...])
    }

    private static func formats(ofDigits number: DateParts.Number) -> [DateFormat] {
        switch number.digits {
        case 8, 12, 14:
            let scale = number.digits == 8 ? 1 : number.digits == 12 ? 10_000 : 1_000_000
            let day = number.value / scale
            let isCompact = (1900...2199).contains(day / 10_000) && isDate(day / 10_000, day / 100 % 100, day % 100)
            if isCompact { return [.compact] }
            return number.digits == 12 && number.value >= earliestEpochMilliseconds ? [.epochMilliseconds] : []
        case 9, 10: return number.value >= earliestEpochMilliseconds / 1_000 ? [.epochSeconds] : []
        case 13: return [.epochMilliseconds]
        default: return []
        }
    }

    private static func isDate(_ year: Int, _ month: Int, _ day: Int) -> Bool {
        Day(year: year, month: month, day: day) != nil
    }

    /// 1990-01-01: shorter numbers are ids and amounts rather than instants.
    private static let earliestEpochMilliseconds = 631_152_000_000
}

/// The leading date of a value, cut at its separators, when what follows it can be a time.
private struct DateParts {
    struct Number {
        var value = 0
        var digits = 0
    }

    var numbers: [Number] = []
    var separator: UInt8 = 0

    init?(_ bytes: [UInt8]) {
        var index = 0
        while numbers.count < 3 {
            var number = Number()
            while index < bytes.count, number.digits < 15, (48...57).contains(bytes[index]) {
                number.value = number.value * 10 + Int(bytes[index] - 48)
                number.digits += 1
                index += 1
            }
            guard number.digits > 0 else { return nil }
            numbers.append(number)
            guard index < bytes.count, numbers.count < 3, Self.separators.contains(bytes[index]) else { break }
            // An instant may have a fraction of a second: 1767225600.25.
            if numbers.count == 1, number.digits > 8 { break }
            if numbers.count == 2, bytes[index] != separator { return nil }
            separator = bytes[index]
            index += 1
        }
        let rest = bytes[index...]
        guard Self.canBeTime(rest) || numbers.count == 3 && Self.canBeTimeBehindWords(rest) else { return nil }
    }

    private static let separators: Set<UInt8> = [UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: ".")]

    /// `г.`, ` r., 10:20`.
    private static func canBeTimeBehindWords(_ rest: ArraySlice<UInt8>) -> Bool {
        let text = String(decoding: rest, as: UTF8.self)
        let words = NamedMonthDate.fillersLength(text)
        return words > 0 && isTime(Array(text.utf8.dropFirst(words)))
    }

    /// Nothing, or a time.
    static func isTime(_ rest: [UInt8]) -> Bool {
        rest.first.map { $0 &- 48 < 10 && canBeTime([32] + rest) } ?? true
    }

    /// `T10:20:30Z`, ` 10:20 PM`, `, 10:20`, ` +0200`, ` UTC`: short, and with nothing that times do not have.
    static func canBeTime(_ rest: ArraySlice<UInt8>) -> Bool {
        guard let first = rest.first else { return true }
        guard first == 32 || first == UInt8(ascii: "T") || first == UInt8(ascii: ",") || first == UInt8(ascii: "."),
            rest.count < 40
        else { return false }
        let digits = rest.count { (48...57).contains($0) }
        return rest.allSatisfy(timeSigns.contains) && (digits > 0 || rest.count < 5)
    }

    private static let timeSigns = Set(" T:.,+-/0123456789ZAPMapmUTCGESD_".utf8)
}
