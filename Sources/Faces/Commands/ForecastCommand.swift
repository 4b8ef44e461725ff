import ArgumentParser
import Domain
import Forecast
import Ledger
import LifetimeValue
import Report

/// `perennial forecast`: what will customers order, and what is that worth?
struct ForecastCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "forecast",
        abstract: said(
            en: "Tells what customers will order and what each of them will be worth.",
            pl: "Mówi, co zamówią klienci i ile każdy z nich będzie wart.",
            ru: "Говорит, сколько закажут клиенты и сколько принесёт каждый из них."),
        discussion: said(
            en: """
                A model of purchases and one of amounts are fitted to the orders; docs/lifetime-value/forecast.md says how.

                Examples:
                  perennial forecast orders.csv
                  perennial forecast orders.csv --horizon 52w --margin 40% --customers customers.csv
                  perennial forecast orders.csv --as-of 2026-06-30 --model bg-nbd --json
                """,
            pl: """
                Do zamówień dopasowywany jest model zakupów i model kwot; jak, mówi docs/lifetime-value/forecast.md.

                Przykłady:
                  perennial forecast zamowienia.csv
                  perennial forecast zamowienia.csv --horizon 52w --margin 40% --customers klienci.csv
                  perennial forecast zamowienia.csv --as-of 2026-06-30 --model bg-nbd --json
                """,
            ru: """
                К заказам подбираются модель покупок и модель сумм; как, сказано в docs/lifetime-value/forecast.md.

                Примеры:
                  perennial forecast zakazy.csv
                  perennial forecast zakazy.csv --horizon 52w --margin 40% --customers klienty.csv
                  perennial forecast zakazy.csv --as-of 2026-06-30 --model bg-nbd --json
                """))

    @Argument(help: .orderFiles)
    var files: [String] = []

    @OptionGroup(title: said(en: "Instead of files", pl: "Zamiast plików", ru: "Вместо файлов"))
    var settings: SettingsOptions

    @OptionGroup(title: said(en: "What comes out", pl: "Wyniki", ru: "Результаты"))
    var output: AnswerOptions

    @OptionGroup(title: said(en: "What is foretold", pl: "Co jest przewidywane", ru: "Что предсказывается"))
    var ahead: AheadOptions

    @OptionGroup(title: said(en: "What is looked at", pl: "Zakres", ru: "Что рассматривается"))
    var scope: OrderScope

    @OptionGroup(title: said(en: "How files are read", pl: "Odczyt plików", ru: "Чтение файлов"))
    var reading: ReadingOptions

    func validate() throws {
        _ = try ahead.horizon?.days(of: "--horizon")
        try reading.check()
        try settings.check(against: files, in: output.language)
        try resultFiles.check(against: files + [reading.rates].compactMap { $0 }, mapping: reading.mapping)
    }

    private var resultFiles: ResultFiles {
        ResultFiles(
            [("--customers", ahead.customers), ("--rejects", output.rejects)], hasJSON: output.json,
            savedMapping: reading.saveMapping)
    }

    func run() throws { try Failure.told(in: output.language, answer) }

    private func answer() throws {
        let orders = try OrderReader(
            files: files, settings: settings, reading: reading, lastDay: scope.lastDay, filters: scope.filters,
            rejects: output.rejects,
            hasMargin: ahead.margin != nil, language: output.language
        ).read()
        let content = ForecastContent(
            forecast: try ShopForecast(of: orders.ledger, options: options), ids: orders.ledger.customers,
            intake: orders.summary, timeUnit: ahead.timeUnit ?? .week, shopName: output.name,
            leavesCostsOut: ahead.margin == nil && !orders.ledger.contributions.isEmpty)
        if let path = ahead.customers {
            try OutputFile.stream(arraysTo: path) { write in try ForecastFile(content).write(to: write) }
        }
        try tell(content)
    }

    private func tell(_ content: ForecastContent) throws {
        if output.json {
            return try OutputFile.stream(arraysTo: OutputFile.standardOutput) { write in
                try JSONForecast(content).write(language: output.language, to: write)
            }
        }
        let terminal = TerminalForecast(content)
        if resultFiles.takesStandardOutput {
            Console.say(terminal.text(width: 80, colour: false, language: output.language))
        } else {
            try Console.answer(
                terminal.text(
                    width: min(Console.width, 100), colour: Console.usesColour, language: output.language))
        }
    }

    private var options: ForecastOptions {
        ForecastOptions(
            horizonDays: ahead.horizon?.days ?? ForecastOptions.usualHorizonDays,
            discount: ahead.discount.share, margin: ahead.margin?.share, asOf: scope.asOf, model: ahead.model,
            withIntervals: output.json || ahead.customers != nil)
    }
}
