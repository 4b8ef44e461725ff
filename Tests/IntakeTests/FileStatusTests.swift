import Ledger
import Testing

@testable import Intake

@Suite("Statuses of whole files") struct FileStatusTests {
    /// `rows key rule`, with a question mark where nobody knows the status, sorted.
    private static func told(_ result: IntakeResult) -> [String] {
        result.statusRows.map { status, rows in
            "\(rows) \(status.key.isEmpty ? status.role.rawValue : status.key) \(status.rule)"
                + (status.isKnown ? "" : "?")
        }.sorted()
    }

    @Test("are all told, below the first rows too, however the work is shared")
    func late() throws {
        let words = ["paid", "cancelled", "Zwrócone", "Umbo", "Отменён"]
        var text = "order,customer,date,total,status\n"
        for order in 1...3_000 {
            text += "\(order),\(order % 50),2026-01-05,10.00,\(order <= 2_500 ? "paid" : words[order % 5])\n"
        }
        let expected = [
            "100 Umbo count?", "100 Zwrócone reverse", "100 cancelled exclude", "100 Отменён exclude",
            "2600 paid count",
        ]
        #expect(Self.told(try read(text)) == expected.sorted())
        for workers in 1...3 {
            let shared = try read(text, options: IntakeOptions(workers: workers), chunkSize: 4_096)
            #expect(Self.told(shared) == expected.sorted())
        }
    }

    @Test("are told apart by their column, and a date of cancellation is no list")
    func roles() throws {
        let result = try read(
            """
            order,customer,date,total,status,payment status,fulfillment status,cancelled at,type
            1,a,2026-01-02,40.00,open,pending,pending,,Sale
            2,a,2026-01-02,40.00,open,paid,restocked,2026-01-05,Sale
            3,a,2026-01-02,40.00,open,paid,,2026-01-06,Refund
            """)
        #expect(
            Self.told(result) == [
                "1 fulfilment-status:pending count", "1 fulfilment-status:restocked reverse",
                "1 payment-status:pending count", "1 type:Refund refund", "2 cancelled exclude",
                "2 payment-status:paid count", "2 type:Sale count", "3 open count",
            ])
    }

    @Test("have no header among them that stands again, and no row that a filter left out")
    func headers() throws {
        let text = """
            order,customer,date,total,status,country
            1,a,2026-01-02,40.00,paid,PL
            order,customer,date,total,status,country
            2,a,2026-01-02,40.00,Umbo,DE
            order,customer,date,total,status,country
            3,a,2026-01-02,40.00,paid,PL
            """ + (4...20).map { "\n\($0),a,2026-01-02,40.00,paid,PL" }.joined()
        #expect(Self.told(try read(text)) == ["1 Umbo count?", "19 paid count"])
        let filter = try #require(RowFilter("country=PL"))
        let part = try read(text, options: IntakeOptions(filters: [filter], workers: 1))
        #expect(Self.told(part) == ["19 paid count"])
        #expect(part.accounting.ignoredByReason == [.repeatedHeader: 2, .filtered: 1])
    }

    @Test("are known when the user says so, and follow each file's own system")
    func rules() throws {
        let given = RecognitionOptions(statusRules: ["umbo": .exclude])
        let magento = """
            ID,Customer Email,Purchase Date,Grand Total (Purchased),Status
            1,a@b.pl,2026-01-02,5.00,closed
            """
        let other = """
            order,email,date,total,status
            7,a@b.pl,2026-01-02,5.00,closed
            8,a@b.pl,2026-01-02,5.00,Umbo
            """
        let result = try read([MemoryFile(magento), MemoryFile(other)], recognition: given)
        #expect(Self.told(result) == ["1 Umbo exclude", "1 closed count", "1 closed reverse"])
    }
}
