import Domain
import Ledger
import Testing

@testable import Intake

@Suite("A currency beside an amount") struct CurrencyBesideTests {
    /// Nine orders in EUR, and one whose amount and currency are these.
    private static func column(_ amount: String, _ currency: String) -> String {
        "order,customer,date,total,currency\n" + (1...9).map { "\($0),7,2026-01-0\($0),1.00,EUR\n" }.joined()
            + "10,7,2026-01-10,\(amount),\(currency)\n"
    }

    @Test(
        "may say what the column of currencies says, in other words",
        arguments: [
            ("10.00 EUR", "EUR"), ("€10.00", "EUR"), ("10.00 €", "eur"), ("10.00 eur", "€"), ("(10.00 EUR)", "EUR"),
            // A word that is no currency.
            ("10.00 net", "EUR"), ("10.00 pcs", "EUR"),
        ])
    func same(amount: String, currency: String) throws {
        let result = try read(Self.column(amount, currency))
        #expect(result.accounting.accepted == 10)
        #expect(result.ledger.currency.code == "EUR")
    }

    @Test(
        "may be a sign that several currencies share",
        arguments: [
            ("10.00 zł", "PLN"), ("$10.00", "USD"), ("$10.00", "CAD"), ("$10.00", "MXN"), ("10.00 kr", "NOK"),
            ("£10.00", "EGP"), ("¥10", "CNY"), ("10.00 руб.", "RUB"), ("10.00 руб.", "BYN"), ("10.00 ₽", "RUR"),
            ("10.00 lei", "MDL"),
        ])
    func shared(amount: String, currency: String) throws {
        let row = "1,7,2026-01-01,\(amount),\(currency)\n"
        let result = try read("order,customer,date,total,currency\n" + row)
        #expect(result.accounting.accepted == 1)
        #expect(result.ledger.currency.code == currency)
    }

    @Test(
        "that is not the column's makes the row contradict itself",
        arguments: ["10.00 PLN", "10.00 zł", "$10.00", "10.00 CAD", "PLN 10.00", "-10.00 PLN", "(10.00 zł)"])
    func other(amount: String) throws {
        let result = try read(Self.column(amount, "EUR"))
        #expect(result.rejectedLines == ["11 contradictoryCurrency"])
        #expect(result.ledger.documentCount == 9)
        #expect(result.ledger.currency.code == "EUR")
        #expect(result.brokenPromise == nil)
    }

    @Test("names the row's currency where the column is blank, whatever files without one are in") func blank() throws {
        let options = IntakeOptions(currency: Currency("EUR"), workers: 1)
        let result = try read(Self.column("10.00 EUR", ""), options: IntakeOptions(workers: 1))
        #expect(result.accounting.accepted == 10)
        #expect(
            intakeError(Self.column("10.00 PLN", ""), options: options)
                == .severalCurrencies(["EUR": 9, "PLN": 1], haveColumn: true))
    }

    @Test("and another beside the shipping of the same row contradict each other") func adjustments() throws {
        let header = "order,customer,date,total without shipping,shipping,currency\n"
        let good = (1...9).map { "\($0),7,2026-01-0\($0),1.00,2.00,\n" }.joined()
        let text = header + good
        let options = IntakeOptions(currency: Currency("USD"), workers: 1)
        let same = try read(text + "10,7,2026-01-10,$5.00,2.00 USD,\n", options: options)
        #expect(same.accounting.accepted == 10)
        #expect(same.documents.last == "7 2026-01-10 order 7.00")
        let different = try read(text + "10,7,2026-01-10,$5.00,2.00 EUR,\n", options: options)
        #expect(different.rejectedLines == ["11 contradictoryCurrency"])
    }

    @Test("of money given back is its row's") func refunds() throws {
        let header = "order,customer,date,total,refunded,currency\n"
        let good = (1...9).map { "\($0),7,2026-01-0\($0),1.00,,EUR\n" }.joined()
        #expect(try read(header + good + "10,7,2026-01-10,5.00,€1.00,EUR\n").accounting.accepted == 10)
        let different = try read(header + good + "10,7,2026-01-10,5.00,1.00 PLN,EUR\n")
        #expect(different.rejectedLines == ["11 contradictoryCurrency"])
    }

    @Test("of a cost says nothing of the next row") func costs() throws {
        let text = """
            order,customer,date,total,cost
            1,7,2026-01-01,5.00 EUR,1.2.3 PLN
            2,7,2026-01-02,5.00,1.00 PLN
            3,7,2026-01-03,5.00 EUR,1.00

            """
        let result = try read(text)
        #expect(result.ledger.currency.code == "EUR")
        #expect(result.accounting.accepted == 3)
    }

    @Test("that is not the column's in most rows is asked about") func most() throws {
        let header = "order,customer,date,total,currency\n"
        func rows(_ amount: String, _ orders: ClosedRange<Int>) -> String {
            orders.map { "\($0),7,2026-01-\(10 + $0),\(amount),PLN\n" }.joined()
        }
        let text = header + rows("10.00 EUR", 1...6) + rows("10.00", 7...11)
        #expect(
            intakeError(text)
                == .contradictoryCurrencies(column: "currency", named: "PLN", written: "EUR", rows: 6))
        let some = try read(header + rows("10.00 EUR", 1...5) + rows("10.00 zł", 6...10))
        #expect(some.accounting.rejectedByReason == [.contradictoryCurrency: 5])
        let answered = try read(text, recognition: RecognitionOptions(columns: [.currency: ""]))
        #expect(answered.accounting.accepted == 11)
        #expect(answered.ledger.currency.code == "EUR")
    }

    @Test("is not that of the amounts that have none, where the column's name says so", arguments: ["EUR", "PLN"])
    func name(written: String) throws {
        let text = "order,customer,date,Total (PLN)\n1,7,2026-01-01,10.00\n2,7,2026-01-02,10.00 \(written)\n"
        if written == "PLN" {
            #expect(try read(text).ledger.currency.code == "PLN")
        } else {
            #expect(intakeError(text) == .severalCurrencies(["EUR": 1, "PLN": 1], haveColumn: false))
        }
    }
}
