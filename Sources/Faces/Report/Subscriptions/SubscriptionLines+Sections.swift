import Domain
import Intake
import LifetimeValue
import Subscriptions

extension SubscriptionLines {
    // MARK: Survival

    mutating func drawSurvival() {
        head(say(SubscriptionTexts.survival))
        let (survival, unit) = (metrics.survival, metrics.tenureUnit)
        guard let last = survival.steps.last else { return note(SubscriptionTexts.nobodyObserved) }
        if let median = survival.medianPeriods {
            note(SubscriptionTexts.median(median, unit, formats: formats))
        } else {
            note(SubscriptionTexts.stillHalf(last.period, unit, formats: formats))
        }
        let models = metrics.forecasts.fitted
        let furthest = models.map { $0.steps.count }.max() ?? last.period
        var rows = [
            TextTable.Row(
                name: say(unit.heading),
                cells: [SubscriptionTexts.observed, SubscriptionTexts.interval].map(say)
                    + models.map { SubscriptionTexts.modelName($0.model) }, style: .soft)
        ]
        for period in milestones(upTo: max(furthest, last.period), last: last.period) {
            let step = survival.steps.first { $0.period == period }
            let curves = models.map { model in
                model.steps.count >= period ? formats.percent(model.steps[period - 1].share) : Formats.undefined
            }
            rows.append(
                TextTable.Row(
                    name: formats.count(period),
                    cells: [formats.percent(step?.share), step.map { range($0.interval90) } ?? ""] + curves))
        }
        table(rows)
        if let chosen = metrics.forecasts.chosen { note(SubscriptionTexts.forecastNote(chosen, of: metrics.forecasts)) }
        if let error = metrics.forecasts.error, models.isEmpty { note(SubscriptionTexts.noForecast(error)) }
        for model in models where model.model == metrics.forecasts.chosen?.model {
            for warning in model.warnings {
                if let text = SubscriptionTexts.warning(warning, model.model, formats: formats) { note(text) }
            }
        }
    }

    /// The periods that are told: the usual ones and the last that was observed.
    private func milestones(upTo end: Int, last: Int) -> [Int] {
        Set(metrics.tenureUnit.milestones.filter { $0 <= end } + [last]).sorted()
    }

    private func range(_ interval: ClosedRange<Double>) -> String {
        formats.percent(interval.lowerBound) + " – " + formats.percent(interval.upperBound)
    }

    // MARK: Value

    mutating func drawValue() {
        guard let value = metrics.value else { return }
        head(say(SubscriptionTexts.value))
        var rows = [
            TextTable.Row(
                name: say(SubscriptionTexts.newCustomer), cells: [formats.meanMoney(value.newCustomer)],
                style: .bold),
            TextTable.Row(
                name: say(SubscriptionTexts.ahead), cells: [formats.meanMoney(value.activeCustomers)]),
        ]
        if let formula = value.byFormula {
            rows.append(
                TextTable.Row(
                    name: say(SubscriptionTexts.byFormula), cells: [formats.meanMoney(formula)], style: .soft))
        }
        table(rows)
        note(SubscriptionTexts.valueNote(value, formats: formats))
    }

    // MARK: Reading

    mutating func drawInput() {
        let (intake, overview) = (content.intake, metrics.overview)
        let accounting = intake.accounting
        head(say(SectionTexts.method))
        let counts = [
            (MethodTexts.read, accounting.rows), (MethodTexts.accepted, accounting.accepted),
            (MethodTexts.rejected, accounting.rejected), (MethodTexts.ignored, accounting.ignored),
        ]
        let text =
            say(MethodTexts.rows) + ": "
            + counts.map { say($0.0) + " " + formats.count($0.1) }.joined(separator: ", ")
        lines += TerminalText.wrapped(text, width - 2).map { "  " + $0 }
        for remark in SubscriptionTexts.remarks(intake, overview, formats: formats) { note(remark) }
    }

    mutating func drawFurther() {
        head(say(TerminalTexts.further))
        let options: [(String, Phrase)] = [
            ("--html subscriptions.html", SubscriptionTexts.html), ("--json", TerminalTexts.json),
        ]
        let optionWidth = options.map { TerminalText.width($0.0) }.max() ?? 0
        for (option, phrase) in options {
            let text = TerminalText.fitted(say(phrase), width - optionWidth - 5)
            lines.append("  " + TerminalText.left(option, optionWidth + 3) + TerminalStyle.soft(text, colour: colour))
        }
    }
}
