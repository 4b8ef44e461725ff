import Domain
import Forecast
import LifetimeValue
import Metrics

extension TerminalScreen {
    mutating func drawActivity() {
        let activity = metrics.activity
        let window = say(StateTexts.window).lowercased() + " " + formats.count(activity.windowDays, .days)
        head(say(SectionTexts.activity) + " " + TerminalStyle.soft("(" + window + ")", colour: colour))
        let states: [(ActivityState, Int, TerminalStyle)] = [
            (.active, activity.active, .good), (.lapsing, activity.lapsing, .attention),
            (.lapsed, activity.lapsed, .soft),
        ]
        let total = metrics.overview.customers
        let names = states.map { say(StateTexts.name($0.0)) }
        let nameWidth = names.map { TerminalText.width($0) }.max() ?? 0
        let counts = states.map { formats.count($0.1) }
        let countWidth = counts.map { TerminalText.width($0) }.max() ?? 0
        let barWidth = max(10, min(40, width - nameWidth - countWidth - 14))
        for (index, state) in states.enumerated() {
            let share = total > 0 ? Double(state.1) / Double(total) : 0
            let bar = TerminalText.left(TerminalText.bar(share, barWidth), barWidth)
            lines.append(
                "  " + TerminalText.left(names[index], nameWidth + 1) + state.2(bar, colour: colour) + " "
                    + TerminalText.right(counts[index], countWidth) + " "
                    + TerminalText.right(formats.percent(share), 7))
        }
        if let clamp = activity.windowClamp {
            let text =
                say(StateTexts.window) + " " + formats.count(activity.windowDays, .days) + ": "
                + say(StateTexts.clamp(clamp))
            lines += TerminalText.wrapped(text, width - 2).map { "  " + $0 }
        }
        if activity.revenueAtRisk > 0 {
            let revenue = formats.money(activity.revenueAtRisk)
            let contribution = activity.contributionAtRisk.map {
                say(ContributionTexts.beside(revenue, formats.money($0)))
            }
            let text = say(StateTexts.atRisk) + ": " + (contribution ?? revenue) + ", " + say(StateTexts.atRiskNote)
            lines += TerminalText.wrapped(text, width - 2).map { "  " + $0 }
        }
        drawValueAhead()
    }

    /// What today's customers will bring, in a sentence; nothing where no model could be fitted.
    private mutating func drawValueAhead() {
        guard case .success(let ahead) = content.value else { return }
        let (forecast, total) = (ahead.forecast, ahead.forecast.total)
        func money(_ value: Double) -> String { formats.money(forecast.minorUnits(value)) }
        let text = ValueAheadTexts.terminal(
            days: formats.count(forecast.options.horizonDays, .withinDays), value: money(total.expectedValue),
            lower: money(total.value.lower), upper: money(total.value.upper),
            orders: formats.count(Int(min(total.expectedOrders, 1e15).rounded()), .orders))
        let isBeaten = forecast.choice.backtest?.orders.verdict == .rule
        let words = say(text) + (isBeaten ? " " + say(ValueAheadTexts.ruleIsBetter) : "")
        lines += TerminalText.wrapped(words, width - 2).map { "  " + $0 }
    }

    /// The last months as sparklines: net revenue and retention.
    mutating func drawMonths() {
        let names = [say(PageTexts.netRevenue), say(RetentionTexts.rate)]
        let nameWidth = names.map { TerminalText.width($0) }.max() ?? 0
        // Beside the sparkline stands at least a month with its figure.
        let sales = metrics.newVsReturning.suffix(max(6, min(24, width - nameWidth - 26)))
        guard let first = sales.first, let last = sales.last, sales.count > 1 else { return }
        head(say(metrics.overview.isAllKnown ? TerminalTexts.byMonth : TerminalTexts.byMonthOfKnown))
        let revenue = sales.map { Double($0.newRevenue) + Double($0.returningRevenue) }
        lines += monthRows(
            names[0], nameWidth: nameWidth, TerminalText.sparkline(revenue),
            formats.period(first.month) + " – " + formats.period(last.month) + ", " + say(TerminalTexts.most) + " "
                + formats.shortMoney(revenue.max() ?? 0))
        let rates = metrics.retention.monthly.filter { $0.period >= first.month }
        guard let known = rates.last(where: { $0.complete && $0.retentionRate != nil }) else { return }
        let values = rates.map { $0.complete ? $0.retentionRate : nil }
        // Rates differ little from each other: the foot of the line stands a little below the least.
        let least = values.compactMap(\.self).min() ?? 0
        lines += monthRows(
            names[1], nameWidth: nameWidth, TerminalText.sparkline(values, foot: max(0, least - 0.1)),
            formats.period(known.period) + ": " + formats.percent(known.retentionRate))
    }

    /// The remark beside the sparkline, or beneath it where it does not fit: a figure is never cut.
    private func monthRows(_ name: String, nameWidth: Int, _ line: String, _ remark: String) -> [String] {
        let row = "  " + TerminalText.left(name, nameWidth + 2) + TerminalStyle.good(line, colour: colour)
        let indent = nameWidth + 4
        if TerminalText.width(remark) <= width - indent - TerminalText.width(line) - 2 {
            return [row + "  " + TerminalStyle.soft(remark, colour: colour)]
        }
        return [row]
            + TerminalText.wrapped(remark, width - indent).map {
                String(repeating: " ", count: indent) + TerminalStyle.soft($0, colour: colour)
            }
    }

    mutating func drawFindings() {
        head(say(SectionTexts.findings))
        defer {
            let remarks = [FindingWords.fewFindings(in: metrics)].compactMap(\.self) + unanswered
            for remark in remarks.map(say) {
                lines += TerminalText.wrapped(remark, width - 2).map {
                    "  " + TerminalStyle.soft($0, colour: colour)
                }
            }
        }
        guard !metrics.findings.isEmpty else { return }
        let words = FindingWords(formats: formats)
        let stakes = metrics.findings.map { finding in
            finding.moneyAtStake.map { formats.money($0) + " " + words.stakeLabel(finding.fact) } ?? ""
        }
        // The label may be cut, the amount never.
        let amounts = metrics.findings.compactMap { $0.moneyAtStake.map { TerminalText.width(formats.money($0)) + 1 } }
        let stakeWidth = min(max(28, amounts.max() ?? 0), stakes.map { TerminalText.width($0) }.max() ?? 0)
        let indent = stakeWidth > 0 ? stakeWidth + 4 : 2
        for (finding, stake) in zip(metrics.findings, stakes) {
            let sentences = [words.text(finding.fact), words.contribution(finding, in: metrics)]
            let texts = TerminalText.wrapped(sentences.compactMap(\.self).joined(separator: " "), width - indent)
            let head = TerminalText.left(TerminalText.fitted(stake, stakeWidth), indent - 2)
            let style: TerminalStyle =
                switch FindingWords.tone(finding.fact) {
                case .loss: .loss
                case .attention: .attention
                case .good: .good
                case .neutral: .soft
                }
            lines.append("  " + style(head, colour: colour) + (texts.first ?? ""))
            lines += texts.dropFirst().map { String(repeating: " ", count: indent) + $0 }
        }
    }

    /// Why the questions that decide how the figures are read have no answer; the page and the JSON have all questions.
    private var unanswered: [Phrase] {
        guard metrics.overview.customers > 0 else { return [] }
        let questions: [CannotSay.Question] = [.isItGettingBetter, .retention, .seasons]
        return metrics.cannotSay.filter { questions.contains($0.question) }.map(CannotSayTexts.whole)
    }

    mutating func drawInput() {
        let intake = content.intake
        guard intake.rows > 0 else { return }
        head(say(SectionTexts.method))
        let counts = [
            (MethodTexts.read, intake.rows), (MethodTexts.accepted, intake.accepted),
            (MethodTexts.rejected, intake.rejected), (MethodTexts.ignored, intake.ignored),
        ]
        let text =
            say(MethodTexts.rows) + ": "
            + counts.map { say($0.0) + " " + formats.count($0.1) }.joined(separator: ", ")
        lines += TerminalText.wrapped(text, width - 2).map { "  " + $0 }
        // Nothing else that was found can multiply the revenue.
        if let total = intake.repeatedTotal {
            let note = MethodTexts.totalRepeated(total.column, orders: total.orders.map { formats.count($0) })
            lines += TerminalText.wrapped(say(note), width - 2).map { "  " + $0 }
        }
    }

    mutating func drawFurther() {
        head(say(TerminalTexts.further))
        let options: [(String, Phrase)] = [
            ("--html report.html", TerminalTexts.html), ("--json", TerminalTexts.json),
            ("--customers customers.csv", TerminalTexts.customers),
        ]
        let optionWidth = options.map { TerminalText.width($0.0) }.max() ?? 0
        for (option, phrase) in options {
            let text = TerminalText.fitted(say(phrase), width - optionWidth - 5)
            lines.append("  " + TerminalText.left(option, optionWidth + 3) + TerminalStyle.soft(text, colour: colour))
        }
    }
}
