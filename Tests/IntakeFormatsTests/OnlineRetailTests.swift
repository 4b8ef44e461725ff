import Domain
import Foundation
import Ledger
import Testing

@testable import Intake
@testable import IntakeFormats

/// The example file, read once for all tests, against check values that were computed without this program.
@Suite("Online Retail") struct OnlineRetailTests {
    private let result: IntakeResult
    private let ledger: Ledger

    private static let read = Result<IntakeResult, any Error> {
        try OrderIntake([file()]).read(options: IntakeOptions(currency: Currency("GBP")))
    }

    private static func file() throws -> any OrderFile {
        let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        return try OrderFiles.open(
            repository.appendingPathComponent("Examples/online-retail/online_retail.csv.gz").path)
    }

    /// What the file has where `filter` holds.
    private static func reading(where filter: String) throws -> IntakeResult {
        let filter = try #require(RowFilter(filter))
        return try OrderIntake([file()]).read(
            options: IntakeOptions(filters: [filter], currency: Currency("GBP")))
    }

    init() throws {
        result = try Self.read.get()
        ledger = result.ledger
    }

    /// The documents of each customer.
    private var customers: [Range<Int>] {
        (0..<ledger.customerCount).map { ledger.offsets[$0]..<ledger.offsets[$0 + 1] }
    }

    private func orders(_ documents: Range<Int>) -> [Int] { documents.filter { ledger.kinds[$0] == .order } }

    private func net(_ documents: Range<Int>) -> Int64 {
        documents.reduce(0) { ledger.kinds[$1] == .reversed ? $0 : $0 + ledger.minorUnits[$1] }
    }

    // MARK: Documents

    @Test("hands over 25,900 orders with 541,909 lines, those of the ledger and 3,710 of nobody") func documents()
        throws
    {
        var documents: [OrderDocument] = []
        var customers: [String] = []
        let read = try OrderIntake([Self.file()]).readDocuments(
            options: IntakeOptions(currency: Currency("GBP")), spool: SpooledRows(memoryLimit: 1 << 20))
        _ = try read.forEachBatch { batch in
            documents += batch.documents
            customers += batch.customers.map(\.name)
        }
        #expect(documents.count == 25_900)
        #expect(Set(documents.compactMap(\.order)).count == 25_900)
        #expect(documents.count { $0.customer == nil } == 3_710)
        #expect(customers == (0..<ledger.customerCount).map { ledger.customers[$0] })
        #expect(customers.count == 4_372)
        let lines = documents.flatMap(\.lines)
        #expect(lines.count == 541_909)
        #expect(Set(lines.map(\.place.line)) == Set(2...541_910))
        #expect(lines.reduce(0) { $0 + ($1.quantityThousandths ?? 0) } == 5_176_450_000)
        #expect(Set(lines.compactMap(\.product)).count == 4_070)
        #expect(Set(lines.compactMap(\.productName)).count == 4_211)
        #expect(documents.first { $0.order == "573585" }?.lines.count == 1_114)
        let known = documents.filter { $0.customer != nil }
        #expect(known.map(\.minorUnits) == ledger.minorUnits)
        #expect(known.map(\.day.number) == ledger.days)
        #expect(known.map(\.kind) == ledger.kinds)
        #expect(result.ledger.unidentified == ledger.unidentified)
    }

    // MARK: Check values

    @Test("accepts every row") func accounting() {
        #expect(result.accounting.rows == 541_909)
        #expect(result.accounting.accepted == 541_909)
        #expect(result.rejects.isEmpty)
        #expect(ledger.brokenInvariant() == nil)
        #expect(result.conflictingOrders == 0)
    }

    @Test("has 4,339 customers with 18,536 orders of 8,911,407.90, and 33 with refunds alone") func orders() {
        let buyers = customers.filter { !orders($0).isEmpty }
        #expect(buyers.count == 4_339)
        #expect(customers.count - buyers.count == 33)
        #expect(buyers.reduce(0) { $0 + orders($1).count } == 18_536)
        let gross: Int64 = buyers.flatMap(orders).reduce(0) { $0 + ledger.minorUnits[$1] }
        #expect(gross == 891_140_790)
        #expect(buyers.count { orders($0).count > 1 } == 2_845)
        #expect(buyers.count { Set(orders($0).map { ledger.days[$0] }).count > 1 } == 2_790)
    }

    @Test("gives back 611,342.09, of which 10,411.24 to customers with refunds alone") func refunds() {
        let buyers = customers.filter { !orders($0).isEmpty }
        let others = customers.filter { orders($0).isEmpty }
        let refunds: Int64 = ledger.kinds.indices.filter { ledger.kinds[$0] == .refund }
            .reduce(0) { $0 - ledger.minorUnits[$1] }
        #expect(refunds == 61_134_209)
        let buyersNet: Int64 = buyers.reduce(0) { $0 + net($1) }
        #expect(buyersNet == 831_047_705)
        let othersNet: Int64 = others.reduce(0) { $0 + net($1) }
        #expect(othersNet == -1_041_124)
        #expect(ledger.unidentified.netMinorUnits == 144_768_212)
        #expect(buyersNet + othersNet + ledger.unidentified.netMinorUnits == 974_774_793)
        #expect(buyers.count { net($0) < 0 } == 8)
    }

    @Test("has the repeat purchases by day that lifetime-value models count") func days() throws {
        let end = try #require(Day("2011-12-09")).number
        var repeats = 0
        var recency = 0
        var age = 0
        for days in customers.map({ orders($0).map { ledger.days[$0] } }) {
            guard let first = days.first, let last = days.last else { continue }
            repeats += Set(days).count - 1
            recency += Int(last - first)
            age += Int(end - first)
        }
        #expect(repeats == 12_427)
        #expect(recency == 567_287)
        #expect(age == 966_655)
    }

    static let cohorts = """
        2010-12,885,324,286,340,321,352,321,309,313,350,331,445,235
        2011-01,417,92,111,96,134,120,103,101,125,136,152,49
        2011-02,380,71,71,108,103,94,96,106,94,116,26
        2011-03,452,68,114,90,101,76,121,104,126,39
        2011-04,300,64,61,63,59,68,65,78,22
        2011-05,284,54,49,49,59,66,75,27
        2011-06,242,42,38,64,56,81,23
        2011-07,188,34,39,42,51,21
        2011-08,169,35,42,41,21
        2011-09,299,70,90,34
        2011-10,358,86,41
        2011-11,324,36
        2011-12,41
        """

    @Test("has its monthly cohorts") func cohorts() {
        var table: [[Int]] = (0..<13).map { Array(repeating: 0, count: 13 - $0) }
        func month(_ document: Int) -> Int {
            CalendarPeriod(.month, containing: Day(number: ledger.days[document])).index - (2010 - 1970) * 12 - 11
        }
        for months in customers.map({ Set(orders($0).map(month)) }) {
            guard let first = months.min() else { continue }
            for month in months { table[first][month - first] += 1 }
        }
        let text = table.enumerated().map { number, row in
            let name = CalendarPeriod(unit: .month, index: (2010 - 1970) * 12 + 11 + number).description
            return ([name] + row.map(String.init)).joined(separator: ",")
        }
        #expect(text.joined(separator: "\n") == Self.cohorts)
    }

    // MARK: Quirks

    @Test("takes cancellations that name no invoice for refunds") func cancellations() {
        #expect(ledger.documentCount == 22_190)
        #expect(ledger.kinds.count { $0 == .refund } == 22_190 - 18_536)
        #expect(!ledger.kinds.contains(.reversed))
        #expect(result.refundsWithoutOrder == 0)
    }

    @Test("keeps what has no customer out of the customers: write-offs, bad debts and sales alike") func unidentified()
    {
        // 25,900 invoices less 22,190; of these 182 cancellations, 1,336 write-offs and two bad debts are no orders.
        #expect(ledger.unidentified.orders == 25_900 - 22_190 - 182 - 1_336 - 2)
        #expect(ledger.unidentified.lastDay == Day("2011-12-09")?.number)
    }

    @Test("keeps free orders") func freeOrders() {
        #expect(ledger.kinds.indices.contains { ledger.kinds[$0] == .order && ledger.minorUnits[$0] == 0 })
    }

    @Test(
        "keeps huge orders beside their cancellations minutes later",
        arguments: [
            ("16446", 16_846_960, 12), ("12346", 7_718_360, 16),
        ] as [(String, Int64, Int)])
    func wholesalers(customer: String, minorUnits: Int64, minutes: Int) throws {
        let place = try #require((0..<ledger.customerCount).first { ledger.customers[$0] == customer })
        let documents = customers[place]
        let order = try #require(documents.first { ledger.minorUnits[$0] == minorUnits })
        let refund = try #require(documents.first { ledger.minorUnits[$0] == -minorUnits })
        #expect(ledger.kinds[order] == .order)
        #expect(ledger.kinds[refund] == .refund)
        #expect(ledger.days[order] == ledger.days[refund])
        #expect(Int(ledger.minutes[refund]) - Int(ledger.minutes[order]) == minutes)
    }

    @Test("keeps every exact repeat of a line and rounds prices of three decimals once an invoice") func repeats() {
        // Without the repeats, or with lines rounded one by one, the sum of all rows would not be this.
        let identified: Int64 = ledger.minorUnits.reduce(0, +)
        #expect(identified + ledger.unidentified.netMinorUnits == 974_774_793)
    }

    @Test(
        "keeps the lines that are no goods in the revenue",
        arguments: [
            ("POST", 6_623_064), ("DOT", 20_624_548), ("AMAZONFEE", -22_152_050),
        ] as [(String, Int64)])
    func notGoods(code: String, minorUnits: Int64) throws {
        let lines = try Self.reading(where: "StockCode=\(code)")
        let money: Int64 = lines.ledger.minorUnits.reduce(lines.ledger.unidentified.netMinorUnits, +)
        #expect(money == minorUnits)
        let others = try Self.reading(where: "StockCode!=\(code)")
        #expect(others.accounting.accepted + lines.accounting.accepted == 541_909)
    }

    // MARK: Descriptions

    @Test("has pound signs, quotes and commas, blanks at the ends, and no text at all in descriptions")
    func descriptions() throws {
        let bytes = try Self.file().bytes()
        // Without the header.
        var (records, blank, pounds, marks, padded) = (-1, 0, 0, 0, 0)
        // Piece by piece: half a million records of eight texts are much to hold. No record goes over a line.
        for piece in bytes.split(separator: 10).chunks(of: 20_000) {
            let lines = Array(piece.joined(separator: [10]))
            for record in RecordSplitter.records(of: lines, delimiter: UInt8(ascii: ","), isWhole: true) {
                let text = record.fields[2]
                records += 1
                if text.isEmpty { blank += 1 }
                if text.contains("£") { pounds += 1 }
                if text.utf8.contains(where: { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: ",") }) { marks += 1 }
                if text.utf8.first == 32 || text.utf8.last == 32 { padded += 1 }
            }
        }
        #expect(records == 541_909)
        #expect(blank == 1_454)
        #expect(pounds == 32)
        #expect(marks == 6_035)
        #expect(padded == 113_452)
    }

    @Test(
        "finds a description whatever stands in it",
        arguments: [
            ("Dotcomgiftshop Gift Voucher £20.00", 9), ("ASSORTED FLOWER COLOUR \"LEIS\"", 111),
            ("RECORD FRAME 7\" SINGLE SIZE", 369), ("SET OF 3 CAKE TINS PANTRY DESIGN", 1_473),
            // With and without a blank at its end.
            ("BATHROOM METAL SIGN", 714),
        ])
    func description(text: String, rows: Int) throws {
        let result = try Self.reading(where: "Description=\(text)")
        #expect(result.accounting.accepted == rows)
        #expect(result.accounting.rejected == 0)
    }

    @Test("has 38 countries, of which 37 have known customers") func countries() throws {
        let column = try #require(ledger.dimensions.first { $0.dimension == .country })
        let used = Set(column.codes.map { column.values[Int($0)] })
        #expect(used.contains("United Kingdom") && used.contains("EIRE"))
        #expect(used.count == 37)
        #expect(!used.contains(""))
    }

    @Test("starts on 2010-12-01 and is cut on 2011-12-09") func span() {
        #expect(ledger.days.min() == Day("2010-12-01")?.number)
        #expect(ledger.days.max() == Day("2011-12-09")?.number)
        #expect(!ledger.minutes.contains(Ledger.noMinute))
    }
}

extension Array {
    /// Its elements in order, so many at a time.
    fileprivate func chunks(of count: Int) -> [ArraySlice<Element>] {
        stride(from: 0, to: self.count, by: count).map { self[$0..<Swift.min($0 + count, self.count)] }
    }
}
