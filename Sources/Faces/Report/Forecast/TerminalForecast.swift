public import Domain
import Forecast
import LifetimeValue
import Metrics

/// A forecast in one screen of a terminal.
public struct TerminalForecast: Sendable {
    private let content: ForecastContent

    public init(_ content: ForecastContent) { self.content = content }

    /// - Parameters:
    ///   - width: Columns of the terminal; used between 60 and 100.
    ///   - colour: Whether the terminal understands ANSI colours and the user wants them.
    /// - Returns: Lines with a line feed each.
    public func text(width: Int, colour: Bool, language: Language) -> String {
        var screen = ForecastScreen(
            content: content, formats: content.formats(language), width: ForecastScreen.width(within: width),
            colour: colour)
        screen.draw()
        return screen.text
    }
}

/// The lines of a forecast, from top to bottom.
struct ForecastScreen: AnswerScreen {
    let content: ForecastContent
    let formats: Formats
    let width: Int
    let colour: Bool
    let ranking: ValueRanking
    var lines: [String] = []

    init(content: ForecastContent, formats: Formats, width: Int, colour: Bool) {
        self.content = content
        self.formats = formats
        self.width = width
        self.colour = colour
        ranking = content.forecast.ranking(content.ids)
    }

    var forecast: ShopForecast { content.forecast }

    mutating func draw() {
        drawHead()
        drawExpectations()
        drawPeriods()
        drawTracking()
        drawBest()
        drawModels()
        head(say(ForecastTexts.method))
        wrap(say(ForecastTexts.methodText), indent: 2, style: .soft)
    }

    // MARK: Head

    private mutating func drawHead() {
        let (choice, options) = (forecast.choice, forecast.options)
        drawTitle(say(ForecastTexts.title) + ": " + content.title, asOf: content.asOf)
        let end = content.asOf.advanced(by: options.horizonDays)
        drawFacts([
            (ForecastTexts.learnt, span(forecast.summaries.firstDay, content.asOf)),
            (
                ForecastTexts.ahead,
                span(content.asOf.advanced(by: 1), end) + " (" + formats.count(options.horizonDays, .days) + ")"
            ),
            (
                ForecastTexts.customers,
                say(
                    ForecastTexts.customers(
                        known: formats.count(forecast.customers.count),
                        repeating: formats.count(forecast.summaries.repeatCustomers),
                        alive: orders(forecast.expectedAlive)))
            ),
            (ForecastTexts.value, worth),
            (ForecastTexts.model, choice.reason(in: formats.language)),
        ])
    }

    private var worth: String {
        let options = forecast.options
        let parts = [
            ForecastTexts.worth(margin: options.margin.map { formats.givenPercent($0) }),
            content.leavesCostsOut ? ForecastTexts.costsLeftOut : nil,
            options.discount > 0 ? ForecastTexts.discounted(formats.givenPercent(options.discount)) : nil,
        ]
        return parts.compactMap { $0.map(say) }.joined(separator: "; ")
    }

    // MARK: What to expect

    private mutating func drawExpectations() {
        let total = forecast.total
        head(say(ForecastTexts.expectations))
        var table = TextTable(heads: [say(ForecastTexts.expected), say(ForecastTexts.interval)])
        table.add(say(ForecastTexts.orders), [orders(total.expectedOrders), interval(total.orders, orders)])
        table.add(
            say(ForecastTexts.value), [money(total.expectedValue), interval(total.value, money)], style: .good)
        lines += table.lines(width: width, colour: colour)
        lines.append("")
        let newcomer = forecast.newcomer
        wrap(
            say(
                ForecastTexts.newcomer(
                    orders: formats.number(newcomer.expectedOrders, digits: 2), value: money(newcomer.expectedValue))),
            indent: 2)
        guard forecast.options.margin != 0 else {
            return wrap(say(ForecastTexts.worthNothing), indent: 2, style: .attention)
        }
        drawConcentration()
    }

    private mutating func drawConcentration() {
        let vips = ranking.vips
        if vips.customers > 0, forecast.options.vipShare == 0.5 {
            let share = Double(vips.customers) / Double(forecast.customers.count)
            wrap(
                say(
                    ForecastTexts.vips(
                        formats.count(vips.customers, .customers), share: formats.percent(share),
                        brings: formats.meanMoney(Double(vips.expectedValue)))), indent: 2)
        }
        wrap(say(ForecastTexts.fivePoints(money(forecast.fivePointsMore()))), indent: 2)
    }

    // MARK: Figures

    /// Whole from ten on.
    func orders(_ count: Double) -> String {
        count >= 10 || count == count.rounded()
            ? formats.count(Int(min(count, 9e15).rounded())) : formats.number(count, digits: 1)
    }

    /// Major units, as a mean is told.
    func money(_ value: Double) -> String { formats.meanMoney(Double(forecast.minorUnits(value))) }

    func interval(_ interval: ForecastInterval, _ figure: (Double) -> String) -> String {
        figure(interval.lower) + " – " + figure(interval.upper)
    }
}
