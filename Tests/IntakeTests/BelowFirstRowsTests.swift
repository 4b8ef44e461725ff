import Domain
import Foundation
import Ledger
import TestSupport
import Testing

@testable import Intake

/// What stands only below the rows that are looked at first is taken no more lightly than what stands among them.
@Suite("Below the first rows") struct BelowFirstRowsTests {
    private static let first = (1...40_000).map { "\($0),c\($0 % 97),\($0 % 28 + 1)/01/2024,10.00" }

    @Test("days and months the other way round are asked about") func dates() {
        let others = (1...20).map { "\(50_000 + $0),c1,02/\($0 + 5)/2024,10.00" }
        let text = (["order_id,customer_id,date,amount"] + Self.first + others).joined(separator: "\n")
        guard case .contradictoryDates(_, let dayFirst, let monthFirst) = intakeError(text) else {
            Issue.record("nobody asked")
            return
        }
        #expect(dayFirst > 20_000 && monthFirst == 13)
    }

    @Test("a format that the user gave is not doubted") func givenFormat() throws {
        let text = (["order_id,customer_id,date,amount"] + Self.first + ["50001,c1,02/20/2024,10.00"])
            .joined(separator: "\n")
        let result = try read(text, recognition: RecognitionOptions(dateFormat: .dayMonthYear))
        #expect(result.accounting.rejectedByReason == [.unreadableDate: 1])
    }

    /// Rows with the amounts in turn.
    private static func file(_ parts: (count: Int, amounts: [String])...) -> String {
        var rows = ["order_id;customer_id;date;amount"]
        for part in parts {
            rows += (0..<part.count).map { place in
                "\(rows.count + place);c\(place % 97);2024-01-02;\(part.amounts[place % part.amounts.count])"
            }
        }
        return rows.joined(separator: "\n")
    }

    @Test("amounts with the other decimal mark are asked about") func marks() throws {
        let text = Self.file((40_000, ["10.50"]), (3_000, ["10,50", "1.234,50"]))
        #expect(intakeError(text) == .contradictoryAmounts(column: "amount", comma: 3_000, point: 40_000))
        let given = try read(text, recognition: RecognitionOptions(decimalMark: .point))
        #expect(given.accounting.rejectedByReason == [.unreadableAmount: 3_000])
    }

    @Test("an amount in twenty with the other decimal mark is a slip", arguments: [1, 2])
    func slips(workers: Int) throws {
        let text = Self.file((40_000, ["10.50"]), (2_000, ["10,50"]), (10, ["10.50"]))
        let result = try read(text, options: IntakeOptions(workers: workers))
        #expect(result.accounting.rejectedByReason == [.unreadableAmount: 2_000])
        #expect(result.plans[0].decimalMark == .point)
    }

    @Test("the decimal mark of nearly all amounts is the file's, whatever a few among the first rows have")
    func markOfTheWhole() throws {
        let text = Self.file((2_500, ["10", "20", "30", "40"]), (1, ["7"]), (30_000, ["10,50", "1.234"]))
            .replacing(";40\n5;", with: ";40.5\n5;")
        let result = try read(text)
        #expect(result.plans[0].decimalMark == .comma)
        #expect(result.accounting.rejectedByReason == [.unreadableAmount: 1])
        #expect(result.ledger.minorUnits.max() == 123_400)
    }

    @Test("whole numbers are no word for either decimal mark") func wholeNumbers() throws {
        let text = Self.file((3_000, ["10", "20", "30", "10.5"]), (100_000, ["10"]), (2_000, ["10,50"]))
        #expect(intakeError(text) == .contradictoryAmounts(column: "amount", comma: 2_000, point: 750))
    }

    @Test("costs with the other decimal mark make no amount doubtful") func costs() throws {
        let rows = (1...5_000).map { "\($0);c\($0 % 97);2024-01-02;10,50;3.20" }
        let result = try read((["order_id;customer_id;date;amount;cost"] + rows).joined(separator: "\n"))
        #expect(result.accounting.accepted == 5_000)
    }

    @Test("a quote that is never closed costs its own line") func openQuote() throws {
        var rows = (1...30_000).map { "\($0),c\($0 % 97),2024-01-0\($0 % 9 + 1),10.00,fine" }
        rows[20_000] = "20001,c1,2024-01-01,10.00,\"never closed"
        rows[25_000] = "25001,c1,2024-01-01,10.00,\"a\" b"
        let result = try read((["order_id,customer_id,date,amount,note"] + rows).joined(separator: "\n"))
        #expect(result.accounting.accepted == 29_998)
        #expect(result.rejectedLines == ["20002 unclosedQuote", "25002 textAfterQuote"])
    }
}

@Suite("Rows at the edge") struct EdgeRowTests {
    @Test("of the calendar keep their day in a zone behind") func firstDay() throws {
        let text = """
            order_id,customer_id,date,amount
            1,a,1900-01-01T00:00:00Z,5.00
            2,a,2199-12-31T23:59:00Z,6.00
            """
        let zone = try #require(TimeZone(identifier: "America/New_York"))
        let result = try read(text, options: IntakeOptions(timeZone: zone, workers: 1))
        #expect(result.documents.first?.hasPrefix("a 1899-12-31") == true)
        #expect(result.documents.count == 2)
    }

    @Test(
        "that name a sum instead of an order are rejected, date or not",
        arguments: ["Razem;;2024-01-31;1000,00", "Total;100 orders;2024-01-31;1000,00", "Итого;;2024-01-31;1000,00"])
    func totals(row: String) throws {
        let text = "order_id;customer_id;date;amount\nA1;a;2024-01-01;400,00\nA2;b;2024-01-02;600,00\n" + row
        let result = try read(text)
        #expect(result.accounting.rejectedByReason == [.totalsRow: 1])
        #expect(result.ledger.documentCount == 2)
    }

    @Test("whose address stands for nobody are nobody's wherever they stand", arguments: ["-@-", "0@0"])
    func placeholder(address: String) throws {
        let rows = (1...600).map { "\($0),\($0 % 3 == 0 ? address : "c\($0 % 7)@example.com"),2024-01-01,10.00" }
        let text = (["order_id,email,date,amount"] + rows).joined(separator: "\n")
        let planned = try OrderIntake([MemoryFile(text)]).files[0]
        let outcomes = try [0, 256].map { linesAtOnce in
            var reading = FileReading(
                [
                    PlannedFile(
                        file: planned.file, plan: planned.recognition.plan, headerLines: planned.headerLines,
                        headerBytes: planned.headerBytes, isSmall: true)
                ], options: IntakeOptions(workers: 1), linesAtOnce: linesAtOnce, progress: nil)
            return try reading.read()
        }
        #expect(outcomes[0].documents == outcomes[1].documents)
        #expect(outcomes[1].ledger.unidentified.orders == 200)
    }

    @Test("with a word for an address are refused, though another file knows the word") func words() throws {
        let first = (1...400).map { "\($0),ann,2024-01-01,10.00" }
        let second = (401...800).map { "\($0),\($0 % 40 == 0 ? "ann" : "a\($0)@example.com"),2024-01-01,10.00" }
        let result = try read([
            MemoryFile((["order_id,customer_id,date,amount"] + first).joined(separator: "\n")),
            MemoryFile((["order_id,email,date,amount"] + second).joined(separator: "\n")),
        ])
        #expect(result.accounting.rejectedByReason == [.unreadableEmail: 10])
    }

    @Test(
        "with a date that can mean one day only are read beside dates of another kind",
        arguments: ["5 Jan 2024", "20240105", "1704412800"], ["2024-03-05", "2024/03/05", "05.03.2024", "5 March 2024"])
    func clearDates(usual: String, other: String) throws {
        let rows = (1...60).map { "\($0),a,\(usual),10.00" } + ["61,a,\(other),10.00"]
        let result = try read((["order_id,customer_id,date,amount"] + rows).joined(separator: "\n"))
        #expect(result.accounting.accepted == 61)
        #expect(result.documents.last?.hasPrefix("a 2024-03-05") == true)
    }

    @Test(
        "of a rates file with another number of fields are errors",
        arguments: ["2024-01-01,EUR,4,30", "2024-01-01,EUR,4.30x", "day,currency,rate\n2024-01-01,EUR,4,30"])
    func rates(text: String) {
        #expect(throws: ExchangeRates.RatesError.self) { try ExchangeRates(parsing: text + "\n2023-01-01,EUR,2.00") }
    }

    @Test("in several currencies are not told to filter a column that is not there", arguments: Language.allCases)
    func advice(language: Language) throws {
        let text = "order_id,customer_id,date,amount\n1,a,2024-01-01,$10.00\n2,b,2024-01-02,10.00 EUR"
        let error = try #require(intakeError(text))
        #expect(error == .severalCurrencies(["EUR": 1, "USD": 1], haveColumn: false))
        #expect(!error.message(in: language).contains("--where"))
    }
}
