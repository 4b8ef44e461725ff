import Domain
import Forecast
import LifetimeValue

/// The keys `lifetimeValue` and `lifetimeValueReason` of documents about orders (docs/json.md).
struct JSONLifetimeValue {
    private let result: Result<ShopForecast, ModelChoice.Failure>
    private let unit: TimeUnit
    private let language: Language

    /// - Parameters:
    ///   - unit: Of the parameters that are times.
    ///   - language: Of reasons and warnings alone.
    init(
        _ result: Result<ShopForecast, ModelChoice.Failure>, unit: TimeUnit = .week, language: Language = .english
    ) {
        (self.result, self.unit, self.language) = (result, unit, language)
    }

    /// Null where no model could be fitted.
    var value: JSONValue {
        guard case .success(let forecast) = result else { return .null }
        return object(forecast)
    }

    /// Why `value` is null; null where it is not.
    var reason: JSONValue {
        guard case .failure(let failure) = result else { return .null }
        return .string(failure.message(in: language))
    }

    private func object(_ forecast: ShopForecast) -> JSONValue {
        let (choice, options, total) = (forecast.choice, forecast.options, forecast.total)
        let parameters = choice.fit.parameters(in: unit)
        let logLikelihood = choice.fit.logLikelihood(in: unit)
        return .object([
            "model": .string(choice.model.fittedName.rawValue),
            "chosenBy": .string(choice.chosenBy.key),
            "choice": self.choice(choice),
            "timeUnit": .string(unit.rawValue),
            "parameters": Self.values(parameters),
            "standardErrors": Self.standardErrors(parameters),
            "logLikelihood": .fraction(logLikelihood),
            "bic": .fraction(choice.fit.bic + 2 * (choice.fit.logLikelihood - logLikelihood)),
            "customers": .count(choice.fit.customers),
            "repeatCustomers": .count(choice.summaries.repeatCustomers),
            "horizonDays": .count(options.horizonDays),
            "discount": .fraction(options.discount),
            "margin": .fraction(options.margin),
            "valueIs": .string(options.margin == nil ? "netRevenue" : "contribution"),
            "expectedAlive": .fraction(forecast.expectedAlive),
            "expectedOrders": .fraction(total.expectedOrders),
            "ordersInterval90": .array([.fraction(total.orders.lower), .fraction(total.orders.upper)]),
            "expectedValue": forecast.json(money: total.expectedValue),
            "interval90": .array([forecast.json(money: total.value.lower), forecast.json(money: total.value.upper)]),
            "newcomer": .object([
                "expectedOrders": .fraction(forecast.newcomer.expectedOrders),
                "expectedValue": forecast.json(money: forecast.newcomer.expectedValue),
            ]),
            "spend": spend(forecast.spend),
            "spendReason": forecast.spend.reason.map { .string($0.message(in: language)) } ?? .null,
            "warnings": warnings(choice.fit.warnings),
        ])
    }

    // MARK: Why this model

    private func choice(_ choice: ModelChoice) -> JSONValue {
        var (best, holdout, lack): (PurchaseModelName?, Int?, ModelChoice.TooLittle?) = (nil, nil, nil)
        switch choice.chosenBy {
        case .asked: break
        case .backtest(let days, let first): (best, holdout) = (first, days)
        case .bic(let first, let because): (best, lack) = (first, because)
        }
        return .object([
            "taken": .string(choice.model.name.rawValue),
            "best": .text(best?.rawValue),
            "holdoutDays": .count(holdout),
            "sampledCustomers": best.map { _ in .count(choice.sampledCustomers) } ?? .null,
            "noBacktestBecause": .text(lack?.key),
            "passedOver": .array(
                choice.passedOver.map {
                    .object([
                        "model": .string($0.model.rawValue),
                        "reason": .string($0.reason.message(in: language)),
                    ])
                }),
            "text": .string(choice.reason(in: language)),
        ])
    }

    // MARK: Fits

    private func spend(_ choice: SpendChoice) -> JSONValue {
        guard let fit = choice.fit else { return .null }
        return .object([
            "parameters": Self.values(fit.parameters),
            "standardErrors": Self.standardErrors(fit.parameters),
            "customers": .count(fit.customers),
            "logLikelihood": .fraction(fit.logLikelihood),
            "correlation": .fraction(choice.correlation),
            "warnings": warnings(fit.warnings),
        ])
    }

    private static func values(_ parameters: [FittedParameter]) -> JSONValue {
        .object(parameters.map { .init(key: $0.key.rawValue, value: .figure($0.value)) })
    }

    private static func standardErrors(_ parameters: [FittedParameter]) -> JSONValue {
        .object(parameters.map { .init(key: $0.key.rawValue, value: .figure($0.standardError)) })
    }

    private func warnings(_ warnings: [FitWarning]) -> JSONValue {
        .array(warnings.map { .string($0.message(in: language)) })
    }
}

extension ShopForecast {
    /// Major units, rounded to the minor unit.
    func json(money value: Double) -> JSONValue { .money(minorUnits(value), digits: currency.minorDigits) }
}

extension ModelChoice.TooLittle {
    fileprivate var key: String {
        switch self {
        case .history: "history"
        case .repeatCustomers: "repeatCustomers"
        case .holdoutOrders: "holdoutOrders"
        case .fits: "fits"
        }
    }
}
