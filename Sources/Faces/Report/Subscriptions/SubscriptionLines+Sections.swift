import Domain
import Intake
import LifetimeValue
import Subscriptions

extension SubscriptionLines {
    // MARK: Survival

    mutating func drawSurvival() {
        head(SubscriptionTexts.survival)
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
            TerminalTable.Row(
                name: say(unit.heading),
                cells: [SubscriptionTexts.observed, SubscriptionTexts.interval].map(say)
                    + models.map { SubscriptionTexts.modelName($0.model) }, isSoft: true)
        ]
        for period in milestones(upTo: max(furthest, last.period), last: last.period) {
            let step = survival.steps.first { $0.period == period }
            let curves = models.map { model in
                model.steps.count >= period ? formats.percent(model.steps[period - 1].share) : Formats.undefined
            }
            rows.append(
                TerminalTable.Row(
                    name: formats.count(period),
                    cells: [formats.percent(step?.share), step.map { range($0.interval90) } ?? ""] + curves))
        }
        table(rows)
        if let chosen = metrics.forecasts.chosen { note(SubscriptionTexts.forecastNote(chosen)) }
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
        head(SubscriptionTexts.value)
        var rows = [
            TerminalTable.Row(
                name: say(SubscriptionTexts.newCustomer), cells: [formats.meanMoney(value.newCustomer)],
                isStrong: true),
            TerminalTable.Row(
                name: say(SubscriptionTexts.ahead), cells: [formats.meanMoney(value.activeCustomers)]),
        ]
        if let formula = value.byFormula {
            rows.append(
                TerminalTable.Row(
                    name: say(SubscriptionTexts.byFormula), cells: [formats.meanMoney(formula)], isSoft: true))
        }
        table(rows)
        note(SubscriptionTexts.valueNote(value, formats: formats))
    }

    // MARK: Groups

    private static let mostRows = 12

    mutating func drawPlans() {
        guard content.intake.has(.plan) else { return }
        let milestones = metrics.tenureUnit.fewMilestones.filter { $0 <= metrics.survival.steps.count }
        head(SubscriptionTexts.plans)
        var rows = [
            TerminalTable.Row(
                name: say(SubscriptionTexts.plan),
                cells: [
                    say(SubscriptionTexts.customers), "MRR", say(SubscriptionTexts.began),
                ] + milestones.map { SubscriptionTexts.after($0, metrics.tenureUnit, formats: formats) },
                isSoft: true)
        ]
        rows += metrics.byPlan.prefix(Self.mostRows).map { plan in
            TerminalTable.Row(
                name: plan.plan ?? say(SubscriptionTexts.noPlan),
                cells: [
                    formats.count(plan.activeCustomers), formats.exactMoney(plan.mrr), formats.count(plan.began),
                ] + milestones.map { formats.percent(plan.survival.share(after: $0), digits: 0) })
        }
        table(rows)
        drawRest(metrics.byPlan.count - Self.mostRows)
        note(SubscriptionTexts.plansNote)
    }

    mutating func drawCohorts() {
        let cohorts = metrics.tenureUnit == .year ? metrics.yearlyCohorts : metrics.monthlyCohorts
        guard cohorts.count > 1 else { return }
        head(SubscriptionTexts.cohorts)
        let heads =
            [
                SubscriptionTexts.customers, SubscriptionTexts.now, SubscriptionTexts.share,
            ].map(say) + ["MRR"]
        var rows = [TerminalTable.Row(name: say(SubscriptionTexts.cohort), cells: heads, isSoft: true)]
        rows += cohorts.suffix(Self.mostRows).map { cohort in
            let active = cohort.active.last ?? 0
            return TerminalTable.Row(
                name: (cohort.joinsEarlier ? "≤ " : "") + formats.period(cohort.cohort),
                cells: [
                    formats.count(cohort.customers), formats.count(active),
                    formats.percent(Double(active) / Double(max(1, cohort.customers))),
                    formats.exactMoney(cohort.mrr.last),
                ])
        }
        table(rows)
        drawRest(cohorts.count - Self.mostRows)
    }

    mutating func drawReasons() {
        guard content.intake.has(.reason), !metrics.byReason.isEmpty else { return }
        head(SubscriptionTexts.reasons)
        let heads =
            [
                SubscriptionTexts.timesLeft, SubscriptionTexts.share,
            ].map(say) + ["MRR", say(SubscriptionTexts.cameBack)]
        var rows = [TerminalTable.Row(name: say(SubscriptionTexts.reason), cells: heads, isSoft: true)]
        rows += metrics.byReason.prefix(Self.mostRows).map { reason in
            TerminalTable.Row(
                name: reason.reason ?? say(SubscriptionTexts.noPlan),
                cells: [
                    formats.count(reason.lost), formats.percent(reason.share), formats.exactMoney(reason.mrr),
                    formats.count(reason.cameBack),
                ])
        }
        table(rows)
        drawRest(metrics.byReason.count - Self.mostRows)
    }

    private mutating func drawRest(_ count: Int) {
        if count > 0 { note(SubscriptionTexts.noFurther(count, formats: formats)) }
    }

    // MARK: Reading

    mutating func drawInput() {
        let (intake, overview) = (content.intake, metrics.overview)
        let accounting = intake.accounting
        head(SectionTexts.method)
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
        head(TerminalTexts.further)
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
