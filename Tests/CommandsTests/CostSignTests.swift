import Domain
import Foundation
import Testing

@Suite("Signs of costs, over whole columns")
struct CostSignTests {
    /// Orders of 100.00 with goods of 60.00, and the fee that `fee` says.
    private func orders(_ count: Int, _ fee: (Int) -> String) -> String {
        "order,date,customer,amount,cost,fee\n"
            + (0..<count).map { number in
                "\(number + 1),2024-0\(1 + number % 9)-05,customer00\(number % 400),100.00,60.00,\(fee(number))\n"
            }.joined()
    }

    private func run(_ text: String, _ options: [String] = []) throws -> (report: JSONDocument, errors: String) {
        let run = try Reports.run(of: text, options + ["--json"])
        try #require(run.code == 0, "\(run.errors)")
        return (try JSONDocument(run.output), run.errors)
    }

    @Test("costs that begin below the first rows and below zero are costs", arguments: Language.allCases)
    func late(language: Language) throws {
        let text = orders(40_000) { $0 < 30_000 ? "" : "-2.90" }
        let (report, errors) = try run(text, ["--lang", language.rawValue])
        #expect(try report.cents("overview.contribution") == 40_000 * 4_000 - 10_000 * 290)
        let words = ["written below zero in the rows that follow", "mają znak minus", "записаны со знаком минус"]
        #expect(errors.contains(words[Language.allCases.firstIndex(of: language) ?? 0]))
    }

    @Test(
        "a column of both signs is taken by the sign of most, and told with its counts",
        arguments: [
            (.english, 200, "above zero in 200 rows, below zero in 100. Those below zero are taken for money back"),
            (.english, 30, "above zero in 30 rows, below zero in 270. Those above zero are taken for money back"),
            (.polish, 200, "dodatnim: 200, z ujemnym: 100. Ujemne to według nas zwrócone pieniądze"),
            (.russian, 200, "больше нуля: 200, меньше нуля: 100. Отрицательные считаются возвратом"),
        ] as [(Language, Int, String)])
    func mixed(language: Language, above: Int, words: String) throws {
        let (report, errors) = try run(orders(300) { $0 < above ? "2.90" : "-2.90" }, ["--lang", language.rawValue])
        #expect(errors.contains(words), "\(errors)")
        let most = max(above, 300 - above)
        #expect(try report.cents("overview.contribution") == 300 * 4_000 - (2 * most - 300) * 290)
    }

    @Test("what first rows say and the others do not is mended, and told")
    func laterOtherSign() throws {
        let (report, errors) = try run(orders(50_000) { $0 < 22_000 ? "-2.90" : "2.90" })
        #expect(try report.cents("overview.contribution") == 50_000 * 4_000 - 6_000 * 290)
        #expect(errors.contains("above zero in 28,000 rows, below zero in 22,000"))
    }

    @Test("a fee that came back now and then is none of our business")
    func refunds() throws {
        let (report, errors) = try run(orders(300) { $0 % 30 == 0 ? "-2.90" : "2.90" })
        #expect(!errors.contains("below zero"))
        #expect(try report.cents("overview.contribution") == 300 * 4_000 - 280 * 290)
    }
}
