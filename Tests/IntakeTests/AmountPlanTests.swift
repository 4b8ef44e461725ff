import Domain
import Intake
import Testing

@Suite("Amounts") struct AmountPlanTests {
    private static let gross = AmountBasis()
    private static let net = AmountBasis(isGross: false)
    private static let bare = AmountBasis(isGross: true, includesShipping: false)
    private static let bareNet = AmountBasis(isGross: false, includesShipping: false)

    struct Case: Sendable {
        let header: String
        let basis: AmountBasis?
        let rule: AmountRule
        var added: [Int] = []
        var taken: [Int] = []
        var found = AmountBasis()
    }

    @Test(
        "come from the columns that give them on the basis asked for",
        arguments: [
            Case(header: "order total", basis: nil, rule: .column(0, isLine: false)),
            Case(header: "order total,total tax,shipping cost", basis: nil, rule: .column(0, isLine: false)),
            Case(
                header: "order total,total tax,shipping cost", basis: net, rule: .column(0, isLine: false), taken: [1],
                found: net),
            Case(
                header: "order total,total tax,shipping cost", basis: bare, rule: .column(0, isLine: false), taken: [2],
                found: bare),
            Case(
                header: "order total,total tax,shipping cost", basis: bareNet, rule: .column(0, isLine: false),
                taken: [1, 2], found: bareNet),
            Case(header: "net total,total tax", basis: nil, rule: .column(0, isLine: false), added: [1]),
            Case(header: "net total,total tax", basis: net, rule: .column(0, isLine: false), found: net),
            Case(header: "net total", basis: nil, rule: .column(0, isLine: false), found: net),
            Case(header: "subtotal,shipping cost", basis: nil, rule: .column(0, isLine: false), added: [1]),
            Case(header: "subtotal", basis: nil, rule: .column(0, isLine: false), found: bare),
            Case(header: "subtotal,order total", basis: bare, rule: .column(0, isLine: false), found: bare),
            Case(header: "quantity,unit price", basis: nil, rule: .product(quantity: 0, unitPrice: 1)),
            Case(
                header: "quantity,unit price,order total", basis: nil, rule: .column(2, isLine: false)),
            Case(
                header: "quantity,unit price net", basis: nil, rule: .product(quantity: 0, unitPrice: 1), found: net),
            Case(
                header: "quantity,unit price net,unit price gross", basis: net,
                rule: .product(quantity: 0, unitPrice: 1), found: net),
            Case(header: "line total", basis: nil, rule: .column(0, isLine: true)),
            Case(
                header: "ilość,cena netto,wartość netto,wartość brutto", basis: net, rule: .column(2, isLine: false),
                found: net),
        ])
    func bases(_ given: Case) throws {
        let columns = given.header.split(separator: ",").map(String.init)
        let table = SampleTable(
            header: columns + ["client", "date"],
            rows: [Self.row(columns.count, 1), Self.row(columns.count, 2), Self.row(columns.count, 4)])
        let plan = try recognise(table, options: RecognitionOptions(basis: given.basis)).plan
        #expect(plan.amount == given.rule)
        #expect(
            plan.adjustments == given.added.map { AmountAdjustment(column: $0, isAdded: true) }
                + given.taken.map { AmountAdjustment(column: $0, isAdded: false) })
        #expect(plan.basis == given.found)
    }

    /// Amounts that fall from column to column, so that none is the sum or product of others.
    private static func row(_ count: Int, _ scale: Int) -> [String] {
        (0..<count).map { "\(scale * (97 - 41 * $0 % 90) + $0 * 3).35" } + ["\(scale)", "2026-01-0\(scale)"]
    }

    private static let lines = ["1", "1", "2"]

    @Test("repeated on the lines of an order stay the order's")
    func repeated() throws {
        let table = Self.table("amount", [["10.00"], ["10.00"], ["7.00"]])
        #expect(try recognise(table).plan.amount == .column(2, isLine: false))
    }

    @Test("on the first line of an order stay the order's")
    func first() throws {
        let table = Self.table("amount", [["10.00"], [""], ["7.00"]])
        #expect(try recognise(table).plan.amount == .column(2, isLine: false))
    }

    @Test("that differ inside an order are the lines'")
    func different() throws {
        let table = Self.table("amount", [["10.00"], ["9.00"], ["7.00"]])
        let plan = try recognise(table).plan
        #expect(plan.amount == .column(2, isLine: true))
        #expect(plan.columns[.lineAmount] == 2 && plan.columns[.amount] == nil)
    }

    @Test("called order total are never taken for the lines'")
    func sure() throws {
        let table = Self.table("order total", [["10.00"], ["9.00"], ["7.00"]])
        #expect(try recognise(table).plan.amount == .column(2, isLine: false))
    }

    @Test("called order total are the lines' when they both differ inside an order and are quantity times price")
    func bothProofs() throws {
        let lines = Self.table(
            "order total,quantity,price", [["10.00", "2", "5.00"], ["9.00", "3", "3.00"], ["7.00", "1", "7"]])
        #expect(try recognise(lines).plan.amount == .column(2, isLine: true))
        let repeated = Self.table(
            "order total,quantity,price", [["5.00", "1", "5.00"], ["5.00", "1", "5.00"], ["7.00", "1", "7"]])
        #expect(try recognise(repeated).plan.amount == .column(2, isLine: false))
    }

    @Test("that are quantity times price are the lines'")
    func product() throws {
        let table = Self.table(
            "total,quantity,price", [["10.00", "2", "5.00"], ["9.00", "3", "3.00"], ["7.00", "1", "7"]])
        #expect(try recognise(table).plan.amount == .column(2, isLine: true))
    }

    @Test("given by the user are taken as given")
    func given() throws {
        let table = Self.table(
            "total,quantity,price", [["10.00", "2", "5.00"], ["9.00", "3", "3.00"], ["7.00", "1", "7"]])
        let asTotal = try recognise(table, options: RecognitionOptions(columns: [.amount: "total"]))
        #expect(asTotal.plan.amount == .column(2, isLine: false))
        let asProduct = try recognise(table, options: RecognitionOptions(columns: [.amount: "", .unitPrice: "price"]))
        #expect(asProduct.plan.amount == .product(quantity: 3, unitPrice: 4))
    }

    @Test("with shipping are told from those without by the sums")
    func withShipping() throws {
        let table = SampleTable(
            header: ["client", "date", "total amount", "total", "shipping"],
            rows: [
                ["1", "2026-01-01", "10.00", "12.00", "2.00"], ["2", "2026-01-01", "9.00", "9.00", "0"],
                ["3", "2026-01-01", "4.00", "7.00", "3.00"],
            ])
        #expect(try recognise(table).plan.columns[.amount] == 3)
    }

    @Test("net of VAT become gross by the tax of the line, but not by a tax that is no part of it")
    func taxOfTheLine() throws {
        let parts = Self.table("line total net,total tax", [["100.00", "23.00"], ["9.00", "2.07"], ["7.00", "0"]])
        #expect(try recognise(parts).plan.adjustments == [AmountAdjustment(column: 3, isAdded: true)])
        let orders = Self.table("line total net,total tax", [["100.00", "25.07"], ["9.00", "25.07"], ["7.00", "0"]])
        let plan = try recognise(orders).plan
        #expect(plan.adjustments.isEmpty)
        #expect(plan.basis == Self.net)
    }

    @Test("take shipping row by row only where it is not repeated")
    func shippingByRow() throws {
        let parts = Self.table("line total,shipping", [["10.00", "2.00"], ["9.00", "0"], ["7.00", "3.00"]])
        #expect(try recognise(parts).plan.adjustments == [AmountAdjustment(column: 3, isAdded: true)])
        let repeated = Self.table("line total,shipping", [["10.00", "2.00"], ["9.00", "2.00"], ["7.00", "3.00"]])
        let recognition = try recognise(repeated)
        #expect(recognition.plan.adjustments.isEmpty)
        #expect(recognition.plan.basis == Self.bare)
        #expect(recognition.remarks == [.onlyWithoutShipping])
    }

    @Test("tell their currency where no column does")
    func currency() throws {
        func implied(_ header: String, _ amount: String) throws -> String? {
            let table = SampleTable(header: ["client", "date", header], rows: [["1", "2026-01-01", amount]])
            return try recognise(table).plan.impliedCurrency?.code
        }
        #expect(try implied("Total", "12,50 zł") == "PLN")
        #expect(try implied("Total", "€12.50") == "EUR")
        #expect(try implied("Total (GBP)", "12.50") == "GBP")
        #expect(try implied("Сумма, руб.", "12.50") == "RUB")
        #expect(try implied("Total", "12.50") == nil)
    }

    private static func table(_ columns: String, _ rows: [[String]]) -> SampleTable {
        SampleTable(
            header: ["order", "client"] + columns.split(separator: ",").map(String.init) + ["date"],
            rows: zip(lines, rows).map { [$0, $0] + $1 + ["2026-01-01"] })
    }
}
