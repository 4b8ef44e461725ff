import ArgumentParser
import Domain

/// What comes out of a command on orders that gives one answer.
struct AnswerOptions: ParsableArguments {
    @Flag(
        help: ArgumentHelp(
            said(
                en: "Print the answer as JSON (docs/json.md).", pl: "Wypisz wynik jako JSON (docs/json.md).",
                ru: "Вывести ответ в формате JSON (docs/json.md).")))
    var json = false

    @Option(help: .rejects)
    var rejects: String?

    @Option(help: .language)
    var lang: Language?

    @Option(help: .shopName)
    var name: String?

    var language: Language { lang ?? SpokenLanguage.current }
}
