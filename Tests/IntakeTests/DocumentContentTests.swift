import Domain
import Ledger
import TestSupport
import Testing

@testable import Intake

/// What documents say beyond the ledger, example by example.
@Suite("What documents say") struct DocumentContentTests {
    @Test("an order's number, lines, states and customer stand as the file writes them") func lines() throws {
        let reading = try DocumentReading(
            #"""
            order_id,customer_id,email,phone,date,status,payment status,sku,product name,quantity,unit price,country
            № 7,C-1, Anna@Example.com ,+48 600 100 200,2026-01-13T10:20:35,done,paid,T1,"Tea, ""green""",2,3.125,PL
            № 7,C-1,anna@example.com,,2026-01-13T10:20:35,done,paid,T2,Чай,0.5,10.00,
            8,C-1,Anna@Example.com,,2026-01-14,done,,T1,Żółć,-1,2.00,

            """#)
        let batch = try #require(reading.batches.first)
        #expect(reading.batches.count == 1)
        #expect(batch.dimensions == [.country])
        #expect(
            batch.customers == [
                DocumentCustomer(
                    name: "C-1", externalIDs: ["C-1"], emails: ["Anna@Example.com", "anna@example.com"],
                    phones: ["+48 600 100 200"])
            ])
        #expect(batch.documents.map(\.order) == ["№ 7", "8"])
        let order = try #require(batch.documents.first)
        #expect((order.day.description, order.minute, order.second) == ("2026-01-13", 620, 35))
        #expect((order.kind, order.minorUnits, order.dimensions) == (.order, 1_125, ["PL"]))
        #expect((order.status, order.paymentStatus, order.fulfilmentStatus) == ("done", "paid", nil))
        #expect(order.amount == nil && order.refundOf == nil && order.isCounted && order.contribution == nil)
        #expect(order.lines.map(\.product) == ["T1", "T2"])
        #expect(order.lines.map(\.productName) == ["Tea, \"green\"", "Чай"])
        #expect(order.lines.map(\.quantityThousandths) == [2_000, 500])
        #expect(order.lines.map(\.unitPriceMinorUnits) == [313, 1_000])
        #expect(order.lines.map(\.amountMinorUnits) == [625, 500])
        #expect(order.rows == [RowPlace(file: 0, line: 2), RowPlace(file: 0, line: 3)])
        let refund = batch.documents[1]
        #expect((refund.kind, refund.minorUnits, refund.minute, refund.second) == (.refund, -200, nil, nil))
        #expect(refund.lines.map(\.quantityThousandths) == [-1_000])
    }

    @Test("orders that were cancelled come as documents that do not count, lines and all") func cancelled() throws {
        let reading = try DocumentReading(
            """
            order_id,customer_id,date,status,sku,quantity,unit price,channel
            1,7,2026-01-13,paid,T1,1,2.00,web
            2,7,2026-01-14T09:00:01,cancelled,T1,1,2.00,shop
            2,7,,,T2,2,1.50,
            2,,2026-01-14T09:00:01,,T3,1,4.00,
            3,9,2026-01-15,test,T1,,2.00,web
            4,9,,cancelled,T1,1,2.00,web
            5,,2026-01-16,cancelled,T1,1,2.00,web

            """)
        let account = reading.account
        #expect((account.counted, account.leftOut, account.leftOutWithoutDocument) == (1, 3, 1))
        #expect(account.leftOutRows + 1 == reading.result.accounting.ignoredByReason[.statusExcluded])
        let left = reading.documents.filter { !$0.isCounted }
        #expect(left.map(\.order) == ["2", "3", "5"])
        #expect(left.map(\.leftOut) == [.statusExcluded, .statusExcluded, .statusExcluded])
        #expect(left.map(\.status) == ["cancelled", "test", "cancelled"])
        // The line that says nothing of the state is the cancelled order's too, the one without a date is rejected.
        #expect(left[0].lines.map(\.product) == ["T1", "T3"])
        #expect(left[0].lines.map(\.amountMinorUnits) == [200, 400])
        #expect(left.map(\.minorUnits) == [600, 0, 200])
        #expect((left[0].minute, left[0].second) == (540, 1))
        #expect(left.map(\.dimensions) == [["shop"], ["web"], ["web"]])
        // Who has nothing that counts is a customer all the same.
        #expect(reading.batches.flatMap(\.customers).map(\.name).sorted() == ["7", "9"])
        #expect(left[2].customer == nil)
    }

    @Test("amounts stand in their own currency and in the ledger's") func currencies() throws {
        let rates = try ExchangeRates(parsing: "day,currency,rate\n2026-01-01,EUR,4.20\n2026-01-01,JPY,0.03\n")
        let reading = try DocumentReading(
            """
            order_id,customer_id,date,total,currency,refunded amount,status
            1,7,2026-01-13,10.00,EUR,2.50,paid
            2,7,2026-01-14,10.00,PLN,,paid
            3,7,2026-01-15,1000,JPY,,paid
            4,7,2026-01-16,20.00,EUR,,cancelled

            """, options: IntakeOptions(baseCurrency: Currency("PLN"), rates: rates, workers: 1))
        let told = reading.documents.map {
            "\($0.order ?? "") \($0.minorUnits) \($0.ownMoney.map { "\($0.minorUnits) \($0.currency)" } ?? "")"
        }
        #expect(
            told.sorted() == [
                "1 -1050 -250 EUR", "1 4200 1000 EUR", "2 1000 1000 PLN", "3 3000 1000 JPY", "4 8400 2000 EUR",
            ])
        #expect(reading.documents.filter { $0.order == "3" }.map(\.amount) == ["1000"])
        // The refund stands on its order's row, which is the order's.
        #expect(reading.documents.filter { $0.kind == .refund }.map(\.rows) == [[]])
    }

    @Test("a refund names its order, and goes to who bought") func refunds() throws {
        let reading = try DocumentReading(
            """
            Date,Type,Status,Currency,Gross,From Email Address,Transaction ID,Reference Txn ID
            2026-01-13,Payment,Completed,EUR,20.50,a@b.pl,T1,
            2026-01-14,Payment Refund,Completed,EUR,-4.50,shop@b.pl,T2,T1
            2026-01-16,General Withdrawal,Completed,EUR,-500.00,,T4,

            """)
        #expect(reading.documents.map(\.order) == ["T1", "T2"])
        #expect(reading.documents.map(\.refundOf) == [nil, "T1"])
        #expect(reading.batches.flatMap(\.customers).map(\.emails) == [["a@b.pl"]])
        // A payout is no order that was cancelled.
        #expect(reading.account.leftOutWithoutDocument == 1)
    }

    @Test("the further lines of an order, without date and amount, are its lines") func continued() throws {
        let reading = try DocumentReading(
            """
            Name,Email,Financial Status,Currency,Total,Created at,Lineitem name,Lineitem quantity
            #1,Anna@Example.com,paid,EUR,44.90,2026-01-13 10:11:10,Tea,1
            #1,,,,,,Cup,2
            #2,b@example.com,paid,EUR,19.90,2026-01-14 08:59:00,Tea,3

            """)
        #expect(reading.result.accounting.accepted == 3)
        #expect(
            reading.documents.map { $0.lines.compactMap(\.productName) }.sorted { $0.count < $1.count } == [
                ["Tea"], ["Tea", "Cup"],
            ])
        #expect(reading.documents.map(\.amount).compactMap(\.self).sorted() == ["19.90", "44.90"])
    }

    @Test("texts of any kind and length come whole", arguments: 0..<20)
    func hostile(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let parts = [
            "a", "ż", "Щ", "\"", ",", "\n", "\u{202E}", "\u{0301}", "👩‍👩‍👧", "\u{FEFF}", "'; DROP", "<b>", "\r\n", "\u{7F}",
        ]
        let names = (0..<6).map { _ in
            let length = [1, 3, 126, 127, 128, 5_000, 40_000].randomElement(using: &random)!
            return ["x"] + (0..<length).map { _ in parts.randomElement(using: &random)! } + ["x"]
        }
        let rows = names.enumerated().map { number, name in
            "\(number),7,2026-01-13,\"\(name.map { $0 == "\"" ? "\"\"" : $0 }.joined())\",1,2.00"
        }
        let reading = try DocumentReading(
            "order_id,customer_id,date,product name,quantity,unit price\n" + rows.joined(separator: "\n") + "\n")
        let told = reading.lines.sorted { $0.place < $1.place }.map { Array(($0.productName ?? "").utf8) }
        // Compared as bytes: letters that look alike are not the same.
        let isWhole = told == names.map { Array($0.joined().utf8) }
        #expect(isWhole, "seed \(seed)")
    }

    @Test("addresses and telephone numbers in the column of customers are told as such") func mixedColumn() throws {
        let reading = try DocumentReading(
            """
            order_id,customer,date,total
            1,Anna@Example.com,2026-01-13,1.00
            2,anna@example.com,2026-01-14,2.00
            3,+48 600 100 200,2026-01-15,3.00
            4,C-1,2026-01-16,4.00
            5,guest,2026-01-16,4.00

            """)
        let customers = reading.batches.flatMap(\.customers).sorted { $0.name < $1.name }
        #expect(
            customers == [
                DocumentCustomer(name: "+48600100200", phones: ["+48 600 100 200"]),
                DocumentCustomer(name: "C-1", externalIDs: ["C-1"]),
                DocumentCustomer(name: "anna@example.com", emails: ["Anna@Example.com", "anna@example.com"]),
            ])
    }

    @Test("an order that stands in two files comes once, as the later has it") func overlap() throws {
        let files = [
            MemoryFile("order_id,customer_id,date,total\n1,7,2026-01-13,10.00\n2,7,2026-01-14,5.00\n", name: "a"),
            MemoryFile("order_id,customer_id,date,total\n2,7,2026-01-14,6.00\n3,8,2026-01-15,7.00\n", name: "b"),
        ]
        var batches: [DocumentBatch] = []
        let read = try OrderIntake(files).readDocuments(options: IntakeOptions(workers: 1))
        let account = try read.forEachBatch { batches.append($0) }
        let documents = batches.flatMap(\.documents).sorted { ($0.order ?? "") < ($1.order ?? "") }
        #expect(documents.map(\.minorUnits) == [1_000, 600, 700])
        #expect(documents[1].rows == [RowPlace(file: 1, line: 2)])
        #expect(account.acceptedWithoutDocument == 1)
    }
}
