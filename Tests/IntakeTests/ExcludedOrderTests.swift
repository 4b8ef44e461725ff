import Ledger
import Testing

@testable import Intake

@Suite("Excluded orders") struct ExcludedOrderTests {
    @Test("further rows of a cancelled order that say nothing of its state are left out with it")
    func furtherRows() throws {
        let result = try read(
            """
            order,customer,date,status,total
            1,a,2026-01-02,paid,40.00
            1,a,2026-01-02,,
            2,b,2026-01-03,cancelled,15.00
            2,b,2026-01-03,,
            2,b,2026-01-03,,5.00
            """)
        #expect(result.documents == ["a 2026-01-02 order 40.00"])
        #expect(result.accounting.ignoredByReason == [.statusExcluded: 3])
        #expect(result.accounting.rejected == 0)
        #expect(result.brokenPromise == nil)
    }

    @Test("a line with a state of its own stays when another line was cancelled")
    func ownState() throws {
        let result = try read(
            """
            order,customer,date,status,line total
            1,a,2026-01-02,paid,40.00
            1,a,2026-01-02,cancelled,15.00
            """)
        #expect(result.documents == ["a 2026-01-02 order 40.00"])
        #expect(result.accounting.ignoredByReason == [.statusExcluded: 1])
    }

    @Test("guests without an address are nobody", arguments: ["0", "guest", "гость", "-", "brak"])
    func guests(word: String) throws {
        let result = try read(
            """
            order,customer id,date,total
            1,\(word),2026-01-02,40.00
            2,71,2026-01-03,5.00
            """)
        #expect(result.documents == ["71 2026-01-03 order 5.00"])
        #expect(result.ledger.unidentified.grossMinorUnits == 4_000)
    }
}
