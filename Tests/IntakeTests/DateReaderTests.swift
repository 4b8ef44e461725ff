import Domain
import Foundation
import Ledger
import Testing

@testable import Intake

/// A date as a file writes it, and what it means on the business's clock.
struct DateCase: CustomTestStringConvertible, Sendable {
    let format: DateFormat
    let text: String
    var time = ""
    /// `YYYY-MM-DD`, perhaps with `HH:MM`; or the other outcomes' names.
    let expected: String

    init(_ format: DateFormat, _ text: String, _ expected: String, time: String = "") {
        (self.format, self.text, self.expected, self.time) = (format, text, expected, time)
    }

    var testDescription: String { "\(format.rawValue) “\(text)” \(time)" }
}

@Suite("A date in a row") struct DateReaderTests {
    static let formats: [DateCase] = [
        DateCase(.yearMonthDay, "2026-03-01", "2026-03-01"),
        DateCase(.yearMonthDay, "2026/3/1", "2026-03-01"),
        DateCase(.yearMonthDay, "2026.03.01", "2026-03-01"),
        DateCase(.yearMonthDay, "2026-03-01T10:20", "2026-03-01 10:20"),
        DateCase(.yearMonthDay, "2026-03-01 10:20:59", "2026-03-01 10:20"),
        DateCase(.yearMonthDay, "2026-03-01T10:20:59.123456", "2026-03-01 10:20"),
        DateCase(.yearMonthDay, "2026-03-01 9:05", "2026-03-01 09:05"),
        DateCase(.yearMonthDay, "2026-03-01 12:00 AM", "2026-03-01 00:00"),
        DateCase(.yearMonthDay, "2026-03-01 12:30 pm", "2026-03-01 12:30"),
        DateCase(.yearMonthDay, "2026-03-01 13:00 PM", "unreadable"),
        DateCase(.yearMonthDay, "2026-03-01 23:59:60", "2026-03-01 23:59"),
        // The end of a day is the beginning of the next.
        DateCase(.yearMonthDay, "2026-03-01 24:00", "2026-03-02 00:00"),
        DateCase(.yearMonthDay, "2026-03-01T24:00:00", "2026-03-02 00:00"),
        DateCase(.yearMonthDay, "2026-03-01T24:00:00.000Z", "2026-03-02 00:00"),
        DateCase(.yearMonthDay, "2026-02-28T24:00:00Z", "2026-03-01 00:00"),
        DateCase(.yearMonthDay, "2199-12-31T24:00", "2200-01-01 00:00"),
        DateCase(.dayMonthYear, "31.12.2026 24:00", "2027-01-01 00:00"),
        DateCase(.yearMonthDay, "2026-03-01", "2026-03-02 00:00", time: "24:00:00"),
        DateCase(.yearMonthDay, "2026-03-01 24:00:01", "unreadable"),
        DateCase(.yearMonthDay, "2026-03-01 24:01", "unreadable"),
        DateCase(.yearMonthDay, "2026-03-01 24:00:00.5", "unreadable"),
        DateCase(.yearMonthDay, "2026-03-01 24:00 PM", "unreadable"),
        DateCase(.yearMonthDay, "2026-03-01 25:00", "unreadable"),
        DateCase(.yearMonthDay, "2026-03-01 10:60", "unreadable"),
        DateCase(.yearMonthDay, "2026-03-01 soon", "unreadable"),
        DateCase(.yearMonthDay, "2026-02-29", "unreadable"),
        DateCase(.yearMonthDay, "2024-02-29", "2024-02-29"),
        DateCase(.yearMonthDay, "2026-13-01", "unreadable"),
        DateCase(.yearMonthDay, "2026-00-10", "unreadable"),
        DateCase(.yearMonthDay, "2026-01-00", "unreadable"),
        DateCase(.yearMonthDay, "2026-3/1", "unreadable"),
        DateCase(.yearMonthDay, "26-03-01", "unreadable"),
        DateCase(.yearMonthDay, "0000-01-01", "outOfRange"),
        DateCase(.yearMonthDay, "9999-12-31", "outOfRange"),
        DateCase(.yearMonthDay, "1899-12-31", "outOfRange"),
        DateCase(.yearMonthDay, "1900-01-01", "1900-01-01"),
        DateCase(.yearMonthDay, "1969-12-31 23:59", "1969-12-31 23:59"),
        DateCase(.yearMonthDay, "2199-12-31", "2199-12-31"),
        DateCase(.yearMonthDay, "2026-03-01", "2026-03-01 10:20", time: "10:20"),
        DateCase(.yearMonthDay, "2026-03-01", "unreadable", time: "tea"),
        DateCase(.yearMonthDay, "", "blank"),
        DateCase(.yearMonthDay, "yesterday", "unreadable"),
        DateCase(.dayMonthYear, "01.03.2026", "2026-03-01"),
        DateCase(.dayMonthYear, "1/3/2026 10:20", "2026-03-01 10:20"),
        DateCase(.dayMonthYear, "01-03-2026, 10:20:30", "2026-03-01 10:20"),
        DateCase(.dayMonthYear, "1.3.26", "2026-03-01"),
        DateCase(.dayMonthYear, "31.12.70", "1970-12-31"),
        DateCase(.dayMonthYear, "03.13.2026", "unreadable"),
        // The word “year” behind it, as people and programs write it in Poland and Russia.
        DateCase(.dayMonthYear, "21.11.2026 г.", "2026-11-21"),
        DateCase(.dayMonthYear, "21.11.2026 r.", "2026-11-21"),
        DateCase(.dayMonthYear, "21.11.2026г.", "2026-11-21"),
        DateCase(.dayMonthYear, "21.11.2026r", "2026-11-21"),
        DateCase(.dayMonthYear, "1.2.26 Г.", "2026-02-01"),
        DateCase(.dayMonthYear, "21.11.2026 roku", "2026-11-21"),
        DateCase(.dayMonthYear, "21.11.2026 года в 14:05", "2026-11-21 14:05"),
        DateCase(.dayMonthYear, "21.11.2026 г., 14:05", "2026-11-21 14:05"),
        DateCase(.dayMonthYear, "21.11.2026 г. 14:05:59", "2026-11-21 14:05"),
        DateCase(.dayMonthYear, "21.11.2026 r., godz. 14:05", "2026-11-21 14:05"),
        DateCase(.dayMonthYear, "21.11.2026\u{A0}г.", "2026-11-21"),
        DateCase(.dayMonthYear, "21.11.2026 г.", "2026-11-21 14:05", time: "14:05"),
        DateCase(.yearMonthDay, "2026-11-21 г.", "2026-11-21"),
        DateCase(.monthDayYear, "11/21/2026 at 2:05 PM", "2026-11-21 14:05"),
        DateCase(.compact, "21.11.2026 г.", "2026-11-21"),
        DateCase(.dayMonthYear, "21.11.2026 szt.", "unreadable"),
        DateCase(.dayMonthYear, "21.11.2026 г. soon", "unreadable"),
        DateCase(.dayMonthYear, "21.11.2026x", "unreadable"),
        // Year first is no question in any column, nor are points in a column of years first.
        DateCase(.dayMonthYear, "2026-03-01", "2026-03-01"),
        DateCase(.monthDayYear, "2026-03-01T10:20", "2026-03-01 10:20"),
        DateCase(.yearMonthDay, "01.03.2026 10:20", "2026-03-01 10:20"),
        DateCase(.yearMonthDay, "01/03/2026", "unreadable"),
        DateCase(.yearMonthDay, "01.03.26", "unreadable"),
        DateCase(.monthDayYear, "03/01/2026", "2026-03-01"),
        DateCase(.monthDayYear, "3/1/2026 10:20 PM", "2026-03-01 22:20"),
        DateCase(.monthDayYear, "13/01/2026", "unreadable"),
        DateCase(.monthDayYear, "01-03-2026", "2026-01-03"),
        // With points the day comes first in the world, in this column not: only dates that mean one day are read.
        DateCase(.monthDayYear, "05.02.2026", "unreadable"),
        DateCase(.monthDayYear, "5.2.26 10:20", "unreadable"),
        DateCase(.monthDayYear, "05.05.2026", "2026-05-05"),
        DateCase(.monthDayYear, "01.25.2026", "2026-01-25"),
        DateCase(.monthDayYear, "25.01.2026", "unreadable"),
        DateCase(.compact, "20260301", "2026-03-01"),
        DateCase(.compact, "202603011020", "2026-03-01 10:20"),
        DateCase(.compact, "20260301102030", "2026-03-01 10:20"),
        DateCase(.compact, "20260301T1020", "2026-03-01 10:20"),
        DateCase(.compact, "20260301 10:20", "2026-03-01 10:20"),
        DateCase(.compact, "20260301T102030Z", "2026-03-01 10:20"),
        DateCase(.compact, "20260301T1020Z", "2026-03-01 10:20"),
        DateCase(.compact, "20260301T1020+0100", "2026-03-01 09:20"),
        DateCase(.compact, "20260301T102030-05:30", "2026-03-01 15:50"),
        DateCase(.compact, "20260301T102030.123Z", "2026-03-01 10:20"),
        DateCase(.compact, "20260301T102030,5", "2026-03-01 10:20"),
        DateCase(.compact, "20260301 102030 UTC", "2026-03-01 10:20"),
        DateCase(.compact, "20260301102030Z", "2026-03-01 10:20"),
        DateCase(.compact, "20260301T10:20:30Z", "2026-03-01 10:20"),
        DateCase(.compact, "20260301T2400", "2026-03-02 00:00"),
        DateCase(.compact, "20260301T240000", "2026-03-02 00:00"),
        DateCase(.compact, "20260301T240000Z", "2026-03-02 00:00"),
        DateCase(.compact, "20260301T240001Z", "unreadable"),
        DateCase(.compact, "20260301T240001", "unreadable"),
        DateCase(.compact, "20260301T1060Z", "unreadable"),
        DateCase(.compact, "20260301T10203Z", "unreadable"),
        DateCase(.compact, "20260301T102030+15:00", "unreadable"),
        DateCase(.compact, "20260301T", "unreadable"),
        DateCase(.compact, "20261301", "unreadable"),
        DateCase(.compact, "202603012520", "unreadable"),
        DateCase(.compact, "00000101", "outOfRange"),
        DateCase(.compact, "2026030", "unreadable"),
        DateCase(.epochSeconds, "1772360400", "2026-03-01 10:20"),
        DateCase(.epochSeconds, "1772360400.75", "2026-03-01 10:20"),
        DateCase(.epochSeconds, "-60", "1969-12-31 23:59"),
        DateCase(.epochSeconds, "99999999999", "outOfRange"),
        DateCase(.epochSeconds, "nan", "unreadable"),
        DateCase(.epochSeconds, "0x10", "unreadable"),
        DateCase(.epochMilliseconds, "1772360400999", "2026-03-01 10:20"),
        DateCase(.epochMilliseconds, "1E+300", "unreadable"),
    ]

    static let named: [DateCase] = [
        DateCase(.monthName, "21 Nov 2026", "2026-11-21"),
        DateCase(.monthName, "Nov 21, 2026", "2026-11-21"),
        DateCase(.monthName, "November 21st, 2026 10:20 PM", "2026-11-21 22:20"),
        DateCase(.monthName, "Nov 21, 2026 at 9:05 am", "2026-11-21 09:05"),
        DateCase(.monthName, "21-Nov-26", "2026-11-21"),
        DateCase(.monthName, "31-DEC-70", "1970-12-31"),
        DateCase(.monthName, "2026-Nov-21", "2026-11-21"),
        DateCase(.monthName, "Sat, 21 Nov 2026 10:20:30 +0100", "2026-11-21 09:20"),
        DateCase(.monthName, "Saturday, 21 November 2026", "2026-11-21"),
        DateCase(.monthName, "1 sept. 2026, 10:20", "2026-09-01 10:20"),
        DateCase(.monthName, "21 listopada 2026", "2026-11-21"),
        DateCase(.monthName, "21 listopad 2026 r., 10:20", "2026-11-21 10:20"),
        DateCase(.monthName, "21.lis.2026", "2026-11-21"),
        DateCase(.monthName, "1 paź 2026", "2026-10-01"),
        DateCase(.monthName, "1 PAŹDZIERNIKA 2026", "2026-10-01"),
        DateCase(.monthName, "1 pazdziernika 2026 o 10:20", "2026-10-01 10:20"),
        DateCase(.monthName, "środa, 30 września 2026", "2026-09-30"),
        DateCase(.monthName, "21 ноября 2026", "2026-11-21"),
        DateCase(.monthName, "21 ноября 2026 г. в 10:20", "2026-11-21 10:20"),
        DateCase(.monthName, "21 нояб. 2026", "2026-11-21"),
        DateCase(.monthName, "1-янв-2026 5:03", "2026-01-01 05:03"),
        DateCase(.monthName, "9 МАЯ 2026", "2026-05-09"),
        DateCase(.monthName, "29 Feb 2024", "2024-02-29"),
        DateCase(.monthName, "29 Feb 2026", "unreadable"),
        DateCase(.monthName, "1 Nov 1899", "outOfRange"),
        DateCase(.monthName, "21 Nov 2026", "2026-11-21 10:20", time: "10:20"),
        DateCase(.monthName, "21 Nov 2026 soon", "unreadable"),
        DateCase(.monthName, "21 Nov", "unreadable"),
        DateCase(.monthName, "Nov 2026", "unreadable"),
        DateCase(.monthName, "Sat Nov 21 10:20:30 2026", "unreadable"),
        DateCase(.monthName, "21 Foo 2026", "unreadable"),
        DateCase(.monthName, "21 Novel 2026", "unreadable"),
        DateCase(.monthName, "Nov", "unreadable"),
        DateCase(.monthName, "2026-11-21", "2026-11-21"),
        DateCase(.monthName, "", "blank"),
        // A month's name leaves nothing open, whatever the column's other dates look like.
        DateCase(.yearMonthDay, "21 Nov 2026", "2026-11-21"),
        DateCase(.dayMonthYear, "Nov 2, 2026", "2026-11-02"),
        DateCase(.monthDayYear, "2 lis 2026", "2026-11-02"),
    ]

    @Test("is read with the month's name in three languages", arguments: named)
    func name(_ example: DateCase) { check(example, zone: .gmt) }

    @Test("may have every name of every month", arguments: NamedMonthNames.all)
    func names(name: String, month: Int) {
        let date = NamedMonthDate("5 \(name) 2026")
        #expect(date?.month == month && date?.day == 5 && date?.year == 2026)
    }

    @Test("is read in its format", arguments: formats)
    func format(_ example: DateCase) { check(example, zone: .gmt) }

    static let warsaw: [DateCase] = [
        DateCase(.yearMonthDay, "2026-01-15T23:30:00Z", "2026-01-16 00:30"),
        DateCase(.yearMonthDay, "2026-07-15T22:30:00Z", "2026-07-16 00:30"),
        DateCase(.yearMonthDay, "2026-01-15 10:00:00 +0100", "2026-01-15 10:00"),
        DateCase(.yearMonthDay, "2026-01-15 10:00 -05:30", "2026-01-15 16:30"),
        DateCase(.yearMonthDay, "2026-01-15T10:00:00+14:00", "2026-01-14 21:00"),
        DateCase(.yearMonthDay, "2026-01-15T10:11:12,5Z", "2026-01-15 11:11"),
        DateCase(.yearMonthDay, "2026-01-15T10", "2026-01-15 10:00"),
        DateCase(.yearMonthDay, "2026-01-15T10Z", "2026-01-15 11:00"),
        DateCase(.yearMonthDay, "2026-01-15T7", "unreadable"),
        DateCase(.yearMonthDay, "2026-01-15T25", "unreadable"),
        DateCase(.yearMonthDay, "2026-W01-1", "2025-12-29"),
        DateCase(.yearMonthDay, "2026W534T10:30", "2026-12-31 10:30"),
        DateCase(.yearMonthDay, "2025-W53-1", "unreadable"),
        DateCase(.yearMonthDay, "2026-W05", "unreadable"),
        DateCase(.yearMonthDay, "2026-W05-8", "unreadable"),
        DateCase(.yearMonthDay, "2024-366", "2024-12-31"),
        DateCase(.yearMonthDay, "2026-032T23:30Z", "2026-02-02 00:30"),
        DateCase(.yearMonthDay, "2026-366", "unreadable"),
        DateCase(.yearMonthDay, "2026-000", "unreadable"),
        DateCase(.yearMonthDay, "2026-01-15 10:00:00 UTC", "2026-01-15 11:00"),
        DateCase(.yearMonthDay, "2026-01-15 10:00:00 GMT+1", "unreadable"),
        DateCase(.yearMonthDay, "2026-01-15 10:00:00 +15:00", "unreadable"),
        DateCase(.yearMonthDay, "2026-01-15 10:00:00", "2026-01-15 10:00"),
        // The clocks go forward at 01:00 UTC on 29 March 2026 and back at 01:00 UTC on 25 October.
        DateCase(.yearMonthDay, "2026-03-29T00:59:00Z", "2026-03-29 01:59"),
        DateCase(.yearMonthDay, "2026-03-29T01:00:00Z", "2026-03-29 03:00"),
        DateCase(.yearMonthDay, "2026-10-25T00:59:00Z", "2026-10-25 02:59"),
        DateCase(.yearMonthDay, "2026-10-25T01:00:00Z", "2026-10-25 02:00"),
        DateCase(.epochSeconds, "1772360400", "2026-03-01 11:20"),
        DateCase(.epochMilliseconds, "1783000000000", "2026-07-02 15:46"),
    ]

    @Test("with a zone goes to the business's clock", arguments: warsaw)
    func zones(_ example: DateCase) throws { check(example, zone: try #require(TimeZone(identifier: "Europe/Warsaw"))) }

    private func check(_ example: DateCase, zone: TimeZone) {
        var reader = DateReader(format: example.format, zone: ZoneTable(zone))
        let outcome = example.text.withPaddedBytes { text in
            example.time.withPaddedBytes { reader.read(text, time: $0) }
        }
        #expect(Self.text(outcome) == example.expected)
        // Once more: the reader remembers the day before.
        let again = example.text.withPaddedBytes { text in
            example.time.withPaddedBytes { reader.read(text, time: $0) }
        }
        #expect(again == outcome)
    }

    private static func text(_ outcome: DateReader.Outcome) -> String {
        switch outcome {
        case .moment(let minutes, let hasTime):
            let day = Int32((Double(minutes) / 1_440).rounded(.down))
            let minute = minutes - day * 1_440
            let clock = String(format: " %02d:%02d", minute / 60, minute % 60)
            return Day(number: day).description + (hasTime ? clock : "")
        case .blank: return "blank"
        case .unreadable: return "unreadable"
        case .outOfRange: return "outOfRange"
        }
    }

    // MARK: Over the whole column

    private static func column(_ dates: [String]) -> String {
        "customer,date,total\n" + dates.map { "7,\($0),1.00\n" }.joined()
    }

    @Test("that fits day-first and month-first is settled by a late row") func lateRow() throws {
        let many = (0..<6_000).map { "0\($0 % 8 + 1)/02/2026" }
        let dayFirst = try read(Self.column(many + ["25/01/2026"]))
        #expect(dayFirst.plans[0].dateFormat == .dayMonthYear)
        #expect(dayFirst.ledger.days.max() == Day("2026-02-08")?.number)
        let monthFirst = try read(Self.column(many + ["01/25/2026"]))
        #expect(monthFirst.plans[0].dateFormat == .monthDayYear)
        #expect(monthFirst.ledger.days.max() == Day("2026-08-02")?.number)
        #expect(intakeError(Self.column(many)) == .ambiguousDates(column: "date", example: "01/02/2026"))
        #expect(
            intakeError(Self.column(many + ["25/01/2026", "01/25/2026", "01/26/2026"]))
                == .contradictoryDates(column: "date", dayFirst: 1, monthFirst: 2))
    }

    @Test("with points among month-first ones is asked about, early or late", arguments: [10, 60_000])
    func points(rows: Int) throws {
        let slashes = (0..<rows).map { "01/\($0 % 19 + 10)/2026" }
        let text = Self.column(slashes + ["05.02.2026", "06.02.2026"])
        #expect(intakeError(text) == .datesWithPoints(column: "date", example: "05.02.2026", dates: 2))
        // Whoever says that the month comes first gets those that do not fit as rejected rows.
        let given = try read(text, recognition: RecognitionOptions(dateFormat: .monthDayYear))
        #expect(given.accounting.rejectedByReason == [.unreadableDate: 2])
        #expect(given.ledger.documentCount == rows)
        // Dates that can mean one day only are no question.
        let clear = try read(Self.column(slashes + ["05.05.2026"]))
        #expect(clear.accounting.accepted == rows + 1)
        #expect(
            intakeError(Self.column(slashes + ["25.02.2026"]))
                == .contradictoryDates(
                    column: "date", dayFirst: 1,
                    monthFirst: slashes.count { !$0.hasPrefix("01/01") && $0 > "01/12/2026" }))
    }

    @Test("with points has the month first where another with points shows it") func monthFirstPoints() throws {
        let slashes = (0..<10).map { "01/\($0 % 19 + 10)/2026" }
        let result = try read(Self.column(slashes + ["02.05.2026", "02.25.2026"]))
        #expect(result.accounting.accepted == 12)
        #expect(result.documents.suffix(2) == ["7 2026-02-05 order 1.00", "7 2026-02-25 order 1.00"])
        let onlyPoints = Self.column(["02.05.2026", "02.06.2026"])
        #expect(try read(onlyPoints).documents.first == "7 2026-05-02 order 1.00")
        let given = try read(onlyPoints, recognition: RecognitionOptions(dateFormat: .monthDayYear))
        #expect(given.documents.first == "7 2026-02-05 order 1.00")
    }

    @Test("of equal day and month is no question") func equalParts() throws {
        #expect(try read(Self.column(["01/01/2026", "02/02/2026"])).ledger.documentCount == 2)
    }
}

/// Months as dates have them in English, Polish and Russian: nominative, genitive, abbreviation.
enum NamedMonthNames {
    private static let lists: [[String]] = [
        ["January", "Jan", "styczeń", "stycznia", "sty", "январь", "января", "янв"],
        ["February", "Feb", "luty", "lutego", "lut", "февраль", "февраля", "февр", "фев"],
        ["March", "Mar", "marzec", "marca", "mar", "март", "марта", "мар"],
        ["April", "Apr", "kwiecień", "kwietnia", "kwi", "апрель", "апреля", "апр"],
        ["May", "maj", "maja", "май", "мая"], ["June", "Jun", "czerwiec", "czerwca", "cze", "июнь", "июня"],
        ["July", "Jul", "lipiec", "lipca", "lip", "июль", "июля"],
        ["August", "Aug", "sierpień", "sierpnia", "sie", "август", "августа", "авг"],
        ["September", "Sep", "Sept", "wrzesień", "września", "wrz", "сентябрь", "сентября", "сент", "сен"],
        ["October", "Oct", "październik", "października", "paź", "октябрь", "октября", "окт"],
        ["November", "Nov", "listopad", "listopada", "lis", "ноябрь", "ноября", "нояб", "ноя"],
        ["December", "Dec", "grudzień", "grudnia", "gru", "декабрь", "декабря", "дек"],
    ]

    static let all: [(String, Int)] = lists.enumerated().flatMap { place, names in
        names.flatMap { [($0, place + 1), ($0 + ".", place + 1), ($0.uppercased(), place + 1)] }
    }
}
