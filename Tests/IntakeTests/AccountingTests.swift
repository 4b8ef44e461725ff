import Domain
import Ledger
import Testing

@testable import Intake

/// One row that is not accepted, below nine that are.
struct RejectCase: CustomTestStringConvertible, Sendable {
    let reason: RejectReason
    let row: String
    var bytes: [UInt8] { Array(row.utf8) }
    var testDescription: String { "\(reason.rawValue): \(row.prefix(60))" }
}

@Suite("Accounting") struct AccountingTests {
    private static let header = "order,customer,email,date,total,currency\n"
    private static let good = (1...9).map { "A\($0),,c\($0)@example.com,2026-01-0\($0),\($0).50,EUR\n" }.joined()

    static let rows: [RejectCase] = [
        RejectCase(reason: .missingDate, row: "B1,,b@example.com,,1.00,EUR"),
        RejectCase(reason: .unreadableDate, row: "B1,,b@example.com,soon,1.00,EUR"),
        RejectCase(reason: .unreadableDate, row: "B1,,b@example.com,2026-02-30,1.00,EUR"),
        RejectCase(reason: .dateOutOfRange, row: "B1,,b@example.com,0000-01-01,1.00,EUR"),
        RejectCase(reason: .dateOutOfRange, row: "B1,,b@example.com,9999-12-31,1.00,EUR"),
        RejectCase(reason: .missingAmount, row: "B1,,b@example.com,2026-01-10,,EUR"),
        RejectCase(reason: .missingDate, row: "B1,,b@example.com,,,EUR"),
        RejectCase(reason: .unreadableAmount, row: "B1,,b@example.com,2026-01-10,much,EUR"),
        RejectCase(
            reason: .amountTooLarge, row: "B1,,b@example.com,2026-01-10,\(String(repeating: "7", count: 40)),EUR"),
        RejectCase(reason: .missingOrder, row: ",,b@example.com,2026-01-10,1.00,EUR"),
        RejectCase(reason: .unreadableEmail, row: "B1,,no address,2026-01-10,1.00,EUR"),
        RejectCase(reason: .missingCurrency, row: "B1,,b@example.com,2026-01-10,1.00,"),
        RejectCase(reason: .unknownCurrency, row: "B1,,b@example.com,2026-01-10,1.00,shells"),
        RejectCase(reason: .contradictoryCurrency, row: "B1,,b@example.com,2026-01-10,1.00 PLN,EUR"),
        RejectCase(reason: .tooManyFields, row: "B1,,b@example.com,2026-01-10,1.00,EUR,more"),
        RejectCase(reason: .textAfterQuote, row: "B1,,b@example.com,2026-01-10,\"1.00\"x,EUR"),
        RejectCase(reason: .unclosedQuote, row: "\"B1,,b@example.com,2026-01-10,1.00,EUR"),
        RejectCase(reason: .zeroByte, row: "B1,,b@example.com,2026-01-10,1.00,E\0R"),
        RejectCase(reason: .totalsRow, row: "Total,,,,45.00,EUR"),
        RejectCase(reason: .totalsRow, row: "Razem:,,,,45.00,"),
    ]

    @Test("rejects a row with its reason, line and text", arguments: rows)
    func reject(_ example: RejectCase) throws {
        let text = Self.header + Self.good + example.row + "\r\nA10,,c@example.com,2026-01-11,1.00,EUR\n"
        let result = try read(text)
        #expect(result.rejectedLines == ["11 \(example.reason.rawValue)"])
        #expect(result.rejects.map(\.text) == [example.row])
        #expect(result.rejects.map(\.file) == ["orders.csv"])
        #expect(result.accounting.rows == 11)
        #expect(result.accounting.accepted == 10)
        #expect(result.accounting.rejectedByReason == [example.reason: 1])
        #expect(result.ledger.documentCount == 10)
        #expect(result.brokenPromise == nil)
    }

    @Test("rejects what is no text, in a row early or late", arguments: [0, 30_000])
    func invalidText(rowsBefore: Int) throws {
        let row = "A,,c@example.com,2026-01-01,1.00,EUR,some words that fill the line\n"
        var bytes = Array((Self.header.dropLast() + ",note\n" + String(repeating: row, count: rowsBefore + 3)).utf8)
        bytes += Array("B,,".utf8) + [0xFF, 0xFE] + Array("@example.com,2026-01-01,1.00,EUR,\n".utf8)
        bytes += Array(row.utf8)
        let result = try read([MemoryFile(bytes)])
        #expect(result.rejectedLines == ["\(rowsBefore + 5) invalidText"])
        #expect(result.accounting.accepted == rowsBefore + 4)
    }

    @Test("reads again when another encoding makes sense of late bytes") func encoding() throws {
        let row = "A,,c@example.com,2026-01-01,1.00,EUR\n"
        let text = Self.header + String(repeating: row, count: 30_000)
        let file = MemoryFile(Array(text.utf8) + Array("B,,".utf8) + [0xB3] + Array("@x.pl,2026-01-02,2.00,EUR\n".utf8))
        file.becomes(Array((text + "B,,ł@x.pl,2026-01-02,2.00,EUR\n").utf8))
        let result = try read([file])
        #expect(result.rejects.isEmpty)
        #expect(result.documents.contains("ł@x.pl 2026-01-02 order 2.00"))
    }

    @Test("rejects a row of more than a megabyte, ten of them as well") func longRow() throws {
        let long = "B1,,b@example.com,2026-01-10,1.00,\(String(repeating: "E", count: 10 << 20))\n"
        let result = try read(Self.header + Self.good + long + "A10,,c@example.com,2026-01-11,1.00,EUR\n")
        #expect(result.rejectedLines == ["11 rowTooLong"])
        #expect(result.accounting.accepted == 10)
    }

    @Test("rejects a row whose currency has no rate") func missingRate() throws {
        let rates = try ExchangeRates(parsing: "2026-01-01,EUR,4.00\n2026-01-10,USD,3.00\n")
        let result = try read(
            Self.header + Self.good + "B1,,b@example.com,2026-01-09,1.00,USD\n",
            options: IntakeOptions(baseCurrency: Currency("PLN"), rates: rates, workers: 1))
        #expect(result.rejectedLines == ["11 missingRate"])
    }

    @Test("has a test for every reason") func complete() {
        let tested = Set(Self.rows.map(\.reason)).union([.invalidText, .rowTooLong, .missingRate])
        #expect(tested == Set(RejectReason.allCases).subtracting(SubscriptionIntakeTests.ownReasons))
    }

    // MARK: Ignored rows

    @Test("ignores rows for five reasons, each counted") func ignored() throws {
        let text = """
            order,customer,date,total,status,country
            1,7,2026-01-01,1.00,paid,PL

            2,7,2026-01-02,1.00,cancelled,PL
            order,customer,date,total,status,country
            3,7,2026-01-03,1.00,paid,DE
            4,7,2026-02-03,1.00,paid,PL
            ,,,,,
            5,7,2026-01-31,1.00,paid,pl

            """
        let result = try read(
            text,
            options: IntakeOptions(
                asOf: Day("2026-01-31"), filters: [try #require(RowFilter("country=PL"))], workers: 1))
        #expect(
            result.accounting.ignoredByReason == [
                .blank: 2, .statusExcluded: 1, .repeatedHeader: 1, .filtered: 1, .afterAsOf: 1,
            ])
        #expect(result.documents == ["7 2026-01-01 order 1.00", "7 2026-01-31 order 1.00"])
        #expect(result.brokenPromise == nil)
    }

    @Test(
        "looks at a part of the rows",
        arguments: [
            ("country=PL", ["1", "3"]), ("country!=PL", ["2", "4"]), ("Country=pl", ["1", "3"]), ("country=", ["4"]),
            ("customer!=b@example.com", ["1", "2"]), ("customer=B@EXAMPLE.com", ["3", "4"]), ("note=Łódź", ["2"]),
            ("note=łódź", ["2"]),
        ])
    func filters(_ filter: String, orders: [String]) throws {
        let text = """
            order,customer,date,total,Country,note
            1,a@example.com,2026-01-01,1.00,PL,
            2,a@example.com,2026-01-02,2.00,DE,Łódź
            3,b@example.com,2026-01-03,3.00,pl,
            4,b@example.com,2026-01-04,4.00,,
            """
        let options = IntakeOptions(filters: [try #require(RowFilter(filter))], workers: 1)
        let result = try read(text, options: options)
        #expect(result.ledger.minorUnits.sorted().map { "\($0 / 100)" } == orders)
        #expect(result.accounting.ignoredByReason[.filtered] == 4 - orders.count)
    }

    @Test("knows no filter without a column") func unknownFilter() throws {
        let options = IntakeOptions(filters: [try #require(RowFilter("planet=Mars"))], workers: 1)
        #expect(
            intakeError("customer,date,total\n7,2026-01-01,1.00\n", options: options)
                == .unknownFilterColumn("planet", present: ["customer", "date", "total"]))
        #expect(RowFilter("country") == nil)
        #expect(RowFilter("=PL") == nil)
    }

    // MARK: Lines

    @Test("counts lines below titles, through line breaks in quotes, in every file") func lines() throws {
        let first = "Sales report\n\norder;customer;date;total;note\n1;7;2026-01-01;1.00;\"a\nb\nc\"\n2;7;never;1.00;\n"
        let second =
            "order;customer;date;total;note\r\n3;7;2026-01-01;1.00;\r\n4;7;2026-01-01;x;\"\r\n\"\r\n5;7;;1.00;\r\n"
        let options = RecognitionOptions(dateFormat: .yearMonthDay)
        for chunkSize in [1, 7, 30, Chunk.usualSize] {
            let result = try read(
                [
                    MemoryFile(first + (3...9).map { "\($0)0;7;2026-01-01;1.00;\n" }.joined(), name: "first"),
                    MemoryFile(second + (3...9).map { "\($0)1;7;2026-01-01;1.00;\n" }.joined(), name: "second"),
                ], recognition: options, options: IntakeOptions(workers: 2), chunkSize: chunkSize)
            #expect(
                result.rejects.map { "\($0.file) \($0.line) \($0.reason)" } == [
                    "first 7 unreadableDate", "second 3 unreadableAmount", "second 5 missingDate",
                ])
        }
    }

    @Test("keeps the first rejected rows of each reason", arguments: [1, 2])
    func keptRejects(workers: Int) throws {
        let rows = (0..<200).map { "7,2026-01-01,\($0 % 2 == 0 ? "x" : "\($0)")\n" }.joined() + "7,soon,1.00\n"
        let result = try read(
            [MemoryFile("customer,date,total\n" + String(repeating: "7,2026-01-01,1.00\n", count: 400) + rows)],
            options: IntakeOptions(keptRejects: 3, workers: workers), chunkSize: 100)
        #expect(
            result.rejectedLines == [
                "402 unreadableAmount", "404 unreadableAmount", "406 unreadableAmount", "602 unreadableDate",
            ])
        #expect(result.accounting.rejected == 101)
    }

    @Test("takes short rows for rows with blank fields") func ragged() throws {
        let result = try read("customer,date,total,country\n7,2026-01-01,1.00\n8,2026-01-02,2.00,PL,,\n")
        #expect(result.accounting.accepted == 2)
    }
}
