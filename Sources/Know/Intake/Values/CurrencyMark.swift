/// How a spreadsheet's number comes with the currency that its cell's format shows: the number, a unit separator
/// (U+001F), and the currency, as in `12.9␟zł`.
///
/// The number stays what it is for everything that is no money, such as an id or a quantity that was given the format
/// by the way. XML holds no such character, so no text of a cell has it.
public enum CurrencyMark {
    public static let byte: UInt8 = 0x1F

    /// Whether a text that stands in a format where its currency belongs, such as `zł` in `[$zł-415]`, is one.
    public static func isCurrency(_ text: String) -> Bool { CurrencySigns.beside(text)?.isListed ?? false }

    /// Whether a word that a format shows beside the number is a currency: a sign or an abbreviation, or a code in
    /// capitals that shops sell in. `szt.`, `kg` and `PCS` are none.
    public static func isCurrencyWord(_ word: String) -> Bool { CurrencyVocabulary.isCurrencyWord(word) }

    /// The text of a sheet with its numbers alone.
    public static func removed(from text: [UInt8]) -> [UInt8] {
        guard text.contains(byte) else { return text }
        var numbers: [UInt8] = []
        numbers.reserveCapacity(text.count)
        var isMarked = false
        for character in text {
            if character == byte {
                isMarked = true
            } else if character == UInt8(ascii: ",") || character == UInt8(ascii: "\n") {
                isMarked = false
            }
            if !isMarked { numbers.append(character) }
        }
        return numbers
    }

    /// A row's text as a person reads it: `12.9 zł`.
    static func shown(in text: String) -> String {
        text.utf8.contains(byte) ? String(text.map { $0 == "\u{1F}" ? " " : $0 }) : text
    }

    /// The number of a field and what it is marked with; nil when it is not marked.
    static func parts(of field: String) -> (number: String, currency: String)? {
        guard let place = field.utf8.firstIndex(of: byte) else { return nil }
        return (String(field[..<place]), String(field[field.index(after: place)...]))
    }

    /// Whether some field of a text may be marked.
    static func isAnywhere(in text: Bytes) -> Bool {
        // All of it is looked at, many bytes at a time; a loop that may end early would take them one by one.
        var found: UInt8 = 0
        for place in 0..<text.count { found |= text[place] == byte ? 1 : 0 }
        return found != 0
    }

    /// Where the mark stands in a field without blanks at its ends; nil when it has none.
    static func place(in field: Bytes) -> Int? {
        // Numbers without a currency, days and ids end in a digit.
        guard field.count > 0, field[field.count - 1] &- 48 > 9 else { return nil }
        var place = field.count - 1
        let last = max(0, field.count - mostBytes)
        while place >= last {
            if field[place] == byte { return place }
            place -= 1
        }
        return nil
    }

    /// More than the mark and any sign have: `тенге` has ten.
    private static let mostBytes = 16
}
