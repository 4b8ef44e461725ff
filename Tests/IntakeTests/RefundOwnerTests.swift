import Ledger
import TestSupport
import Testing

@testable import Intake

@Suite("Refunds that name an order") struct RefundOwnerTests {
    @Test("belong to the order's customer, whoever stands beside them, in any sharing of the work", arguments: 0..<20)
    func property(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        var rows: [String] = []
        var expected: [String] = []
        for order in 1...80 {
            // Addresses and numbers; some refunds by the shop, some by nobody, some by the customer.
            let customer = order % 3 == 0 ? "\(order)" : "c\(order)@b.pl"
            let by = ["shop@b.pl", "", customer, "4711"][Int.random(in: 0..<4, using: &random)]
            rows.append("A\(order),\(customer),2026-01-02,10.00,,PL")
            switch order % 4 {
            case 0: expected.append("\(customer) 2026-01-02 order 10.00")
            case 1:
                rows.append("R\(order),\(by),2026-01-05,-10.00,A\(order),DE")
                expected.append("\(customer) 2026-01-02 reversed 10.00")
            default:
                rows.append("R\(order),\(by),2026-01-05,-4.00,A\(order),DE")
                expected += ["\(customer) 2026-01-02 order 10.00", "\(customer) 2026-01-05 refund -4.00"]
            }
        }
        rows.append("R99,shop@b.pl,2026-01-05,-1.00,A99,DE")
        expected.append("shop@b.pl 2026-01-05 refund -1.00")
        rows.shuffle(using: &random)
        let text = "order,customer,date,total,refund of,country\n" + rows.joined(separator: "\n")
        let alone = try read(text)
        for workers in 1...3 {
            let result = try read(
                text, options: IntakeOptions(workers: workers), chunkSize: Int.random(in: 64...600, using: &random))
            #expect(result.documents == expected.sorted(), "seed \(seed), \(workers) workers")
            #expect(result.ledger.columns == alone.ledger.columns, "seed \(seed), \(workers) workers")
            #expect(result.refundsWithoutOrder == 1 && result.conflictingOrders == 0)
            #expect(result.ordersRefundedWhole == 20 && result.ordersRefundedInPart == 40)
            #expect(result.brokenPromise == nil)
        }
    }

    @Test("are nobody's where the order is")
    func unidentified() throws {
        let result = try read(
            """
            order,customer,date,total,refund of
            1,,2026-01-02,10.00,
            2,,2026-01-02,20.00,
            3,a,2026-01-02,30.00,
            4,a,2026-01-05,-10.00,1
            5,shop,2026-01-05,-5.00,2
            """)
        #expect(result.documents == ["a 2026-01-02 order 30.00"])
        #expect(result.ledger.unidentified.grossMinorUnits == 2_000)
        #expect(result.ledger.unidentified.refundMinorUnits == 500)
        #expect(result.refundsWithoutOrder == 0)
        #expect(result.brokenPromise == nil)
    }
}
