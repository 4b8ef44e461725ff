import Ledger
import Testing

@testable import Intake

@Suite("Money given back") struct GivenBackTests {
    @Test("is taken away once where rows are orders of their own")
    func withoutOrderIds() throws {
        let result = try read(
            """
            customer,date,status,total,refunded amount
            a,2026-01-02,paid,100.00,0.00
            b,2026-01-03,refunded,70.00,70.00
            c,2026-01-04,paid,50.00,50.00
            d,2026-01-05,paid,40.00,15.00
            """)
        #expect(
            result.documents == [
                "a 2026-01-02 order 100.00", "b 2026-01-03 reversed 70.00", "c 2026-01-04 reversed 50.00",
                "d 2026-01-05 order 40.00", "d 2026-01-05 refund -15.00",
            ])
        #expect(result.brokenPromise == nil)
    }

    @Test("for one line of an order leaves the others bought")
    func oneLine() throws {
        let result = try read(
            """
            order,customer,date,status,line total
            1,a,2026-01-02,paid,1.00
            1,a,2026-01-02,refunded,9.00
            2,b,2026-01-03,refunded,4.00
            2,b,2026-01-03,,2.00
            """)
        #expect(
            result.documents == [
                "a 2026-01-02 order 10.00", "a 2026-01-02 refund -9.00", "b 2026-01-03 reversed 6.00",
            ])
    }

    @Test("dates that begin far below the first rows are read all the same")
    func lateDates() throws {
        let blank = (0..<2_500).map { "\($0),c\($0),,5.50" }
        let dated = (2_500..<60_000).map { "\($0),c\($0 % 50),2026-01-09,5.50" }
        let result = try read((["order,customer,date,total"] + blank + dated).joined(separator: "\n"))
        #expect(result.accounting.accepted == 57_500)
        #expect(result.accounting.rejectedByReason == [.missingDate: 2_500])
    }
}
