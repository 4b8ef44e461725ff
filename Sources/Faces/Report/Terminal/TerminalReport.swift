public import Domain
import Metrics

/// The report in one screen of a terminal.
public struct TerminalReport: Sendable {
    private let content: ReportContent

    public init(_ content: ReportContent) { self.content = content }

    /// - Parameters:
    ///   - width: Columns of the terminal; used between 60 and 100.
    ///   - colour: Whether the terminal understands ANSI colours and the user wants them.
    /// - Returns: Lines with a line feed each.
    public func text(width: Int, colour: Bool, language: Language) -> String {
        var screen = TerminalScreen(
            content: content, formats: content.formats(language), width: min(100, max(60, width)), colour: colour)
        screen.draw()
        return screen.lines.map { $0 + "\n" }.joined()
    }
}

/// The lines of the summary, from top to bottom.
struct TerminalScreen {
    let content: ReportContent
    let formats: Formats
    let width: Int
    let colour: Bool
    var lines: [String] = []

    init(content: ReportContent, formats: Formats, width: Int, colour: Bool) {
        self.content = content
        self.formats = formats
        self.width = width
        self.colour = colour
    }

    var metrics: ShopMetrics { content.metrics }

    func say(_ phrase: Phrase) -> String { phrase[formats.language] }

    mutating func draw() {
        drawHead()
        drawFigures()
        if metrics.overview.customers > 0 {
            drawActivity()
            drawMonths()
        }
        drawFindings()
        drawInput()
        drawFurther()
    }

    private mutating func drawHead() {
        let asOf = metrics.asOf.map { formats.day($0) } ?? ""
        let room = width - TerminalText.width(asOf) - 2
        let title = TerminalText.fitted(content.title, max(10, room))
        let shown = asOf.isEmpty ? title : TerminalText.left(title, room + 2)
        lines.append(TerminalStyle.bold(shown, colour: colour) + asOf)
        lines.append("")
    }

    /// A heading with a blank line before it.
    mutating func head(_ text: String) {
        lines.append("")
        lines.append(TerminalStyle.bold(text, colour: colour))
    }

    // MARK: Headline figures

    private struct Figure {
        let name: String
        let value: String
        /// What its trend is of; nil for figures that no period has alike, which the page tells.
        let metric: ChangeMetric?
        /// What it is a share of, for a figure without a trend.
        var remark: String?
    }

    private mutating func drawFigures() {
        let overview = metrics.overview
        // The repeat purchase rate is over the whole history and retention a month's: neither is compared.
        var figures = [
            Figure(
                name: say(PageTexts.netRevenue), value: formats.exactMoney(overview.netRevenue), metric: .netRevenue),
            Figure(name: say(PageTexts.customers), value: formats.count(overview.customers), metric: .customers),
            Figure(name: say(PageTexts.orders), value: formats.count(overview.orders), metric: .orders),
            Figure(
                name: say(PulseTexts.averageOrder), value: formats.exactMoney(overview.averageOrderValue),
                metric: .averageOrderValue),
            Figure(
                name: say(PulseTexts.repeatRate), value: formats.percent(overview.repeatPurchaseRate), metric: nil),
            Figure(
                name: say(PulseTexts.retention), value: formats.percent(metrics.netFlow.meanMonthlyRetention),
                metric: nil),
            Figure(
                name: say(PulseTexts.refundRate), value: formats.percent(overview.refundRate), metric: .refundRate),
        ]
        if let contribution = overview.contribution {
            figures.insert(
                Figure(
                    name: say(PageTexts.contribution), value: formats.exactMoney(contribution), metric: nil,
                    remark: overview.contributionNote(formats)), at: 1)
        }
        let nameWidth = figures.map { TerminalText.width($0.name) }.max() ?? 0
        let valueWidth = figures.map { TerminalText.width($0.value) }.max() ?? 0
        drawColumnHeads(nameWidth: nameWidth, valueWidth: valueWidth)
        var notes: [String] = []
        for figure in figures {
            let name = TerminalText.left(figure.name, nameWidth + 2)
            let value = TerminalText.right(figure.value, valueWidth)
            let room = width - nameWidth - valueWidth - 5
            let remark = figure.remark.flatMap { TerminalText.width($0) <= room ? $0 : nil }
            lines.append(
                name + TerminalStyle.bold(value, colour: colour) + trend(figure.metric, room: room)
                    + (remark.map { "   " + TerminalStyle.soft($0, colour: colour) } ?? ""))
            if remark == nil, let note = figure.remark { notes.append(say(ContributionTexts.sentence(note))) }
        }
        if let note = PulseTexts.wholeShop(overview, formats: formats) { notes.append(say(note)) }
        if let table = metrics.toldChange {
            let periods = [table.now, table.before].map {
                formats.shortDay($0.lowerBound) + " – " + formats.shortDay($0.upperBound)
            }
            notes.append(say(TerminalTexts.compared(now: periods[0], before: periods[1])))
        }
        for note in notes {
            lines += TerminalText.wrapped(note, width).map { TerminalStyle.soft($0, colour: colour) }
        }
    }

    /// Above totals of all orders and the trends of a period, so that nobody reads a total as having risen.
    private mutating func drawColumnHeads(nameWidth: Int, valueWidth: Int) {
        guard let table = metrics.toldChange else { return }
        let days = formats.count(table.dayCount, .days)
        let heads = [TerminalTexts.change(in: days, comparison: table.comparison), TerminalTexts.change].map(say)
        let room = width - nameWidth - valueWidth - 5
        guard let head = heads.first(where: { TerminalText.width($0) <= room }) else { return }
        let total = TerminalText.right(say(TerminalTexts.total), nameWidth + 2 + valueWidth)
        lines.append(TerminalStyle.soft(total + "   " + head, colour: colour))
    }

    /// The change of a headline figure, as much of it as fits.
    private func trend(_ metric: ChangeMetric?, room: Int) -> String {
        guard let metric, let table = metrics.toldChange,
            let change = table.figures.first(where: { $0.metric == metric }), change.before > 0
        else { return "" }
        let words = FindingWords(formats: formats)
        let main = words.trend(change)
        guard TerminalText.width(main) <= room else { return "" }
        let style: TerminalStyle? = change.isBetter.map { $0 ? .good : .loss }
        let shown = style.map { $0(main, colour: colour) } ?? main
        let range = words.bareRange(change) ?? ""
        // Ranges stand under each other.
        let gap = String(repeating: " ", count: max(2, 12 - TerminalText.width(main)))
        let fits = TerminalText.width(main + gap + range) <= room
        return "   " + shown + (fits && !range.isEmpty ? gap + TerminalStyle.soft(range, colour: colour) : "")
    }
}
