import Domain
import Ledger
import Testing

@testable import Intake

@Suite("Figures of a reading") struct ReadingFiguresTests {
    @Test("count the accepted rows of each currency that were converted")
    func conversion() throws {
        let rates = try ExchangeRates(parsing: "2026-01-01,EUR,4.00\n2026-01-01,CZK,0.20\n")
        let options = IntakeOptions(baseCurrency: Currency("PLN"), rates: rates, rejectedLimit: 1, workers: 1)
        let result = try read(
            """
            order,customer,date,total,currency
            1,a,2026-01-02,5.00,EUR
            2,a,2026-01-02,5.00,PLN
            3,a,2026-01-02,5.00,EUR
            4,a,2026-01-02,5.00,CZK
            5,a,2025-12-02,5.00,CZK
            6,a,2026-01-02,5.00,GBP
            """, options: options)
        #expect(result.convertedRows == ["EUR": 2, "CZK": 1])
        #expect(result.accounting.rejectedByReason == [.missingRate: 2])
        #expect(try read("client,date,total\na,2026-01-02,5.00\n").convertedRows.isEmpty)
    }

    @Test("no row of an unknown currency passes because the row before names it too")
    func unknownCurrency() throws {
        let result = try read(
            """
            order,customer,date,total,currency
            1,a,2026-01-02,5.00,EUR
            2,a,2026-01-02,5.00,EUR
            3,a,2026-01-02,5.00,XX
            4,a,2026-01-02,5.00,XX
            5,a,2026-01-02,5.00,XX
            6,a,2026-01-02,5.00,EUR
            """ + (7...30).map { "\n\($0),a,2026-01-02,5.00,EUR" }.joined())
        #expect(result.accounting.rejectedByReason == [.unknownCurrency: 3])
        #expect(result.accounting.accepted == 27)
    }

    @Test("count the orders that refunds gave back, whole and in part")
    func refunds() throws {
        let result = try read(
            """
            order,customer,date,total,refund of
            1,a,2026-01-02,10.00,
            2,b,2026-01-02,10.00,
            3,b,2026-01-02,10.00,
            4,a,2026-01-05,-4.00,1
            5,a,2026-01-06,-2.00,1
            6,b,2026-01-05,-10.00,2
            7,c,2026-01-05,-5.00,77
            8,c,2026-01-05,-5.00,
            """)
        #expect(result.ordersRefundedWhole == 1)
        #expect(result.ordersRefundedInPart == 1)
        #expect(result.refundsWithoutOrder == 1)
        let column = try read(
            """
            order,customer,date,total,amount refunded
            1,a,2026-01-02,10.00,10.00
            2,b,2026-01-02,10.00,3.00
            3,b,2026-01-02,10.00,0.00
            """)
        #expect(column.ordersRefundedWhole == 1)
        #expect(column.ordersRefundedInPart == 1)
    }

    @Test(
        "tell whether an order's total stands on one of its lines alone",
        arguments: [
            (["1,a,2026-01-02,10.00", "1,a,2026-01-02,", "2,b,2026-01-03,7.00"], true),
            (["1,a,2026-01-02,", "1,a,2026-01-02,10.00"], true),
            // Neither day nor money on the further line.
            (["1,a,2026-01-02,10.00", "1,,,"], true),
            (["1,a,2026-01-02,10.00", "2,a,2026-01-02,10.00"], false),
            (["1,a,2026-01-02,10.00", "1,a,2026-01-02,", "1,a,2026-01-02,5.00"], false),
            (["1,a,2026-01-02,10.00", "1,a,2026-01-02,10.00"], false),
        ])
    func totals(rows: [String], standsOnce: Bool) throws {
        let result = try read("order,customer,date,total\n" + rows.joined(separator: "\n"))
        #expect(result.totalStandsOnce == standsOnce)
        #expect(result.accounting.rejected == 0)
    }
}
