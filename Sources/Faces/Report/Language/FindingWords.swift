import Domain
import Metrics

/// Findings and changes in words; every face of the report speaks through it.
struct FindingWords {
    let formats: Formats

    /// How much a finding hurts; the raw values are classes of the page.
    enum Tone: String {
        case loss, attention, good
        case neutral = ""
    }

    static func tone(_ fact: FindingFact) -> Tone {
        switch fact {
        case .gettingWorse, .leaversOutrunNewcomers, .vipsSilent, .greatCustomersLapsed, .lapsedRevenue,
            .acquisitionNotRecovered:
            .loss
        case .lapsingRevenue, .dependsOnFew, .fewSecondPurchases, .weakValue, .keepMore: .attention
        case .gettingBetter: .good
        case .nothingChanged: .neutral
        }
    }

    /// What the money beside a finding is.
    func stakeLabel(_ fact: FindingFact) -> String {
        switch fact {
        case .gettingBetter: say(FindingTexts.more)
        case .fewSecondPurchases, .weakValue, .keepMore: say(FindingTexts.toWin)
        default: say(FindingTexts.atStake)
        }
    }

    /// What stands large where no money can be named.
    func figure(_ fact: FindingFact) -> String {
        switch fact {
        case .gettingWorse(let change, _), .gettingBetter(let change, _): difference(change)
        case .leaversOutrunNewcomers(let lost, let won, let wonBack, _): formats.count(won + wonBack - lost)
        case .vipsSilent(let customers, _, _), .lapsingRevenue(let customers, _): formats.count(customers)
        case .dependsOnFew(_, _, let share), .greatCustomersLapsed(_, let share), .lapsedRevenue(let share, _):
            formats.percent(share)
        case .fewSecondPurchases(let within90, _): formats.percent(within90)
        case .keepMore(let retention): formats.percent(retention)
        case .weakValue(_, _, _, let own, _): formats.percent(own)
        case .acquisitionNotRecovered(_, let cac, _, _, _): formats.meanMoney(cac)
        case .nothingChanged: say(FindingTexts.unchanged)
        }
    }

    /// Why a report has fewer than three findings; nil where it has as many.
    static func fewFindings(in metrics: ShopMetrics) -> Phrase? {
        guard metrics.findings.count < 3 else { return nil }
        return FindingTexts.few(metrics.findings.count, reason: reasonForFew(in: metrics))
    }

    /// The same as a sentence of its own, beneath a heading that says what it is the reason of.
    static func reasonSentence(in metrics: ShopMetrics) -> Phrase {
        let reason = reasonForFew(in: metrics)
        func sentence(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
        return Phrase(en: sentence(reason.en), pl: sentence(reason.pl), ru: sentence(reason.ru))
    }

    private static func reasonForFew(in metrics: ShopMetrics) -> Phrase {
        let unanswered = metrics.cannotSay.first { $0.question == .isItGettingBetter }
        if let unanswered { return CannotSayTexts.reason(unanswered.reason) }
        return metrics.findings.isEmpty ? FindingTexts.allRulesSilent : FindingTexts.rulesSilent
    }

    func text(_ fact: FindingFact) -> String {
        switch fact {
        case .gettingWorse(let change, let comparison):
            return say(
                FindingTexts.worse(
                    name(change.metric), before: value(change.before, change.metric),
                    now: value(change.now, change.metric), comparison: say(ChangeTexts.before(comparison))))
                + caveat(comparison)
        case .gettingBetter(let change, let comparison):
            return say(
                FindingTexts.better(
                    name(change.metric), before: value(change.before, change.metric),
                    now: value(change.now, change.metric), comparison: say(ChangeTexts.before(comparison))))
                + caveat(comparison)
        case .leaversOutrunNewcomers(let lost, let won, let wonBack, let months):
            return say(
                FindingTexts.leavers(lost: lost, won: won, wonBack: wonBack, months: months, formats: formats))
        case .vipsSilent(let customers, let all, _):
            return say(FindingTexts.vipsSilent(customers, of: all, formats: formats))
        case .greatCustomersLapsed(let customers, let share):
            return say(FindingTexts.greatLapsed(customers, share: formats.percent(share), formats: formats))
        case .lapsedRevenue(let share, let yearEarlier):
            return say(
                FindingTexts.lapsedRevenue(formats.percent(share), yearEarlier: formats.percent(yearEarlier)))
        case .lapsingRevenue(let customers, _):
            return say(FindingTexts.lapsing(customers, formats: formats))
        case .dependsOnFew(let customers, let all, let share):
            return say(
                FindingTexts.dependsOnFew(customers, of: all, share: formats.percent(share), formats: formats))
        case .fewSecondPurchases(let within90, let customersAYear):
            return say(
                FindingTexts.fewSecond(
                    within90: formats.percent(within90), customersAYear: customersAYear, formats: formats))
        case .keepMore(let retention): return say(FindingTexts.keepMore(formats.percent(retention)))
        default: return comparedText(fact)
        }
    }

    private func caveat(_ comparison: ChangeComparison) -> String {
        comparison == .periodBefore ? say(FindingTexts.maybeSeason) : ""
    }

    private func comparedText(_ fact: FindingFact) -> String {
        switch fact {
        case .weakValue(let dimension, let value, let customers, let own, let others):
            return say(
                FindingTexts.weak(
                    say(BreakdownTexts.name(dimension)), self.value(value), own: formats.percent(own),
                    others: formats.percent(others), customers: formats.count(customers, .customers)))
        case .acquisitionNotRecovered(let source, let cac, let contribution, let months, _):
            return say(
                FindingTexts.notRecovered(
                    source: source ?? say(FindingTexts.allSources), cac: formats.meanMoney(cac),
                    contribution: formats.meanMoney(contribution), months: formats.count(months, .withinMonths)))
        case .nothingChanged(let figures, let comparison):
            return say(
                FindingTexts.nothingChanged(
                    formats.count(figures, .figures), comparison: say(ChangeTexts.comparedWith(comparison))))
        default: return ""
        }
    }

    private func say(_ phrase: Phrase) -> String { phrase[formats.language] }
}

// MARK: Changes

extension FindingWords {
    func name(_ metric: ChangeMetric) -> String { say(ChangeTexts.name(metric)) }

    /// The name within a sentence.
    func inSentence(_ metric: ChangeMetric) -> String {
        let name = name(metric)
        return name.prefix(1).lowercased() + name.dropFirst()
    }

    /// A figure in its metric's unit.
    func value(_ value: Double, _ metric: ChangeMetric) -> String {
        switch metric.unit {
        case .money: formats.meanMoney(value)
        case .count: formats.count(Int(value.rounded()))
        case .ratio: formats.number(value, digits: 2)
        case .share: formats.percent(value)
        }
    }

    /// The change with an arrow in place of its sign: `▲ 4.1%`.
    func trend(_ change: Change) -> String {
        let size = scaled(abs(change.difference), of: change)
        let arrow = change.difference > 0 ? "▲ " : change.difference < 0 ? "▼ " : ""
        return arrow + (size.hasPrefix("+") ? String(size.dropFirst()) : size)
    }

    /// By how much it changed: percent of what it was, or points for shares.
    func difference(_ change: Change) -> String { scaled(change.difference, of: change) }

    /// The interval of the difference in the same unit; nil where there is none.
    func range(_ change: Change) -> String? {
        guard let lower = change.lower, let upper = change.upper else { return nil }
        return say(PulseTexts.interval(scaled(lower, of: change), scaled(upper, of: change)))
    }

    /// The same without words: `+50.8% … +74.2%`.
    func bareRange(_ change: Change) -> String? {
        guard let lower = change.lower, let upper = change.upper else { return nil }
        let unit = "\u{A0}" + formats.pointsUnit
        let start = scaled(lower, of: change)
        return (start.hasSuffix(unit) ? String(start.dropLast(unit.count)) : start) + " … " + scaled(upper, of: change)
    }

    private func scaled(_ difference: Double, of change: Change) -> String {
        if change.metric.unit == .share { return formats.points(difference) }
        return change.before > 0 ? formats.percentChange(difference / change.before) : Formats.undefined
    }
}

// MARK: Breakdowns

extension FindingWords {
    func value(_ value: BreakdownValue) -> String {
        switch value {
        case .named(let name): name
        case .notGiven: say(PageTexts.unnamed)
        case .couponUsed: say(BreakdownTexts.couponUsed)
        case .couponNotUsed: say(BreakdownTexts.couponNotUsed)
        case .others(let count): say(BreakdownTexts.others(formats.count(count)))
        }
    }
}
