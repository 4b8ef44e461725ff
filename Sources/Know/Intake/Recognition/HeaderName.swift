/// A column name or a status reduced to its words, so that `Order ID`, `order_id`, `OrderId` and `ORDER-ID` are one.
///
/// Words are lower-case and without diacritics (`Data złożenia` gives `data`, `zlozenia`; `ё` gives `е`).
struct HeaderName: Hashable, Sendable {
    /// All words in order.
    let words: [String]

    /// What vocabularies are keyed by: the words written together, since exports also write `orderid`.
    var key: String { words.joined() }

    /// The key without currency codes: `Kwota (PLN)` is a `kwota`.
    var keyWithoutUnit: String {
        let bare = words.filter { !Self.units.contains($0) }
        return bare.isEmpty ? key : bare.joined()
    }

    init(_ text: some StringProtocol) { words = Self.paired(Self.split(text)) }

    /// Whether some word starts with `stem`.
    func has(stem: String) -> Bool { words.contains { $0.hasPrefix(stem) } }

    /// Whether it speaks of what something costs.
    var saysCost: Bool {
        words.contains { word in ["cost", "koszt", "стоимост", "затрат", "расход"].contains { word.hasPrefix($0) } }
    }

    /// Splits at everything that is no letter or digit, and inside `camelCase` and `XMLName`.
    private static func split(_ text: some StringProtocol) -> [String] {
        KnownLetters.words(of: text.unicodeScalars) ?? splitSlowly(text)
    }

    /// Splits any text: whole characters are told apart, whatever scalars they are made of.
    static func splitSlowly(_ text: some StringProtocol) -> [String] {
        var words: [String] = []
        var word = ""
        func finish() {
            if !word.isEmpty { words.append(word) }
            word = ""
        }
        let characters = Array(text)
        for (index, character) in characters.enumerated() {
            if character == "№" || character == "%" {
                finish()
                words.append(character == "№" ? "номер" : "percent")
                continue
            }
            guard character.isLetter || character.isNumber else {
                // An apostrophe stands inside a word (`Buyer's`), everything else between two.
                if character != "'" && character != "’" { finish() }
                continue
            }
            if character.isUppercase, index > 0 {
                let endsRun = index + 1 < characters.count && characters[index + 1].isLowercase
                if !characters[index - 1].isUppercase || endsRun { finish() }
            }
            let lower = character.lowercased()
            word += lower.count == 1 ? folded[lower.first!] ?? lower : lower
        }
        finish()
        return words
    }

    /// Joins words that some write apart: `e-mail`, `sub total`, `line item`.
    private static func paired(_ words: [String]) -> [String] {
        var result: [String] = []
        for word in words {
            if let last = result.last, let whole = pairs[last + " " + word] {
                result[result.count - 1] = whole
            } else {
                result.append(word)
            }
        }
        return result
    }

    private static let pairs = [
        "e mail": "email", "sub total": "subtotal", "line item": "lineitem", "кол во": "количество",
        "промо код": "промокод", "promo code": "promocode", "time stamp": "timestamp",
    ]

    /// Letters that are written with and without their marks. The keys compare by canonical equivalence, so composed
    /// and decomposed text come out the same.
    private static let folded: [Character: String] = {
        let groups: [(String, String)] = [
            ("ąàáâãäåā", "a"), ("ćčçĉ", "c"), ("ďđ", "d"), ("ęèéêëěēė", "e"), ("ğģ", "g"), ("ìíîïīı", "i"),
            ("ķ", "k"), ("łľļ", "l"), ("ńñňņ", "n"), ("óòôõöőøō", "o"), ("řŕ", "r"), ("śšşș", "s"), ("ťţț", "t"),
            ("ùúûüůűū", "u"), ("ýÿ", "y"), ("źżž", "z"), ("ё", "е"), ("ß", "ss"),
        ]
        var table: [Character: String] = [:]
        for (letters, plain) in groups {
            for letter in letters { table[letter] = plain }
        }
        return table
    }()

    private static let units: Set<String> = [
        "pln", "eur", "usd", "gbp", "rub", "rur", "uah", "byn", "kzt", "czk", "chf", "huf", "ron", "sek", "nok", "dkk",
        "zl", "zlotych", "руб", "рублей", "рублях", "р", "грн", "тг", "euro", "utc", "gmt", "cet", "msk", "local",
    ]
}
