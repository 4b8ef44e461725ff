public import Domain
import Forecast
import LifetimeValue

/// A backtest in one screen of a terminal.
public struct TerminalBacktest: Sendable {
    private let content: BacktestContent

    public init(_ content: BacktestContent) { self.content = content }

    /// - Parameters:
    ///   - width: Columns of the terminal; used between 60 and 100.
    ///   - colour: Whether the terminal understands ANSI colours and the user wants them.
    /// - Returns: Lines with a line feed each.
    public func text(width: Int, colour: Bool, language: Language) -> String {
        var screen = BacktestScreen(
            content: content, formats: content.formats(language), width: min(100, max(60, width)), colour: colour)
        screen.draw()
        return screen.lines.map { $0 + "\n" }.joined()
    }
}

/// The lines of a backtest, from top to bottom.
struct BacktestScreen {
    let content: BacktestContent
    let formats: Formats
    let width: Int
    let colour: Bool
    let words: BacktestWords
    var lines: [String] = []

    init(content: BacktestContent, formats: Formats, width: Int, colour: Bool) {
        self.content = content
        self.formats = formats
        self.width = width
        self.colour = colour
        words = BacktestWords(backtest: content.backtest, formats: formats)
    }

    var backtest: Backtest { content.backtest }

    func say(_ phrase: Phrase) -> String { phrase[formats.language] }

    mutating func draw() {
        drawHead()
        drawVerdict()
        drawErrors(BacktestTexts.orders, of: \.orders, contest: backtest.orders, money: false)
        drawErrors(BacktestTexts.money, of: \.value, contest: backtest.value, money: true)
        lines.append("")
        wrap(say(BacktestTexts.legend), indent: 2, style: .soft)
        drawWeeks()
        drawTenths()
        drawModels()
    }

    /// A heading with a blank line before it.
    mutating func head(_ text: String) {
        lines.append("")
        lines += TerminalText.wrapped(text, width).map { TerminalStyle.bold($0, colour: colour) }
    }

    mutating func wrap(_ text: String, indent: Int, style: TerminalStyle? = nil) {
        lines += TerminalText.wrapped(text, width - indent).map { line in
            String(repeating: " ", count: indent) + (style.map { $0(line, colour: colour) } ?? line)
        }
    }

    private mutating func drawHead() {
        let asOf = formats.day(backtest.asOf)
        let room = width - TerminalText.width(asOf) - 2
        let title = TerminalText.fitted(say(BacktestTexts.title) + ": " + content.title, max(10, room))
        lines.append(TerminalStyle.bold(TerminalText.left(title, room + 2), colour: colour) + asOf)
        lines.append("")
        let facts = [
            (BacktestTexts.learnt, span(backtest.firstDay, backtest.cutoff)),
            (
                BacktestTexts.foretold,
                span(backtest.cutoff.advanced(by: 1), backtest.asOf) + " ("
                    + formats.count(backtest.holdoutDays, .days) + ")"
            ),
            (
                BacktestTexts.customers,
                say(
                    BacktestTexts.customers(
                        known: formats.count(backtest.customers), repeating: formats.count(backtest.repeatCustomers)))
            ),
            (
                BacktestTexts.came,
                say(
                    BacktestTexts.came(
                        orders: formats.count(backtest.actualOrders), money: formats.exactMoney(backtest.actualValue)))
            ),
        ]
        let nameWidth = facts.map { TerminalText.width(say($0.0)) }.max() ?? 0
        for (name, value) in facts {
            let texts = TerminalText.wrapped(value, width - nameWidth - 2)
            for (place, text) in texts.enumerated() {
                lines.append(TerminalText.left(place == 0 ? say(name) : "", nameWidth + 2) + text)
            }
        }
    }

    private func span(_ first: Day, _ last: Day) -> String { formats.shortDay(first) + " – " + formats.shortDay(last) }

    private mutating func drawVerdict() {
        head(say(BacktestTexts.verdict))
        for (what, contest) in [(BacktestTexts.orders, backtest.orders), (BacktestTexts.money, backtest.value)] {
            wrap(say(what) + ". " + words.verdict(contest), indent: 2)
        }
    }
}
