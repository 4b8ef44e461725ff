import Domain

/// Finds the currency that a column's name or its values show.
enum CurrencyVocabulary {
    /// Whether a cell holds nothing but a currency: `PLN`, `zł`, `€`, `руб.`.
    static func isCurrency(_ text: some StringProtocol) -> Bool { CurrencySigns.code(of: trimmed(text)) != nil }

    /// Whether a word is a currency, rather than any three letters: `zł`, `руб`, `PLN`.
    static func isCurrencyWord(_ word: String) -> Bool {
        CurrencySigns.code(of: word).map { isKnown(word, $0) } ?? false
    }

    /// The currency that stands around the digits of an amount (`1 234,50 zł`) or in a column's name
    /// (`Total (PLN)`); nil when there is none that shops sell in.
    static func currency(inside text: some StringProtocol) -> Currency? {
        var word = ""
        for character in String(text) + " " {
            if character.isLetter {
                word.append(character)
                continue
            }
            if let code = CurrencySigns.code(of: word), isKnown(word, code) { return Currency(code) }
            word = ""
            if let code = CurrencySigns.code(of: String(character)) { return Currency(code) }
        }
        return nil
    }

    /// The currency written with all amounts of a column, or else in the column's name.
    static func implied(by amounts: [String], header: String) -> Currency? {
        let written = Set(amounts.map { currency(inside: $0) })
        if written.count == 1, let currency = written.first, let currency { return currency }
        // The name speaks for the amounts that have none.
        return written.isEmpty || written.contains(nil) ? currency(inside: header) : nil
    }

    /// Whether a code is one that shops sell in, rather than any three letters.
    static func isCommon(_ code: some StringProtocol) -> Bool { common.contains(code.uppercased()) }

    /// Three letters are a currency only in capitals; `zł` and `руб` are one in any case.
    private static func isKnown(_ word: String, _ code: String) -> Bool {
        word.uppercased() != code || (isCommon(code) && word == code)
    }

    private static let common: Set<String> = [
        "PLN", "EUR", "USD", "GBP", "RUB", "CZK", "UAH", "CHF", "SEK", "NOK", "DKK", "HUF", "RON", "BGN",
        "BYN", "KZT", "JPY", "CAD", "AUD", "NZD", "TRY", "CNY", "INR", "BRL", "MXN", "ZAR", "SGD", "HKD",
        "KRW", "ILS", "AED", "GEL", "AMD", "MDL", "RSD", "ISK", "THB", "IDR", "MYR", "PHP", "VND", "SAR",
        "QAR", "KWD", "EGP", "MAD", "ARS", "CLP", "COP", "PEN",
    ]
}
