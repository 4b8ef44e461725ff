import Domain
import Foundation
import Testing

@Suite("Names that many customers share")
struct SharedNamesTests {
    /// 300 orders of 97 people by `names`, who have an address each, as far as `address` says.
    private func orders(_ names: [String], header: String = "Klient") -> String {
        "Data;\(header);E-mail;Kwota\n"
            + (0..<300).map { number in
                let person = number * 31 % 97
                return
                    "\(number % 27 + 1).0\(1 + number % 9).2024;\(names[person % names.count]);k\(person)@x.pl;10,00\n"
            }.joined()
    }

    private static let names = ["Anna", "Jan", "Ewa", "Piotr", "Zofia", "Adam", "Maria", "Tomasz"]

    @Test(
        "the address tells customers of one first name apart, and that is told",
        arguments: [
            (.english, "“Klient” has one name for many: customers are told apart by “E-mail”."),
            (.polish, "W „Klient” jedno imię ma wielu klientów: rozróżnia ich „E-mail”."),
            (.russian, "В «Klient» одно имя у многих: клиентов различает «E-mail»."),
        ] as [(Language, String)])
    func firstNames(language: Language, remark: String) throws {
        let run = try Reports.run(of: orders(Self.names), ["--json", "--lang", language.rawValue])
        #expect(try JSONDocument(run.output).int("overview.customers") == 97)
        #expect(run.errors.contains(remark), "\(run.errors)")
        #expect(run.errors.contains("--column customer=\"Klient\""))
        let given = try Reports.json(of: orders(Self.names), ["--column", "customer=Klient"])
        #expect(try given.int("overview.customers") == 8)
    }

    @Test("kinds of customers are no customers either") func kinds() throws {
        let report = try Reports.json(of: orders(["Detal", "Hurt", "Firma"]))
        #expect(try report.int("overview.customers") == 97)
    }

    @Test("ids and names with an address each stay") func ids() throws {
        let ids = (0..<97).map { "klient\($0)" }
        let run = try Reports.run(of: orders(ids), ["--json"])
        #expect(!run.errors.contains("one name for many"))
        let nicks = (0..<97).map { number in
            String("abcdefghij".map { "\($0)" }.joined().dropFirst(number % 10)) + String(repeating: "x", count: number)
        }
        let named = try Reports.run(of: orders(nicks), ["--json"])
        #expect(!named.errors.contains("one name for many"))
        #expect(try JSONDocument(named.output).int("overview.customers") == 97)
    }
}
