public import Domain

/// What shops write for a currency: codes, signs and words.
public enum CurrencyVocabulary {
    /// The currency of a cell such as `PLN`, `zł`, `€` or `руб.`; nil when it is none of them.
    ///
    /// A bare `$` is the dollar of the United States: shops elsewhere write their code.
    public static func currency(for text: some StringProtocol) -> Currency? {
        let word = trimmed(text)
        guard !word.isEmpty, word.utf8.count <= 16 else { return nil }
        if let code = words[word] ?? words[HeaderName(word).key] { return Currency(code) }
        return Currency(word)
    }

    /// The currency that stands around the digits of an amount (`1 234,50 zł`) or in a column's name
    /// (`Total (PLN)`); nil when there is none that is known.
    static func currency(inside text: some StringProtocol) -> Currency? {
        var part = ""
        for character in String(text) + " " {
            let isSign = character.unicodeScalars.allSatisfy { $0.properties.generalCategory == .currencySymbol }
            if isSign, let code = words[String(character)] { return Currency(code) }
            if character.isLetter {
                part.append(character)
            } else {
                if let code = words[part] ?? words[part.lowercased()] { return Currency(code) }
                if part.count == 3, part == part.uppercased(), common.contains(part) { return Currency(part) }
                part = ""
            }
        }
        return nil
    }

    /// Whether a code is one that shops sell in, rather than any three letters.
    static func isCommon(_ code: some StringProtocol) -> Bool { common.contains(code.uppercased()) }

    private static let words: [String: String] = [
        "€": "EUR", "$": "USD", "US$": "USD", "£": "GBP", "₽": "RUB", "zł": "PLN", "zl": "PLN", "Kč": "CZK",
        "kc": "CZK",
        "₴": "UAH", "₸": "KZT", "¥": "JPY", "₺": "TRY", "₹": "INR", "₪": "ILS", "₩": "KRW", "Ft": "HUF", "lei": "RON",
        "лв": "BGN", "euro": "EUR", "zloty": "PLN", "złoty": "PLN", "руб": "RUB", "рубль": "RUB", "рублей": "RUB",
        "р": "RUB", "rur": "RUB", "RUR": "RUB", "грн": "UAH", "тг": "KZT", "тенге": "KZT", "byr": "BYN", "BYR": "BYN",
    ]

    private static let common: Set<String> = [
        "PLN", "EUR", "USD", "GBP", "RUB", "CZK", "UAH", "CHF", "SEK", "NOK", "DKK", "HUF", "RON", "BGN", "BYN", "KZT",
        "JPY",
        "CAD", "AUD", "NZD", "TRY", "CNY", "INR", "BRL", "MXN", "ZAR", "SGD", "HKD", "KRW", "ILS", "AED", "GEL", "AMD",
        "MDL",
        "RSD", "ISK", "THB", "IDR", "MYR", "PHP", "VND", "SAR", "QAR", "KWD", "EGP", "MAD", "ARS", "CLP", "COP", "PEN",
    ]
}
