import Domain

/// Reads the dates of one file as minutes since 1970 on the business's clock.
///
/// A time with a zone is an instant and goes through the business's zone; one without is the business's own.
struct DateReader {
    enum Outcome: Equatable {
        /// Minutes since 1970-01-01 00:00; `hasTime` when a time of day was written.
        case moment(minutes: Int32, hasTime: Bool)
        case blank
        case unreadable
        /// A date that is written well, but before 1900 or after 2199, where no order can be.
        case outOfRange
    }

    /// nil: day-first and month-first are both possible so far.
    let format: DateFormat?
    let zone: ZoneTable
    /// The point, where dates with points are not month first although the others are; else a byte that parts no dates.
    private let refusedSign: UInt64

    /// Dates that only day-first, or only month-first, makes sense of; and those that could be both.
    private(set) var onlyDayFirst = 0
    private(set) var onlyMonthFirst = 0
    private(set) var ambiguous = 0
    /// The first that could be both.
    private(set) var ambiguousExample: String?
    /// Of those with points in a column that is not known to be day-first: dates that could be both, the first of them,
    /// and dates that only month-first makes sense of.
    private(set) var pointed = 0
    private(set) var pointedExample: String?
    private(set) var pointedMonthFirst = 0

    /// The date that was read last: in most files it is the next one's too.
    var last = LastDate()
    private let calendar = MonthTable.usual

    /// A date's ten characters with the one behind them, and its day.
    struct LastDate: BitwiseCopyable {
        fileprivate var head: UInt64 = 0
        /// No three characters at first.
        fileprivate var tail: UInt64 = .max
        fileprivate var number: Int32 = 0
    }

    /// - Parameter pointsAreMonthFirst: Whether the dates of a month-first column are so with points too, where the world
    ///   has the day first.
    init(format: DateFormat?, zone: ZoneTable, pointsAreMonthFirst: Bool = false) {
        self.format = format
        self.zone = zone
        refusedSign = format == .monthDayYear && !pointsAreMonthFirst ? UInt64(UInt8(ascii: ".")) : 0
    }

    /// Reads `field`, blanks around it already taken off; `time` is a time of day from a column of its own, or empty.
    @inline(__always)
    mutating func read(_ field: Bytes, time: Bytes) -> Outcome {
        if let day = plainDay(field, &last) {
            if field.count == 10 { return finished(day, time) }
            if case .moment(let minutes, let hasTime) = clock(field[11..<field.count], on: day) {
                return .moment(minutes: minutes, hasTime: hasTime)
            }
        }
        return readSlowly(field, time: time)
    }

    /// Reads a date of four and two and two digits, a time behind it or not; nil for anything else, of which nothing is
    /// noted.
    @inline(__always)
    func plain(_ field: Bytes, _ last: inout LastDate) -> (minutes: Int32, hasTime: Bool)? {
        guard let day = plainDay(field, &last) else { return nil }
        if field.count == 10 { return (day &* 1_440, false) }
        if let minutes = Self.plainClock(field[11..<field.count]) { return (day &* 1_440 &+ minutes, true) }
        guard case .moment(let minutes, let hasTime) = clock(field[11..<field.count], on: day) else { return nil }
        return (minutes, hasTime)
    }

    /// The day of `2021-01-31`, `31.01.2021` or `01/31/2021`, as the format has it, at the start of `field`; nil when it is
    /// not so written, or something but a time follows.
    @inline(__always)
    private func plainDay(_ field: Bytes, _ last: inout LastDate) -> Int32? {
        guard field.count >= 10 else { return nil }
        let head = field.word(at: 0)
        let tail = field.word(at: 8) & (field.count > 10 ? 0xFF_FFFF : 0xFFFF)
        if head == last.head, tail == last.tail { return last.number }
        let behind = UInt8(truncatingIfNeeded: tail >> 16)
        if field.count > 10, behind != UInt8(ascii: "T"), behind != UInt8(ascii: " ") { return nil }
        guard let number = number(head, tail & 0xFFFF) else { return nil }
        last = LastDate(head: head, tail: tail, number: number)
        return number
    }

    /// The day that ten characters tell, the first eight in `head`.
    @inline(__always)
    private func number(_ head: UInt64, _ tail: UInt64) -> Int32? {
        let places: UInt64
        let signs: UInt64
        switch format {
        case .yearMonthDay:
            (places, signs) = (0x00FF_FF00_FFFF_FFFF, 0x2D00_002D_0000_0000)
        case .dayMonthYear, .monthDayYear:
            // The sign between the numbers is `.`, `/` or `-`.
            let sign = (head >> 16) & 0xFF
            guard sign &- 0x2D < 3, sign != refusedSign else { return nil }
            (places, signs) = (0xFFFF_00FF_FF00_FFFF, sign << 16 | sign << 40)
        default: return nil
        }
        guard head & ~places == signs, Self.areDigits(head, places), Self.areDigits(tail, 0xFFFF) else { return nil }
        let digits = head & 0x0F0F_0F0F_0F0F_0F0F
        @inline(__always) func pair(_ shift: UInt64) -> Int {
            Int((digits >> shift) & 0xF) &* 10 &+ Int((digits >> (shift &+ 8)) & 0xF)
        }
        let last = Int(tail & 0xF) &* 10 &+ Int((tail >> 8) & 0xF)
        if format == .yearMonthDay { return calendar.day(pair(0) &* 100 &+ pair(16), pair(40), last) }
        let year = pair(48) &* 100 &+ last
        return format == .dayMonthYear ? calendar.day(year, pair(24), pair(0)) : calendar.day(year, pair(0), pair(24))
    }

    /// Whether the bytes of `word` that `places` names are ASCII digits.
    @inline(__always)
    private static func areDigits(_ word: UInt64, _ places: UInt64) -> Bool {
        let high = places & 0xF0F0_F0F0_F0F0_F0F0
        let zeros = places & 0x3030_3030_3030_3030
        return word & high == zeros
            && ((word & places) &+ (places & 0x0606_0606_0606_0606)) & high == zeros
    }

    /// The day number of an existing date from 1900 to 2199.
    private static func number(_ year: Int, _ month: Int, _ day: Int) -> Int32? {
        guard MonthTable.years.contains(year), let date = Day(year: year, month: month, day: day) else { return nil }
        return date.number
    }

    /// A date without a time of its own, perhaps with one from another column.
    private func finished(_ day: Int32, _ time: Bytes) -> Outcome {
        time.isEmpty ? .moment(minutes: day * 1_440, hasTime: false) : clock(time, on: day)
    }

    /// The minutes of `HH:MM` or `HH:MM:SS`; nil for anything else.
    @inline(__always)
    private static func plainClock(_ field: Bytes) -> Int32? {
        guard field.count == 8 || field.count == 5 else { return nil }
        // `00:00:00` becomes zero.
        let content: UInt64 = field.count == 8 ? .max : 0xFF_FFFF_FFFF
        let digits = (field.word(at: 0) ^ 0x3030_3A30_303A_3030) & content
        guard Bytes.areAtMost(digits, 0x0905_0009_0500_0902) else { return nil }
        let pairs = digits &* 10 &+ (digits >> 8)
        let hour = Int32(truncatingIfNeeded: pairs & 0xFF)
        let minute = Int32(truncatingIfNeeded: (pairs >> 24) & 0xFF)
        return hour < 24 ? hour &* 60 &+ minute : nil
    }

    /// `HH:MM`, `HH:MM:SS`, `HH:MM:SS.fff`, with `AM`/`PM` and a zone behind.
    @inline(never)
    private func clock(_ field: Bytes, on day: Int32) -> Outcome {
        if let minutes = Self.plainClock(field) { return .moment(minutes: day &* 1_440 &+ minutes, hasTime: true) }
        if field.count == 9, field[8] == UInt8(ascii: "Z"), let minutes = Self.plainClock(field[0..<8]) {
            let seconds = Int64(day &* 1_440 &+ minutes) &* 60
            return .moment(minutes: Int32(Self.floorMinutes(seconds &+ zone.offset(at: seconds))), hasTime: true)
        }
        return clockSlowly(field.text, on: day)
    }

    private func clockSlowly(_ text: String, on day: Int32) -> Outcome {
        guard let clock = ClockText(text) else { return .unreadable }
        let local = Int64(day) * 86_400 + Int64(clock.secondsOfDay)
        guard let offset = clock.offsetSeconds else {
            return .moment(minutes: Int32(Self.floorMinutes(local)), hasTime: true)
        }
        let instant = local - Int64(offset)
        return .moment(minutes: Int32(Self.floorMinutes(instant + zone.offset(at: instant))), hasTime: true)
    }

    private static func floorMinutes(_ seconds: Int64) -> Int64 {
        seconds >= 0 ? seconds / 60 : -((-seconds + 59) / 60)
    }

    private mutating func readSlowly(_ field: Bytes, time: Bytes) -> Outcome {
        guard !field.isEmpty else { return .blank }
        switch format {
        case .epochSeconds, .epochMilliseconds: return orClear(epoch(field), field, time)
        case .compact: return orClear(compact(field, time), field, time)
        case .monthName: return orClear(named(field, time), field, time)
        case .yearMonthDay, .dayMonthYear, .monthDayYear, nil: break
        }
        // A month's name leaves nothing open, whatever the other dates look like.
        guard let parts = DateParts(field) else { return named(field, time) }
        let rest = parts.time(in: field)
        // So does a year that comes first, and in a column of those points, which part a day from its month.
        if parts.firstDigits == 4 { return moment(parts.first, parts.second, parts.third, rest: rest, time) }
        let order: (year: Int, month: Int, day: Int)
        switch format {
        case .yearMonthDay?:
            guard parts.separator == UInt8(ascii: "."), parts.thirdDigits == 4 else { return .unreadable }
            order = (parts.year, parts.second, parts.first)
        case .dayMonthYear?: order = (parts.year, parts.second, parts.first)
        case .monthDayYear?:
            note(parts, field)
            if parts.isOpen, UInt64(parts.separator) == refusedSign { return .unreadable }
            order = (parts.year, parts.first, parts.second)
        default:
            note(parts, field)
            switch (parts.fitsDayFirst, parts.fitsMonthFirst) {
            case (true, true):
                if parts.isOpen {
                    ambiguous += 1
                    ambiguousExample = ambiguousExample ?? field.text
                }
            case (true, false): onlyDayFirst += 1
            case (false, true): onlyMonthFirst += 1
            case (false, false): return .unreadable
            }
            order =
                parts.fitsDayFirst
                ? (parts.year, parts.second, parts.first) : (parts.year, parts.first, parts.second)
        }
        guard parts.thirdDigits == 4 || parts.thirdDigits == 2 else { return .unreadable }
        // Month 13 and later: the other way round it would be a date.
        if (13...31).contains(order.month), (1...12).contains(order.day) {
            if format == .dayMonthYear { onlyMonthFirst += 1 }
            if format == .monthDayYear { onlyDayFirst += 1 }
        }
        return moment(order.year, order.month, order.day, rest: rest, time)
    }

    /// Counts a date with points by what it can mean.
    private mutating func note(_ parts: DateParts, _ field: Bytes) {
        guard parts.separator == UInt8(ascii: ".") else { return }
        if parts.isOpen {
            pointed += 1
            pointedExample = pointedExample ?? field.text
        } else if parts.fitsMonthFirst, !parts.fitsDayFirst {
            pointedMonthFirst += 1
        }
    }

    /// What was read, or where nothing was, a date that can mean one day only, however the others are written.
    private func orClear(_ outcome: Outcome, _ field: Bytes, _ time: Bytes) -> Outcome {
        guard case .unreadable = outcome else { return outcome }
        guard let parts = DateParts(field) else { return named(field, time) }
        let rest = parts.time(in: field)
        if parts.firstDigits == 4 { return moment(parts.first, parts.second, parts.third, rest: rest, time) }
        guard parts.separator == UInt8(ascii: "."), parts.thirdDigits == 4 else { return .unreadable }
        return moment(parts.year, parts.second, parts.first, rest: rest, time)
    }

    /// A date with the month's name, or by the week or the day of the year.
    private func named(_ field: Bytes, _ time: Bytes) -> Outcome {
        if let date = ISOCalendarDate(field.text) {
            let (year, month, day) = date.day.date
            var rest = field[date.length..<field.count]
            if rest.count > 0, rest[0] == UInt8(ascii: "T") { rest = rest[1..<rest.count] }
            return moment(year, month, day, rest: rest.trimmed, time)
        }
        guard let date = NamedMonthDate(field.text) else { return .unreadable }
        let rest = field[date.length..<field.count].trimmed
        return moment(date.year, date.month, date.day, rest: rest, time)
    }

    private func moment(_ year: Int, _ month: Int, _ day: Int, rest: Bytes, _ time: Bytes) -> Outcome {
        guard let number = Self.number(year, month, day) else {
            return Day(year: year, month: month, day: day) != nil ? .outOfRange : .unreadable
        }
        return rest.isEmpty ? finished(number, time) : clock(rest, on: number)
    }

    private func epoch(_ field: Bytes) -> Outcome {
        for place in 0..<field.count where !Self.isInstantSign(field[place]) { return .unreadable }
        guard let text = Double(field.text), text.isFinite else { return .unreadable }
        let seconds = format == .epochMilliseconds ? text / 1_000 : text
        // 1900-01-01 to 2200-01-01.
        guard seconds >= -2_208_988_800, seconds < 7_258_118_400 else { return .outOfRange }
        let whole = Int64(seconds.rounded(.down))
        return .moment(minutes: Int32(Self.floorMinutes(whole + zone.offset(at: whole))), hasTime: true)
    }

    /// Digits, a minus, a point: `Double` would read `0x10` and `nan` too.
    private static func isInstantSign(_ byte: UInt8) -> Bool {
        byte &- 48 < 10 || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
    }

    private func compact(_ field: Bytes, _ time: Bytes) -> Outcome {
        guard field.count >= 8, let date = field[0..<8].digits else { return .unreadable }
        let (year, month, day) = (Int(date / 10_000), Int(date / 100 % 100), Int(date % 100))
        guard let number = Self.number(year, month, day) else {
            return Day(year: year, month: month, day: day) == nil ? .unreadable : .outOfRange
        }
        var rest = field[8..<field.count]
        if rest.isEmpty { return finished(number, time) }
        if rest[0] == UInt8(ascii: "T") || rest[0] == UInt8(ascii: " ") { rest = rest[1..<rest.count] }
        if (4...6).contains(rest.count), let digits = rest.digits {
            let clock = rest.count == 4 ? digits * 100 : digits
            guard rest.count != 5, clock / 10_000 < 24 || clock == 240_000, clock / 100 % 100 < 60, clock % 100 < 60
            else { return .unreadable }
            let minutes = Int32(clock / 10_000 * 60 + clock / 100 % 100)
            return .moment(minutes: number * 1_440 + minutes, hasTime: true)
        }
        return Self.extended(rest.text).map { clockSlowly($0, on: number) } ?? clock(rest, on: number)
    }

    /// A time in the basic form of ISO 8601 with a fraction or a zone, `101112Z` and `1011+0100`, in the extended form;
    /// nil when it is no such time.
    private static func extended(_ text: String) -> String? {
        let digits = text.prefix { ("0"..."9").contains($0) }
        guard digits.utf8.count == 4 || digits.utf8.count == 6 else { return nil }
        var time = ""
        for (place, digit) in digits.enumerated() {
            if place > 0, place % 2 == 0 { time.append(":") }
            time.append(digit)
        }
        return time + text[digits.endIndex...]
    }
}

/// The three numbers of a date and how long it is written.
private struct DateParts {
    var first = 0
    var second = 0
    var third = 0
    var firstDigits = 0
    var thirdDigits = 0
    var separator: UInt8 = 0
    /// Bytes up to the time.
    var length = 0

    /// The third number as a year; two digits are of 1970 to 2069.
    var year: Int { thirdDigits == 2 ? (third >= 70 ? 1900 + third : 2000 + third) : third }

    var fitsDayFirst: Bool { (1...12).contains(second) && (1...31).contains(first) }
    var fitsMonthFirst: Bool { (1...12).contains(first) && (1...31).contains(second) }
    /// Whether day-first and month-first make two days of it.
    var isOpen: Bool { fitsDayFirst && fitsMonthFirst && first != second }

    init?(_ field: Bytes) {
        var values: [Int] = []
        var counts: [Int] = []
        var separator: UInt8?
        var place = 0
        while values.count < 3 {
            let start = place
            var value = 0
            while place < field.count, place - start < 5, (48...57).contains(field[place]) {
                value = value * 10 + Int(field[place] - 48)
                place += 1
            }
            guard place > start else { return nil }
            values.append(value)
            counts.append(place - start)
            if values.count == 3 { break }
            guard place < field.count,
                [UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: ".")].contains(field[place]),
                separator == nil || separator == field[place]
            else { return nil }
            separator = field[place]
            place += 1
        }
        (first, second, third) = (values[0], values[1], values[2])
        (firstDigits, thirdDigits) = (counts[0], counts[2])
        self.separator = separator ?? 0
        if place < field.count {
            // Behind the date comes a blank, a `T`, a comma, or a point and then the time.
            let next = field[place]
            let known = next == UInt8(ascii: "T") || next == UInt8(ascii: ",") || next == UInt8(ascii: " ")
            if known || next == UInt8(ascii: ".") {
                place += 1
            } else {
                // Or a word at once: `21.11.2026г.`
                guard NamedMonthDate.fillersLength(field[place..<field.count].text) > 0 else { return nil }
            }
        }
        length = place
    }

    /// What stands behind the date and the words that say that it is one: `21.11.2026 г., 14:05`.
    func time(in field: Bytes) -> Bytes {
        let rest = field[length..<field.count].trimmed
        guard rest.count > 0, rest[0] &- 48 >= 10 else { return rest }
        return rest[NamedMonthDate.fillersLength(rest.text)..<rest.count].trimmed
    }
}
