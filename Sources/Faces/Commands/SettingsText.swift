import Domain
import Settings

/// The settings in force for people: key, value and source, in columns.
enum SettingsText {
    static func text(of inForce: SettingsInForce, in language: Language) -> String {
        let rows = Setting.all.map { setting in
            let value = setting.shown(in: inForce.settings)
            let cells = [
                setting.key, value ?? notSet[language], value == nil ? "" : inForce.source(of: setting).name[language],
            ]
            return cells.map { VisibleText.of($0, .oneLine) }
        }
        let widths = (0..<2).map { column in min(widestColumn, rows.map { $0[column].count }.max() ?? 0) }
        let lines = rows.map { row in
            ("  " + row[0].padding(to: widths[0]) + "  " + row[1].padding(to: widths[1]) + "  " + row[2]).trimmingEnd
        }
        return ([title(inForce.file, language), ""] + lines).joined(separator: "\n")
    }

    /// A longer value pushes its own source to the right, not everybody's.
    private static let widestColumn = 40

    private static let notSet = Phrase(en: "not set", pl: "nie ustawiono", ru: "не задано")

    private static func title(_ file: String?, _ language: Language) -> String {
        guard let file = file.map({ VisibleText.of($0, .oneLine) }) else {
            return Phrase(
                en: "There is no configuration file.", pl: "Nie ma pliku konfiguracji.", ru: "Файла конфигурации нет.")[
                    language]
        }
        return Phrase(
            en: "Configuration file: \(file)", pl: "Plik konfiguracji: \(file)", ru: "Файл конфигурации: \(file)")[
                language]
    }
}
