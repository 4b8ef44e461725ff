import Domain
import Intake
import LifetimeValue
import Subscriptions

// By plan, by start and by reason.
extension SubscriptionLines {
    private static let mostRows = 12

    mutating func drawPlans() {
        guard content.intake.has(.plan) else { return }
        let milestones = metrics.tenureUnit.fewMilestones.filter { $0 <= metrics.survival.steps.count }
        let plans = metrics.byPlan.prefix(Self.mostRows)
        let hasValues = plans.contains { $0.value != nil }
        head(say(SubscriptionTexts.plans))
        let heads =
            [say(SubscriptionTexts.customers), "MRR", say(SubscriptionTexts.began)] + (hasValues ? ["CLV"] : [])
            + milestones.map { SubscriptionTexts.after($0, metrics.tenureUnit, formats: formats) }
        let rows = plans.map { plan in
            TextTable.Row(
                name: plan.plan ?? say(SubscriptionTexts.noPlan),
                cells: [
                    formats.count(plan.activeCustomers), formats.exactMoney(plan.mrr), formats.count(plan.began),
                ] + (hasValues ? [formats.meanMoney(plan.value?.newCustomer)] : [])
                    + milestones.map { formats.percent(plan.survival.share(after: $0), digits: 0) })
        }
        fittingTable(SubscriptionTexts.plan, heads, rows)
        drawRest(metrics.byPlan.count - Self.mostRows)
        note(SubscriptionTexts.plansNote)
        if hasValues { note(SubscriptionTexts.groupValueNote(formats: formats)) }
    }

    mutating func drawCohorts() {
        let isByYear = metrics.tenureUnit == .year
        let cohorts = isByYear ? metrics.yearlyCohorts : metrics.monthlyCohorts
        guard cohorts.count > 1 else { return }
        head(say(SubscriptionTexts.cohorts))
        drawCohorts(cohorts)
        let years = metrics.yearlyCohorts
        // A month has seldom so many customers that a model tells what they are worth; a year has.
        let hasYears = !isByYear && years.hasValues
        if hasYears {
            lines.append("")
            drawCohorts(years)
        }
        if hasYears || cohorts.suffix(Self.mostRows).hasValues {
            note(SubscriptionTexts.groupValueNote(formats: formats))
        }
    }

    private mutating func drawCohorts(_ cohorts: [StartCohort]) {
        let told = cohorts.suffix(Self.mostRows)
        let hasValues = told.hasValues
        let heads =
            [SubscriptionTexts.customers, SubscriptionTexts.now, SubscriptionTexts.share].map(say) + ["MRR"]
            + (hasValues ? ["CLV"] : [])
        let rows = told.map { cohort in
            TextTable.Row(
                name: cohort.name(formats),
                cells: [
                    formats.count(cohort.customers), formats.count(cohort.active.last ?? 0),
                    formats.percent(cohort.shares.last), formats.exactMoney(cohort.mrr.last),
                ] + (hasValues ? [formats.meanMoney(cohort.value?.newCustomer)] : []))
        }
        fittingTable(SubscriptionTexts.cohort, heads, rows)
        drawRest(cohorts.count - Self.mostRows)
    }

    mutating func drawReasons() {
        guard content.intake.has(.reason), !metrics.byReason.isEmpty else { return }
        head(say(SubscriptionTexts.reasons))
        let heads =
            [SubscriptionTexts.timesLeft, SubscriptionTexts.share].map(say) + ["MRR"]
            + [SubscriptionTexts.cameBack, SubscriptionTexts.medianStay].map(say)
        let rows = metrics.byReason.prefix(Self.mostRows).map { reason in
            TextTable.Row(
                name: reason.reason ?? say(SubscriptionTexts.noPlan),
                cells: [
                    formats.count(reason.lost), formats.percent(reason.share), formats.exactMoney(reason.mrr),
                    formats.count(reason.cameBack),
                    SubscriptionTexts.after(reason.medianPeriods, metrics.tenureUnit, formats: formats),
                ])
        }
        fittingTable(SubscriptionTexts.reason, heads, rows)
        drawRest(metrics.byReason.count - Self.mostRows)
    }

    /// A table with heads. Names give way first, then columns from the right.
    private mutating func fittingTable(_ name: Phrase, _ heads: [String], _ rows: [TextTable.Row]) {
        let all = [TextTable.Row(name: say(name), cells: heads, style: .soft)] + rows
        for count in (1...heads.count).reversed() {
            let table = TextTable(
                rows: all.map { TextTable.Row(name: $0.name, cells: Array($0.cells.prefix(count)), style: $0.style) },
                narrowing: .shorterNames)
            let fits = table.lines(width: width, colour: false).allSatisfy { TerminalText.width($0) <= width }
            if fits || count == 1 {
                lines += table.lines(width: width, colour: colour)
                return
            }
        }
    }

    private mutating func drawRest(_ count: Int) {
        if count > 0 { note(SubscriptionTexts.noFurther(count, formats: formats)) }
    }
}

extension StartCohort {
    /// Of all who began, who are there at the end of each period.
    var shares: [Double] { active.map { customers > 0 ? Double($0) / Double(customers) : 0 } }

    func name(_ formats: Formats) -> String { (joinsEarlier ? "≤ " : "") + formats.period(cohort) }
}

extension Collection<StartCohort> {
    var hasValues: Bool { contains { $0.value != nil } }
}
