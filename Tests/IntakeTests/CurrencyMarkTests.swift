import Domain
import Ledger
import Testing

@testable import Intake

/// A sheet as it comes out of a workbook; `␟` stands for the mark behind a number, before the currency of its format.
@Suite("A currency that a spreadsheet's format shows") struct CurrencyMarkTests {
    private static let mark = "\u{1F}"

    private func sheet(_ text: String) -> MemoryFile {
        let file = MemoryFile(text.replacing("␟", with: Self.mark), delimiter: UInt8(ascii: ","))
        file.hasTypedNumbers = true
        return file
    }

    private func orders(_ amounts: [String], header: String = "kwota") -> String {
        "nr,klient,data,\(header)\n"
            + amounts.enumerated().map { "\($0 + 1),7,2026-01-\(10 + $0),\($1)\n" }.joined()
    }

    /// What the file is read as, or why it is not.
    private func outcome(_ file: MemoryFile, options: IntakeOptions = IntakeOptions(workers: 1)) throws -> String {
        do {
            let result = try read([file], options: options)
            return "\(result.ledger.currency) \(result.documents) \(result.rejectedLines)"
        } catch let failure as FileFailure {
            let reason = try #require(failure.reason as? IntakeError)
            return reason.message(in: .english)
        }
    }

    @Test(
        "is read as if it stood beside the amount in a text file",
        arguments: [
            ["12.9␟zł", "1290␟zł"], ["12.9␟zł", "12.9"], ["12.9", "12.9␟zł"], ["12.9␟zł", "12.9␟€"],
            ["7", "7.5␟€", "8"],
            ["-12.9␟zł", "0␟zł", "1␟PLN"], ["12.9␟$", "7␟CAD"], ["7␟$", "1␟USD"], ["1␟kr", "2␟NOK"],
            ["1␟₽", "2.25␟руб."],
            ["0.005␟zł", "1.125␟zł"], ["1␟JPY", "2.5␟¥"], ["1␟zł", ""], ["12.9", "7"],
        ])
    func asText(amounts: [String]) throws {
        for header in ["kwota", "kwota (PLN)", "kwota [EUR]"] {
            let text = orders(amounts, header: header)
            let plain = MemoryFile(text.replacing("␟", with: " "), delimiter: UInt8(ascii: ","))
            #expect(try outcome(sheet(text)) == outcome(plain), "\(header)")
            let options = IntakeOptions(currency: Currency("CHF"), workers: 1)
            #expect(try outcome(sheet(text), options: options) == outcome(plain, options: options), "\(header)")
        }
    }

    @Test("is never added to another") func several() throws {
        #expect(
            error { _ = try read([sheet(orders(["12.9␟zł", "12.9␟€", "1␟zł"]))]) } as? IntakeError
                == .severalCurrencies(["PLN": 2, "EUR": 1], haveColumn: false))
    }

    @Test("late in a long file is seen too, in any split", arguments: [200, 1_000, Chunk.usualSize])
    func late(chunkSize: Int) throws {
        let amounts = (1...3_000).map { "\($0).25␟zł" }
        func file(_ last: String) -> MemoryFile {
            sheet(
                "nr,klient,data,kwota\n"
                    + (amounts + [last]).enumerated().map { "\($0 + 1),7,2026-01-05,\($1)\n" }.joined())
        }
        let result = try read([file("1␟PLN")], chunkSize: chunkSize)
        let expected: Int64 = 3_000 * 3_001 / 2 * 100 + 3_000 * 25 + 100
        #expect(result.ledger.minorUnits.reduce(0, +) == expected)
        #expect(result.ledger.currency.code == "PLN")
        #expect(
            error { _ = try read([file("1␟€")], chunkSize: chunkSize) } as? IntakeError
                == .severalCurrencies(["PLN": 3_000, "EUR": 1], haveColumn: false))
    }

    @Test("that is not the column's makes the row contradict itself, and the row shows it") func column() throws {
        let text =
            "nr,klient,data,kwota,waluta\n"
            + (1...9).map { "\($0),7,2026-01-0\($0),1.5␟zł,PLN\n" }.joined() + "10,7,2026-01-10,2.5␟€,PLN\n"
        let result = try read([sheet(text)])
        #expect(result.rejectedLines == ["11 contradictoryCurrency"])
        #expect(result.rejects[0].text == "10,7,2026-01-10,2.5 €,PLN")
        #expect(result.ledger.currency.code == "PLN")
    }

    @Test("says nothing in a column that is no money") func elsewhere() throws {
        let plain = """
            nr,klient,data,sztuk,cena,status,kraj
            1001,48,2026-01-05,2,10.125,1,616
            1001,48,2026-01-05,1,0.5,1,616
            1002,49,2026-01-06,1.5,10,1,
            1003,48,2026-01-07,-1,10,1,616

            """
        let marked = plain.split(separator: "\n", omittingEmptySubsequences: false).enumerated().map { line, row in
            let cells = row.split(separator: ",", omittingEmptySubsequences: false)
            return cells.enumerated().map { column, cell in
                line == 0 || cell.isEmpty || column == 2 || column == 4 ? String(cell) : cell + "␟€"
            }.joined(separator: ",")
        }.joined(separator: "\n")
        #expect(marked.contains("1001␟€,48␟€,2026-01-05,2␟€,10.125,1␟€,616␟€\n"))
        let (left, right) = (try read([sheet(marked)]), try read([sheet(plain)]))
        #expect(left.documents == right.documents)
        #expect(left.plans[0].columns == right.plans[0].columns)
        #expect(left.ledger.customerNames == right.ledger.customerNames)
        #expect(left.ledger.currency.isUnknown)
        for filter in ["kraj=616", "nr!=1001", "sztuk=1.5"] {
            let options = IntakeOptions(filters: [try #require(RowFilter(filter))], workers: 1)
            #expect(
                try outcome(sheet(marked), options: options) == outcome(sheet(plain), options: options), "\(filter)"
            )
        }
    }

    @Test("of the price counts, and not that of the quantity") func product() throws {
        let text = "nr,klient,data,ilość,cena\n1,7,2026-01-05,2␟zł,10.125␟€\n2,8,2026-01-06,1␟zł,1\n"
        let result = try read([sheet(text)])
        #expect(result.ledger.currency.code == "EUR")
        #expect(result.documents == ["7 2026-01-05 order 20.25", "8 2026-01-06 order 1.00"])
    }

    @Test("and another in the shipping of the row contradict each other") func adjustments() throws {
        let header = "order,customer,date,total without shipping,shipping\n"
        let good = (1...9).map { "\($0),7,2026-01-0\($0),1␟zł,2.5␟PLN\n" }.joined()
        #expect(try read([sheet(header + good)]).documents.first == "7 2026-01-01 order 3.50")
        let result = try read([sheet(header + good + "10,7,2026-01-10,1␟zł,2.5␟€\n")])
        #expect(result.rejectedLines == ["11 contradictoryCurrency"])
    }

    @Test("is brought into the base currency by the day's rate") func rates() throws {
        let rates = try ExchangeRates(parsing: "2026-01-01,EUR,4.2\n")
        let options = IntakeOptions(baseCurrency: Currency("PLN"), rates: rates, workers: 1)
        let result = try read([sheet(orders(["10␟zł", "10.5␟€"]))], options: options)
        #expect(result.documents == ["7 2026-01-10 order 10.00", "7 2026-01-11 order 44.10"])
        #expect(result.convertedRows == ["EUR": 1])
    }

    @Test("is shown with the samples of money, and of nothing else") func samples() throws {
        let text = "nr,klient,data,kwota\n1␟zł,7␟zł,2026-01-05,12.5␟zł\n2␟zł,8,2026-01-06,7\n"
        let intake = try OrderIntake([sheet(text)])
        let samples = Dictionary(
            uniqueKeysWithValues: intake.files[0].recognition.columns.map { ($0.role, $0.samples) })
        #expect(samples[.amount] == ["12.5 zł", "7"])
        #expect(samples[.order] == ["1", "2"])
        #expect(samples[.customer] == ["7", "8"])
        #expect(intake.files[0].recognition.plan.impliedCurrency == nil)
    }

    @Test("leaves texts alone, and text files") func texts() throws {
        let quoted = try read([sheet("nr,klient,data,kwota\nA,\"7␟zł\",2026-01-05,1\nB,7,2026-01-06,1␟zł\n")])
        #expect(quoted.ledger.customerCount == 2)
        let rows = (1...9).map { "\($0),7,2026-01-05,1\n" }.joined()
        let text = MemoryFile("nr,klient,data,kwota\n\(rows)A\u{1F}zł,7,2026-01-05,1\nB,7,2026-01-06,1\u{1F}zł\n")
        #expect(try read([text]).rejectedLines == ["12 unreadableAmount"])
    }

    @Test("can be taken off the whole text") func removed() {
        func removed(_ text: String) -> String {
            String(
                decoding: CurrencyMark.removed(from: Array(text.replacing("␟", with: Self.mark).utf8)), as: UTF8.self)
        }
        #expect(removed("a,1␟zł,\"b,c\"\n2␟€\n3␟PLN") == "a,1,\"b,c\"\n2\n3")
        #expect(removed("a,1\n") == "a,1\n")
        #expect(removed("") == "")
    }
}
