import Domain
import Foundation
import Settings
import TestSupport
import Testing

@testable import Commands

/// Every run names a configuration file, so that the machine's own is never read.
@Suite("perennial config")
struct ConfigCommandTests {
    private static let key = "s3cret" + String(repeating: "k", count: 40)

    /// A folder with settings from every source but the command line.
    private static func installation() throws -> Folder {
        let folder = try Folder()
        try folder.write(
            "perennial.json",
            """
            {
              "database": "postgresql://ada:s3cret@db.example:5432/shop?sslmode=verify-full",
              "http": {"host": "0.0.0.0", "port": 8081},
              "business": "Żabka & Сыновья",
              "retention.events": "365d"
            }
            """)
        try folder.write("privacy.key", key + "\n")
        return folder
    }

    private static let environment = [
        "PERENNIAL_HTTP_PORT": "9000", "PERENNIAL_PRIVACY_KEY_FILE": "privacy.key",
        "PERENNIAL_TIME_ZONE": "Europe/Warsaw",
    ]

    @Test("the help", arguments: Language.allCases) func help(language: Language) throws {
        let run = try Program.run(["config", "--help", "--lang", language.rawValue])
        #expect(run.code == 0)
        try GoldenFile("help-config.\(language.rawValue).txt", in: .module).expect(run.output)
    }

    @Test("shows every setting with its value and its source, and no secret", arguments: Language.allCases)
    func text(language: Language) throws {
        let run = try Program.run(
            ["config", "--lang", language.rawValue], environment: Self.environment, in: Self.installation())
        #expect(run.code == 0 && run.errors.isEmpty)
        #expect(!run.output.contains("s3cret"))
        try GoldenFile("config.\(language.rawValue).txt", in: .module).expect(run.output)
    }

    @Test("shows the same as JSON in every language", arguments: Language.allCases) func json(language: Language) throws
    {
        let run = try Program.run(
            ["config", "--json", "--database", "sqlite:flag.db", "--lang", language.rawValue],
            environment: Self.environment, in: Self.installation())
        #expect(run.code == 0 && run.errors.isEmpty)
        #expect(!run.output.contains("s3cret"))
        try GoldenFile("config.json", in: .module).expect(run.output)
        #expect(try JSONDocument(run.output).list("settings").count == Setting.all.count)
    }

    @Test("tells everything that is wrong at once, and shows nothing", arguments: Language.allCases)
    func wrong(language: Language) throws {
        let folder = try Folder()
        try folder.write(
            "shop.json",
            """
            {
              "database": "postgres://ada:s3cret/x@db/shop",
              "workers": 0,
              "http": {"prot": 80, "port": "eighty"},
              "log.level": true,
              "workers": 4
            }
            """)
        let run = try Program.run(
            ["config", "--config", "shop.json", "--lang", language.rawValue],
            environment: [
                "PERENNIAL_CURENCY": "EUR", "PERENNIAL_PRIVACY_KEY": "s3cret", "PERENNIAL_RETENTION_AUDIT": "ten years",
                "PERENNIAL_DATABASE_FILE": "none",
            ], in: folder)
        #expect(run.code == 1 && run.output.isEmpty)
        #expect(!run.errors.contains("s3cret"))
        try GoldenFile("config-wrong.\(language.rawValue).txt", in: .module).expect(run.errors)
    }

    @Test(
        "without a file and a key it says so",
        arguments: [
            (.english, "There is no configuration file.", "privacy.key                    not set"),
            (.polish, "Nie ma pliku konfiguracji.", "privacy.key                    nie ustawiono"),
            (.russian, "Файла конфигурации нет.", "privacy.key                    не задано"),
        ] as [(Language, String, String)])
    func nothing(language: Language, title: String, key: String) throws {
        let folder = try Folder()
        let inForce = try SettingsSources(
            environment: [:], folder: folder.url.path, systemFile: folder.path("none.json")
        ).inForce()
        let lines = SettingsText.text(of: inForce, in: language).components(separatedBy: "\n")
        #expect(lines.first == title && lines.contains("  " + key))
    }

    @Test(
        "options with wrong values are misuse",
        arguments: [
            (["--database", "shop.db"], "“database” cannot be “shop.db”"),
            (["--database", ""], "“database” cannot be “”"),
            (["--database", "postgres://ada:s3cret@db/shop"], "--database takes no password"),
            (["--database=postgres:///shop?password=s3cret"], "--database takes no password"),
            (["--config", ""], "--config needs the path of a file"), (["--port", "80"], "Unknown option '--port'"),
            (["--privacy-key", "s3cret"], "Unknown option '--privacy-key'"), (["perennial.json"], "nexpected"),
        ])
    func misuse(arguments: [String], text: String) throws {
        let run = try Program.run(["config"] + arguments, in: Self.installation())
        #expect(run.code == 64 && run.output.isEmpty)
        #expect(run.errors.contains(text), "\(run.errors)")
        #expect(!run.errors.contains("s3cret"))
    }

    @Test(
        "misuse is told in the language asked for",
        arguments: [("pl", "nie przyjmuje hasła"), ("ru", "не принимает пароль")])
    func misuseLanguage(language: String, text: String) throws {
        let run = try Program.run(["config", "--database", "postgres://a:b@c/d", "--lang", language])
        #expect(run.code == 64 && run.errors.contains(text))
    }

    @Test("a configuration file that is named must be there") func missing() throws {
        let run = try Program.run(["config", "--config", "none.json"])
        #expect(run.code == 1)
        #expect(run.errors == "none.json: there is no such file. Check the path.\n")
    }

    @Test("a file that its reader has no right to is told as such, not passed over") func noPermission() throws {
        let folder = try Folder()
        try folder.write("perennial.json", "{}")
        try FileManager.default.setAttributes([.posixPermissions: 0o000], ofItemAtPath: folder.path("perennial.json"))
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.url.path)
        let path = folder.url.path
        let error = try Unprivileged.run { _ = try SettingsSources(environment: [:], folder: path).inForce() }
        let problems = try #require(error as? SettingsProblems)
        #expect(problems.problems == [.unreadableFile("perennial.json", .noPermission, variable: nil)])
        #expect(
            Language.allCases.map { problems.message(in: $0) } == [
                "perennial.json: you may not read this file. Check its rights and those of its folder.",
                "perennial.json: brak prawa do odczytu pliku. Sprawdź uprawnienia pliku i jego folderu.",
                "perennial.json: нет прав на чтение файла. Проверьте права на файл и его папку.",
            ])
    }

    @Test("a secret may come through a pipe") func pipe() throws {
        let folder = try Self.installation()
        let run = try Program.shell(
            "cat privacy.key | PERENNIAL_PRIVACY_KEY_FILE=/dev/stdin $perennial config --json", in: folder)
        #expect(run.code == 0, "\(run.errors)")
        #expect(run.output.contains("\"secretFile\"") && !run.output.contains("s3cret"))
    }
}
