import Domain
import Foundation
import Intake
import IntakeFormats

/// What to say of an error: what happened, where, and what to do.
enum Failure {
    static func message(of error: any Error, in language: Language) -> String {
        switch error {
        case let failure as FileFailure:
            // File errors name their file themselves.
            failure.reason is OrderFileError
                ? message(of: failure.reason, in: language)
                : "\(failure.file): \(message(of: failure.reason, in: language))"
        case let error as OrderFileError: error.message(in: language)
        case let error as RecognitionError: error.message(in: language)
        case let error as IntakeError: error.message(in: language)
        case let error as MappingError: error.message(in: language)
        case let error as CostsFile.Problem: error.message(in: language)
        case let error as UnreadableFile: error.message(in: language)
        case let error as UnwritableFile: error.message(in: language)
        case let error as ExchangeRates.RatesError: ratesMessage(error, language)
        default: String(describing: error)
        }
    }

    private static func ratesMessage(_ error: ExchangeRates.RatesError, _ language: Language) -> String {
        switch error {
        case .unreadableLine(let line, let text):
            Phrase(
                en:
                    "--rates, line \(line): “\(text)” is not a day, a currency and a rate, such as 2026-03-01,EUR,4.21.",
                pl: "--rates, wiersz \(line): „\(text)” to nie dzień, waluta i kurs, na przykład 2026-03-01,EUR,4.21.",
                ru: "--rates, строка \(line): «\(text)» — это не день, валюта и курс, например 2026-03-01,EUR,4.21."
            )[language]
        case .noRates:
            Phrase(
                en: "--rates: the file has no rates.", pl: "--rates: plik nie zawiera kursów.",
                ru: "--rates: в файле нет курсов.")[language]
        }
    }
}
