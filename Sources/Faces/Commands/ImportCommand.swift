import ArgumentParser

/// `perennial import`: files into the database.
struct ImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: said(
            en: "Keeps what files say in the database.", pl: "Zapisuje zawartość plików w bazie danych.",
            ru: "Сохраняет содержимое файлов в базе данных."),
        subcommands: [ImportOrdersCommand.self])
}
