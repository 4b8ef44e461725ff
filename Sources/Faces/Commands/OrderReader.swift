import ArgumentParser
import Domain
import Foundation
import Intake
import IntakeFormats
import Ledger
import Report

/// What every command on orders does first: it reads the files, and says on standard error what was recognised, rejected
/// and worth knowing.
struct OrderReader {
    /// None: the database is read.
    let files: [String]
    let settings: SettingsOptions
    let reading: ReadingOptions
    /// Rows after it are ignored.
    var lastDay: Day?
    var filters: [RowFilter] = []
    /// Where rejected rows go; nil: nowhere.
    let rejects: String?
    let hasMargin: Bool
    let language: Language

    /// The orders, and what a result says of their reading.
    struct Orders {
        let ledger: Ledger
        let summary: IntakeSummary
    }

    /// - Throws: What is wrong with the files; `ExitCode` 1 where it was said already.
    func read() throws -> Orders {
        if files.isEmpty {
            return try StoredOrders(
                database: try settings.existingDatabase(), lastDay: lastDay, filters: filters
            ).read(hasMargin)
        }
        return try read(keepsRejects: rejects != nil) { intake, options, progress in
            let result = try intake.read(options: options, progress: progress)
            return (result, result)
        }.orders
    }

    /// The same, with the documents still to be handed over, and all rejected rows.
    func readDocuments(spool: any RowSpool) throws -> (orders: Orders, documents: ReadDocuments) {
        let (orders, documents) = try read(keepsRejects: true) { intake, options, progress in
            let read = try intake.readDocuments(options: options, spool: spool, progress: progress)
            return (read.result, read)
        }
        return (orders, documents)
    }

    private func read<Read>(
        keepsRejects: Bool,
        _ rows: (OrderIntake, IntakeOptions, @escaping @Sendable (IntakeProgress) -> Void) throws -> (
            IntakeResult, Read
        )
    ) throws -> (orders: Orders, read: Read) {
        let progress = ProgressLine(language: language)
        defer { progress?.finish() }
        let recognition = try reading.recognition()
        let encoding = recognition.encoding.flatMap(TextEncoding.init(named:))
        let opened = try files.map { path in
            try OrderFiles.open(
                path, encoding: encoding, sheet: recognition.sheet, allowsText: reading.sheet == nil
            ) { bytes in
                progress?.show(bytes: bytes, of: path)
            }
        }
        let (intake, result, read) = try WrongSheet.told(among: opened, options: recognition) {
            let intake = try OrderIntake(opened, options: recognition)
            progress?.finish()
            Console.say(RecognitionText.text(of: intake, language: language))
            let options = try intakeOptions(recognition, keepsRejects: keepsRejects)
            let (result, read) = try rows(intake, options) { progress?.show($0) }
            return (intake, result, read)
        }
        progress?.finish()
        try tell(result, recognition)
        try saveMapping(intake, result, given: recognition)
        let summary = IntakeSummary(
            of: intake, result: result, timeZone: recognition.timeZone,
            files: files.map { OrderFiles.name(of: $0, in: language) }, hasMargin: hasMargin)
        return (Orders(ledger: result.ledger, summary: summary), read)
    }

    private func intakeOptions(_ given: RecognitionOptions, keepsRejects: Bool) throws -> IntakeOptions {
        IntakeOptions(
            timeZone: given.timeZone.flatMap(TimeZone.init(identifier:)) ?? .gmt, asOf: lastDay,
            filters: filters, baseCurrency: reading.baseCurrency, rates: try reading.exchangeRates(),
            currency: given.currency, amountIsPerLine: given.amountIsPerLine,
            keptRejects: keepsRejects ? nil : 20)
    }

    private func tell(_ result: IntakeResult, _ recognition: RecognitionOptions) throws {
        if let statuses = StatusText.text(of: result, language: language) { Console.say(statuses) }
        let unmet = UnmetOptions.text(statuses: reading.statuses, result, language: language)
        if !unmet.isEmpty { Console.say(unmet) }
        if let rejects { try OutputFile.save(RejectsFile.text(result.rejects), to: rejects) }
        try RejectsText.check(
            result.accounting, result.rejects, limit: reading.maxRejected, language: language, areSaved: rejects != nil)
        let remarks = ReadingRemarks.text(
            result, currency: recognition.currency, hasMargin: hasMargin, language: language)
        if !remarks.isEmpty { Console.say(remarks) }
    }

    // MARK: Mapping

    /// What was recognised and given, as far as all files agree on it. A status that nobody knows is not kept, so that
    /// it is told as such again.
    private func saveMapping(_ intake: OrderIntake, _ result: IntakeResult, given: RecognitionOptions) throws {
        guard let path = reading.saveMapping else { return }
        var mapping = given
        for role in ColumnRole.allCases {
            let names = intake.files.map { $0.recognition.reference(of: role) }
            if let name = agreed(names) { mapping.columns[role] = name }
        }
        mapping.dateFormat = mapping.dateFormat ?? agreed(result.plans.map(\.dateFormat))
        mapping.decimalMark = mapping.decimalMark ?? agreed(result.plans.map(\.decimalMark))
        let known = Dictionary(grouping: result.statusRows.keys.filter { $0.isKnown && !$0.text.isEmpty }, by: \.key)
        // What was given stands there already, in the letters of whoever wrote it.
        let givenKeys = Set(given.statusRules.keys.map { $0.lowercased() })
        for (key, statuses) in known where statuses.count == 1 && !givenKeys.contains(key.lowercased()) {
            mapping.statusRules[key] = statuses[0].rule
        }
        try OutputFile.save(mapping.mapping, to: path)
    }

    private func agreed<Value: Hashable>(_ values: [Value?]) -> Value? {
        Set(values).count == 1 ? values.first ?? nil : nil
    }
}

extension Recognition {
    fileprivate func reference(of role: ColumnRole) -> String? { columns.first { $0.role == role }?.reference }
}
