import ArgumentParser
import Domain
import Foundation
import Intake
import IntakeFormats
import Metrics
import Report

/// `perennial report`: an order export in, the truth about the shop's customers out.
struct ReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: said(
            en: "Tells from a file of orders who is leaving, who is worth most, and what to do.",
            pl: "Mówi na podstawie pliku zamówień, kto odchodzi, kto jest najwięcej wart i co robić.",
            ru: "По файлу заказов говорит, кто уходит, кто ценнее всех и что делать."),
        discussion: said(
            en: """
                Examples:
                  perennial report orders.csv
                  perennial report orders.xlsx --html report.html --lang pl
                  perennial report 2024.csv.gz 2025.csv.gz --column customer=Email
                  perennial report orders.csv --margin 40% --costs costs.csv --json
                """,
            pl: """
                Przykłady:
                  perennial report zamowienia.csv
                  perennial report zamowienia.xlsx --html raport.html --lang pl
                  perennial report 2024.csv.gz 2025.csv.gz --column customer=E-mail
                  perennial report zamowienia.csv --margin 40% --costs koszty.csv --json
                """,
            ru: """
                Примеры:
                  perennial report zakazy.csv
                  perennial report zakazy.xlsx --html otchet.html --lang ru
                  perennial report 2024.csv.gz 2025.csv.gz --column customer=Email
                  perennial report zakazy.csv --margin 40% --costs rashody.csv --json
                """))

    @Argument(help: .orderFiles)
    var files: [String] = []

    @OptionGroup(title: said(en: "Instead of files", pl: "Zamiast plików", ru: "Вместо файлов"))
    var settings: SettingsOptions

    @OptionGroup(title: said(en: "What comes out", pl: "Wyniki", ru: "Результаты"))
    var output: OutputOptions

    @OptionGroup(title: said(en: "What is looked at", pl: "Zakres", ru: "Что рассматривается"))
    var scope: ScopeOptions

    @OptionGroup(title: said(en: "How files are read", pl: "Odczyt plików", ru: "Чтение файлов"))
    var reading: ReadingOptions

    func validate() throws {
        try scope.check()
        try reading.check()
        try settings.check(against: files, in: output.language)
        try ResultFiles(output, savedMapping: reading.saveMapping).check(
            against: files + [scope.costs, reading.rates].compactMap { $0 }, mapping: reading.mapping)
    }

    func run() throws {
        try ReportRun(files: files, settings: settings, output: output, scope: scope, reading: reading).run()
    }
}
