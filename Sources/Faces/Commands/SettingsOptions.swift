import ArgumentParser
import Domain
import Foundation
import Settings

/// Where a command that uses the database finds its settings; the others are in the environment and the file.
struct SettingsOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            said(
                en:
                    "The configuration file (default: PERENNIAL_CONFIG, else perennial.json here or in /etc/perennial).",
                pl:
                    "Plik konfiguracji (domyślnie PERENNIAL_CONFIG, a bez niej perennial.json tutaj lub w /etc/perennial).",
                ru:
                    "Файл конфигурации (по умолчанию PERENNIAL_CONFIG, без неё perennial.json здесь или в /etc/perennial)."
            ),
            valueName: said(en: "file", pl: "plik", ru: "файл")))
    var config: String?

    @Option(
        help: ArgumentHelp(
            said(
                en: "The database: sqlite:PATH, or postgres://… without a password.",
                pl: "Baza danych: sqlite:ŚCIEŻKA lub postgres://… bez hasła.",
                ru: "База данных: sqlite:ПУТЬ или postgres://… без пароля."),
            valueName: said(en: "address", pl: "adres", ru: "адрес")))
    var database: String?

    /// Refuses options with wrong values, which are misuse and not a wrong configuration.
    ///
    /// - Throws: `ValidationError`.
    func check(in language: Language) throws {
        if config?.isEmpty == true {
            let problem = SettingsProblem.unreadableFile("", .noPath, variable: nil)
            throw ValidationError(problem.message(in: language))
        }
        for (key, value) in flags {
            if let problem = Setting.named(key)?.problem(ofFlag: value) {
                throw ValidationError(problem.message(in: language))
            }
        }
    }

    /// What is in force for this command.
    ///
    /// - Throws: `SettingsProblems` with everything that is wrong in the environment and the file.
    func inForce() throws -> SettingsInForce {
        try SettingsSources(
            flags: flags, environment: ProcessInfo.processInfo.environment, file: config,
            folder: FileManager.default.currentDirectoryPath
        ).inForce()
    }

    /// By the setting's key.
    private var flags: [String: String] { database.map { ["database": $0] } ?? [:] }
}
