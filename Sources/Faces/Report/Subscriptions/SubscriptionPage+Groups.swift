import Domain
import Intake
import LifetimeValue
import Subscriptions

// By plan, by start and by reason.
extension SubscriptionPageBuilder {
    private static let mostRows = 40

    var plans: SectionModel? {
        guard content.intake.has(.plan), !metrics.byPlan.isEmpty else { return nil }
        var section = SectionModel(
            id: "plans", shortName: say(SubscriptionTexts.plans), heading: say(SubscriptionTexts.plans))
        let milestones = metrics.tenureUnit.fewMilestones.filter { $0 <= metrics.survival.steps.count }
        let hasValues = metrics.byPlan.prefix(Self.mostRows).contains { $0.value != nil }
        let heads = milestones.map { SubscriptionTexts.after($0, metrics.tenureUnit, formats: formats) }
        section.blocks = [
            BlockModel(
                size: "full",
                table: TableModel(
                    head: head(SubscriptionTexts.plan, SubscriptionTexts.customers) + [.figure("MRR")]
                        + [.figure(say(SubscriptionTexts.began))] + (hasValues ? [.figure("CLV")] : [])
                        + heads.map { .figure($0) },
                    rows: metrics.byPlan.prefix(Self.mostRows).map { plan in
                        RowModel(
                            name: plan.plan ?? say(SubscriptionTexts.noPlan),
                            cells: [
                                .figure(formats.count(plan.activeCustomers)), .figure(formats.exactMoney(plan.mrr)),
                                .figure(formats.count(plan.began)),
                            ] + (hasValues ? [.figure(formats.meanMoney(plan.value?.newCustomer))] : [])
                                + milestones.map { .figure(formats.percent(plan.survival.share(after: $0))) })
                    },
                    note: ([say(SubscriptionTexts.plansNote)] + (hasValues ? [valueNote] : [])).joined(separator: " ")
                ))
        ]
        section.notes = rest(metrics.byPlan.count)
        return section
    }

    private var valueNote: String { say(SubscriptionTexts.groupValueNote(formats: formats)) }

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
                    label: row.name(formats), note: formats.count(row.customers),
                    cells: row.shares.prefix(width).enumerated().map { place, share in
                        HeatGrid.Cell(
                            level: HeatGrid.evenLevel(share, of: most),
                            text: formats.count(Int((share * 100).rounded())),
                            title: row.name(formats) + ", +\(place): " + formats.percent(share) + ", "
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
        // A month has seldom so many customers that a model tells what they are worth; a year has.
        section.blocks += [isByYear ? nil : cohortValues(rows), cohortValues(metrics.yearlyCohorts)].compactMap(\.self)
        return section
    }

    /// What those are worth who began in each month or year, where that is known.
    private func cohortValues(_ cohorts: [StartCohort]) -> BlockModel? {
        let rows = cohorts.suffix(Self.mostRows)
        guard rows.hasValues else { return nil }
        return BlockModel(
            size: "full",
            table: TableModel(
                title: say(SubscriptionPageTexts.cohortValues),
                head: head(
                    SubscriptionTexts.cohort, SubscriptionTexts.customers, SubscriptionTexts.now,
                    SubscriptionTexts.share) + [.figure("MRR"), .figure("CLV")],
                rows: rows.map { row in
                    RowModel(
                        name: row.name(formats),
                        cells: [
                            .figure(formats.count(row.customers)), .figure(formats.count(row.active.last ?? 0)),
                            CellModel(text: formats.percent(row.shares.last), kind: "n", meter: meter(row.shares.last)),
                            .figure(formats.exactMoney(row.mrr.last)),
                            .figure(formats.meanMoney(row.value?.newCustomer)),
                        ])
                }, note: valueNote))
    }

    private func cohortTable(_ rows: [StartCohort], width: Int) -> TableModel {
        TableModel(
            head: head(SubscriptionTexts.cohort, SubscriptionTexts.customers) + (0..<width).map { .figure("+\($0)") },
            rows: rows.map { row in
                RowModel(
                    name: row.name(formats),
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
                        + [
                            .figure("MRR"), .figure(say(SubscriptionTexts.cameBack)),
                            .figure(say(SubscriptionTexts.medianStay)),
                        ],
                    rows: metrics.byReason.prefix(Self.mostRows).map { reason in
                        RowModel(
                            name: reason.reason ?? say(SubscriptionTexts.noPlan),
                            cells: [
                                .figure(formats.count(reason.lost)),
                                CellModel(text: formats.percent(reason.share), kind: "n", meter: meter(reason.share)),
                                .figure(formats.exactMoney(reason.mrr)), .figure(formats.count(reason.cameBack)),
                                .figure(
                                    SubscriptionTexts.after(
                                        reason.medianPeriods, metrics.tenureUnit, formats: formats)),
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
