import Domain
import Foundation
import Ledger
import TestSupport
import Testing

@testable import Intake

@Suite("Reading order files") struct OrderIntakeTests {
    // MARK: Bad input

    @Test("refuses a file with nothing in it", arguments: ["", "\n", "\n\n\r\n", " \n"])
    func nothing(_ text: String) {
        let found = error { _ = try read(text) }
        #expect(found as? IntakeError == .emptyFile || found as? RecognitionError == .empty)
    }

    @Test("refuses a header with no row below it", arguments: ["customer,date,total", "customer,date,total\n"])
    func headerOnly(_ text: String) {
        let found = error { _ = try read(text) }
        #expect(found is IntakeError || found is RecognitionError)
    }

    @Test("refuses bytes that are no table", arguments: 0..<50)
    func binary(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let bytes = (0..<Int.random(in: 1...3_000, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random)
        }
        #expect(error { _ = try read([MemoryFile(bytes)]) } != nil, "seed \(seed)")
    }

    @Test("hands on what the file throws, with its name", arguments: [0, 10, 600, 2_000_000])
    func failing(after bytes: Int) throws {
        let row = "7,2026-01-01,1.00\n"
        let file = MemoryFile("customer,date,total\n" + String(repeating: row, count: 150_000), name: "broken.csv")
        file.failsAfter = bytes
        let failure = #expect(throws: FileFailure.self) {
            try read([file], options: IntakeOptions(workers: 2), chunkSize: 1 << 16)
        }
        #expect(failure?.file == "broken.csv")
        #expect(failure?.reason as? MemoryFile.Failure == MemoryFile.Failure())
    }

    @Test("names the file whose column asks") func namedFailure() {
        let good = MemoryFile("customer,date,total\n7,2026-01-25,1.00\n", name: "good.csv")
        let unclear = MemoryFile("customer,date,total\n7,01/02/2026,1.00\n", name: "unclear.csv")
        let failure = #expect(throws: FileFailure.self) { try read([good, unclear]) }
        #expect(failure?.file == "unclear.csv")
        #expect(failure?.reason as? IntakeError == .ambiguousDates(column: "date", example: "01/02/2026"))
    }

    @Test("refuses money that does not fit, and does not trap", arguments: [true, false])
    func overflow(isOneOrder: Bool) {
        let rows = (0..<200_000).map { "\(isOneOrder ? 1 : $0 + 1),7,2026-01-01,999999999999.99\n" }.joined()
        #expect(intakeError("order,customer,date,line total\n" + rows) == .amountsTooLarge)
    }

    @Test("reads one order in total") func oneOrder() throws {
        let result = try read("order,customer,date,total\n1,7,2026-01-01,1.00")
        #expect(result.documents == ["7 2026-01-01 order 1.00"])
    }

    @Test("reads a file none of whose rows is accepted") func allRejected() throws {
        let result = try read(
            "order,customer,date,total\n1,7,2026-01-01,1.00\n",
            options: IntakeOptions(asOf: Day("2025-01-01"), workers: 1))
        #expect(result.ledger.customerCount == 0)
        #expect(result.accounting.ignored == 1)
        #expect(result.brokenPromise == nil)
    }

    @Test("takes any day for as-of", arguments: ["0000-01-01", "9999-12-31"])
    func asOf(_ day: String) throws {
        let options = IntakeOptions(asOf: Day(day), workers: 1)
        let result = try read("customer,date,total\n7,2026-01-01,1.00\n", options: options)
        #expect(result.accounting.accepted == (day == "9999-12-31" ? 1 : 0))
    }

    @Test("reads one customer with many orders, all on one day") func oneCustomer() throws {
        let rows = (1...60_000).map { "\($0),7,2026-01-01,1.00\n" }.joined()
        let result = try read("order,customer,date,total\n" + rows, options: IntakeOptions(workers: 2))
        #expect(result.ledger.customerCount == 1)
        #expect(result.ledger.documentCount == 60_000)
        #expect(result.brokenPromise == nil)
    }

    @Test("keeps ids of a kilobyte apart") func longIds() throws {
        let start = String(repeating: "x", count: 1_000)
        let rows = (1...300).map { "\(start)\($0),\(start)\($0 % 3),2026-01-01,1.00\n" }.joined()
        let result = try read("order,customer,date,total\n" + rows)
        #expect(result.ledger.customerCount == 3)
        #expect(result.ledger.documentCount == 300)
        #expect(Set((0..<3).map { result.ledger.customers[$0] }) == Set((0..<3).map { "\(start)\($0)" }))
    }

    @Test("reads lines that end in carriage returns alone") func oldMac() throws {
        let rows = (3...9).map { "\($0),7,2026-01-02,1.00\r" }.joined()
        let result = try read("order,customer,date,total\r1,7,2026-01-01,1.00\r2,7,never,1.00\r" + rows)
        #expect(result.accounting.accepted == 8)
        #expect(result.rejectedLines == ["3 unreadableDate"])
    }

    @Test("keeps a country that is called like the rest", arguments: ["…", "PL"])
    func countries(_ name: String) throws {
        let result = try read("customer,date,total,country\n7,2026-01-01,1.00,\(name)\n8,2026-01-01,1.00,\n")
        let column = try #require(result.ledger.dimensions.first { $0.dimension == .country })
        #expect(Set(column.codes.map { column.values[Int($0)] }) == [name, ""])
    }

    @Test("tells more cities than there are codes as one") func manyCities() throws {
        let rows = (1...70_000).map { "\($0),7,2026-01-01,1.00,town \($0)\n" }.joined()
        let result = try read(
            "order,customer,date,total,city\n" + rows, recognition: RecognitionOptions(columns: [.city: "city"]),
            options: IntakeOptions(workers: 2))
        let column = try #require(result.ledger.dimensions.first { $0.dimension == .city })
        #expect(column.codes.count { column.values[Int($0)] == "…" } > 4_000)
        #expect(column.values.count <= Int(UInt16.max))
    }

    // MARK: Customers

    @Test("knows one customer by addresses and numbers in any form") func identities() throws {
        let text = """
            order,email,phone,date,total
            1,Anna@Example.com,,2026-01-01,1.00
            2, anna@example.com ,,2026-01-02,1.00
            3,mailto:anna@example.com,,2026-01-03,1.00
            4,Anna <anna@example.com>,,2026-01-04,1.00
            5,,600 100 200,2026-01-05,1.00
            6,-,+48 600-100-200,2026-01-06,1.00
            7,no address,(600) 100 200,2026-01-07,1.00
            8,,,2026-01-08,1.00
            9,n/a,,2026-01-09,1.00
            """
        let result = try read(text)
        #expect(result.ledger.customerCount == 2)
        #expect(Set((0..<2).map { result.ledger.customers[$0] }) == ["anna@example.com", "+48600100200"])
        #expect(result.ledger.unidentified.orders == 2)
        #expect(result.ledger.unidentified.grossMinorUnits == 200)
    }

    @Test("takes guests for nobody", arguments: ["0", "guest", "-", "null", "", "brak", "Гость"])
    func guests(_ id: String) throws {
        let rows = (1...5).map { "\($0),c\($0),2026-01-0\($0),1.00\n" }.joined()
        let result = try read("order,customer id,date,total\n" + rows + "6,\(id),2026-01-06,4.00\n")
        #expect(result.ledger.customerCount == 5)
        #expect(result.ledger.unidentified.grossMinorUnits == 400)
    }

    @Test("counts rows without a customer as the shop's, refunds too") func unidentified() throws {
        let text = """
            order,customer,date,quantity,price
            1,7,2026-01-01,1,1.00
            2,,2026-01-02,2,1.00
            2,,2026-01-02,1,3.00
            3,,2026-01-03,-1,4.00
            4,,2026-01-04,1,0.00
            """
        let sales = try read(text).ledger.unidentified
        #expect(sales.orders == 2)
        #expect(sales.grossMinorUnits == 500)
        #expect(sales.refundMinorUnits == 400)
        #expect(sales.firstDay == Day("2026-01-02")?.number)
        #expect(sales.lastDay == Day("2026-01-04")?.number)
    }

    @Test("reports an order id that stands under two customers, as it is written") func conflicts() throws {
        let text = """
            order,customer,date,total
            A-1,7,2026-01-01,1.00
            A-1,8,2026-01-01,2.00
            12,7,2026-01-02,1.00
            12,9,2026-01-03,2.00
            13,7,2026-01-04,1.00
            """
        let result = try read(text)
        #expect(result.conflictingOrders == 2)
        #expect(result.conflictExamples.sorted() == ["12", "A-1"])
        #expect(result.ledger.documentCount == 5)
    }

    // MARK: Several files

    @Test("counts orders once that stand in two files, as the later one tells them") func overlap() throws {
        let header = "order,customer,date,line total\n"
        let january = MemoryFile(header + "1,7,2026-01-01,1.00\n2,7,2026-01-31,2.00\n2,7,2026-01-31,3.00\n", name: "1")
        let february = MemoryFile(header + "2,7,2026-01-31,2.50\n3,8,2026-02-01,4.00\n", name: "2")
        let result = try read([january, february])
        #expect(
            result.documents == [
                "7 2026-01-01 order 1.00", "7 2026-01-31 order 2.50", "8 2026-02-01 order 4.00",
            ])
        #expect(result.overlappingOrders == 1)
        #expect(result.accounting.accepted == 5)
    }

    @Test("lets a second file's refunds find the first file's orders") func refundsFile() throws {
        let orders = MemoryFile("order,customer,date,total\n1,7,2026-01-01,10.00\n2,7,2026-01-02,20.00\n", name: "1")
        let refunds = MemoryFile(
            "order,customer,date,total,refund of\nR1,7,2026-01-05,-10.00,1\nR2,7,2026-01-06,-5.00,2\n"
                + "R9,7,2026-01-07,-1.00,99\n", name: "2")
        let result = try read([orders, refunds, refunds])
        #expect(
            result.documents == [
                "7 2026-01-01 reversed 10.00", "7 2026-01-02 order 20.00", "7 2026-01-06 refund -5.00",
                "7 2026-01-07 refund -1.00",
            ])
        #expect(result.overlappingOrders == 0)
        #expect(result.refundsWithoutOrder == 1)
    }

    @Test("takes a later file's money back for a refund of the order") func laterRefund() throws {
        let first = MemoryFile("order,customer,date,total\n1,7,2026-01-01,10.00\n2,7,2026-01-02,9.00\n", name: "1")
        let second = MemoryFile("order,customer,date,total\n1,7,2026-02-01,-10.00\n2,7,2026-02-02,-4.00\n", name: "2")
        #expect(
            try read([first, second]).documents == [
                "7 2026-01-01 reversed 10.00", "7 2026-01-02 order 9.00", "7 2026-02-02 refund -4.00",
            ])
    }

    @Test("merges the lines of one file beside a file without order ids") func mixedFiles() throws {
        let lines = MemoryFile("order,customer,date,line total\n1,7,2026-01-01,1.00\n1,7,2026-01-01,2.00\n", name: "1")
        let rows = MemoryFile("customer,date,total\n7,2026-01-05,4.00\n7,2026-01-05,4.00\n", name: "2")
        #expect(
            try read([lines, rows]).documents == [
                "7 2026-01-01 order 3.00", "7 2026-01-05 order 4.00", "7 2026-01-05 order 4.00",
            ])
    }

    // MARK: Totals

    private static func totals(repeated: Int, different: Int) -> String {
        let same = (0..<repeated).map { "S\($0),7,2026-01-01,8.00\nS\($0),7,2026-01-01,8.00\n" }
        let other = (0..<different).map { "D\($0),7,2026-01-01,8.00\nD\($0),7,2026-01-01,9.00\n" }
        return "order,customer,date,order total\n" + (same + other).joined()
    }

    @Test("asks when totals are repeated on the lines of some orders and differ on others") func unclearTotals() throws
    {
        let text = Self.totals(repeated: 6, different: 2)
        #expect(intakeError(text) == .unclearTotals(column: "order total", repeated: 6, different: 2))
        let perLine = try read(text, options: IntakeOptions(amountIsPerLine: true, workers: 1))
        let lines: Int64 = perLine.ledger.minorUnits.reduce(0, +)
        #expect(lines == 13_000)
        let perOrder = try read(text, options: IntakeOptions(amountIsPerLine: false, workers: 1))
        let orders: Int64 = perOrder.ledger.minorUnits.reduce(0, +)
        #expect(orders == 6_600)
    }

    @Test("rejects lines without an amount whose order has none anywhere") func missingAmounts() throws {
        let text = """
            order,customer,date,order total
            1,7,2026-01-01,1.00
            2,7,2026-01-02,
            2,7,2026-01-02,
            3,7,2026-01-03,3.00
            3,7,2026-01-03,
            4,8,2026-01-04,
            """
        let result = try read(text)
        #expect(result.rejectedLines == ["3 missingAmount", "4 missingAmount", "7 missingAmount"])
        #expect(result.accounting.accepted == 3)
        #expect(result.documents == ["7 2026-01-01 order 1.00", "7 2026-01-03 order 3.00"])
        #expect(result.brokenPromise == nil)
    }

    @Test("rejects lines with nothing but the id of an order that is nowhere") func lostLines() throws {
        let text = """
            order,customer,date,order total
            1,7,2026-01-01,1.00
            1,,,
            2,,,
            3,7,2026-01-03,3.00
            4,7,2026-01-03,3.00
            5,7,2026-01-03,3.00
            """
        let result = try read(text)
        #expect(result.rejectedLines == ["4 missingDate"])
        #expect(result.accounting.accepted == 5)
        #expect(result.brokenPromise == nil)
    }

    @Test("keeps what orders leave after cost, fee and shipping") func contributions() throws {
        let text = """
            order,customer,date,quantity,price,cost,fee,shipping cost
            1,7,2026-01-01,2,5.00,3.00,0.50,1.00
            1,7,2026-01-01,1,2.00,1.00,,
            2,7,2026-01-02,-1,5.00,3.00,,
            """
        let ledger = try read(
            text,
            recognition: RecognitionOptions(columns: [.cost: "cost", .fee: "fee", .shippingCost: "shipping cost"])
        ).ledger
        #expect(ledger.minorUnits == [1200, -500])
        #expect(ledger.contributions == [650, -500])
    }

    // MARK: Order and workers

    @Test("gives one ledger, whatever the order of rows, the workers and the chunks", arguments: 0..<12)
    func oneLedger(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let hasIds = seed % 3 > 0
        let rows = (0..<400).map { _ in Self.row(hasIds: hasIds, &random) }
        let header =
            hasIds ? "order,customer,date,line total,country,refund of\n" : "customer,date,line total,country\n"
        func ledger(_ rows: [String], workers: Int, chunkSize: Int) throws -> [String] {
            let result = try read(
                [MemoryFile(header + rows.joined())], options: IntakeOptions(workers: workers), chunkSize: chunkSize)
            if let broken = result.brokenPromise { Issue.record("seed \(seed): \(broken)") }
            return result.ledger.columns
        }
        let expected = try ledger(rows, workers: 1, chunkSize: Chunk.usualSize)
        for workers in 1...3 {
            #expect(try ledger(rows, workers: workers, chunkSize: 200) == expected, "seed \(seed)")
            let shuffled = rows.shuffled(using: &random)
            #expect(try ledger(shuffled, workers: workers, chunkSize: 333) == expected, "seed \(seed)")
        }
    }

    private static func row(hasIds: Bool, _ random: inout SeededGenerator) -> String {
        func any(_ range: ClosedRange<Int>) -> Int { .random(in: range, using: &random) }
        let customer = any(0...9) == 0 ? "" : any(0...3) == 0 ? "c\(any(1...5))@x.com" : "\(any(1...12))"
        let time = any(0...2) == 0 ? "" : " 0\(any(0...3)):00"
        let tail = "2026-01-0\(any(1...5))\(time),\(any(-3...9)).\(any(0...3))50,\(["PL", "DE", ""][any(0...2)])"
        guard hasIds else { return "\(customer),\(tail)\n" }
        // An order belongs to one customer here, so that nothing hangs on which of two comes first.
        let order = any(1...150)
        return
            "\(order),\(any(0...9) == 0 ? "" : "\(order % 17)"),\(tail),\(any(0...19) == 0 ? "\(any(1...150))" : "")\n"
    }

    @Test("reads pieces of any size") func pieces() throws {
        let text = "order,customer,date,total\n" + (1...5_000).map { "\($0),\($0 % 77),2026-01-01,1.00\n" }.joined()
        let expected = try read(text).ledger.columns
        for seed in 0..<5 as Range<UInt64> {
            let file = MemoryFile(text)
            file.pieces = SeededGenerator(seed: seed)
            #expect(try read([file], options: IntakeOptions(workers: 2), chunkSize: 5_000).ledger.columns == expected)
        }
    }

    @Test("tells how far it is") func progress() throws {
        let text = "order,customer,date,total\n" + (1...5_000).map { "\($0),7,2026-01-01,1.00\n" }.joined()
        let last = Mutexed<IntakeProgress?>(nil)
        _ = try OrderIntake([MemoryFile(text)]).read(options: IntakeOptions(workers: 1)) { last.value = $0 }
        #expect(last.value?.bytes == Int64(text.utf8.count))
        #expect(last.value?.totalBytes == Int64(text.utf8.count))
        #expect(last.value?.rows == 5_000)
    }
}

/// A value that several threads may set.
final class Mutexed<Value: Sendable>: @unchecked Sendable {  // only touched under the lock
    private let lock = NSLock()
    private var stored: Value

    init(_ value: Value) { stored = value }

    var value: Value {
        get { lock.withLock { stored } }
        set { lock.withLock { stored = newValue } }
    }
}
