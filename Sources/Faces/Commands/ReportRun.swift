import ArgumentParser
import Domain
import Foundation
import Intake
import IntakeFormats
import Ledger
import Metrics
import Report

/// One run of `perennial report`: Intake → Ledger → Metrics → Report.
struct ReportRun {
    let files: [String]
    let output: OutputOptions
    let scope: ScopeOptions
    let reading: ReadingOptions

    private var language: Language { output.language }

    /// - Throws: `ExitCode` 1 when the data or a file is at fault, after saying so.
    func run() throws {
        do {
            try answer()
        } catch let code as ExitCode {
            throw code
        } catch {
            Console.say(Failure.message(of: error, in: language))
            throw ExitCode(1)
        }
    }

    private func answer() throws {
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
        let (intake, result) = try WrongSheet.told(among: opened, options: recognition) {
            let intake = try OrderIntake(opened, options: recognition)
            progress?.finish()
            Console.say(RecognitionText.text(of: intake, language: language))
            return (intake, try intake.read(options: try intakeOptions(recognition)) { progress?.show($0) })
        }
        progress?.finish()
        if let statuses = StatusText.text(of: result, language: language) { Console.say(statuses) }
        let unmet = UnmetOptions.text(statuses: reading.statuses, result, language: language)
        if !unmet.isEmpty { Console.say(unmet) }
        try saveRejects(result)
        try checkRejected(result)
        let remarks = ReadingRemarks.text(
            result, currency: recognition.currency, hasMargin: scope.margin != nil, language: language)
        if !remarks.isEmpty { Console.say(remarks) }
        try saveMapping(intake, result, given: recognition)
        let costs = try scope.costs.map { try CostsFile.read($0, currency: result.ledger.currency) }
        if let remark = costs?.remark(in: language) { Console.say(remark) }
        let metrics = ShopMetrics(of: result.ledger, options: metricsOptions(costs?.costs ?? []))
        CostMonths.remarks(metrics, in: language).forEach(Console.say)
        let content = ReportContent(
            metrics: metrics,
            intake: IntakeSummary(
                of: intake, result: result, timeZone: recognition.timeZone,
                files: files.map { OrderFiles.name(of: $0, in: language) }, hasMargin: scope.margin != nil),
            shopName: output.name)
        try tell(content)
    }

    // MARK: Options

    private func intakeOptions(_ given: RecognitionOptions) throws -> IntakeOptions {
        IntakeOptions(
            timeZone: given.timeZone.flatMap(TimeZone.init(identifier:)) ?? .gmt, asOf: scope.lastDay,
            filters: scope.filters, baseCurrency: reading.baseCurrency, rates: try reading.exchangeRates(),
            currency: given.currency, amountIsPerLine: given.amountIsPerLine,
            keptRejects: output.rejects == nil ? 20 : nil)
    }

    private func metricsOptions(_ costs: [AcquisitionCost]) -> MetricsOptions {
        MetricsOptions(
            asOf: scope.asOf, from: scope.from, windowDays: scope.window, vipShare: scope.vipShare.share,
            margin: scope.margin.map { Margin(basisPoints: $0.basisPoints) },
            costs: costs)
    }

    // MARK: Rejected rows

    private func saveRejects(_ result: IntakeResult) throws {
        guard let path = output.rejects else { return }
        try OutputFile.save(RejectsFile.text(result.rejects), to: path)
    }

    /// Says which rows were rejected; too many of them end the run.
    private func checkRejected(_ result: IntakeResult) throws {
        let accounting = result.accounting
        guard accounting.rejected > 0 else { return }
        Console.say(RejectsText.summary(result, language: language, areSaved: output.rejects != nil))
        let share = Double(accounting.rejected) / Double(max(1, accounting.rows))
        guard share > reading.maxRejected.share else { return }
        Console.say(RejectsText.tooMany(accounting, limit: reading.maxRejected, language: language))
        throw ExitCode(1)
    }

    // MARK: Results

    private func tell(_ content: ReportContent) throws {
        if let path = output.html {
            try OutputFile.save(Array(HTMLReport(content).page(language: language).utf8), to: path)
        }
        if let path = output.customers { try saveCustomers(content, to: path) }
        if output.json {
            try Console.answer(JSONReport(content).text(language: language))
        } else if ResultFiles(output, savedMapping: reading.saveMapping).takesStandardOutput {
            Console.say(TerminalReport(content).text(width: 80, colour: false, language: language))
        } else {
            try Console.answer(
                TerminalReport(content).text(
                    width: min(Console.width, 100), colour: Console.usesColour, language: language))
        }
        if let path = output.html, path != OutputFile.standardOutput {
            Console.say(
                Phrase(
                    en: "The report is in \(path). Open it in a browser.",
                    pl: "Raport jest w pliku \(path). Otwórz go w przeglądarce.",
                    ru: "Отчёт в файле \(path). Откройте его в браузере.")[language])
        }
    }

    private func saveCustomers(_ content: ReportContent, to path: String) throws {
        try OutputFile.stream(to: path) { write in try CustomersFile(content.metrics).write(to: write) }
    }

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
