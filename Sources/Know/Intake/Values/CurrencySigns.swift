import Foundation

/// The currencies that stand beside amounts.
enum CurrencySigns {
    /// The ISO code of a code, a sign or a customary abbreviation; nil when it is none.
    static func code(of text: String) -> String? { code(ofUpperCased: text.uppercased()) }

    private static func code(ofUpperCased upper: String) -> String? {
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

    /// The currency that stands beside an amount; nil when the text is none.
    static func beside(_ text: String) -> WrittenCurrency? {
        let upper = text.uppercased()
        return code(ofUpperCased: upper).map { WrittenCurrency(code: $0, sign: upper) }
    }

    /// The other currencies that are written with a sign, and other codes of the same money.
    fileprivate static func others(of sign: String) -> Set<String> {
        switch sign {
        case "$":
            [
                "CAD", "AUD", "NZD", "SGD", "HKD", "TWD", "MXN", "ARS", "CLP", "COP", "UYU", "DOP", "BSD", "BBD", "BMD",
                "BND", "BZD", "FJD", "GYD", "JMD", "KYD", "LRD", "NAD", "SBD", "SRD", "TTD", "XCD",
            ]
        case "£": ["EGP", "FKP", "GIP", "LBP", "SDG", "SHP", "SSP", "SYP"]
        case "KR": ["NOK", "DKK", "ISK"]
        case "¥": ["CNY", "RMB"]
        case "РУБ", "РУБ.", "Р.", "Р": ["RUR", "BYN", "BYR"]
        case "₽", "RUB": ["RUR"]
        case "RUR": ["RUB"]
        case "CNY": ["RMB"]
        case "RMB": ["CNY"]
        case "LEI": ["MDL"]
        case "BR": ["BYR", "ETB"]
        default: []
        }
    }

    /// Whether a code is a currency's, rather than any three letters such as `NET` and `PCS`.
    fileprivate static func isListed(_ code: String) -> Bool { listed.contains(code) }

    private static let listed = Set(Locale.commonISOCurrencyCodes).union(["RUR", "RMB", "BYR"])
}

/// A currency as it stands beside an amount: a code, or a sign that several currencies may share.
struct WrittenCurrency: Equatable {
    /// The currency that it is where nothing else tells.
    let code: String
    /// As it is written, in upper case.
    let sign: String

    /// Whether its code is a currency's, rather than any three letters.
    var isListed: Bool { CurrencySigns.isListed(code) }

    /// Whether it can be the currency with this code. A word that is no currency contradicts none.
    func canBe(_ code: String) -> Bool {
        code == self.code || CurrencySigns.others(of: sign).contains(code) || !isListed
    }
}
