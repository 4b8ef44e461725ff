import ArgumentParser
import Domain

/// What comes out, and where it goes.
struct OutputOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            said(
                en: "Write the report as one page.", pl: "Zapisz raport jako jedną stronę.",
                ru: "Записать отчёт одной страницей."), valueName: "file"))
    var html: String?

    @Flag(
        help: ArgumentHelp(
            said(
                en: "Print the report as JSON (docs/json.md).", pl: "Wypisz raport jako JSON (docs/json.md).",
                ru: "Вывести отчёт в формате JSON (docs/json.md).")))
    var json = false

    @Option(
        help: ArgumentHelp(
            said(
                en: "Write one row a customer with all scores, as CSV.",
                pl: "Zapisz po jednym wierszu na klienta ze wszystkimi ocenami (CSV).",
                ru: "Записать по строке на клиента со всеми оценками (CSV)."), valueName: "file"))
    var customers: String?

    @Option(
        help: ArgumentHelp(
            said(
                en: "Write the rows that were not accepted, with reasons, as CSV.",
                pl: "Zapisz wiersze, których nie przyjęto, wraz z przyczynami (CSV).",
                ru: "Записать непринятые строки с причинами (CSV)."), valueName: "file"))
    var rejects: String?

    @Option(
        help: ArgumentHelp(
            said(
                en: "Language: en, pl or ru (default: the locale's).",
                pl: "Język: en, pl lub ru (domyślnie systemowy).",
                ru: "Язык: en, pl или ru (по умолчанию системный).")))
    var lang: Language?

    @Option(
        help: ArgumentHelp(
            said(
                en: "What the shop is called (default: the file's name).",
                pl: "Nazwa sklepu (domyślnie nazwa pliku).", ru: "Название магазина (по умолчанию имя файла).")))
    var name: String?

    var language: Language { lang ?? SpokenLanguage.current }
}
