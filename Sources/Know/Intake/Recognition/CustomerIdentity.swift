/// Brings what identifies a customer into one form, so that one person is one customer.
public enum CustomerIdentity {
    /// Trimmed, lower-case and without `mailto:`; nil when it is not an address.
    public static func normalisedEmail(_ text: some StringProtocol) -> String? {
        var address = trimmed(text).lowercased()
        // `Name <address>`, as mail programs copy it.
        if address.hasSuffix(">"), let open = address.lastIndex(of: "<") {
            address = trimmed(address[address.index(after: open)...].dropLast())
        }
        if address.hasPrefix("mailto:") { address = trimmed(address.dropFirst(7)) }
        let parts = address.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty, !address.contains(where: \.isWhitespace)
        else { return nil }
        return address
    }

    /// The number with its country's calling code, such as `+48600100200`; nil when it is no telephone number.
    ///
    /// Numbers without a calling code get that of `defaultCountry`. Without one, nine digits are taken for Polish,
    /// and eleven that start with 8 or ten that start with 9 for Russian; other numbers keep their digits.
    public static func normalisedPhone(_ text: some StringProtocol, defaultCountry: PhoneCountry? = nil) -> String? {
        guard let number = PhoneDigits(text) else { return nil }
        if number.isInternational { return "+" + number.digits }
        let digits = number.digits
        if let country = defaultCountry { return country.international(digits) }
        if digits.count == 9, digits.first != "0" { return PhoneCountry.poland.international(digits) }
        if digits.count == 11, digits.hasPrefix("48") { return "+" + digits }
        if digits.count == 11 && (digits.hasPrefix("8") || digits.hasPrefix("7"))
            || digits.count == 10 && digits.hasPrefix("9")
        {
            return PhoneCountry.russia.international(digits)
        }
        return digits
    }

    /// Whether signs between the digits show a telephone number: a leading `+` or brackets, or groups of two to four
    /// digits apart by blanks or dashes, nine to fifteen digits in all. Bare digits may as well be an id.
    static func isWrittenAsPhone(_ text: some StringProtocol) -> Bool {
        guard text.utf8.count <= 40, normalisedPhone(text) != nil else { return false }
        let groups = text.split { !$0.isNumber }
        guard (9...15).contains(groups.reduce(0) { $0 + $1.count }) else { return false }
        if text.hasPrefix("+") || text.contains("(") { return true }
        let isApart = text.allSatisfy { $0.isNumber || $0 == " " || $0 == "\u{A0}" || $0 == "-" }
        return isApart && groups.count >= 3 && groups.dropFirst().allSatisfy { (2...4).contains($0.count) }
            && (1...3).contains(groups[0].count)
    }

    /// Whether an id stands for "nobody in particular": exports write 0, `-` or `guest` where no account was used.
    public static func isNobody(_ text: some StringProtocol) -> Bool {
        // Most ids are numbers.
        if !text.isEmpty, text.utf8.allSatisfy({ (48...57).contains($0) }) { return text.utf8.allSatisfy { $0 == 48 } }
        let key = HeaderName(text).key
        return key.isEmpty || nobody.contains(key) || key.allSatisfy { $0 == "0" }
    }

    private static let nobody: Set<String> = [
        "guest", "anonymous", "none", "null", "nil", "na", "nan", "unknown", "nobody", "notset", "undefined", "walkin",
        "gosc", "brak", "anonim", "anonimowy", "niezarejestrowany", "bezrejestracji", "nieznany", "klientanonimowy",
        "гость", "нет", "аноним", "неизвестно", "неизвестный", "розничныйпокупатель", "частноелицо",
        "физическоелицо", "безрегистрации",
    ]
}

/// The digits of a telephone number as it is written.
private struct PhoneDigits {
    var digits = ""
    var isInternational = false

    init?(_ text: some StringProtocol) {
        let number = trimmed(text)
        guard number.utf8.count <= 40 else { return nil }
        for (index, character) in number.enumerated() {
            if character.isASCII, character.isNumber {
                digits.append(character)
            } else if character == "+", digits.isEmpty {
                isInternational = true
            } else if !Self.signs.contains(character), !(character == "'" && index == 0) {
                return nil
            }
        }
        if !isInternational, digits.hasPrefix("00") {
            isInternational = true
            digits.removeFirst(2)
        }
        // E.164 allows fifteen digits; no country has numbers below seven that shops can call.
        guard (7...15).contains(digits.count) else { return nil }
    }

    private static let signs: Set<Character> = [" ", "\u{A0}", "\u{202F}", "-", "\u{2013}", "(", ")", ".", "/"]
}
