import Glibc
import TestSupport
import Testing

@testable import IntakeFormats

@Suite("A cell") struct CellTests {
    private func number(_ text: String) -> String {
        var output: [UInt8] = []
        Array(text.utf8).withUnsafeBytes { CellNumber.append($0, to: &output) }
        return String(decoding: output, as: UTF8.self)
    }

    @Test(
        "writes its number as people know it",
        arguments: [
            ("12.9", "12.9"), ("39.990000000000002", "39.99"), ("12.899999999999999", "12.9"),
            ("0.30000000000000004", "0.3"), ("1290", "1290"), ("1290.0", "1290"), ("12.50", "12.5"), ("0", "0"),
            ("-0", "0"), ("-0.0", "0"), ("+5", "5"), (".5", "0.5"), ("5.", "5"), ("-7.25", "-7.25"),
            ("1E3", "1000"), ("1.29E+1", "12.9"), ("-1.5e-3", "-0.0015"), ("4.006381333931E12", "4006381333931"),
            ("1234567890123456789", "1234567890123456789"), ("1.2345678901234567E19", "12345678901234600000"),
            ("0.99999999999999999", "1"), ("99999999999999999.5", "100000000000000000"),
            ("123456789.123456789", "123456789.123457"), ("00012", "00012"), ("0.0001", "0.0001"),
            ("", ""), ("abc", "abc"), ("1.2.3", "1.2.3"), ("1E", "1E"), ("1E999999999", "1E999999999"), ("-", "-"),
            ("1e400e", "1e400e"), ("--1", "--1"), ("1E5000000000000000000000", "1E5000000000000000000000"),
        ])
    func numbers(stored: String, shown: String) {
        #expect(number(stored) == shown)
    }

    @Test("any amount in cents survives binary storage", arguments: 0..<50)
    func cents(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<50 {
            let minor = Int.random(in: 0...99_999_999_99, using: &random)
            let fraction = minor % 100
            let exact =
                fraction == 0
                ? "\(minor / 100)"
                : fraction % 10 == 0
                    ? "\(minor / 100).\(fraction / 10)" : "\(minor / 100).\(fraction < 10 ? "0" : "")\(fraction)"
            // Some writers print all 17 digits that a binary fraction has.
            let stored = (Double(minor) / 100).formatted17
            #expect(number(stored) == exact, "seed \(seed), stored as \(stored)")
        }
    }

    @Test(
        "knows a date by its format",
        arguments: [
            ("yyyy-mm-dd", NumberForm.date(.date)), ("dd/mm/yyyy hh:mm", .date(.dateTime)), ("mmm", .date(.date)),
            ("hh:mm", .date(.time)), ("mm:ss.0", .date(.time)), ("[h]:mm:ss", .date(.time)), ("[mm]:ss", .date(.time)),
            ("[$-F800]dddd, mmmm dd, yyyy", .date(.date)), ("d\" dnia\"", .date(.date)), ("D.M.YYYY", .date(.date)),
            ("General", .number), ("0.00", .number), ("#,##0.00\\ \"zł\"", .number), ("0.00 USD", .number),
            ("\"dd\" 0", .number), ("[Red]-0.00", .number), ("\\d0", .number), ("_d0_d", .number), ("@", .number),
            ("", .number), ("0.00;yyyy", .number), ("[$USD] #,##0.00", .number), ("0%", .number), ("# ?/?", .number),
            ("0.00E+00", .number), ("\"unclosed d", .number), ("[unclosed d", .number), ("\\", .number),
        ])
    func forms(code: String, form: NumberForm) {
        #expect(NumberForm(code: code) == form)
    }

    @Test(
        "knows the built-in date formats",
        arguments: [
            (14, NumberForm.date(.date)), (22, .date(.dateTime)), (20, .date(.time)), (46, .date(.time)),
            (30, .date(.date)), (58, .date(.date)), (0, .number), (2, .number), (44, .number), (49, .number),
        ])
    func builtIn(id: Int, form: NumberForm) {
        #expect(NumberForm(builtIn: id) == form)
    }

    @Test(
        "turns day numbers into days",
        arguments: [
            (1.0, "1900-01-01", "1904-01-02"), (59, "1900-02-28", "1904-02-29"), (60, "1900-02-29", "1904-03-01"),
            (61, "1900-03-01", "1904-03-02"), (45_351, "2024-02-29", "2028-03-01"),
            (2_958_465, "9999-12-31", nil), (2_958_466, nil, nil), (-1, nil, nil), (0, nil, "1904-01-01"),
            (.infinity, nil, nil), (.nan, nil, nil), (1e300, nil, nil),
        ] as [(Double, String?, String?)])
    func days(serial: Double, since1900: String?, since1904: String?) {
        #expect(CellDate(is1904: false).text(of: serial, as: .date) == since1900)
        #expect(CellDate(is1904: true).text(of: serial, as: .date) == since1904)
    }

    @Test("never moves a second to the next day, for every second of a day") func seconds() throws {
        for second in stride(from: 0, to: 86_400, by: 7) {
            let text = try #require(CellDate(is1904: false).text(of: 46_082 + Double(second) / 86_400, as: .dateTime))
            let clock = text.suffix(8).split(separator: ":").compactMap { Int($0) }
            #expect(text.hasPrefix("2026-03-01T") && clock[0] * 3_600 + clock[1] * 60 + clock[2] == second)
        }
        #expect(CellDate(is1904: false).text(of: 46_082.999_999, as: .dateTime) == "2026-03-01T23:59:59")
        #expect(CellDate(is1904: false).text(of: 0.5, as: .time) == "12:00:00")
    }

    @Test(
        "reads the escapes of characters that XML lacks",
        arguments: [
            ("a_x000D_b", "a\rb"), ("_x005F_x000D_", "_x000D_"), ("_x0000_a", "a"), ("_xD83D_", "_xD83D_"),
            ("_x00", "_x00"), ("_xZZZZ_", "_xZZZZ_"), ("_x0142__x0142_", "łł"), ("plain", "plain"),
        ])
    func escapes(stored: String, shown: String) {
        var text = Array(stored.utf8)
        CellEscapes.resolve(&text)
        #expect(String(decoding: text, as: UTF8.self) == shown)
    }
}

extension Double {
    /// With 17 significant digits, as C's `%.17g` writes it.
    fileprivate var formatted17: String {
        withUnsafeTemporaryAllocation(of: CChar.self, capacity: 64) { buffer in
            withVaList([self]) { _ = vsnprintf(buffer.baseAddress!, 64, "%.17g", $0) }
            return String(cString: buffer.baseAddress!)
        }
    }
}
