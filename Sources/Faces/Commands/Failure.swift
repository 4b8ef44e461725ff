import ArgumentParser
import Customers
import Database
import Domain
import Forecast
import Foundation
import Intake
import IntakeFormats
import Report
import Settings

/// What to say of an error: what happened, where, and what to do.
enum Failure {
    /// Runs a command's work and says what failed.
    ///
    /// - Throws: `ExitCode` 1 when the data or a file is at fault.
    static func told(in language: Language, _ work: () throws -> Void) throws {
        do {
            try work()
        } catch let code as ExitCode {
            throw code
        } catch {
            Console.say(message(of: error, in: language))
            throw ExitCode(1)
        }
    }

    static func message(of error: any Error, in language: Language) -> String {
        switch error {
        case let failure as FileFailure:
            // File errors name their file themselves.
            failure.reason is OrderFileError
                ? message(of: failure.reason, in: language)
                : "\(name(of: failure.file, language)): \(message(of: failure.reason, in: language))"
        case let error as WrongSheet: message(of: error.reason, in: language) + "\n" + error.advice[language]
        case let error as OrderFileError: error.message(in: language)
        case let error as RecognitionError: error.message(in: language)
        case let error as SubscriptionColumnError: error.message(in: language)
        case let error as IntakeError: error.message(in: language)
        case let error as MappingError: error.message(in: language)
        case let error as FileBesideProblem: "\(error.path): " + message(of: error.reason, in: language)
        case let error as CostsFile.Problem: error.message(in: language)
        case let error as UnreadableFile: error.message(in: language)
        case let error as DatabaseError: error.message(in: language)
        case let error as ImportRefusal: error.phrase[language]
        case let error as NoOrders: error.message[language]
        case let error as FiltersNeedFiles: error.message[language]
        case let error as NothingAccepted: error.message(in: language)
        case let error as UnwritableFile: error.message(in: language)
        case let error as BacktestError: error.message(in: language)
        case let error as ModelChoice.Failure: error.message(in: language)
        case let error as SettingsProblems: error.message(in: language)
        case let error as ExchangeRates.RatesError: ratesMessage(error, language)
        default: String(describing: error)
        }
    }

    /// A line break in a file's name must not look like another message.
    private static func name(of file: String, _ language: Language) -> String {
        VisibleText.of(OrderFiles.name(of: file, in: language), .oneLine)
    }

    private static func ratesMessage(_ error: ExchangeRates.RatesError, _ language: Language) -> String {
        switch error {
        case .unreadableLine(let line, let text):
            Phrase(
                en: "line \(line): “\(text)” is not a day, a currency and a rate, such as 2026-03-01,EUR,4.21.",
                pl: "wiersz \(line): „\(text)” to nie dzień, waluta i kurs, na przykład 2026-03-01,EUR,4.21.",
                ru: "строка \(line): «\(text)» — это не день, валюта и курс, например 2026-03-01,EUR,98.5.")[language]
        case .noRates:
            Phrase(
                en: "the file has no rates. Write lines such as 2026-03-01,EUR,4.21.",
                pl: "plik nie zawiera kursów. Zapisz wiersze takie jak 2026-03-01,EUR,4.21.",
                ru: "в файле нет курсов. Запишите строки вида 2026-03-01,EUR,98.5.")[language]
        }
    }
}
