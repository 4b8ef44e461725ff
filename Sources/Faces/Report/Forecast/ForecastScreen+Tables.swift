import Domain
import Forecast
import LifetimeValue

extension ForecastScreen {
    // MARK: By time

    /// Of which there are no more than a dozen or so.
    private var calendarUnit: CalendarUnit {
        switch forecast.options.horizonDays {
        case ...70: .week
        case ...300: .month
        case ...1_200: .quarter
        default: .year
        }
    }

    mutating func drawPeriods() {
        let periods = forecast.periods(calendarUnit)
        guard periods.count > 1 else { return }
        head(say(ForecastTexts.byTime))
        let heads = [ForecastTexts.orders, ForecastTexts.interval, ForecastTexts.value, ForecastTexts.interval]
        var table = TextTable(heads: heads.map(say))
        for (days, total) in periods {
            table.add(
                name(of: days),
                [
                    orders(total.expectedOrders), interval(total.orders, orders), money(total.expectedValue),
                    interval(total.value, money),
                ])
        }
        lines += table.lines(width: width, colour: colour)
    }

    /// A period by its name, a part of one by its days.
    private func name(of days: ClosedRange<Day>) -> String {
        let period = CalendarPeriod(calendarUnit, containing: days.lowerBound)
        let isWhole = period.firstDay == days.lowerBound && period.lastDay == days.upperBound
        guard isWhole, calendarUnit != .week else { return span(days.lowerBound, days.upperBound) }
        return formats.period(period)
    }

    // MARK: Tracking

    /// What came in each week of the last year, and what the model says of it, on one scale.
    mutating func drawTracking() {
        let weeks = Array(forecast.tracking().suffix(52))
        guard weeks.count >= 4, weeks.contains(where: { $0.actual > 0 }) else { return }
        let rows = [
            (say(ForecastTexts.came), weeks.map { Double($0.actual) }),
            (say(ForecastTexts.followed), weeks.map(\.expected)),
        ]
        let most = rows.flatMap(\.1).max() ?? 0
        head(
            say(ForecastTexts.tracking) + " (" + say(BacktestTexts.most(formats.number(most, digits: 0))) + ")")
        let nameWidth = rows.map { TerminalText.width($0.0) }.max() ?? 0
        for (name, values) in rows {
            lines.append(
                "  " + TerminalText.left(name, nameWidth + 2)
                    + TerminalStyle.good(TerminalText.sparkline(values, top: most), colour: colour))
        }
        let (came, expected) = (rows[0].1.reduce(0, +), rows[1].1.reduce(0, +))
        wrap(
            say(
                ForecastTexts.lastYear(
                    weeks: formats.count(weeks.count, ForecastTexts.weeks), came: orders(came),
                    expected: orders(expected),
                    difference: formats.percentChange(came > 0 ? expected / came - 1 : nil))), indent: 2)
    }

    // MARK: Customers

    mutating func drawBest() {
        let best = ranking.highest(10) { content.id($0) }
        guard !best.isEmpty else { return }
        head(say(ForecastTexts.best))
        let heads = [
            ForecastTexts.moreValue, ForecastTexts.moreOrders, ForecastTexts.stillThere, ForecastTexts.purchaseDays,
            ForecastTexts.lastOrder,
        ]
        var table = TextTable(heads: heads.map(say))
        for place in best {
            let (customer, purchases) = (forecast.customers[place], content.purchases(place))
            table.add(
                TerminalText.fitted(content.id(place), 30),
                [
                    money(customer.expectedValue), formats.number(customer.expectedOrders, digits: 1),
                    formats.percent(customer.pAlive, digits: 0), formats.count(Int(purchases.purchaseDays)),
                    formats.shortDay(Day(number: purchases.lastDay)),
                ])
        }
        lines += table.lines(width: width, colour: colour)
        wrap(say(ForecastTexts.bestLegend), indent: 2, style: .soft)
    }

    // MARK: Models

    mutating func drawModels() {
        head(say(BacktestTexts.parameters(content.timeUnit)))
        let fit = forecast.choice.fit
        var rows = [
            (
                name: forecast.choice.model.fittedName.rawValue,
                text: parameters(
                    fit.parameters(in: content.timeUnit), logLikelihood: fit.logLikelihood(in: content.timeUnit))
            )
        ]
        if let spend = forecast.spend.fit {
            rows.append(
                (
                    say(ForecastTexts.spend), parameters(spend.parameters, logLikelihood: spend.logLikelihood)
                ))
        }
        drawBeside(rows)
        for note in notes { wrap(note, indent: 2, style: .attention) }
    }

    private func parameters(_ parameters: [FittedParameter], logLikelihood: Double) -> String {
        parameters.map { parameter in
            let error = parameter.standardError.map { "\u{A0}±\u{A0}" + formats.figure($0) } ?? ""
            return parameter.key.rawValue + "\u{A0}" + formats.figure(parameter.value) + error
        }.joined(separator: ", ") + "; " + noBreak(say(BacktestTexts.logLikelihood)) + "\u{A0}"
            + formats.number(logLikelihood, digits: 1)
    }

    private func noBreak(_ text: String) -> String { text.replacing(" ", with: "\u{A0}") }

    /// What speaks against trusting the models, and what could not be done.
    private var notes: [String] {
        let choice = forecast.choice
        var notes = choice.fit.warnings.map {
            choice.model.name.rawValue + ": " + say(FitTexts.warning($0, formats: formats))
        }
        for unfitted in choice.passedOver {
            notes.append(
                say(BacktestTexts.unfitted(unfitted.model.rawValue)) + " "
                    + say(FitTexts.error(unfitted.reason, formats: formats)))
        }
        notes += (forecast.spend.fit?.warnings ?? []).map {
            say(ForecastTexts.spend) + ": " + say(FitTexts.warning($0, formats: formats))
        }
        if let reason = forecast.spend.reason {
            notes.append(say(FitTexts.error(reason, formats: formats)) + " " + say(BacktestTexts.noSpend))
        }
        return notes
    }
}

extension Formats {
    /// A parameter or its error: three decimals, or more where the first digits come later.
    fileprivate func figure(_ value: Double) -> String {
        var (digits, scale) = (3, 1_000.0)
        while digits < 9, value != 0, abs(value) * scale < 100 { (digits, scale) = (digits + 1, scale * 10) }
        return number(value, digits: digits)
    }
}
