import Glibc

/// How likely a character beyond ASCII, and what stands beside it, is in a text of one language.
///
/// A naive Bayes model: characters and neighbours count as independent. That is enough to tell encodings apart,
/// because a text read with the wrong one is not slightly but wildly unlikely. In Polish the letters beyond ASCII stand
/// alone among ASCII ones; in Russian nearly every letter of a word is beyond ASCII.
struct LetterModel {
    private let logLikelihood: [Unicode.Scalar: Double]
    /// By `ByteEvidence.Neighbour`: what stands to the left and to the right of a letter.
    private let logLeft: [Double]
    private let logRight: [Double]

    /// Permille among the letters beyond ASCII, for the letters of the language itself.
    private init(_ letters: KeyValuePairs<Character, Double>, left: [Double], right: [Double]) {
        var likelihood: [Unicode.Scalar: Double] = [:]
        for (letter, permille) in letters {
            likelihood[letter.unicodeScalars.first!] = log(permille / 1_000)
            // Names begin with capitals, and some exports are all capitals.
            let capital = letter.uppercased().unicodeScalars.first!
            likelihood[capital] = log(max(permille * 0.1, 0.1) / 1_000)
        }
        logLikelihood = likelihood
        logLeft = left.map { log($0) }
        logRight = right.map { log($0) }
    }

    /// The logarithm of how likely `scalar` is between these neighbours.
    func score(_ scalar: Unicode.Scalar, after left: ByteEvidence.Neighbour, before right: ByteEvidence.Neighbour)
        -> Double
    {
        guard scalar.properties.isAlphabetic else { return Self.score(ofSymbol: scalar) }
        let letter = logLikelihood[scalar] ?? Self.foreignLetter
        return letter + logLeft[left.rawValue] + logRight[right.rawValue]
    }

    /// Letters of neighbouring languages: names of people and places.
    private static let foreignLetter = log(0.000_2)

    /// Signs stand beside anything; those of shops' texts are likelier than the rest, and control characters never occur.
    private static func score(ofSymbol scalar: Unicode.Scalar) -> Double {
        if scalar == CodePage.replacement || scalar.properties.generalCategory == .control { return log(1e-8) }
        return log(usualSymbols.contains(scalar) ? 0.002 : 0.000_01)
    }

    private static let usualSymbols = Set("\u{A0}„”“’‘«»–—…€§°№®™×²³½·•".unicodeScalars)

    /// Frequencies of the letters with diacritics among themselves (they are about 7 % of all letters).
    static let polish = LetterModel(
        [
            "ł": 262, "ę": 160, "ą": 143, "ó": 122, "ż": 119, "ś": 95, "ć": 57, "ń": 29, "ź": 9,
            // Western and Central European names; less than a hundredth of the letters.
            "ö": 2, "ü": 2, "ä": 2, "é": 2, "á": 1, "í": 1, "č": 1, "š": 1, "ž": 1, "ř": 1, "ý": 1, "ß": 1, "ç": 1,
        ],
        left: [0.2, 0.7, 0.1], right: [0.3, 0.6, 0.1])

    /// Frequencies of the letters in Russian texts.
    static let russian = LetterModel(
        [
            "о": 110, "е": 85, "а": 80, "и": 74, "н": 67, "т": 63, "с": 55, "р": 47, "в": 45, "л": 44, "к": 35,
            "м": 32, "д": 30, "п": 28, "у": 26, "я": 20, "ы": 19, "ь": 17, "г": 17, "з": 16, "б": 16, "ч": 14,
            "й": 12, "х": 10, "ж": 9, "ш": 7, "ю": 6, "ц": 5, "щ": 4, "э": 3, "ф": 3, "ъ": 0.4, "ё": 0.4,
            // Ukrainian, Belarusian and Serbian names.
            "і": 1, "ї": 0.5, "є": 0.5, "ў": 0.5,
        ],
        left: [0.165, 0.005, 0.83], right: [0.165, 0.005, 0.83])
}
