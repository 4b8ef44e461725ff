import Domain
import Foundation
import Testing

@Suite("A workbook with more than orders")
struct WrongSheetTests {
    private static let header = ["nr", "klient", "data", "kwota"]
    private static let orders = [header, ["1", "7", "2026-01-05", "10,00"], ["2", "8", "2026-02-05", "20,00"]]
    private static let cover = [["Raport sklepu"], ["Wygenerowano", "2026-03-01"]]

    private func run(
        _ sheets: [(String, [[String]])], _ arguments: [String] = [], language: Language = .english
    ) throws -> Run {
        let folder = try Folder()
        try folder.write("orders.xlsx", bytes: Packed.workbook(sheets: sheets.map { (name: $0.0, rows: $0.1) }))
        return try Program.run(["report", "orders.xlsx", "--lang", language.rawValue] + arguments, in: folder)
    }

    @Test(
        "says which sheet has the orders, and the option to give",
        arguments: [
            (Language.english, "This was the sheet “Info”. The workbook has: “Info”, “Zamówienia 2026”, “Klienci”."),
            (.polish, "To był arkusz „Info”. Skoroszyt ma arkusze: „Info”, „Zamówienia 2026”, „Klienci”."),
            (.russian, "Это был лист «Info». В книге есть листы: «Info», «Zamówienia 2026», «Klienci»."),
        ])
    func cover(language: Language, words: String) throws {
        for cover in [Self.cover, [], [Self.header], [["a", "b"], ["1", "2"]]] {
            let sheets = [("Info", cover), ("Zamówienia 2026", Self.orders), ("Klienci", [["id"], ["7"]])]
            let run = try run(sheets, language: language)
            #expect(run.code == 1)
            #expect(run.errors.contains(words), "\(run.errors)")
            #expect(run.errors.contains(#"--sheet "Zamówienia 2026""#))
            #expect(run.errors.contains("orders.xlsx: ") && !run.errors.contains(#"--sheet "Klienci""#))
        }
    }

    @Test("names all sheets that fit, and the option alone where none does") func several() throws {
        let two = try run([("Info", Self.cover), ("2025", Self.orders), ("A'$b", Self.orders)])
        #expect(two.errors.contains(#"Orders were found with --sheet "2025" or --sheet 'A'\''$b'."#))
        let none = try run([("Info", Self.cover), ("Klienci", [["id"], ["7"]])])
        #expect(none.errors.contains("“Info”, “Klienci”. Choose one with --sheet."))
        let alone = try run([("Info", Self.cover)])
        #expect(alone.code == 1 && !alone.errors.contains("--sheet"))
        let chosen = try run([("Info", Self.cover), ("2025", Self.orders)], ["--sheet", "2025"])
        #expect(chosen.code == 0)
    }

    @Test("is found on standard input and inside gzip too") func piped() throws {
        let bytes = Packed.workbook(sheets: [("Info", Self.cover), ("2025", Self.orders)])
        for input in [bytes, Packed.gzip(bytes)] {
            let run = try Program.run(["report", "-"], input: Data(input))
            #expect(run.code == 1)
            #expect(run.errors.contains(#"Orders were found with --sheet "2025"."#))
            #expect(try Reports.json(["-", "--sheet", "2025"], input: Data(input)).int("overview.orders") == 2)
        }
    }
}
