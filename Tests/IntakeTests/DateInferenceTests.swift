import Intake
import Testing

@Suite("Dates of a column") struct DateInferenceTests {
    @Test(
        "show their format",
        arguments: [
            (["2026-01-02", "2026-12-31"], DateFormat.yearMonthDay),
            (["2026-01-02T10:20:30+01:00", "2026-01-02 10:20:30 UTC", "2026/1/2"], .yearMonthDay),
            (["2026-01-02T10:20:30.123456Z"], .yearMonthDay),
            (["01.02.2026", "03.04.2026"], .dayMonthYear),
            (["1.2.2026, 10:20:30"], .dayMonthYear),
            (["01/02/2026", "13/02/2026"], .dayMonthYear),
            (["01/02/2026", "02/13/2026 10:20 PM"], .monthDayYear),
            (["12/1/2010 8:26", "12/23/2010 9:00"], .monthDayYear),
            (["01-02-2026", "31-01-2026"], .dayMonthYear),
            (["31.12.26", "1.2.26"], .dayMonthYear),
            (["21.11.2026 г.", "1.2.2026 r.", "21.11.2026г."], .dayMonthYear),
            (["21.11.2026 г., 14:05", "21.11.2026 r. godz. 14:05:30"], .dayMonthYear),
            (["12/31/26 10:20 AM"], .monthDayYear),
            (["20260102", "20261231"], .compact),
            (["20260102102030", "20260102T1020"], .compact),
            (["20260102T102030Z", "20260102T1020+0100"], .compact),
            (["1767225600", "1767225601"], .epochSeconds),
            (["1767225600.25"], .epochSeconds),
            (["1767225600000"], .epochMilliseconds),
            (["915148800000"], .epochMilliseconds),
            (["", " 2026-01-02 ", ""], .yearMonthDay),
            (["21 Nov 2026", "3 Dec 2026"], .monthName),
            (["Nov 21, 2026", "Dec 3, 2026 10:20 PM"], .monthName),
            (["21 listopada 2026", "1 grudnia 2026 r., 10:20"], .monthName),
            (["21 ноября 2026", "1 дек. 2026 г."], .monthName),
            (["21.lis.2026"], .monthName),
            (["2026-11-21", "2026-11-22", "23 Nov 2026"], .yearMonthDay),
        ])
    func known(values: [String], format: DateFormat) {
        #expect(DateInference.format(of: values) == format)
    }

    @Test(
        "leave it open when both orders fit, when they are no dates, or when they contradict each other",
        arguments: [
            ["01/02/2026", "03/04/2026"], ["1-2-2026"], ["soon"], [], ["", " "], ["13/01/2026", "01/13/2026"],
            ["2026-02-30"], ["31.02.2026"], ["2026-13-01"], ["12345678901234567890"], ["2026-01-02x"], ["1/2/26"],
            ["1.2.260"],
            ["31 Nov 2026"], ["Nov 2026"], ["21 Nov"], ["Sat Nov 21 10:20:30 2026"], ["May 12 boxes"], ["Mar 1"],
            ["3 May 2026 shirts"], ["21.11.2026 szt."], ["21.11.2026 г. x"], ["20261121 г."], ["21 maja 2026 dostawa"],
            ["10.50"], ["99999999"], ["123"], ["01/02.2026"], ["2026-01"], ["+48 600 100 200"],
        ])
    func open(values: [String]) {
        #expect(DateInference.format(of: values) == nil)
    }

    @Test("keep the format of most values; the reading rejects the others")
    func robust() {
        #expect(DateInference.format(of: ["2026-01-02", "unknown", "2026-01-03"]) == .yearMonthDay)
        #expect(DateInference.format(of: ["unknown", "unknown", "2026-01-03"]) == nil)
        #expect(DateInference.format(of: ["01/02/2026", "13/02/2026", "unknown"]) == .dayMonthYear)
    }
}

@Suite("Decimal mark of a file") struct DecimalMarkInferenceTests {
    @Test(
        "is seen from its amounts",
        arguments: [
            (["1.234,56"], DecimalMark.comma), (["1 234,56"], .comma), (["1\u{A0}234,56"], .comma),
            (["1\u{202F}234,5"], .comma), (["1,234.56"], .point), (["1'234.56"], .point), (["1’234.56"], .point),
            (["12,5"], .comma), (["12.5"], .point), (["0,125"], .comma), (["1234,567"], .comma),
            (["1.234.567"], .comma),
            (["1,234,567"], .point), (["€61,80"], .comma), (["12,99 zł"], .comma), (["PLN 12.99"], .point),
            (["-12,99"], .comma), (["(12.99)"], .point), (["12,99-"], .comma), (["\u{2212}12,99"], .comma),
            (["1,234", "12.5"], .point), (["1 234,567"], .comma), ([",5"], .comma), (["руб. 5,50", "7"], .comma),
            (["5.", "6.10"], .point), (["$1,000.00"], .point),
        ])
    func known(values: [String], mark: DecimalMark) {
        #expect(DecimalMarkInference.mark(of: values) == mark)
    }

    @Test(
        "stays open where thousands and fractions look alike, or nothing is seen",
        arguments: [
            ["1,234"], ["1.234", "12"], ["100", "2000"], [], [""], ["1 234"], ["12,5", "12.5"], ["abc"], ["1,23,4"],
            ["1.2.3"], ["12.34.56,7"], ["1,2 3"], ["12,5 abcdef"], ["--5,5"], ["(5,5"], ["."], ["-"],
        ])
    func open(values: [String]) {
        #expect(DecimalMarkInference.mark(of: values) == nil)
    }
}
