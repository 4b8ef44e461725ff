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

    private static func isTotalsWord(_ text: String) -> Bool {
        guard text.utf8.count <= 60 else { return false }
        let name = HeaderName(text)
        if words.contains(name.key) || words.contains(name.keyWithoutUnit) { return true }
        // `Razem: 12 345,00 zł`, `Total (57 orders)`.
        guard let first = name.words.first, leads.contains(first) else { return false }
        return name.words.dropFirst().contains { $0.allSatisfy(\.isNumber) }
    }

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
