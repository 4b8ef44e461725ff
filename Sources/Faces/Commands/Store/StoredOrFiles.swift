import ArgumentParser
import Domain
import Foundation
import Settings

extension SettingsOptions {
    /// Of a command that reads files or, where none are given, the database.
    ///
    /// - Throws: `ValidationError` when both are given, or nothing and the usual database is not there.
    func check(against files: [String], in language: Language) throws {
        try check(in: language)
        if files.isEmpty {
            do {
                _ = try existingDatabase()
            } catch let error as NoOrders {
                throw ValidationError(error.message[language])
            } catch {
                // What is wrong with the settings is told when they are used.
            }
            return
        }
        guard database != nil || config != nil else { return }
        throw ValidationError(
            said(
                en: "Give files or a database, not both.", pl: "Podaj pliki albo bazę danych, a nie jedno i drugie.",
                ru: "Укажите файлы или базу данных, но не то и другое."))
    }

    /// The database that is to be read.
    ///
    /// - Throws: `SettingsProblems`; `NoOrders` when it is a file that is not there.
    func existingDatabase() throws -> Settings.Database {
        let database = try inForce().settings.database
        if case .sqlite(let path) = database.address, !FileManager.default.fileExists(atPath: path) {
            throw NoOrders(path: path)
        }
        return database
    }
}

/// Neither files nor a database.
struct NoOrders: Error {
    let path: String

    var message: Phrase {
        Phrase(
            en: "There is no database \(path). Give a file of orders, or import one: perennial import orders FILE.",
            pl: "Nie ma bazy danych \(path). Podaj plik zamówień albo zaimportuj go: perennial import orders PLIK.",
            ru: "Базы данных \(path) нет. Укажите файл заказов или импортируйте его: perennial import orders ФАЙЛ.")
    }
}
