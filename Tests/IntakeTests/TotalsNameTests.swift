import Testing

@testable import Intake

@Suite("Names that are words for sums")
struct TotalsNameTests {
    private func verdict(_ name: String) -> TotalsRow.Verdict {
        // Whole words are loaded from a field, so there is room behind it.
        let bytes = Array(name.utf8)
        return (bytes + Array(repeating: 0, count: 64)).withUnsafeBufferPointer { memory in
            memory.baseAddress.map { TotalsRow.verdict(on: Bytes($0, count: bytes.count)) } ?? .isNone
        }
    }

    private static let single = [
        "total", "totals", "sum", "summary", "razem", "suma", "sumy", "ogółem", "łącznie", "итого", "всего", "итог",
        "итоги", "сумма", "total (57 orders)", "razem: 12 345,00 zł", "*** total ***", "= suma =",
    ]
    private static let several = [
        "grand total", "sum total", "overall total", "total sum", "page total", "report total", "total orders",
        "subtotal", "total amount", "suma końcowa", "podsumowanie", "suma całkowita", "razem brutto", "suma brutto",
        "razem suma", "ogółem razem", "общий итог", "всего заказов", "итого заказов", "итого по отчету",
        "сумма итого", "итого всего", "общая сумма",
    ]

    private func spellings(_ word: String) -> [String] {
        [word, word.uppercased(), word.prefix(1).uppercased() + word.dropFirst()]
    }

    @Test("a single word may be a customer too", arguments: single)
    func singleWords(word: String) { for name in spellings(word) { #expect(verdict(name) == .mayBe, "\(name)") } }

    @Test("several words are nobody", arguments: several)
    func severalWords(word: String) { for name in spellings(word) { #expect(verdict(name) == .isCertain, "\(name)") } }

    @Test(
        "a word with others behind it may be a sum or a customer",
        arguments: [
            "Total sales", "Total Polska", "Razem styczeń", "Suma zamówień", "Итого за год", "Łącznie za maj",
            "Grand total of sales", "Podsumowanie roku", "Sum of orders", "Общая сумма за год",
        ])
    func beginnings(name: String) { for name in spellings(name) { #expect(verdict(name) == .begins, "\(name)") } }

    @Test(
        "other names are customers",
        arguments: [
            "", "a", "7", "Totalia", "Tomasz", "Sumati", "Grand Hotel", "Page", "Report", "Łucja", "Łącka Anna",
            "Итогин", "Всеволод", "Общество «Ромашка»", "Ogórek", "ogóle", "total@shop.example", "Żaneta", "-", "#1",
        ])
    func customers(name: String) { #expect(verdict(name) == .isNone) }
}
