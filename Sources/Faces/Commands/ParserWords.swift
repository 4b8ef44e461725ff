import Domain

/// The fixed words of the argument parser, which speaks English alone, in the reader's language.
///
/// A golden file a language holds the help texts, so that new words of the parser are seen.
enum ParserWords {
    // MARK: Help

    /// A help screen; any other text, such as the version or a completion script, is left as it is.
    static func help(_ text: String, in language: Language) -> String {
        guard text.hasPrefix("OVERVIEW: ") else { return text }
        // The first sentence needs no title in any language.
        var text = String(text.dropFirst("OVERVIEW: ".count))
        for (words, phrase) in helpWords { text = text.replacing(words, with: phrase[language]) }
        return text
    }

    private static let helpWords: [(String, Phrase)] = [
        ("USAGE: ", Phrase(en: "USAGE: ", pl: "UŻYCIE: ", ru: "ИСПОЛЬЗОВАНИЕ: ")),
        ("\nARGUMENTS:\n", Phrase(en: "\nARGUMENTS:\n", pl: "\nARGUMENTY:\n", ru: "\nАРГУМЕНТЫ:\n")),
        ("\nOPTIONS:\n", Phrase(en: "\nOPTIONS:\n", pl: "\nOPCJE:\n", ru: "\nПАРАМЕТРЫ:\n")),
        ("\nSUBCOMMANDS:\n", Phrase(en: "\nSUBCOMMANDS:\n", pl: "\nPOLECENIA:\n", ru: "\nКОМАНДЫ:\n")),
        ("[<options>]", Phrase(en: "[<options>]", pl: "[<opcje>]", ru: "[<параметры>]")),
        ("<subcommands>", Phrase(en: "<subcommands>", pl: "<polecenia>", ru: "<команды>")),
        ("<subcommand>", Phrase(en: "<subcommand>", pl: "<polecenie>", ru: "<команда>")),
        ("(values:", Phrase(en: "(values:", pl: "(wartości:", ru: "(значения:")),
        ("(default:", Phrase(en: "(default:", pl: "(domyślnie:", ru: "(по умолчанию:")),
        ("Show the version.", Phrase(en: "Show the version.", pl: "Pokaż wersję.", ru: "Показать версию.")),
        (
            "Show help information.",
            Phrase(en: "Show help information.", pl: "Pokaż tę pomoc.", ru: "Показать эту справку.")
        ),
        (
            "Show subcommand help information.",
            Phrase(
                en: "Show subcommand help information.", pl: "Pokaż pomoc polecenia.",
                ru: "Показать справку по команде.")
        ),
        ("  See '", Phrase(en: "  See '", pl: "  Zobacz '", ru: "  См. '")),
        (
            "' for detailed help.",
            Phrase(en: "' for detailed help.", pl: "', szczegółowa pomoc.", ru: "', подробная справка.")
        ),
    ]

    // MARK: Misuse

    /// What the parser says of arguments that it does not understand: the message, the option's help and the usage.
    static func misuse(_ text: String, in language: Language) -> String {
        guard language != .english else { return text }
        return text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            for (words, phrase) in lineStarts where line.hasPrefix(words) {
                return phrase[language] + sentence(line.dropFirst(words.count), in: language)
            }
            return String(line)
        }.joined(separator: "\n")
    }

    private static let lineStarts: [(String, Phrase)] = [
        ("Error: ", Phrase(en: "Error: ", pl: "Błąd: ", ru: "Ошибка: ")),
        ("Help:  ", Phrase(en: "Help:  ", pl: "Pomoc:  ", ru: "Справка:  ")),
        ("Usage: ", Phrase(en: "Usage: ", pl: "Użycie: ", ru: "Использование: ")),
        ("  See ", Phrase(en: "  See ", pl: "  Więcej: ", ru: "  Подробнее: ")),
    ]

    /// A whole sentence of the parser; what is none of them is one of our own, said in the right language already.
    private static func sentence(_ text: Substring, in language: Language) -> String {
        if let match = text.wholeMatch(of: /Unknown option '(.+)'\. Did you mean '(.+)'\?/) {
            return unknownOption(match.1)[language] + " "
                + Phrase(
                    en: "Did you mean \(match.2)?", pl: "Czy chodziło o \(match.2)?", ru: "Возможно, \(match.2)?")[
                    language]
        }
        if let match = text.wholeMatch(of: /Unknown option '(.+)'/) { return unknownOption(match.1)[language] }
        if let match = text.wholeMatch(of: /Missing value for '(.+)'/) {
            return Phrase(
                en: "Missing value for \(match.1)", pl: "Brak wartości: \(match.1).", ru: "Нет значения: \(match.1).")[
                    language]
        }
        if let match = text.wholeMatch(of: /Missing expected argument '(.+)'/) {
            return Phrase(
                en: "Missing expected argument \(match.1)", pl: "Brak argumentu \(match.1)",
                ru: "Нет аргумента \(match.1)")[language]
        }
        if let match = text.wholeMatch(of: /The option '(.+)' does not take any value, but '(.*)' was specified\./) {
            return Phrase(
                en: "\(match.1) takes no value, but “\(match.2)” was given.",
                pl: "\(match.1) nie przyjmuje wartości, a podano „\(match.2)”.",
                ru: "\(match.1) не принимает значения, а указано «\(match.2)».")[language]
        }
        if let match = text.wholeMatch(of: /(?:Unexpected argument|\d+ unexpected arguments:) '(.*)'/) {
            let arguments = match.1.replacing("', '", with: ", ")
            return Phrase(
                en: "Unexpected: \(arguments).", pl: "Nieoczekiwane argumenty: \(arguments).",
                ru: "Лишние аргументы: \(arguments).")[language]
        }
        return badValue(text, in: language) ?? moreInformation(text, in: language)
    }

    private static func unknownOption(_ option: Substring) -> Phrase {
        Phrase(en: "Unknown option \(option).", pl: "Nieznana opcja \(option).", ru: "Неизвестный параметр \(option).")
    }

    private static func badValue(_ text: Substring, in language: Language) -> String? {
        guard let match = text.firstMatch(of: /^The value '(.*)' is invalid for '(.+?)'/) else { return nil }
        let said = Phrase(
            en: "\(match.2) does not take “\(match.1)”.", pl: "\(match.2) nie przyjmuje „\(match.1)”.",
            ru: "\(match.2) не принимает «\(match.1)».")[language]
        let rest = text[match.range.upperBound...]
        guard let choice = rest.wholeMatch(of: /\. Please provide one of (?:the following:)?(.*?)\.?/) else {
            return said
        }
        let values = choice.1.replacing(" and ", with: ", ").replacing(" or ", with: ", ").replacing("'", with: "")
        let title = Phrase(en: "Values:", pl: "Możliwe wartości:", ru: "Возможные значения:")[language]
        return said + " " + title + (values.isEmpty ? "" : " \(values.trimmingPrefix(" ")).")
    }

    private static func moreInformation(_ text: Substring, in language: Language) -> String {
        if let match = text.wholeMatch(of: /'(.+)' for more information\./) { return String(match.1) }
        let options = Phrase(en: "[<options>]", pl: "[<opcje>]", ru: "[<параметры>]")[language]
        let subcommand = Phrase(en: "<subcommand>", pl: "<polecenie>", ru: "<команда>")[language]
        return String(text).replacing("[<options>]", with: options).replacing("<subcommand>", with: subcommand)
    }
}
