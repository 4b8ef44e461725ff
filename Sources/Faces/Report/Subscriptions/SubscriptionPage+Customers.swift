import Domain
import Intake
import LifetimeValue
import Subscriptions

// How long customers stay, what they are worth, and who they are.
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
            remarks.append(SubscriptionTexts.forecastNote(chosen))
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
            "survival", title: title, unit: say(SubscriptionPageTexts.survivalUnit),
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

    // MARK: Groups

    private static let mostRows = 40

    var plans: SectionModel? {
        guard content.intake.has(.plan), !metrics.byPlan.isEmpty else { return nil }
        var section = SectionModel(
            id: "plans", shortName: say(SubscriptionTexts.plans), heading: say(SubscriptionTexts.plans))
        let milestones = metrics.tenureUnit.fewMilestones.filter { $0 <= metrics.survival.steps.count }
        let heads = milestones.map { SubscriptionTexts.after($0, metrics.tenureUnit, formats: formats) }
        section.blocks = [
            BlockModel(
                size: "full",
                table: TableModel(
                    head: head(SubscriptionTexts.plan, SubscriptionTexts.customers) + [.figure("MRR")]
                        + [.figure(say(SubscriptionTexts.began))] + heads.map { .figure($0) },
                    rows: metrics.byPlan.prefix(Self.mostRows).map { plan in
                        RowModel(
                            name: plan.plan ?? say(SubscriptionTexts.noPlan),
                            cells: [
                                .figure(formats.count(plan.activeCustomers)), .figure(formats.exactMoney(plan.mrr)),
                                .figure(formats.count(plan.began)),
                            ] + milestones.map { .figure(formats.percent(plan.survival.share(after: $0))) })
                    }, note: say(SubscriptionTexts.plansNote)))
        ]
        section.notes = rest(metrics.byPlan.count)
        return section
    }

    var cohorts: SectionModel? {
        let isByYear = metrics.tenureUnit == .year
        let all = isByYear ? metrics.yearlyCohorts : metrics.monthlyCohorts
        guard all.count > 1 else { return nil }
        let rows = Array(all.suffix(24))
        var section = SectionModel(
            id: "cohorts", shortName: say(SubscriptionTexts.cohorts), heading: say(SubscriptionTexts.cohorts))
        let width = min(25, rows.map(\.active.count).max() ?? 0)
        let most = rows.flatMap { $0.shares.prefix(width) }.max() ?? 0
        let grid = HeatGrid(
            columns: (0..<width).map { String($0) },
            rows: rows.map { row in
                HeatGrid.Row(
                    label: name(of: row), note: formats.count(row.customers),
                    cells: row.shares.prefix(width).enumerated().map { place, share in
                        HeatGrid.Cell(
                            level: HeatGrid.evenLevel(share, of: most),
                            text: formats.count(Int((share * 100).rounded())),
                            title: name(of: row) + ", +\(place): " + formats.percent(share) + ", "
                                + formats.exactMoney(row.mrr[place]), isPartial: place >= row.complete)
                    })
            },
            labelHead: say(SubscriptionTexts.cohort), noteHead: say(SubscriptionTexts.customers),
            columnUnit: say(isByYear ? SubscriptionPageTexts.yearsSince : SubscriptionPageTexts.monthsSince))
        section.blocks = [
            figure(
                "cohorts", title: say(SubscriptionPageTexts.cohortsTitle), unit: say(SubscriptionPageTexts.cohortsUnit),
                size: "full", data: cohortTable(rows, width: width), draw: grid.drawn)
        ]
        return section
    }

    private func name(of cohort: StartCohort) -> String {
        (cohort.joinsEarlier ? "≤ " : "") + formats.period(cohort.cohort)
    }

    private func cohortTable(_ rows: [StartCohort], width: Int) -> TableModel {
        TableModel(
            head: head(SubscriptionTexts.cohort, SubscriptionTexts.customers) + (0..<width).map { .figure("+\($0)") },
            rows: rows.map { row in
                RowModel(
                    name: name(of: row),
                    cells: [.figure(formats.count(row.customers))]
                        + (0..<width).map { place in
                            .figure(place < row.active.count ? formats.count(row.active[place]) : "")
                        })
            })
    }

    var reasons: SectionModel? {
        guard content.intake.has(.reason), !metrics.byReason.isEmpty else { return nil }
        var section = SectionModel(
            id: "reasons", shortName: say(SubscriptionPageTexts.reasonsShort), heading: say(SubscriptionTexts.reasons))
        section.blocks = [
            BlockModel(
                size: "full",
                table: TableModel(
                    head: head(SubscriptionTexts.reason, SubscriptionTexts.timesLeft, SubscriptionTexts.share)
                        + [.figure("MRR"), .figure(say(SubscriptionTexts.cameBack))],
                    rows: metrics.byReason.prefix(Self.mostRows).map { reason in
                        RowModel(
                            name: reason.reason ?? say(SubscriptionTexts.noPlan),
                            cells: [
                                .figure(formats.count(reason.lost)),
                                CellModel(text: formats.percent(reason.share), kind: "n", meter: meter(reason.share)),
                                .figure(formats.exactMoney(reason.mrr)), .figure(formats.count(reason.cameBack)),
                            ])
                    }))
        ]
        section.notes = rest(metrics.byReason.count)
        return section
    }

    /// How many groups are left out of a table.
    private func rest(_ count: Int) -> NotesModel? {
        guard count > Self.mostRows else { return nil }
        return NotesModel(
            notesTitle: say(PageTexts.remarks),
            remarks: [say(SubscriptionTexts.noFurther(count - Self.mostRows, formats: formats))])
    }
}

extension StartCohort {
    /// Of all who began, who are there at the end of each period.
    var shares: [Double] { active.map { customers > 0 ? Double($0) / Double(customers) : 0 } }
}
