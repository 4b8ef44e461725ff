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
            content: content, formats: content.formats(language), width: BacktestScreen.width(within: width),
            colour: colour)
        screen.draw()
        return screen.text
    }
}

/// The lines of a backtest, from top to bottom.
struct BacktestScreen: AnswerScreen {
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

    private mutating func drawHead() {
        drawTitle(say(BacktestTexts.title) + ": " + content.title, asOf: backtest.asOf)
        drawFacts([
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
        ])
    }

    private mutating func drawVerdict() {
        head(say(BacktestTexts.verdict))
        for (what, contest) in [(BacktestTexts.orders, backtest.orders), (BacktestTexts.money, backtest.value)] {
            wrap(say(what) + ". " + words.verdict(contest), indent: 2)
        }
    }
}
