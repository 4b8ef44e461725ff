import Intake
import Testing

@Suite("Customer identity") struct CustomerIdentityTests {
    @Test(
        "an e-mail address has one form",
        arguments: [
            (" Ann@Example.COM ", "ann@example.com"), ("mailto:a@b.pl", "a@b.pl"), ("A B <a@b.pl>", "a@b.pl"),
            ("MAILTO:A@B.PL", "a@b.pl"), ("a@b", "a@b"), ("\u{A0}a@b.pl", "a@b.pl"),
        ])
    func emails(text: String, expected: String) {
        #expect(CustomerIdentity.normalisedEmail(text) == expected)
    }

    @Test(
        "what is no address is none", arguments: ["", "ann", "@", "a@", "@b", "a@b@c", "a b@c.d", "mailto:", "<>", ">"])
    func noEmails(text: String) {
        #expect(CustomerIdentity.normalisedEmail(text) == nil)
    }

    @Test(
        "a telephone number has one form",
        arguments: [
            ("600 100 200", "+48600100200"), ("+48 600-100-200", "+48600100200"), ("0048600100200", "+48600100200"),
            ("48600100200", "+48600100200"), ("(22) 100 20 30", "+48221002030"), ("8 (900) 100-20-30", "+79001002030"),
            ("+7 900 100 20 30", "+79001002030"), ("9001002030", "+79001002030"), ("79001002030", "+79001002030"),
            ("'+44 20 7946 0000", "+442079460000"), ("555-0100", "5550100"),
        ])
    func phones(text: String, expected: String) {
        #expect(CustomerIdentity.normalisedPhone(text) == expected)
    }

    @Test(
        "a telephone number takes the code of its country",
        arguments: [
            ("020 7946 0000", PhoneCountry.unitedKingdom, "+442079460000"),
            ("2025550100", .unitedStates, "+12025550100"),
            ("1 202 555 0100", .unitedStates, "+12025550100"), ("600100200", .czechia, "+420600100200"),
            ("8 029 100-20-30", .belarus, "+375291002030"), ("067 100 20 30", .ukraine, "+380671002030"),
            ("87011002030", .kazakhstan, "+77011002030"), ("+48600100200", .russia, "+48600100200"),
            ("9001002030", .russia, "+79001002030"),
        ])
    func countries(text: String, country: PhoneCountry, expected: String) {
        #expect(CustomerIdentity.normalisedPhone(text, defaultCountry: country) == expected)
    }

    @Test(
        "what is no number is none",
        arguments: ["", "12345", "call me", "1234567890123456", "+", "12.5 zł", "2026-01-01T10"])
    func noPhones(text: String) {
        #expect(CustomerIdentity.normalisedPhone(text) == nil)
    }

    @Test(
        "an id of nobody is no customer", arguments: ["0", "", "-", "guest", "Gość", "гость", "NULL", "n/a", "00000"])
    func nobody(text: String) {
        #expect(CustomerIdentity.isNobody(text))
    }

    @Test("an id of somebody is one", arguments: ["17850", "guest17", "00004", "A0"])
    func somebody(text: String) {
        #expect(!CustomerIdentity.isNobody(text))
    }
}

@Suite("Columns of customers") struct CustomerColumnTests {
    @Test("an address comes before ids that guests do not have", arguments: ["0", "", "guest"])
    func guests(id: String) throws {
        let rows = [["1", "7", "a@example.com"], ["2", id, "b@example.com"]]
        #expect(try identity(["order", "customer id", "email"], rows) == [.email, .customer])
    }

    @Test("ids that everybody has come first")
    func ids() throws {
        let rows = [["1", "7", "a@example.com"], ["2", "8", ""]]
        #expect(try identity(["order", "customer id", "email"], rows) == [.customer, .email])
    }

    @Test("names identify nobody who has an address")
    func names() throws {
        let rows = [["1", "Ann Lee", "a@example.com"], ["2", "Bob Ray", "b@example.com"]]
        #expect(try identity(["order", "client", "email"], rows) == [.email])
        #expect(try identity(["order", "customer name", "email"], rows.map { [$0[0], "Ann", $0[2]] }) == [.email])
    }

    @Test("names identify where hardly anybody has an address")
    func fewAddresses() throws {
        let rows = [["1", "Ann Lee", "a@example.com"], ["2", "Bob Ray", ""], ["3", "Cid Fox", ""]]
        #expect(try identity(["order", "client", "email"], rows) == [.email, .customer])
    }

    @Test("names alone identify, with a remark")
    func onlyNames() throws {
        let rows = [["1", "Ann Lee"], ["2", "Bob Ray"]]
        let recognition = try recognise(table(["order", "client"], rows))
        #expect(recognition.plan.identity == [.customer])
        #expect(recognition.remarks == [.customersByName("client")])
    }

    @Test(
        "telephone numbers in the column of customers are one person each, however written",
        arguments: ["customer", "klient", "клиент", "customer_id"])
    func phonesAsCustomers(column: String) throws {
        let phones = ["+48 600 100 200", "600-100-200", "600100200", "0048600100200", "501 222 333", "jan@x.example"]
        let rows = phones.enumerated().map { "\($0 + 1),\($1),2026-01-0\($0 + 1),5.00\n" }
        let result = try read("nr,\(column),data,kwota\n" + rows.joined())
        #expect(Set(result.ledger.customerNames) == ["+48600100200", "+48501222333", "jan@x.example"])
    }

    @Test("a telephone number among ids is told by its signs, and ids stay ids") func phonesAmongIds() throws {
        let ids = ["17850", "600100200", "+48 600 100 200", "600-100-200", "2026-000123-77", "8 (912) 345-67-89"]
        let rows = ids.enumerated().map { "\($0 + 1),\($1),2026-01-0\($0 + 1),5.00\n" }
        let numbered = (1...40).map { "1\($0),\($0),2026-01-01,1.00\n" }
        let result = try read("nr,klient,data,kwota\n" + (numbered + rows).joined())
        let names = Set(result.ledger.customerNames).subtracting((1...40).map(String.init))
        #expect(names == ["17850", "600100200", "+48600100200", "2026-000123-77", "+79123456789"])
    }

    private func identity(_ header: [String], _ rows: [[String]]) throws -> [ColumnRole] {
        try recognise(table(header, rows)).plan.identity
    }

    private func table(_ header: [String], _ rows: [[String]]) -> SampleTable {
        SampleTable(header: header + ["date", "total"], rows: rows.map { $0 + ["2026-01-01", "5.00"] })
    }
}

@Suite("Totals row") struct TotalsRowTests {
    @Test(
        "says total and has no date",
        arguments: [
            ["Total", "", "", "1234.50"], ["", "", "Razem:", "12,00"], ["RAZEM (PLN)", "99,00"],
            ["Итого", "", "5 000"],
            ["Всего заказов: 57", "", ""], ["Grand total", "1"], ["Suma: 12 345,00 zł"], ["Ogółem", "", "20260301"],
        ])
    func totals(fields: [String]) {
        #expect(TotalsRow.isTotals(fields))
    }

    @Test(
        "is no order",
        arguments: [
            ["1001", "a@example.com", "2026-01-01", "5.00"], ["Total", "2026-01-01", "5.00"], ["", "", ""], [],
            ["1001", "Total Eclipse", "5.00"], ["Sumatra", "5.00"], ["Itogo", "5.00"],
        ])
    func orders(fields: [String]) {
        #expect(!TotalsRow.isTotals(fields))
    }
}
