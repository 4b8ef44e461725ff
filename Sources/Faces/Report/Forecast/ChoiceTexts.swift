public import Domain
public import Forecast
import LifetimeValue

/// Why a model was taken.
enum ChoiceTexts {
    static func reason(_ choice: ModelChoice, formats: Formats) -> Phrase {
        let name = choice.model.name.rawValue
        switch choice.chosenBy {
        case .backtest(let days, let best):
            let days = formats.count(days, .days)
            return best == choice.model.name
                ? byBacktest(name, days) : byBacktest(name, asGoodAs: best.rawValue, days)
        case .bic(let best, let lack):
            let lack = tooLittle(lack, formats: formats)
            let reason = best == choice.model.name ? byBIC(name) : byBIC(name, asGoodAs: best.rawValue)
            return Phrase(
                en: "\(reason.en) \(lack.en)", pl: "\(reason.pl) \(lack.pl)", ru: "\(reason.ru) \(lack.ru)")
        case .asked:
            return Phrase(en: "Asked for: \(name).", pl: "Na życzenie: \(name).", ru: "По запросу: \(name).")
        }
    }

    private static func byBacktest(_ name: String, _ days: String) -> Phrase {
        Phrase(
            en: "Chosen by a backtest (\(days)): \(name) errs least.",
            pl: "Wybór według sprawdzianu prognoz (\(days)): \(name) myli się najmniej.",
            ru: "Выбор по проверке прогнозов (\(days)): \(name) ошибается меньше всех.")
    }

    private static func byBacktest(_ name: String, asGoodAs best: String, _ days: String) -> Phrase {
        Phrase(
            en: "Chosen by a backtest (\(days)): \(name) does as well as \(best), which errs least.",
            pl:
                "Wybór według sprawdzianu prognoz (\(days)): \(name) jest równie dobry jak \(best), który myli się najmniej.",
            ru: "Выбор по проверке прогнозов (\(days)): \(name) не уступает \(best), где ошибка меньше всех.")
    }

    // The criterion's name stays as it is in every language.
    private static let criterion = "BIC"

    private static func byBIC(_ name: String) -> Phrase {
        Phrase(
            en: "Chosen by \(criterion): \(name) describes the orders best.",
            pl: "Wybór według \(criterion): \(name) najlepiej opisuje zamówienia.",
            ru: "Выбор по \(criterion): \(name) лучше всех описывает заказы.")
    }

    private static func byBIC(_ name: String, asGoodAs best: String) -> Phrase {
        Phrase(
            en: "Chosen by \(criterion): \(name) describes the orders as well as \(best).",
            pl: "Wybór według \(criterion): \(name) opisuje zamówienia równie dobrze jak \(best).",
            ru: "Выбор по \(criterion): \(name) описывает заказы не хуже, чем \(best).")
    }

    private static func tooLittle(_ lack: ModelChoice.TooLittle, formats: Formats) -> Phrase {
        switch lack {
        case .history(let days): tooShort(formats.count(days, .days))
        case .repeatCustomers(let count): fewRepeat(formats.count(count))
        case .holdoutOrders(let count): fewOrders(formats.count(count))
        case .fits:
            Phrase(
                en: "A backtest was not possible: the earlier orders fit no model.",
                pl: "Sprawdzian prognoz nie był możliwy: wcześniejsze zamówienia nie pasują do żadnego modelu.",
                ru: "Проверка прогнозов невозможна: прежние заказы не подходят ни к одной модели.")
        }
    }

    private static func tooShort(_ days: String) -> Phrase {
        Phrase(
            en: "The orders cover \(days), too little for a backtest.",
            pl: "Zamówienia obejmują \(days), za mało na sprawdzian prognoz.",
            ru: "Заказы охватывают \(days)\u{A0}— мало для проверки прогнозов.")
    }

    private static func fewRepeat(_ count: String) -> Phrase {
        Phrase(
            en: "Too few customers had bought again for a backtest: \(count).",
            pl: "Zbyt mało klientów kupiło ponownie, by sprawdzić prognozy: \(count).",
            ru: "Слишком мало клиентов купили повторно, чтобы проверить прогнозы: \(count).")
    }

    private static func fewOrders(_ count: String) -> Phrase {
        Phrase(
            en: "Too few orders came of late for a backtest: \(count).",
            pl: "Ostatnio przyszło zbyt mało zamówień, by sprawdzić prognozy: \(count).",
            ru: "В последнее время заказов слишком мало, чтобы проверить прогнозы: \(count).")
    }
}

extension ModelChoice {
    /// Which model was taken and why, and whether a simple rule does as well where a backtest can tell; a few sentences.
    public func reason(in language: Language) -> String {
        let formats = Formats(language: language, currency: .unknown)
        let reason = ChoiceTexts.reason(self, formats: formats)[language]
        guard let backtest else { return reason }
        return reason + " " + BacktestWords(backtest: backtest, formats: formats).verdict(backtest.orders)
    }
}

extension ModelChoice.Failure {
    /// Why there is no model, in a sentence or two.
    public func message(in language: Language) -> String {
        let none = Phrase(
            en: "No model could be fitted to the orders.", pl: "Do zamówień nie udało się dopasować żadnego modelu.",
            ru: "К заказам не удалось подобрать ни одной модели.")
        return ([none[language]] + [reasons.first?.reason.message(in: language)].compactMap(\.self))
            .joined(separator: " ")
    }
}
