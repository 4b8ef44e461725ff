/// The letters of the languages that exports come in, told apart by their code points: many times as fast as asking the
/// Unicode tables about each character, and nearly every column name and value is made of them.
enum KnownLetters {
    /// What one of the letters is.
    private enum Kind {
        case lower, upper, digit, sign
        /// Stands inside a word.
        case apostrophe
    }

    /// The words of a text as `HeaderName` splits it; nil when it has a scalar that is not known here.
    static func words(of scalars: some Sequence<Unicode.Scalar>) -> [String]? {
        var kinds: [Kind] = []
        var letters: [Unicode.Scalar] = []
        for scalar in scalars {
            guard let (kind, letter) = known(scalar.value) else { return nil }
            kinds.append(kind)
            letters.append(letter)
        }
        var words: [String] = []
        var word = String.UnicodeScalarView()
        func finish() {
            if !word.isEmpty { words.append(String(word)) }
            word = String.UnicodeScalarView()
        }
        for (place, kind) in kinds.enumerated() {
            switch kind {
            case .apostrophe: continue
            case .sign:
                finish()
                continue
            case .upper where place > 0:
                let endsRun = place + 1 < kinds.count && kinds[place + 1] == .lower
                if kinds[place - 1] != .upper || endsRun { finish() }
            case .upper, .lower, .digit: break
            }
            word.append(letters[place])
        }
        finish()
        return words
    }

    /// The letter without its mark, of a lower-case letter; nil for everything else.
    static func withoutMark(_ value: UInt32) -> Unicode.Scalar? {
        guard let (kind, letter) = known(value), kind == .lower else { return nil }
        return letter
    }

    /// The kind of a code point and its lower-case letter without marks; nil for one that is not known.
    private static func known(_ value: UInt32) -> (Kind, Unicode.Scalar)? {
        switch value {
        case 0x61...0x7A: letter(.lower, value)
        case 0x41...0x5A: letter(.upper, value + 32)
        case 0x30...0x39: letter(.digit, value)
        case 0x27: letter(.apostrophe, value)
        // A percent sign is a word; controls may be parts of one character.
        case 0x25, 0..<0x20, 0x7F: nil
        case 0x20..<0x80: letter(.sign, value)
        case 0x430...0x44F: letter(.lower, value)
        case 0x410...0x42F: letter(.upper, value + 32)
        case 0x451: letter(.lower, 0x435)
        case 0x401: letter(.upper, 0x435)
        default: polish[value]
        }
    }

    private static func letter(_ kind: Kind, _ value: UInt32) -> (Kind, Unicode.Scalar)? {
        Unicode.Scalar(value).map { (kind, $0) }
    }

    private static let polish: [UInt32: (Kind, Unicode.Scalar)] = {
        var table: [UInt32: (Kind, Unicode.Scalar)] = [:]
        for (marked, plain) in zip("ąćęłńóśźż".unicodeScalars, "acelnoszz".unicodeScalars) {
            table[marked.value] = (.lower, plain)
        }
        for (marked, plain) in zip("ĄĆĘŁŃÓŚŹŻ".unicodeScalars, "acelnoszz".unicodeScalars) {
            table[marked.value] = (.upper, plain)
        }
        return table
    }()
}

extension StringProtocol {
    /// Whether some character is a number.
    var hasNumber: Bool {
        var isASCII = true
        for byte in utf8 {
            if byte &- 48 < 10 { return true }
            if byte >= 128 { isASCII = false }
        }
        return !isASCII && contains(where: \.isNumber)
    }

    /// Whether some character is a blank.
    var hasBlank: Bool {
        var isASCII = true
        for byte in utf8 {
            if byte == 32 || 9...13 ~= byte { return true }
            if byte >= 128 { isASCII = false }
        }
        return !isASCII && contains(where: \.isWhitespace)
    }
}
