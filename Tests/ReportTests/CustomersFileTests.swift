import Domain
import Ledger
import Metrics
import Testing

@testable import Report

@Suite("The customers' file") struct CustomersFileTests {
    private func text(_ content: ReportContent) -> String {
        var bytes: [UInt8] = []
        CustomersFile(content).write { bytes.append(contentsOf: $0) }
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test("has a row a customer, the ones with refunds only too") func rows() {
        let documents = [
            LedgerDocument(customer: "7", day: SampleShop.day("2026-01-05"), minorUnits: 1_999),
            LedgerDocument(customer: "7", day: SampleShop.day("2026-02-05"), minorUnits: 1),
            LedgerDocument(customer: "8", day: SampleShop.day("2026-02-01"), minorUnits: -250),
        ]
        let lines = text(SampleShop.content(of: documents, currency: "EUR")).split(separator: "\r\n")
        #expect(lines.count == 3)
        #expect(lines[0] == CustomersFile.columns.joined(separator: ","))
        #expect(lines[1].hasPrefix("7,2026-01-05,2026-02-05,2,2,20.00,0.00,20.00,20.00,,EUR,31,31,0,"))
        #expect(lines[2].hasPrefix("8,,,0,0,0.00,2.50,-2.50,-2.50,,EUR,,,,,,,,,,"))
        for line in lines {
            let cells = line.split(separator: ",", omittingEmptySubsequences: false)
            #expect(cells.count == CustomersFile.columns.count)
        }
    }

    @Test("comes in pieces whose sum is the file") func pieces() {
        var sizes: [Int] = []
        let documents = (0..<3_000).map {
            LedgerDocument(customer: "customer-\($0)", day: SampleShop.day("2026-01-05"), minorUnits: 100)
        }
        CustomersFile(SampleShop.content(of: documents, currency: "JPY")).write { sizes.append($0.count) }
        #expect(sizes.count > 2 && sizes.allSatisfy { $0 < 70_000 })
    }

    @Test("a sink that fails ends the writing") func failure() {
        struct Full: Error {}
        #expect(throws: Full.self) {
            try CustomersFile(SampleShop.garden).write { _ in throw Full() }
        }
    }

    @Test(
        "text is quoted where it must be, and is no formula for a spreadsheet",
        arguments: [
            ("a@b.pl", "a@b.pl"), ("a,b", "\"a,b\""), ("a\"b", "\"a\"\"b\""), ("=1+1", "'=1+1"),
            ("+48600100200", "+48600100200"),
            ("＝1+1", "'＝1+1"), ("＋1+cmd", "'＋1+cmd"), ("－cmd", "'－cmd"), ("＠x", "'＠x"), ("ＡＢ", "ＡＢ"),
            ("-cmd", "'-cmd"), ("@x", "'@x"), ("a\nb", "\"a\nb\""), ("", ""),
        ])
    func fields(text: String, field: String) {
        var rows = CSVRows()
        rows.append(text: text)
        #expect(String(decoding: rows.bytes, as: UTF8.self) == field)
    }

    @Test("numbers are written exactly, to the ends of their range") func numbers() {
        var rows = CSVRows()
        rows.append(minorUnits: .min, digits: 2)
        rows.append(minorUnits: -5, digits: 2)
        rows.append(minorUnits: 1_234, digits: 0)
        rows.append(minorUnits: 1_005, digits: 3)
        rows.append(minorUnits: nil, digits: 2)
        rows.append(0)
        rows.append(nil)
        #expect(
            String(decoding: rows.bytes, as: UTF8.self) == "-92233720368547758.08,-0.05,1234,1.005,,0,")
    }
}
