import Domain
import Intake
import Testing

@Suite("Recognition asks") struct RecognitionErrorTests {
    @Test("which of two totals to take")
    func ambiguousAmount() {
        let table = SampleTable(
            header: ["Order ID", "Email", "Date", "Total", "Total amount"],
            rows: [
                ["1", "a@example.com", "2026-01-01", "10.00", "12.00"],
                ["2", "b@example.com", "2026-01-02", "1.00", "3.00"],
            ])
        expect(
            table,
            .ambiguous(
                .amount, columns: ["Total", "Total amount"],
                header: ["Order ID", "Email", "Date", "Total", "Total amount"]),
            [
                .english: """
                Several columns fit “amount” equally well: “Total”, “Total amount”. The file has: “Order ID”, “Email”, \
                “Date”, “Total”, “Total amount”. Choose one: --column amount="Total" or --column amount="Total amount"
                """,
                .polish: """
                Kilka kolumn równie dobrze pasuje do „amount”: „Total”, „Total amount”. Plik zawiera: „Order ID”, „Email”, \
                „Date”, „Total”, „Total amount”. Wybierz jedną: --column amount="Total" albo --column amount="Total amount"
                """,
                .russian: """
                Несколько столбцов одинаково подходят для «amount»: «Total», «Total amount». В файле есть: «Order ID», \
                «Email», «Date», «Total», «Total amount». Выберите один: --column amount="Total" или --column amount="Total amount"
                """,
            ])
    }

    @Test("for a date, and names the columns that hold dates")
    func missingDate() {
        let table = SampleTable(
            header: ["order", "email", "updated_at", "total"], rows: [["1", "a@example.com", "2026-01-01", "10.00"]])
        expect(
            table, .missing(.date, header: ["order", "email", "updated_at", "total"], suggestions: ["updated_at"]),
            [
                .english: """
                No column was recognised as the date of the order. The file has: “order”, “email”, “updated_at”, “total”. \
                Name it with --column date="updated_at"
                """
            ])
    }

    @Test("for a customer, and says that there is none")
    func missingCustomer() {
        let table = SampleTable(header: ["order", "date", "total"], rows: [["1", "2026-01-01", "10.00"]])
        expect(
            table, .missing(.customer, header: ["order", "date", "total"], suggestions: []),
            [
                .english: """
                No column tells customers apart: neither a customer id, nor an e-mail address, nor a telephone number. \
                The file has: “order”, “date”, “total”. Name it with --column customer="NAME" or --column email="NAME" \
                or --column phone="NAME"
                """
            ])
    }

    @Test("for an amount, or for a quantity and a price")
    func missingAmount() {
        let table = SampleTable(header: ["order", "client", "date"], rows: [["1", "7", "2026-01-01"]])
        expect(
            table, .missing(.amount, header: ["order", "client", "date"], suggestions: []),
            [
                .english: """
                No column was recognised as the amount of the order, nor a quantity and a price. The file has: “order”, \
                “client”, “date”. Name it with --column amount="NAME" or --column quantity="NAME" --column price="NAME"
                """
            ])
    }

    @Test("what is wrong with a date column that holds no dates")
    func absurdDate() {
        let table = SampleTable(header: ["client", "date", "total"], rows: [["7", "soon", "10.00"]])
        expect(
            table, .unreadable(.date, column: "date", value: "soon"),
            [
                .english: """
                The column “date” should hold dates, but “soon” is none that can be read. Write 2026-03-01, 01.03.2026, \
                03/01/2026, 20260301 or seconds since 1970.
                """
            ])
    }

    @Test("for the number of a column where names are repeated")
    func repeatedNames() {
        let table = SampleTable(
            header: ["client", "date", "total", "total"], rows: [["7", "2026-01-01", "10.00", "11.00"]])
        expect(table, .ambiguous(.amount, columns: ["#3", "#4"], header: ["client", "date", "total", "total"]), [:])
        let options = RecognitionOptions(columns: [.amount: "#4"])
        #expect(throws: Never.self) { try recognise(table, options: options) }
    }

    @Test("for a column that the file has")
    func noSuchColumn() {
        let table = SampleTable(header: ["client", "date", "total"], rows: [["7", "2026-01-01", "10.00"]])
        expect(
            table, options: RecognitionOptions(columns: [.amount: "Sum $"]),
            .noSuchColumn(.amount, name: "Sum $", header: ["client", "date", "total"]),
            [
                .english: """
                The file has no column “Sum $” (--column amount='Sum $'). The file has: “client”, “date”, “total”. \
                Name it with --column amount="NAME"
                """
            ])
    }

    @Test("for names above the data")
    func noHeader() {
        expect(
            sample("1001,a@example.com,2026-01-01,10.00\n1002,b@example.com,2026-01-02,11.00\n"),
            .noHeader(firstRow: ["1001", "a@example.com", "2026-01-01", "10.00"]),
            [
                .english: """
                The first row has no column names; add a row of names above the data. The first row is: “1001”, \
                “a@example.com”, “2026-01-01”, “10.00”.
                """
            ])
    }

    @Test("for a file with something in it", arguments: ["", "\n\n", " \n\t\r\n", "\u{FEFF}"])
    func empty(text: String) {
        expect(
            sample(text), .empty, [.english: "The file is empty.", .polish: "Plik jest pusty.", .russian: "Файл пуст."])
    }

    @Test("for the tax where net amounts are wanted")
    func impossibleBasis() {
        let table = SampleTable(header: ["client", "date", "total"], rows: [["7", "2026-01-01", "10.00"]])
        expect(
            table, options: RecognitionOptions(basis: AmountBasis(isGross: false)),
            .impossibleBasis(
                AmountBasis(isGross: false), missing: [.amountNet, .tax], header: ["client", "date", "total"]),
            [
                .english: """
                The columns do not give amounts net of VAT and with shipping. The file has: “client”, “date”, “total”. \
                Name it with --column amount-net="NAME" or --column tax="NAME"
                """
            ])
    }

    @Test("in every language") func languages() {
        let errors: [RecognitionError] = [
            .empty, .noHeader(firstRow: ["1"]), .noSuchColumn(.date, name: "x", header: ["a"]),
            .missing(.date, header: ["a"], suggestions: []), .missing(.amount, header: ["a"], suggestions: []),
            .missing(.customer, header: ["a"], suggestions: []), .unreadable(.date, column: "a", value: "b"),
            .unreadable(.amount, column: "a", value: "b"),
            .ambiguous(.order, columns: ["a", "b"], header: ["a", "b"]),
            .impossibleBasis(AmountBasis(), missing: [.tax], header: ["a"]),
        ]
        for error in errors {
            #expect(Set(Language.allCases.map { error.message(in: $0) }).count == Language.allCases.count)
        }
        for remark in [
            RecognitionRemark.everyRowIsAnOrder, .customersByName("a"), .onlyNet, .onlyWithoutShipping,
            .shippingMayBeCost("a b"), .costsBelowZero(["a"]), .namesOfSeveral("a", contact: "b"),
        ] {
            #expect(Set(Language.allCases.map { remark.message(in: $0) }).count == Language.allCases.count)
        }
    }

    private func expect(
        _ table: SampleTable, options: RecognitionOptions = RecognitionOptions(), _ error: RecognitionError,
        _ messages: [Language: String], _ location: SourceLocation = #_sourceLocation
    ) {
        #expect(throws: error, sourceLocation: location) { try recognise(table, options: options) }
        for (language, message) in messages {
            #expect(error.message(in: language) == message, sourceLocation: location)
        }
    }
}
