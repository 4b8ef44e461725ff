import Domain
import Intake
import Report
import Testing

@testable import Commands

@Suite("What contradicts itself in a file")
struct ContradictionTests {
    private static let header = "order_id,customer_id,date,amount,currency\n"

    @Test("is a rejected row where one row names two currencies", arguments: Language.allCases)
    func currency(language: Language) throws {
        let good = (1...40).map { "\($0),7,2026-01-05,10.00 zł,PLN\n" }.joined()
        let run = try Reports.run(
            of: Self.header + good + "41,7,2026-01-05,10.00 EUR,PLN\n", ["--json", "--lang", language.rawValue])
        #expect(run.code == 0)
        #expect(run.errors.contains(RejectReason.contradictoryCurrency.name(in: language)))
        #expect(run.errors.contains("41,7,2026-01-05,10.00 EUR,PLN"))
        let report = try JSONDocument(run.output)
        #expect(try report.int("input.rejectedByReason.contradictoryCurrency") == 1)
        #expect(try report.string("currency") == "PLN")
    }

    @Test("is asked about where most rows name two currencies", arguments: Language.allCases)
    func currencies(language: Language) throws {
        let rows = (1...40).map { "\($0),7,2026-01-05,10.00 EUR,PLN\n" }.joined()
        let run = try Reports.run(of: Self.header + rows, ["--lang", language.rawValue])
        #expect(run.code == 1)
        #expect(run.output.isEmpty)
        for word in ["orders.csv: ", language.quoted("currency"), "PLN", "EUR", "--column currency="] {
            #expect(run.errors.contains(word), "\(run.errors)")
        }
        let answered = try Reports.json(of: Self.header + rows, ["--column", "currency="])
        #expect(try answered.string("currency") == "EUR")
    }

    @Test("is asked about where dates with points stand among month-first ones", arguments: Language.allCases)
    func points(language: Language) throws {
        let rows = (1...40).map { "\($0),7,01/\($0 % 10 + 20)/2026,10.00,PLN\n" }.joined()
        let text = Self.header + rows + "41,7,05.02.2026,10.00,PLN\n"
        let run = try Reports.run(of: text, ["--lang", language.rawValue])
        #expect(run.code == 1)
        #expect(run.output.isEmpty)
        for word in ["orders.csv: ", language.quoted("date"), "05.02.2026", "--date-format mdy"] {
            #expect(run.errors.contains(word), "\(run.errors)")
        }
        let answered = try Reports.json(of: text, ["--date-format", "mdy"])
        #expect(try answered.int("input.rejectedByReason.unreadableDate") == 1)
    }

    @Test("is asked about where many amounts far below have the other decimal mark", arguments: Language.allCases)
    func marks(language: Language) throws {
        let point = (1...5_000).map { "\($0);7;2026-01-05;10.50\n" }.joined()
        let comma = (5_001...6_000).map { "\($0);7;2026-01-06;10,50\n" }.joined()
        let run = try Reports.run(
            of: "order_id;customer_id;date;amount\n" + point + comma, ["--lang", language.rawValue])
        #expect(run.code == 1)
        for word in ["orders.csv: ", language.quoted("amount"), "1000", "5000", "--decimal"] {
            #expect(run.errors.contains(word), "\(run.errors)")
        }
    }
}
