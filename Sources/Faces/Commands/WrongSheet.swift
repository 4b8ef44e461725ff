import Domain
import Intake
import IntakeFormats

/// A workbook whose sheet that was read has no orders, and what its other sheets have: many exports begin with a cover.
struct WrongSheet: Error {
    /// What is wrong with the sheet that was read.
    let reason: any Error
    let sheet: String
    /// All sheets, in the order of their tabs.
    let sheets: [String]
    /// Those in which orders were recognised.
    let fitting: [String]

    /// More sheets than a person looks through are not looked through here.
    private static let mostTried = 50

    /// Runs `body`, and puts to what it throws of a workbook's sheet what the other sheets have.
    static func told<Result>(
        among files: [any OrderFile], options: RecognitionOptions, _ body: () throws -> Result
    ) throws -> Result {
        do {
            return try body()
        } catch {
            guard isAboutContent(error), let file = workbook(in: files, at: error), !file.others.isEmpty else {
                throw error
            }
            throw WrongSheet(
                reason: error, sheet: file.sheet, sheets: file.sheets,
                fitting: file.others.prefix(mostTried).filter { hasOrders($0, options) }.map(\.sheet))
        }
    }

    private static func isAboutContent(_ error: any Error) -> Bool {
        let reason = (error as? FileFailure)?.reason ?? error
        if let reason = reason as? IntakeError { return reason == .emptyFile || reason == .noRows }
        return reason is RecognitionError
    }

    /// The workbook that the error is about.
    private static func workbook(in files: [any OrderFile], at error: any Error) -> SpreadsheetOrderFile? {
        let name = (error as? FileFailure)?.file ?? (files.count == 1 ? files[0].name : nil)
        return files.first { $0.name == name } as? SpreadsheetOrderFile
    }

    /// Whether rows of orders were recognised in the sheet.
    private static func hasOrders(_ sheet: SpreadsheetOrderFile, _ options: RecognitionOptions) -> Bool {
        guard let intake = try? OrderIntake([sheet], options: options) else { return false }
        return intake.files[0].recognition.columns.contains { !$0.samples.isEmpty }
    }

    /// The other sheets and the option that chooses among them.
    var advice: Phrase {
        let options = fitting.map { "--sheet " + ShellWord.quoted($0) }
        let choice =
            fitting.isEmpty
            ? Phrase(en: "Choose one with --sheet.", pl: "Wskaż jeden opcją --sheet.", ru: "Выберите один: --sheet.")
            : Phrase(
                en: "Orders were found with \(options.joined(separator: " or ")).",
                pl: "Zamówienia znaleziono z \(options.joined(separator: " albo ")).",
                ru: "Заказы нашлись с \(options.joined(separator: " или ")).")
        let (read, all) = (listed([sheet]), listed(sheets))
        return Phrase(
            en: "This was the sheet \(read.en). The workbook has: \(all.en). \(choice.en)",
            pl: "To był arkusz \(read.pl). Skoroszyt ma arkusze: \(all.pl). \(choice.pl)",
            ru: "Это был лист \(read.ru). В книге есть листы: \(all.ru). \(choice.ru)")
    }

    private func listed(_ names: [String]) -> Phrase {
        func list(in language: Language) -> String { names.map { language.quoted($0) }.joined(separator: ", ") }
        return Phrase(en: list(in: .english), pl: list(in: .polish), ru: list(in: .russian))
    }
}
