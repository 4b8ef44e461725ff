import ArgumentParser
import Domain
import Forecast
import Ledger
import Metrics
import Report

/// One run of `perennial report`: Intake → Ledger → Metrics → Report.
struct ReportRun {
    let files: [String]
    let settings: SettingsOptions
    let output: OutputOptions
    let scope: ScopeOptions
    let reading: ReadingOptions

    private var language: Language { output.language }

    /// - Throws: `ExitCode` 1 when the data or a file is at fault, after saying so.
    func run() throws { try Failure.told(in: language, answer) }

    private func answer() throws {
        let orders = try OrderReader(
            files: files, settings: settings, reading: reading, lastDay: scope.orders.lastDay,
            filters: scope.orders.filters,
            rejects: output.rejects, hasMargin: scope.margin != nil, language: language
        ).read()
        let costs = try scope.costs.map { try CostsFile.read($0, currency: orders.ledger.currency) }
        if let remark = costs?.remark(in: language) { Console.say(remark) }
        let metrics = ShopMetrics(of: orders.ledger, options: metricsOptions(costs?.costs ?? []))
        CostMonths.remarks(metrics, in: language).forEach(Console.say)
        let value =
            output.noForecast
            ? nil
            : ValueAhead.make(
                of: orders.ledger, metrics: metrics, asOf: scope.orders.asOf, vipShare: scope.vipShare.share)
        try tell(ReportContent(metrics: metrics, intake: orders.summary, shopName: output.name, value: value))
    }

    private func metricsOptions(_ costs: [AcquisitionCost]) -> MetricsOptions {
        MetricsOptions(
            asOf: scope.orders.asOf, from: scope.from, windowDays: scope.window, vipShare: scope.vipShare.share,
            margin: scope.margin.map { Margin(basisPoints: $0.basisPoints) },
            costs: costs)
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
            Console.say(Self.place(of: path)[language])
        }
    }

    /// Where the page is.
    static func place(of path: String) -> Phrase {
        Phrase(
            en: "The report is in \(path). Open it in a browser.",
            pl: "Raport jest w pliku \(path). Otwórz go w przeglądarce.",
            ru: "Отчёт в файле \(path). Откройте его в браузере.")
    }

    private func saveCustomers(_ content: ReportContent, to path: String) throws {
        try OutputFile.stream(to: path) { write in try CustomersFile(content).write(to: write) }
    }
}
