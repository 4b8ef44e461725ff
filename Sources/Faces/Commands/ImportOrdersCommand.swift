import ArgumentParser
import Customers
import Database
import Domain
import Foundation
import Intake
import IntakeFormats
import Ledger
import Report
import Settings

/// `perennial import orders`: orders with their lines, customers and refunds, kept for good.
struct ImportOrdersCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "orders",
        abstract: said(
            en:
                "Keeps orders in the database: new ones are added, changed ones are changed, the same ones are left alone.",
            pl: "Zapisuje zamówienia w bazie: nowe dodaje, zmienione zmienia, takie same zostawia.",
            ru: "Сохраняет заказы в базе: новые добавляет, изменённые изменяет, прежние не трогает."),
        discussion: said(
            en: """
                An import that was broken off goes on where it was when the same command is given again.

                Examples:
                  perennial import orders orders.csv
                  perennial import orders 2025.csv.gz 2026.csv.gz --source shop --database sqlite:shop.db
                """,
            pl: """
                Przerwany import jest kontynuowany, gdy to samo polecenie zostanie wydane jeszcze raz.

                Przykłady:
                  perennial import orders zamowienia.csv
                  perennial import orders 2025.csv.gz 2026.csv.gz --source sklep --database sqlite:sklep.db
                """,
            ru: """
                Прерванный импорт продолжается, если дать ту же команду ещё раз.

                Примеры:
                  perennial import orders zakazy.csv
                  perennial import orders 2025.csv.gz 2026.csv.gz --source magazin --database sqlite:magazin.db
                """))

    @Argument(help: .orderFiles)
    var files: [String]

    @OptionGroup(title: said(en: "Where it goes", pl: "Dokąd", ru: "Куда"))
    var settings: SettingsOptions

    @Option(
        help: ArgumentHelp(
            said(
                en: "The shop or system that the orders come from; order numbers are unique within it (default: shop).",
                pl: "Sklep lub system, z którego są zamówienia; numery są w nim niepowtarzalne (domyślnie shop).",
                ru: "Магазин или система, откуда заказы; номера в ней не повторяются (по умолчанию shop)."),
            valueName: said(en: "name", pl: "nazwa", ru: "название")))
    var source = "shop"

    @OptionGroup(title: said(en: "What comes out", pl: "Wyniki", ru: "Результаты"))
    var output: AnswerOptions

    @OptionGroup(title: said(en: "How files are read", pl: "Odczyt plików", ru: "Чтение файлов"))
    var reading: ReadingOptions

    func validate() throws {
        try reading.check()
        try settings.check(in: output.language)
        try ResultFiles([("--rejects", output.rejects)], hasJSON: output.json, savedMapping: reading.saveMapping)
            .check(against: files + [reading.rates].compactMap { $0 }, mapping: reading.mapping)
    }

    func run() throws { try Failure.told(in: output.language, answer) }

    private func answer() throws {
        let inForce = try settings.inForce().settings
        let database = try Pending { try await inForce.database.open(at: .now) }.wait()
        let (orders, documents) = try OrderReader(
            files: files, settings: settings, reading: reading, rejects: output.rejects, hasMargin: false,
            language: output.language
        ).readDocuments(spool: SpooledRows())
        let files = OrderImport.Files(source: source, names: orders.summary.files, digest: try digest())
        let zone = try reading.recognition().timeZone.flatMap(TimeZone.init(identifier:)) ?? inForce.timeZone
        let business = Business(name: output.name ?? inForce.business, timeZone: zone, currency: orders.ledger.currency)
        let orderImport = try Pending {
            try await OrderImport.begin(in: database, of: files, business: business, at: .now)
        }.wait()
        let run = try keep(documents, in: orderImport, clock: BusinessClock(zone))
        try Pending { try await database.close() }.wait()
        try Console.answer(text(of: run))
    }

    /// One batch is written while the next is put together.
    private func keep(
        _ documents: ReadDocuments, in orderImport: OrderImport, clock: BusinessClock
    ) throws -> ImportRun {
        var writing: Pending<Void>?
        _ = try documents.forEachBatch { batch in
            let prepared = PreparedBatch(batch, clock: clock)
            try writing?.wait()
            writing = Pending { try await orderImport.append(prepared, at: .now) }
        }
        try writing?.wait()
        let (accounting, rejects) = (documents.result.accounting, documents.result.rejects)
        return try Pending {
            try await orderImport.finish(accounting: accounting, rejects: rejects, at: .now)
        }.wait()
    }

    /// Of the files and of everything given that changes what is read from them.
    private func digest() throws -> String {
        var digest = FilesDigest()
        for file in files {
            guard file != OutputFile.standardOutput else {
                digest.add(UUID().uuidString)
                continue
            }
            try digest.add(fileAt: file)
        }
        return digest.text
    }

    private func text(of run: ImportRun) -> String {
        let language = output.language
        let counts = [run.added, run.changed, run.unchanged].map { language.count($0) }
        return Phrase(
            en: "Orders and refunds: \(counts[0]) added, \(counts[1]) changed, \(counts[2]) as they were.\n",
            pl: "Zamówienia i zwroty: dodane \(counts[0]), zmienione \(counts[1]), bez zmian \(counts[2]).\n",
            ru: "Заказы и возвраты: добавлено \(counts[0]), изменено \(counts[1]), без изменений \(counts[2]).\n")[
                language]
    }
}
