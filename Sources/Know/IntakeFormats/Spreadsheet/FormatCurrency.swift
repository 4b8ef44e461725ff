import Intake

/// The currency that a number format shows beside its number.
enum FormatCurrency {
    /// The currency as the format's code writes it: `zł` in `#,##0.00 "zł"`, `€` in `[$€-407] #,##0.00`, `PLN` in
    /// `[$PLN] 0.00`; nil when it shows none, or several.
    ///
    /// The first of the sections counts, that of numbers above zero. A language alone, `[$-415]`, is no currency, units
    /// such as `"szt."` are none, and a share (`0.00%`) has none.
    static func text(inCode code: String) -> String? {
        var words = Words()
        var rest = Substring(code)
        scan: while let character = rest.popFirst() {
            switch character {
            case ";": break scan
            case "%": return nil
            case "\"":
                let literal = rest.prefix { $0 != "\"" }
                literal.forEach { words.add($0) }
                rest = rest.dropFirst(literal.count + 1)
            case "\\": if let literal = rest.popFirst() { words.add(literal) }
            case "_", "*":
                // As wide as the next character, or filled with it.
                rest = rest.dropFirst()
                words.end()
            case "[":
                let inside = rest.prefix { $0 != "]" }
                rest = rest.dropFirst(inside.count + 1)
                words.end()
                guard inside.hasPrefix("$") else { continue }
                let text = trimmed(inside.dropFirst().prefix { $0 != "-" })
                if !text.isEmpty { return CurrencyMark.isCurrency(text) ? text : nil }
            default: words.add(character)
            }
        }
        return words.currency
    }

    private static func trimmed(_ text: Substring) -> String {
        String(text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }

    /// What the format shows beside the digits, word by word.
    private struct Words {
        private var word = ""
        private var found: Set<String> = []

        mutating func add(_ character: Character) {
            if character.isLetter || character.isCurrencySymbol || character == "." {
                word.append(character)
            } else {
                end()
            }
        }

        mutating func end() {
            defer { word = "" }
            // The point of `0.00р.` may part whole and fraction, or end an abbreviation.
            let text = String(word.drop { $0 == "." })
            let bare = String(text.prefix { $0 != "." })
            if let currency = [text, bare].first(where: CurrencyMark.isCurrencyWord) { found.insert(currency) }
        }

        var currency: String? {
            mutating get {
                end()
                return found.count == 1 ? found.first : nil
            }
        }
    }
}
