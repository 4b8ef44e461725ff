import ArgumentParser
import Domain
import Forecast
import Ledger
import LifetimeValue
import Report

/// `perennial backtest`: would a model have foretold the last months better than a simple rule?
struct BacktestCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backtest",
        abstract: said(
            en: "Tells whether a model foretells customers' orders better than a simple rule.",
            pl: "Mówi, czy model przewiduje zamówienia klientów lepiej niż prosta reguła.",
            ru: "Говорит, предсказывает ли модель заказы клиентов лучше простого правила."),
        discussion: said(
            en: """
                The end of the orders is held out; models and rules learn from what came before and foretell it.

                Examples:
                  perennial backtest orders.csv --holdout 26w
                  perennial backtest orders.csv --holdout 6m --model pareto-nbd
                  perennial backtest orders.csv --as-of 2026-06-30 --json
                """,
            pl: """
                Koniec zamówień zostaje odłożony; modele i reguły uczą się z tego, co było wcześniej, i przewidują go.

                Przykłady:
                  perennial backtest zamowienia.csv --holdout 26w
                  perennial backtest zamowienia.csv --holdout 6m --model pareto-nbd
                  perennial backtest zamowienia.csv --as-of 2026-06-30 --json
                """,
            ru: """
                Конец заказов откладывается; модели и правила учатся на том, что было раньше, и предсказывают его.

                Примеры:
                  perennial backtest zakazy.csv --holdout 26w
                  perennial backtest zakazy.csv --holdout 6m --model pareto-nbd
                  perennial backtest zakazy.csv --as-of 2026-06-30 --json
                """))

    @Argument(help: .orderFiles)
    var files: [String] = []

    @OptionGroup(title: said(en: "Instead of files", pl: "Zamiast plików", ru: "Вместо файлов"))
    var settings: SettingsOptions

    @OptionGroup(title: said(en: "What comes out", pl: "Wyniki", ru: "Результаты"))
    var output: AnswerOptions

    @OptionGroup(title: said(en: "What is foretold", pl: "Co jest przewidywane", ru: "Что предсказывается"))
    var test: TestOptions

    @OptionGroup(title: said(en: "What is looked at", pl: "Zakres", ru: "Что рассматривается"))
    var scope: OrderScope

    @OptionGroup(title: said(en: "How files are read", pl: "Odczyt plików", ru: "Чтение файлов"))
    var reading: ReadingOptions

    /// How the test is made.
    struct TestOptions: ParsableArguments {
        @Option(
            parsing: .unconditional,
            help: ArgumentHelp(
                said(
                    en: "How much at the end is held out, such as 180d, 26w, 6m (default: a quarter, 26w at most).",
                    pl: "Jak długi koniec odłożyć, na przykład 180d, 26w, 6m (domyślnie jedna czwarta, najwyżej 26w).",
                    ru: "Сколько отложить в конце, например 180d, 26w, 6m (по умолчанию четверть, не больше 26w)."),
                valueName: said(en: "duration", pl: "czas", ru: "срок")))
        var holdout: DurationArgument?

        @Option(
            name: .customLong("model"),
            help: ArgumentHelp(
                said(
                    en: "A model to try; may be repeated (default: all but bg-bb, which counts weeks with orders).",
                    pl: "Model do sprawdzenia; można powtarzać (domyślnie wszystkie poza bg-bb, który liczy tygodnie).",
                    ru:
                        "Какую модель проверить; можно повторять (по умолчанию все, кроме bg-bb, который считает недели)."
                ),
                valueName: said(en: "name", pl: "nazwa", ru: "название")))
        var models: [PurchaseModelName] = []

        @Option(
            help: ArgumentHelp(
                said(
                    en: "The unit of the models' times (default: week).",
                    pl: "Jednostka czasów w modelach (domyślnie tydzień).",
                    ru: "Единица времени в моделях (по умолчанию неделя)."),
                valueName: said(en: "unit", pl: "jednostka", ru: "единица")))
        var timeUnit: TimeUnit?
    }

    func validate() throws {
        _ = try test.holdout?.days(of: "--holdout")
        try reading.check()
        try settings.check(against: files, in: output.language)
        try resultFiles.check(against: files + [reading.rates].compactMap { $0 }, mapping: reading.mapping)
    }

    private var resultFiles: ResultFiles {
        ResultFiles([("--rejects", output.rejects)], hasJSON: output.json, savedMapping: reading.saveMapping)
    }

    func run() throws { try Failure.told(in: output.language, answer) }

    private func answer() throws {
        let orders = try OrderReader(
            files: files, settings: settings, reading: reading, lastDay: scope.lastDay, filters: scope.filters,
            rejects: output.rejects,
            hasMargin: false, language: output.language
        ).read()
        let content = BacktestContent(
            backtest: try backtest(orders.ledger), intake: orders.summary, timeUnit: test.timeUnit ?? .week,
            shopName: output.name)
        if output.json { return try Console.answer(JSONBacktest(content).text(language: output.language)) }
        let terminal = TerminalBacktest(content)
        if resultFiles.takesStandardOutput {
            Console.say(terminal.text(width: 80, colour: false, language: output.language))
        } else {
            let width = min(Console.width, 100)
            try Console.answer(terminal.text(width: width, colour: Console.usesColour, language: output.language))
        }
    }

    private func backtest(_ ledger: Ledger) throws(BacktestError) -> Backtest {
        var seen: Set<PurchaseModelName> = []
        let asked = test.models.filter { seen.insert($0).inserted }
        let options = BacktestOptions(
            holdoutDays: test.holdout?.days ?? usualHoldout(ledger), asOf: scope.asOf,
            models: asked.isEmpty ? BacktestOptions.usualModels : asked)
        return try Backtest(of: ledger, options: options)
    }

    private func usualHoldout(_ ledger: Ledger) -> Int {
        let summaries = ForecastSummaries(of: ledger, asOf: scope.asOf)
        return BacktestOptions.usualHoldout(historyDays: summaries.firstDay.days(to: summaries.asOf) + 1)
    }
}
