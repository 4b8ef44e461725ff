import ArgumentParser
import Domain
import Settings

/// `perennial config`: every setting with its value, and where that is from.
struct ConfigCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "config",
        abstract: said(
            en: "Shows which settings are in force, and where each is from.",
            pl: "Pokazuje, jakie ustawienia obowiązują i skąd pochodzi każde z nich.",
            ru: "Показывает, какие настройки действуют и откуда взята каждая."),
        discussion: said(
            en: """
                A setting is taken from the first of these that has it: an option of the
                command line, a variable such as PERENNIAL_HTTP_PORT, the configuration
                file, the default. A wrong one is told with its place, all at once.

                Examples:
                  perennial config
                  perennial config --config /etc/perennial/perennial.json --json
                  PERENNIAL_HTTP_PORT=9000 perennial config
                """,
            pl: """
                Ustawienie pochodzi z pierwszego miejsca, w którym jest: opcja wiersza
                poleceń, zmienna taka jak PERENNIAL_HTTP_PORT, plik konfiguracji, wartość
                domyślna. Błędne są wskazywane wraz z miejscem, wszystkie naraz.

                Przykłady:
                  perennial config
                  perennial config --config /etc/perennial/perennial.json --json
                  PERENNIAL_HTTP_PORT=9000 perennial config
                """,
            ru: """
                Настройка берётся из первого места, где она есть: параметр командной
                строки, переменная вида PERENNIAL_HTTP_PORT, файл конфигурации, значение
                по умолчанию. Об ошибочных сообщается с указанием места, обо всех сразу.

                Примеры:
                  perennial config
                  perennial config --config /etc/perennial/perennial.json --json
                  PERENNIAL_HTTP_PORT=9000 perennial config
                """))

    @OptionGroup(title: said(en: "Settings", pl: "Ustawienia", ru: "Настройки"))
    var settings: SettingsOptions

    @Flag(
        help: ArgumentHelp(
            said(
                en: "Print the settings as JSON (docs/json.md).", pl: "Wypisz ustawienia jako JSON (docs/json.md).",
                ru: "Вывести настройки в формате JSON (docs/json.md).")))
    var json = false

    @Option(help: .language)
    var lang: Language?

    private var language: Language { lang ?? SpokenLanguage.current }

    func validate() throws { try settings.check(in: language) }

    func run() throws {
        try Failure.told(in: language) {
            let inForce = try settings.inForce()
            try Console.answer(json ? SettingsJSON.text(of: inForce) : SettingsText.text(of: inForce, in: language))
        }
    }
}
