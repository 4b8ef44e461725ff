import Domain

/// The language in which the command speaks: that of `--lang`, or else of the locale.
enum SpokenLanguage {
    /// Read once; help texts are made before the arguments are parsed.
    static let current = language(arguments: CommandLine.arguments, environment: Environment.value)

    static func language(arguments: [String], environment: (String) -> String?) -> Language {
        for (place, argument) in arguments.enumerated() {
            if argument == "--lang", place + 1 < arguments.count, let given = Language(rawValue: arguments[place + 1]) {
                return given
            }
            if argument.hasPrefix("--lang="), let given = Language(rawValue: String(argument.dropFirst(7))) {
                return given
            }
        }
        for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
            guard let locale = environment(name), !locale.isEmpty else { continue }
            return Language(rawValue: String(locale.prefix(2)).lowercased()) ?? .english
        }
        return .english
    }
}

/// The text in the language in which the command speaks.
func said(en: String, pl: String, ru: String) -> String {
    Phrase(en: en, pl: pl, ru: ru)[SpokenLanguage.current]
}
