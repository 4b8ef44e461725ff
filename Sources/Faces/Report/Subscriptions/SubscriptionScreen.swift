public import Domain
import LifetimeValue
import Subscriptions

/// Subscriptions in a terminal.
public struct SubscriptionScreen: Sendable {
    private let content: SubscriptionContent

    public init(_ content: SubscriptionContent) { self.content = content }

    /// - Parameters:
    ///   - width: Columns of the terminal; used between 60 and 100.
    ///   - colour: Whether the terminal understands ANSI colours and the user wants them.
    /// - Returns: Lines with a line feed each.
    public func text(width: Int, colour: Bool, language: Language) -> String {
        var lines = SubscriptionLines(
            content: content, formats: content.formats(language), width: SubscriptionLines.width(within: width),
            colour: colour)
        lines.draw()
        return lines.text
    }
}

/// The lines, from top to bottom.
struct SubscriptionLines: AnswerScreen {
    let content: SubscriptionContent
    let formats: Formats
    let width: Int
    let colour: Bool
    var lines: [String] = []

    init(content: SubscriptionContent, formats: Formats, width: Int, colour: Bool) {
        self.content = content
        self.formats = formats
        self.width = width
        self.colour = colour
    }

    var metrics: SubscriptionMetrics { content.metrics }

    mutating func draw() {
        drawTitle(content.title, asOf: metrics.asOf)
        if metrics.overview.customers > 0 {
            drawFigures()
            drawBridge(metrics.monthly.suffix(12), title: SubscriptionTexts.bridge)
            if metrics.yearly.count > 1 { drawBridge(metrics.yearly.suffix(6), title: SubscriptionTexts.bridgeByYear) }
            drawSurvival()
            drawValue()
            drawPlans()
            drawCohorts()
            drawReasons()
        } else {
            note(SubscriptionTexts.nobody(metrics.overview))
        }
        drawInput()
        drawFurther()
    }

    // MARK: Pieces

    /// A remark, set off.
    mutating func note(_ text: Phrase) {
        wrap(say(text), indent: 2, style: .soft)
    }

    mutating func table(_ rows: [TextTable.Row]) {
        lines += TextTable(rows: rows, narrowing: .shorterNames).lines(width: width, colour: colour)
    }

    // MARK: Figures

    private mutating func drawFigures() {
        let overview = metrics.overview
        let everPaid = SubscriptionTexts.everPaid(overview.customers, wonBack: overview.wonBack, formats: formats)
        let figures: [(Phrase, String, Phrase?)] = [
            (SubscriptionTexts.active, formats.count(overview.active), everPaid),
            (
                SubscriptionTexts.mrr, formats.exactMoney(overview.mrr),
                SubscriptionTexts.yearly(formats.exactMoney(overview.arr))
            ),
            (SubscriptionTexts.meanMRR, formats.meanMoney(overview.meanMRR), nil),
        ]
        let names = figures.map { say($0.0) }
        let nameWidth = names.map { TerminalText.width($0) }.max() ?? 0
        let valueWidth = figures.map { TerminalText.width($0.1) }.max() ?? 0
        for (name, figure) in zip(names, figures) {
            let value = TerminalStyle.bold(TerminalText.right(figure.1, valueWidth), colour: colour)
            let start = TerminalText.left(name, nameWidth + 2) + value
            guard let remark = figure.2.map(say) else {
                lines.append(start)
                continue
            }
            if nameWidth + valueWidth + 5 + TerminalText.width(remark) <= width {
                lines.append(start + "   " + TerminalStyle.soft(remark, colour: colour))
            } else {
                lines.append(start)
                wrap(remark, indent: 2, style: .soft)
            }
        }
        drawRates()
    }

    /// Retention of an average month and of the last year beside each other.
    private mutating func drawRates() {
        let (means, year) = (metrics.means, metrics.trailingYear)
        guard means.months > 0 || year.customers > 0 else { return }
        lines.append("")
        let heads = [SubscriptionTexts.perMonth, SubscriptionTexts.lastYear].map(say)
        func row(_ name: Phrase, _ values: [Double?]) -> TextTable.Row {
            TextTable.Row(name: say(name), cells: values.map { formats.percent($0) })
        }
        table([
            TextTable.Row(name: "", cells: heads, style: .soft),
            row(SubscriptionTexts.gross, [means.grossRevenue, year.grossRevenue]),
            row(SubscriptionTexts.net, [means.netRevenue, year.netRevenue]),
            row(SubscriptionTexts.churn, [means.logoChurn, year.logo.map { 1 - $0 }]),
        ])
        if means.months > 0 { note(SubscriptionTexts.meansNote(means.months, formats: formats)) }
    }

    // MARK: The bridge

    private mutating func drawBridge(_ periods: ArraySlice<RevenuePeriod>, title: Phrase) {
        let names = bridgeNames
        let columns = periods.map { bridgeColumn($0) }
        let nameWidth = names.map { TerminalText.width($0) }.max() ?? 0
        let count = max(1, TextTable.fitting(columns, nameWidth: nameWidth, width: width))
        let shown = columns.suffix(count)
        head(say(title))
        let told = periods.suffix(count)
        let hasPassers = told.contains { $0.customers.cameAndWent > 0 }
        table(
            names.indices.filter { $0 != Self.passers || hasPassers }.map { place in
                TextTable.Row(
                    name: names[place], cells: shown.map { $0[place] },
                    style: place == 0 ? .soft : Self.sums.contains(place) ? .bold : nil)
            })
        if told.contains(where: { !$0.isComplete }) { note(SubscriptionTexts.notOver) }
    }

    /// The rows of start and end.
    private static let sums: Set<Int> = [1, 7, 11, 15]
    /// The row of those who were there within a period alone.
    private static let passers = 17

    private var bridgeNames: [String] {
        let money = [
            SubscriptionTexts.start, SubscriptionTexts.new.signed("+"), SubscriptionTexts.wonBack.signed("+"),
            SubscriptionTexts.expansion.signed("+"), SubscriptionTexts.contraction.signed("−"),
            SubscriptionTexts.lost.signed("−"), SubscriptionTexts.end, SubscriptionTexts.gross, SubscriptionTexts.net,
        ]
        let customers = [
            SubscriptionTexts.customersAtStart, SubscriptionTexts.new.signed("+"),
            SubscriptionTexts.wonBack.signed("+"), SubscriptionTexts.lost.signed("−"),
            SubscriptionTexts.customersAtEnd, SubscriptionTexts.churn, SubscriptionTexts.cameAndWent,
        ]
        return [""] + money.map(say) + [""] + customers.map(say)
    }

    private func bridgeColumn(_ period: RevenuePeriod) -> [String] {
        let (money, customers) = (period.revenue, period.customers)
        let name = formats.period(period.period) + (period.isComplete ? "" : "*")
        return [name]
            + [
                money.start, money.new, money.wonBack, money.expansion, money.contraction, money.lost, money.end,
            ].map { formats.exactMoney($0) }
            + [formats.percent(period.grossRevenueRetention), formats.percent(period.netRevenueRetention), ""]
            + [customers.start, customers.new, customers.wonBack, customers.lost, customers.end].map {
                formats.count($0)
            }
            + [formats.percent(period.logoChurn), formats.count(customers.cameAndWent)]
    }
}

extension Phrase {
    /// With a sign before it.
    func signed(_ sign: String) -> Phrase { Phrase(en: sign + " " + en, pl: sign + " " + pl, ru: sign + " " + ru) }
}
