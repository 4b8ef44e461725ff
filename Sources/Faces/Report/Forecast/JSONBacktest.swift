public import Domain
import Forecast
import LifetimeValue

/// A backtest for programs, by the schema `perennial.backtest/1` (docs/json.md).
public struct JSONBacktest: Sendable {
    private let content: BacktestContent

    public init(_ content: BacktestContent) { self.content = content }

    private var backtest: Backtest { content.backtest }
    private var digits: Int { backtest.currency.minorDigits }

    /// The document with a line feed at its end. `language` is that of the warnings' and the verdicts' texts alone.
    public func text(language: Language = .english) -> String {
        let words = BacktestWords(backtest: backtest, formats: content.formats(language))
        let document = JSONValue.object([
            "schema": .string("perennial.backtest/1"),
            "input": content.intake.json,
            "currency": .string(backtest.currency.code),
            "firstDay": .string(backtest.firstDay.description),
            "cutoff": .string(backtest.cutoff.description),
            "asOf": .string(backtest.asOf.description),
            "holdoutDays": .count(backtest.holdoutDays),
            "customers": .count(backtest.customers),
            "repeatCustomers": .count(backtest.repeatCustomers),
            "actualOrders": .count(backtest.actualOrders),
            "actualValue": .money(backtest.actualValue, digits: digits),
            "timeUnit": .string(content.timeUnit.rawValue),
            "verdict": .object([
                "orders": verdict(backtest.orders, words), "value": verdict(backtest.value, words),
            ]),
            "forecasts": .array(backtest.showings.map { forecast($0, language) }),
            "unfitted": .array(
                backtest.unfitted.map {
                    .object([
                        "model": .string($0.model.rawValue), "reason": .string($0.reason.message(in: language)),
                    ])
                }),
            "spend": backtest.spend.map { spend($0, language) } ?? .null,
            "hiatus": hiatus,
            "weeks": .object([
                "lastDays": .array(backtest.weeks.map { .string($0.description) }),
                "actualOrders": .counts(backtest.actualByWeek),
            ]),
        ])
        return document.description + "\n"
    }

    private func verdict(_ contest: Contest, _ words: BacktestWords) -> JSONValue {
        .object([
            "verdict": .string(contest.verdict.rawValue),
            "best": .string(contest.best.key),
            "against": .string(contest.rival.key),
            "errorReduction": .fraction(contest.gain),
            "lower": .fraction(contest.interval?.lowerBound),
            "upper": .fraction(contest.interval?.upperBound),
            "text": .string(words.verdict(contest)),
        ])
    }

    // MARK: Forecasts

    private func forecast(_ showing: Backtest.Showing, _ language: Language) -> JSONValue {
        .object([
            "name": .string(showing.forecaster.key),
            "kind": .string(showing.forecaster.isModel ? "model" : "rule"),
            "fit": showing.model.map { fit($0, language) } ?? .null,
            "orders": orderErrors(showing.orders),
            "value": valueErrors(showing.value),
            "ordersByWeek": .array(showing.ordersByWeek.map { .fraction($0) }),
        ])
    }

    private func fit(_ model: OrderModel, _ language: Language) -> JSONValue {
        let parameters = model.fit.parameters(in: content.timeUnit)
        return .object([
            "model": .string(model.fittedName.rawValue),
            "parameters": .object(parameters.map { .init(key: $0.key.rawValue, value: .fraction($0.value)) }),
            "standardErrors": .object(
                parameters.map { .init(key: $0.key.rawValue, value: .fraction($0.standardError)) }),
            "logLikelihood": .fraction(model.fit.logLikelihood(in: content.timeUnit)),
            "bic": .fraction(model.fit.bic),
            "warnings": .array(model.fit.warnings.map { .string($0.message(in: language)) }),
        ])
    }

    private func orderErrors(_ errors: ForecastErrors) -> JSONValue {
        .object([
            "expected": .fraction(errors.expected),
            "bias": .fraction(errors.bias),
            "rootMeanSquareError": .fraction(errors.rootMeanSquare),
            "meanAbsoluteError": .fraction(errors.meanAbsolute),
            "topTenthFound": .fraction(errors.topTenthFound),
            "deciles": .array(
                errors.deciles.map { .object(["expected": .fraction($0.expected), "actual": .fraction($0.actual)]) }),
        ])
    }

    private func valueErrors(_ errors: ForecastErrors) -> JSONValue {
        .object([
            "expected": mean(errors.expected),
            "bias": .fraction(errors.bias),
            "rootMeanSquareError": mean(errors.rootMeanSquare),
            "meanAbsoluteError": mean(errors.meanAbsolute),
            "topTenthFound": .fraction(errors.topTenthFound),
            "deciles": .array(
                errors.deciles.map { .object(["expected": mean($0.expected), "actual": mean($0.actual)]) }),
        ])
    }

    private func mean(_ minorUnits: Double) -> JSONValue { .money(mean: minorUnits, digits: digits) }

    private func spend(_ fit: Fit<GammaGamma>, _ language: Language) -> JSONValue {
        .object([
            "parameters": .object(fit.parameters.map { .init(key: $0.key.rawValue, value: .fraction($0.value)) }),
            "customers": .count(fit.customers),
            "logLikelihood": .fraction(fit.logLikelihood),
            "warnings": .array(fit.warnings.map { .string($0.message(in: language)) }),
        ])
    }

    private var hiatus: JSONValue {
        guard let rule = backtest.hiatus else { return .null }
        return .object([
            "windowDays": .count(rule.windowDays),
            "lookBackDays": .count(rule.lookBackDays),
            "activeThen": .count(rule.activeThen),
            "activeNow": .count(rule.activeNow),
        ])
    }
}
