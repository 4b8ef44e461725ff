/// The currencies that stand beside amounts.
enum CurrencySigns {
    /// The ISO code of a code, a sign or a customary abbreviation; nil when it is none.
    static func code(of text: String) -> String? {
        let upper = text.uppercased()
        if let code = signs[upper] { return code }
        let letters = upper.utf8
        guard letters.count == 3, letters.allSatisfy({ (65...90).contains($0) }) else { return nil }
        return upper
    }

    private static let signs: [String: String] = [
        "€": "EUR", "$": "USD", "US$": "USD", "£": "GBP", "ZŁ": "PLN", "ZL": "PLN", "ZŁ.": "PLN", "₽": "RUB",
        "РУБ": "RUB", "РУБ.": "RUB", "Р.": "RUB", "Р": "RUB", "₴": "UAH", "ГРН": "UAH", "ГРН.": "UAH", "₸": "KZT",
        "ТГ": "KZT", "ТЕНГЕ": "KZT", "KČ": "CZK", "¥": "JPY", "FT": "HUF", "LEI": "RON", "ЛВ": "BGN", "ЛВ.": "BGN",
        "BR": "BYN", "₺": "TRY", "₾": "GEL", "CHF": "CHF", "KR": "SEK", "₪": "ILS", "₹": "INR",
    ]
}
