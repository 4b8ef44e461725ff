import ArgumentParser
import Domain

/// What comes out, and where it goes.
struct OutputOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            said(
                en: "Write the report as one page; - is standard output, here and below.",
                pl: "Zapisz raport jako jedną stronę; - to standardowe wyjście, także niżej.",
                ru: "Записать отчёт одной страницей; - это стандартный вывод, здесь и ниже."),
            valueName: said(en: "file", pl: "plik", ru: "файл")))
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
                ru: "Записать по строке на клиента со всеми оценками (CSV)."),
            valueName: said(en: "file", pl: "plik", ru: "файл")))
    var customers: String?

    @Flag(
        help: ArgumentHelp(
            said(
                en: "Leave out what customers will order and bring; halves the time for huge files.",
                pl: "Pomiń prognozę, co klienci zamówią i przyniosą; skraca o połowę czas dla ogromnych plików.",
                ru: "Без прогноза, что закажут и принесут клиенты; вдвое быстрее на огромных файлах.")))
    var noForecast = false

    @Option(help: .rejects)
    var rejects: String?

    @Option(help: .language)
    var lang: Language?

    @Option(help: .shopName)
    var name: String?

    var language: Language { lang ?? SpokenLanguage.current }
}
