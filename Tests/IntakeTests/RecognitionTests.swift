import Intake
import Testing

@Suite("Recognition") struct RecognitionTests {
    @Test("knows the columns of real exports", arguments: RecognitionExport.all)
    func exports(_ export: RecognitionExport) throws {
        let recognition = try recognise(sample(export.text))
        let found = Dictionary(uniqueKeysWithValues: recognition.columns.map { ($0.role, $0.name) })
        #expect(found == export.roles)
        #expect(recognition.plan.identity == export.identity)
        #expect(recognition.plan.dateFormat == export.date)
        #expect(recognition.plan.decimalMark == export.decimalMark)
        #expect(Set(recognition.unused).union(found.values) == Set(recognition.plan.header))
    }

    @Test(
        "knows the order's number in a column called Name",
        arguments: [
            ("Name,Email,Financial Status,Paid at,Total", "#1001,a@x.example,paid,2026-01-01,1.00"),
            ("Name,Email,Created at,Total", "#1001,a@x.example,2026-01-01,1.00"),
            ("Name,Email,Financial Status,Paid at,Total", "PL1001,a@x.example,paid,2026-01-01,1.00"),
        ])
    func orderName(header: String, row: String) throws {
        let text = [header, row, row.replacing("1001", with: "1002")].joined(separator: "\n")
        #expect(try recognise(sample(text)).plan.columns[.order] == 0)
    }

    @Test("believes whatever else is called an order id before Name") func orderIdBesideName() throws {
        let both = """
            Order ID,Name,Email,Date,Total
            7,#1,a@x.example,2026-01-01,1.00
            8,#2,a@x.example,2026-01-02,1.00
            """
        #expect(try recognise(sample(both)).plan.columns[.order] == 0)
        let shirts = """
            Name,Email,Date,Total
            Shirt,a@x.example,2026-01-01,1.00
            #2 mug,b@x.example,2026-01-02,1.00
            """
        #expect(try recognise(sample(shirts)).plan.columns[.order] == nil)
    }

    @Test("is not misled by ids that look like flags, numbers or dates")
    func ids() throws {
        let one = SampleTable(
            header: ["order_id", "customer_id", "date", "amount"],
            rows: (1...9).map { ["\($0)", "1", "2026-01-01", "1"] })
        #expect(try recognise(one).plan.columns == [.order: 0, .customer: 1, .date: 2, .amount: 3])
        let floats = SampleTable(
            header: ["InvoiceNo", "CustomerID", "InvoiceDate", "Total"],
            rows: [["536365.0", "17850.0", "2026-01-01", "2.55"], ["536366.0", "17850.0", "2026-01-01", "1.25"]])
        #expect(try recognise(floats).plan.columns == [.order: 0, .customer: 1, .date: 2, .amount: 3])
        let dates = SampleTable(
            header: ["order_id", "customer_id", "date", "amount"],
            rows: [["20260101", "20250101", "20260101", "5.00"], ["20260102", "20250102", "20260102", "6.00"]])
        #expect(try recognise(dates).plan.columns == [.order: 0, .customer: 1, .date: 2, .amount: 3])
    }

    @Test("takes the decimal mark from the money, not from a rate beside it")
    func mixedMarks() throws {
        let table = SampleTable(
            header: ["client", "date", "total", "discount"],
            rows: [["1", "2026-01-01", "12,50", "0.2"], ["2", "2026-01-01", "13,50", "0.1"]])
        #expect(try recognise(table).plan.decimalMark == .comma)
        let whole = SampleTable(
            header: ["client", "date", "total", "tax"], rows: [["1", "2026-01-01", "1,234", "12,5"]])
        #expect(try recognise(whole).plan.decimalMark == .comma)
    }

    @Test("of a header without rows goes by the names")
    func headerOnly() throws {
        let table = SampleTable(header: ["order_id", "customer_id", "date", "amount"], rows: [])
        #expect(try recognise(table).plan.columns == [.order: 0, .customer: 1, .date: 2, .amount: 3])
    }

    @Test("takes a role away that the user leaves blank")
    func barred() throws {
        let table = SampleTable(
            header: ["client", "date", "total", "status"], rows: [["1", "2026-01-01", "5.00", "paid"]])
        let recognition = try recognise(table, options: RecognitionOptions(columns: [.status: ""]))
        #expect(recognition.plan.columns[.status] == nil)
        #expect(recognition.unused == ["status"])
    }

    @Test("says how each column was found, with three different values")
    func reasons() throws {
        let table = SampleTable(
            header: ["kto", "client", "when it was", "total"],
            rows: [
                ["a@example.com", "1", "2026-01-01", "5"], ["a@example.com", "2", "2026-01-02", "5"],
                ["b@example.com", "3", "2026-01-03", "6"], ["c@example.com", "4", "2026-01-04", "7"],
                ["d@example.com", "5", "2026-01-05", "8"],
            ])
        let recognition = try recognise(table, options: RecognitionOptions(columns: [.amount: "TOTAL"]))
        let reasons = Dictionary(uniqueKeysWithValues: recognition.columns.map { ($0.role, $0.reason) })
        #expect(reasons == [.email: .byContent, .customer: .byName, .date: .byContent, .amount: .given])
        #expect(
            recognition.columns.first { $0.role == .email }?.samples == [
                "a@example.com", "b@example.com", "c@example.com",
            ])
        #expect(recognition.columns.first { $0.role == .amount }?.samples == ["5", "6", "7"])
    }
}

/// The table of a text, read as a file would be.
func sample(_ text: String) -> SampleTable {
    SampleTable(parsing: Array(text.utf8), delimiter: Dialect.detect(text.utf8), isWhole: true)
}
