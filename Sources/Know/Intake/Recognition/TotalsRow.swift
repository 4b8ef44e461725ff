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
        /// Such a word with others behind it, "Total sales" or "Total Polska": only a sum that fits exactly decides.
        case begins
        /// Words that nobody is called.
        case isCertain
    }

    static func verdict(on name: Bytes) -> Verdict {
        guard name.count > 0, name.count <= 60, mayBegin(name) else { return .isNone }
        let text = name.text
        guard isTotalsWord(text) else { return beginsAsTotals(text) ? .begins : .isNone }
        return phrases.contains(HeaderName(text).key) ? .isCertain : .mayBe
    }

    /// Whether a text begins as one of the words does: all other names are told by that, at no cost.
    private static func mayBegin(_ name: Bytes) -> Bool {
        var start: UInt64 = 0
        var count = 0
        while count < name.count, (name[count] | 32) &- 97 < 26 {
            if count < 8 { start = start << 8 | UInt64(name[count] | 32) }
            count += 1
        }
        if count > 0 {
            // `Ogółem` goes on beyond ASCII after two letters, the others after a whole word.
            return count < name.count && name[count] >= 0x80 ? start == 0x6F67 : firstWords.contains(start)
        }
        // Signs may stand around the word, as in `*** Total ***`.
        if name[0] < 0x80 { return name[0] &- 48 > 9 }
        guard name.count >= 6 else { return false }
        for place in 0..<6 { start = start << 8 | UInt64(name[place]) }
        return beginnings.contains(start) || start >> 24 == 0xC581C4 || start >> 24 == 0xC582C4
    }

    /// The first eight letters of the words' first words, as far as these are in ASCII or are written so.
    private static let firstWords: Set<UInt64> = Set(
        [
            "total", "totals", "grand", "sum", "overall", "page", "report", "summary", "subtotal", "razem", "suma",
            "sumy", "ogolem", "lacznie", "podsumowanie",
        ].map { $0.utf8.prefix(8).reduce(0) { $0 << 8 | UInt64($1) } })

    /// The first three letters of the words in Cyrillic; `łą` is told by its bytes.
    private static let beginnings: Set<UInt64> = Set(
        ["ито", "все", "общ", "сум"].flatMap { [$0, $0.uppercased(), $0.prefix(1).uppercased() + $0.dropFirst()] }
            .map { $0.utf8.reduce(0) { $0 << 8 | UInt64($1) } })

    /// Whether a text is a word for sums, alone or with its number: `TOTAL`, `Razem 2024`.
    public static func isNamed(_ text: String) -> Bool { isTotalsWord(text) }

    private static func isTotalsWord(_ text: String) -> Bool {
        guard text.utf8.count <= 60 else { return false }
        let name = HeaderName(text)
        if words.contains(name.key) || words.contains(name.keyWithoutUnit) { return true }
        // `Razem: 12 345,00 zł`, `Total (57 orders)`.
        guard let first = name.words.first, leads.contains(first) else { return false }
        return name.words.dropFirst().contains { $0.allSatisfy(\.isNumber) }
    }

    /// Whether the first word, but for one such as "grand", is a word for sums. An address is none.
    private static func beginsAsTotals(_ text: String) -> Bool {
        guard !text.contains("@") else { return false }
        return HeaderName(text).words.drop { openings.contains($0) }.first.map(beginners.contains) ?? false
    }

    private static let openings: Set<String> = ["grand", "overall", "page", "report", "общий", "общая"]

    private static let beginners: Set<String> = leads.union([
        "sum", "subtotal", "summary", "sumy", "podsumowanie", "итоги", "сумма",
    ])

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
            "итого", "всего", "общий итог", "итог", "итоги", "сумма", "всего заказов", "итого заказов",
            "итого по отчету",
            "сумма итого",
            "итого всего", "общая сумма",
        ].map { HeaderName($0).key })
}
