import Domain
import Forecast
import LifetimeValue

extension BacktestScreen {
    /// How far each forecast was off; what came stands above it.
    mutating func drawErrors(
        _ title: Phrase, of part: KeyPath<Backtest.Showing, ForecastErrors>, contest: Contest, money: Bool
    ) {
        head(say(title))
        func total(_ value: Double) -> String {
            money ? formats.money(Int64(exactly: value.rounded())) : formats.number(value, digits: 0)
        }
        func each(_ value: Double) -> String {
            money ? formats.meanMoney(value) : formats.number(value, digits: 3)
        }
        let heads = [
            BacktestTexts.expected, BacktestTexts.bias, BacktestTexts.error, BacktestTexts.topTenth,
            BacktestTexts.absolute,
        ]
        var table = TextTable(heads: heads.map(say))
        let came = money ? Double(backtest.actualValue) : Double(backtest.actualOrders)
        table.add(say(BacktestTexts.actual), [total(came)], style: .soft)
        for showing in content.shown {
            let errors = showing[keyPath: part]
            table.add(
                words.name(showing.forecaster),
                [
                    total(errors.expected), formats.percentChange(errors.bias), each(errors.rootMeanSquare),
                    formats.percent(errors.topTenthFound, digits: 0), each(errors.meanAbsolute),
                ], style: showing.forecaster == contest.best ? .good : nil)
        }
        lines += table.lines(width: width, colour: colour)
    }

    // MARK: Over time

    /// Weeks at a quarter, a half, three quarters and the end; all where there are few.
    private var tellingWeeks: [Int] {
        let count = backtest.weeks.count
        return count <= 4 ? Array(0..<count) : [1, 2, 3, 4].map { (count * $0 + 3) / 4 - 1 }
    }

    mutating func drawWeeks() {
        guard backtest.weeks.count > 1 else { return }
        head(say(BacktestTexts.byTime))
        let heads = tellingWeeks.map { say(BacktestTexts.week(formats.count($0 + 1))) }
        var table = TextTable(heads: heads)
        for showing in content.shown where showing.ordersByWeek.count == backtest.weeks.count {
            let biases = tellingWeeks.map { week in
                let came = Double(backtest.actualByWeek[week])
                return formats.percentChange(came > 0 ? showing.ordersByWeek[week] / came - 1 : nil)
            }
            table.add(
                words.name(showing.forecaster), biases,
                style: showing.forecaster == backtest.orders.best ? .good : nil)
        }
        lines += table.lines(width: width, colour: colour)
        drawSparklines()
    }

    /// What came in each week and what was expected to, on one scale.
    private mutating func drawSparklines() {
        let full = backtest.holdoutDays / 7
        guard full >= 4 else { return }
        let size = (full + 39) / 40
        func byStep(_ cumulative: [Double]) -> [Double] {
            let ends = stride(from: size, through: full, by: size).map { cumulative[$0 - 1] }
            return zip(ends, [0] + ends).map { $0.0 - $0.1 }
        }
        var rows = [(say(BacktestTexts.actual), byStep(backtest.actualByWeek.map(Double.init)))]
        for showing in [content.bestModel, content.bestRule] {
            if let showing { rows.append((words.name(showing.forecaster), byStep(showing.ordersByWeek))) }
        }
        let most = rows.flatMap(\.1).max() ?? 0
        let nameWidth = rows.map { TerminalText.width($0.0) }.max() ?? 0
        let scale = say(BacktestTexts.most(formats.number(most / Double(size), digits: 0)))
        head(say(BacktestTexts.ordersByWeek) + " (" + scale + ")")
        for (name, values) in rows {
            lines.append(
                "  " + TerminalText.left(name, nameWidth + 2)
                    + TerminalStyle.good(TerminalText.sparkline(values, top: most), colour: colour))
        }
    }

    // MARK: Tenths

    mutating func drawTenths() {
        guard let best = content.bestModel, !best.orders.deciles.isEmpty else { return }
        head(say(BacktestTexts.tenths(words.name(best.forecaster))))
        let most = best.orders.deciles.map { max($0.expected, $0.actual) }.max() ?? 0
        var table = TextTable(heads: [BacktestTexts.expected, BacktestTexts.actual].map(say))
        for (place, tenth) in best.orders.deciles.enumerated() {
            table.add(
                formats.count(place + 1),
                [formats.number(tenth.expected, digits: 2), formats.number(tenth.actual, digits: 2)])
        }
        let rows = table.lines(width: 40, colour: colour)
        lines.append(rows[0])
        let room = max(8, width - TerminalText.width(rows[1]) - 4)
        for (row, tenth) in zip(rows.dropFirst(), best.orders.deciles) {
            let bar = TerminalText.bar(most > 0 ? tenth.actual / most : 0, room)
            lines.append(row + "  " + TerminalStyle.good(bar, colour: colour))
        }
    }

    // MARK: Models

    mutating func drawModels() {
        head(say(BacktestTexts.parameters(content.timeUnit)))
        drawBeside(
            content.shown.compactMap(\.model).map { model in
                let parameters = model.fit.parameters(in: content.timeUnit).map {
                    $0.key.rawValue + " " + formats.number($0.value, digits: 3)
                }
                let logLikelihood = formats.number(model.fit.logLikelihood(in: content.timeUnit), digits: 1)
                return (
                    model.name.rawValue,
                    parameters.joined(separator: ", ") + "; " + say(BacktestTexts.logLikelihood) + " " + logLikelihood
                )
            })
        for note in notes { wrap(note, indent: 2, style: .attention) }
    }

    /// What speaks against trusting a model, and what could not be done.
    private var notes: [String] {
        var notes: [String] = []
        for case let model? in backtest.showings.map(\.model) {
            for warning in model.fit.warnings {
                notes.append(model.name.rawValue + ": " + say(FitTexts.warning(warning, formats: formats)))
            }
        }
        for unfitted in backtest.unfitted {
            notes.append(
                say(BacktestTexts.unfitted(unfitted.model.rawValue)) + " "
                    + say(FitTexts.error(unfitted.reason, formats: formats)))
        }
        notes += (backtest.spend?.warnings ?? []).map { say(FitTexts.warning($0, formats: formats)) }
        if let reason = backtest.spendReason {
            notes.append(say(FitTexts.error(reason, formats: formats)) + " " + say(BacktestTexts.noSpend))
        }
        if backtest.hiatus == nil { notes.append(say(BacktestTexts.noHiatus)) }
        return notes
    }
}
