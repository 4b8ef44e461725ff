import Domain
import Intake
import LifetimeValue
import Subscriptions

// How long customers stay, and what they are worth.
extension SubscriptionPageBuilder {
    // MARK: Survival

    var survival: SectionModel {
        var section = SectionModel(
            id: "survival", shortName: say(SubscriptionPageTexts.survivalShort),
            heading: say(SubscriptionTexts.survival))
        let (survival, unit) = (metrics.survival, metrics.tenureUnit)
        guard let last = survival.steps.last else {
            section.blocks = [empty(SubscriptionTexts.nobodyObserved)]
            return section
        }
        let title =
            survival.medianPeriods.map { SubscriptionTexts.median($0, unit, formats: formats) }
            ?? SubscriptionTexts.stillHalf(last.period, unit, formats: formats)
        // A heading has no full stop.
        let heading = say(title)
        section.blocks = [survivalFigure(title: heading.hasSuffix(".") ? String(heading.dropLast()) : heading)]
        var remarks: [Phrase] = []
        if let chosen = metrics.forecasts.chosen {
            remarks.append(SubscriptionTexts.forecastNote(chosen, of: metrics.forecasts))
            remarks += chosen.warnings.compactMap { SubscriptionTexts.warning($0, chosen.model, formats: formats) }
        } else if let error = metrics.forecasts.error {
            remarks.append(SubscriptionTexts.noForecast(error))
        }
        section.notes = NotesModel(notesTitle: say(PageTexts.remarks), remarks: remarks.map(say))
        return section
    }

    private func survivalFigure(title: String) -> BlockModel {
        let steps = metrics.survival.steps
        let models = metrics.forecasts.fitted
        let end = max(steps.count, models.map(\.steps.count).max() ?? 0)
        let places = 0...end
        func observed(_ period: Int) -> Double? {
            period == 0 ? 1 : steps.indices.contains(period - 1) ? steps[period - 1].share : nil
        }
        let told = metrics.tenureUnit.fewMilestones.last { $0 <= steps.count } ?? steps.count
        var series = [
            LineChart.Series(
                "us", places.map(observed),
                titles: places.map { label($0) + formats.percent(observed($0)) },
                endText: formats.percent(observed(told)), endIndex: told,
                ranges: places.map { $0 == 0 ? 1...1 : steps.indices.contains($0 - 1) ? steps[$0 - 1].interval90 : nil }
            )
        ]
        for model in models {
            let curve = places.map {
                $0 == 0 ? 1 : model.steps.indices.contains($0 - 1) ? model.steps[$0 - 1].share : nil
            }
            series.append(
                LineChart.Series(
                    (model.model == .sbg ? "other" : "third") + " expected", curve,
                    titles: places.map { label($0) + formats.percent(curve[$0]) }, hasPoints: false))
        }
        let chart = LineChart(
            labels: places.map { AxisLabel(String($0)) }, series: series,
            footUnit: say(metrics.tenureUnit.heading),
            valueText: { [formats] in formats.percent($1, digits: $0.percentDigits) })
        return figure(
            "survival", title: title, unit: say(SubscriptionPageTexts.survivalUnit(models: models.count)),
            legend: [LegendModel(name: "us", text: say(SubscriptionPageTexts.observed))]
                + models.map {
                    LegendModel(
                        name: ($0.model == .sbg ? "other" : "third") + " dashed",
                        text: SubscriptionTexts.modelName($0.model))
                }, size: "full", data: survivalTable(upTo: end), draw: chart.drawn)
    }

    private func label(_ period: Int) -> String {
        say(SubscriptionPageTexts.after(formats.count(period, metrics.tenureUnit.after))) + ": "
    }

    private func survivalTable(upTo end: Int) -> TableModel {
        let (steps, models) = (metrics.survival.steps, metrics.forecasts.fitted)
        return TableModel(
            head: [
                .words(say(metrics.tenureUnit.heading)), .figure(say(SubscriptionTexts.observed)),
                .figure(say(SubscriptionTexts.interval)),
            ] + models.map { .figure(SubscriptionTexts.modelName($0.model)) },
            rows: (1...max(1, end)).map { period in
                let step = steps.indices.contains(period - 1) ? steps[period - 1] : nil
                let interval = step.map {
                    formats.percent($0.interval90.lowerBound) + " – " + formats.percent($0.interval90.upperBound)
                }
                return RowModel(
                    name: formats.count(period),
                    cells: [.figure(formats.percent(step?.share)), .figure(interval ?? Formats.undefined)]
                        + models.map { model in
                            .figure(
                                formats.percent(
                                    model.steps.indices.contains(period - 1) ? model.steps[period - 1].share : nil))
                        })
            })
    }

    // MARK: Value

    var value: SectionModel? {
        guard let value = metrics.value else { return nil }
        var section = SectionModel(id: "value", shortName: "CLV", heading: say(SubscriptionTexts.value))
        section.notes = NotesModel(
            notesTitle: say(PageTexts.remarks), remarks: [say(SubscriptionTexts.valueNote(value, formats: formats))])
        var cards = [
            CardModel(label: say(SubscriptionTexts.newCustomer), figure: formats.meanMoney(value.newCustomer)),
            CardModel(label: say(SubscriptionTexts.ahead), figure: formats.meanMoney(value.activeCustomers)),
        ]
        if let formula = value.byFormula {
            cards.append(
                CardModel(
                    label: say(SubscriptionTexts.byFormula), figure: formats.meanMoney(formula),
                    note: say(SubscriptionPageTexts.formulaNote)))
        }
        section.pulse = CardsModel(cards: cards)
        return section
    }
}
