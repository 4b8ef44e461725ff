/// The sum that some exports write below the rows; counted as an order it would double the revenue.
public enum TotalsRow {
    /// Whether a cell of the row reads "Total" and none holds a date.
    public static func isTotals(_ fields: some Sequence<String>) -> Bool {
        var isNamed = false
        for field in fields {
            let text = trimmed(field)
            guard !text.isEmpty else { continue }
            if !isNamed, isTotalsWord(text) { isNamed = true }
            // Bare digits are as well an amount: 20260301 units are no date in a row that says "Total".
            let isBare = text.utf8.allSatisfy { (48...57).contains($0) }
            if !isBare, !DateInference.formats(of: text).isEmpty { return false }
        }
        return isNamed
    }

    /// Whether an id is no id, but a word such as "Total": then its row is a sum, even with a date.
    static func isNamed(by id: Bytes) -> Bool {
        guard id.count <= 60, id.count > 0 else { return false }
        // Nearly all ids have a digit.
        for place in 0..<id.count where id[place] &- 48 < 10 { return false }
        return isTotalsWord(id.text)
    }

    /// What a row's name, or another of its texts, says of it where there are no order ids to tell.
    enum Verdict: Int {
        case isNone
        /// A word that may be a customer's name as well: whether the amount is the sum of the other rows decides.
        case mayBe
        /// Words that nobody is called.
        case isCertain
    }

    static func verdict(on name: Bytes) -> Verdict {
        guard name.count > 0, name.count <= 60, mayBegin(name) else { return .isNone }
        let text = name.text
        guard isTotalsWord(text) else { return .isNone }
        return phrases.contains(HeaderName(text).key) ? .isCertain : .mayBe
    }

    /// Whether a text begins as one of the words does: nearly all names are told by that, at no cost.
    private static func mayBegin(_ name: Bytes) -> Bool {
        let first = name[0] | 32
        guard first &- 97 < 26 else {
            // Of the Cyrillic letters `и`, `в`, `о` and `с`; Polish words may begin with `ł`; signs may stand around.
            guard name[0] == 0xD0 || name[0] == 0xD1, name.count > 1 else { return name[0] < 48 || name[0] == 0xC5 }
            return [0x98, 0xB8, 0x92, 0xB2, 0x9E, 0xBE, 0xA1, 0x81].contains(name[1])
        }
        guard name.count > 1 else { return false }
        switch (first, name[1] | 32) {
        case (116, 111), (103, 114), (115, 117), (111, 118), (112, 97), (114, 101), (114, 97), (111, 103), (112, 111),
            (108, 97):
            return true
        default: return false
        }
    }

    private static func isTotalsWord(_ text: String) -> Bool {
        guard text.utf8.count <= 60 else { return false }
        let name = HeaderName(text)
        if words.contains(name.key) || words.contains(name.keyWithoutUnit) { return true }
        // `Razem: 12 345,00 zł`, `Total (57 orders)`.
        guard let first = name.words.first, leads.contains(first) else { return false }
        return name.words.dropFirst().contains { $0.allSatisfy(\.isNumber) }
    }

    /// Of the words, those that are more than one word.
    private static let phrases: Set<String> = Set(
        [
            "grand total", "sum total", "overall total", "total sum", "page total", "report total", "total orders",
            "subtotal", "total amount",
            "suma końcowa", "podsumowanie", "suma całkowita", "razem brutto", "suma brutto", "razem suma",
            "ogółem razem",
            "общий итог", "всего заказов", "итого заказов", "итого по отчету", "сумма итого", "итого всего",
            "общая сумма",
        ].map { HeaderName($0).key })

    private static let leads: Set<String> = [
        "total", "totals", "razem", "suma", "ogolem", "lacznie", "итого", "всего", "итог",
    ]

    private static let words: Set<String> = Set(
        [
            "total", "totals", "grand total", "sum total", "overall total", "total sum", "page total", "report total",
            "total orders",
            "sum", "summary", "subtotal", "total amount",
            "razem", "suma", "ogółem", "łącznie", "suma końcowa", "podsumowanie", "suma całkowita", "razem brutto",
            "suma brutto",
            "razem suma", "ogółem razem", "sumy",
            "итого", "всего", "общий итог", "итог", "итоги", "всего заказов", "итого заказов", "итого по отчету",
            "сумма итого",
            "итого всего", "общая сумма",
        ].map { HeaderName($0).key })
}
