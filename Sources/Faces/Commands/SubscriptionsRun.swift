import ArgumentParser
import Domain
import Foundation
import Intake
import IntakeFormats
import Report
import Subscriptions

/// One run of `perennial subscriptions`: Intake → Subscriptions → Report.
struct SubscriptionsRun {
    let file: String
    let output: SubscriptionOutputOptions
    let scope: SubscriptionScopeOptions
    let reading: SubscriptionReadingOptions

    private var language: Language { output.language }
    private var formats: FormatOptions { reading.formats }

    /// - Throws: `ExitCode` 1 when the data or a file is at fault, after saying so.
    func run() throws { try Failure.told(in: language, answer) }

    private func answer() throws {
        let progress = ProgressLine(language: language)
        defer { progress?.finish() }
        let opened = try OrderFiles.open(
            file, encoding: formats.encoding, sheet: formats.sheet, allowsText: formats.sheet == nil
        ) { bytes in
            progress?.show(bytes: bytes, of: file)
        }
        let intake = try SubscriptionIntake(opened, options: try reading.recognition())
        progress?.finish()
        Console.say(SubscriptionRecognitionText.text(of: intake, language: language))
        let zone = formats.timeZone.flatMap(TimeZone.init(identifier:)) ?? .gmt
        let result = try intake.read(options: try intakeOptions(zone), today: Self.today(in: zone)) {
            progress?.show($0)
        }
        progress?.finish()
        if let path = output.rejects { try OutputFile.save(RejectsFile.text(result.rejects), to: path) }
        try RejectsText.check(
            result.accounting, result.rejects, limit: formats.maxRejected, language: language,
            areSaved: output.rejects != nil)
        guard let table = result.table else { throw NothingAccepted() }
        if table.currency.isUnknown { Console.say(ReadingRemarks.unknownCurrency[language]) }
        try tell(
            SubscriptionContent(
                metrics: SubscriptionMetrics(of: table, options: scope.metrics), intake: summary(intake, result),
                name: output.name))
    }

    private func intakeOptions(_ zone: TimeZone) throws -> IntakeOptions {
        IntakeOptions(
            timeZone: zone, asOf: scope.asOf, baseCurrency: formats.baseCurrency, rates: try formats.exchangeRates(),
            currency: formats.currency, keptRejects: output.rejects == nil ? 20 : nil, workers: 1)
    }

    /// The day that it is for the business.
    private static func today(in zone: TimeZone) -> Day {
        let seconds = Date().timeIntervalSince1970 + Double(zone.secondsFromGMT())
        return Day(number: Int32(clamping: Int64((seconds / 86_400).rounded(.down))))
    }

    private func summary(_ intake: SubscriptionIntake, _ result: SubscriptionResult) -> SubscriptionSummary {
        SubscriptionSummary(
            file: OrderFiles.name(of: file, in: language), accounting: result.accounting,
            columns: intake.recognition.columns, amountPeriod: intake.recognition.amountPeriod,
            usualPeriod: intake.recognition.usualPeriod, repeatedRows: result.repeatedRows,
            convertedRows: result.convertedRows, timeZone: formats.timeZone)
    }

    private func tell(_ content: SubscriptionContent) throws {
        if let path = output.html {
            try OutputFile.save(Array(SubscriptionPage(content).page(language: language).utf8), to: path)
        }
        if output.json {
            try Console.answer(SubscriptionJSON(content).text())
        } else if output.files.takesStandardOutput {
            Console.say(SubscriptionScreen(content).text(width: 80, colour: false, language: language))
        } else {
            try Console.answer(
                SubscriptionScreen(content).text(
                    width: min(Console.width, 100), colour: Console.usesColour, language: language))
        }
        if let path = output.html, path != OutputFile.standardOutput {
            Console.say(ReportRun.place(of: path)[language])
        }
    }
}

/// No row of the file tells of a subscription that counts.
struct NothingAccepted: Error {
    func message(in language: Language) -> String {
        Phrase(
            en: "No row tells of a subscription that has started by the day looked at.",
            pl: "Żaden wiersz nie opisuje subskrypcji rozpoczętej do rozpatrywanego dnia.",
            ru: "Ни одна строка не описывает подписку, начавшуюся к рассматриваемому дню.")[language]
    }
}
