public import Domain
public import Forecast
import LifetimeValue

/// The words of a backtest.
enum BacktestTexts {
    static let title = Phrase(en: "Backtest", pl: "Sprawdzian prognoz", ru: "Проверка прогнозов")
    static let verdict = Phrase(en: "Verdict", pl: "Werdykt", ru: "Вывод")
    static let orders = Phrase(en: "Orders", pl: "Zamówienia", ru: "Заказы")
    static let money = Phrase(en: "Money after refunds", pl: "Kwoty po zwrotach", ru: "Деньги после возвратов")

    // MARK: What was tested

    static let learnt = Phrase(en: "Learnt from", pl: "Nauka", ru: "Обучение")
    static let foretold = Phrase(en: "Foretold", pl: "Prognoza", ru: "Прогноз")
    static let customers = Phrase(en: "Customers", pl: "Klienci", ru: "Клиенты")
    static let came = Phrase(en: "What came", pl: "Co nastąpiło", ru: "Что было")

    static func customers(known: String, repeating: String) -> Phrase {
        Phrase(
            en: "\(known) known by then; \(repeating) had come again",
            pl: "znani do tego dnia: \(known); kupili ponownie: \(repeating)",
            ru: "известны к этому дню: \(known); купили повторно: \(repeating)")
    }

    static func came(orders: String, money: String) -> Phrase {
        Phrase(
            en: "orders: \(orders); money after refunds: \(money)",
            pl: "zamówienia: \(orders); kwota po zwrotach: \(money)",
            ru: "заказы: \(orders); сумма после возвратов: \(money)")
    }

    // MARK: Who foretells

    static func rule(_ rule: SimpleRule, window: String) -> Phrase {
        switch rule {
        case .lastYear:
            Phrase(en: "last year again", pl: "jak w ostatnim roku", ru: "как за последний год")
        case .hiatus:
            Phrase(en: "bought within \(window)", pl: "zakup w ciągu \(window)", ru: "покупка в течение \(window)")
        case .mean:
            Phrase(en: "the base's mean", pl: "średnia wszystkich", ru: "среднее по всем")
        }
    }

    // MARK: Tables

    static let expected = Phrase(en: "expected", pl: "oczekiwane", ru: "ожидалось")
    static let bias = Phrase(en: "off by", pl: "różnica", ru: "разница")
    static let error = Phrase(en: "error", pl: "błąd", ru: "ошибка")
    static let absolute = Phrase(en: "mean miss", pl: "śr. pomyłka", ru: "ср. промах")
    static let topTenth = Phrase(en: "top found", pl: "czołówka", ru: "лучшие")
    static let actual = Phrase(en: "came", pl: "było", ru: "было")

    static let legend = Phrase(
        en:
            "Error: root mean square a customer; it decides. Mean miss: mean absolute difference. Top found: the share of the tenth who bought most that was expected to be there. Orders of a customer on one day count once.",
        pl:
            "Błąd: pierwiastek średniego kwadratu na klienta; on rozstrzyga. Śr. pomyłka: średnia różnica bezwzględna. Czołówka: jaką część dziesiątej części kupującej najwięcej przewidziano. Zamówienia klienta z jednego dnia liczą się raz.",
        ru:
            "Ошибка: корень из среднего квадрата на клиента; она решает. Ср. промах: средняя абсолютная разница. Лучшие: какая доля десятой части, купившей больше всех, была предсказана. Заказы клиента за один день считаются раз."
    )

    // MARK: Over time

    static let byTime = Phrase(
        en: "How far off, as time passes", pl: "Różnica wraz z upływem czasu", ru: "Разница с течением времени")
    static let ordersByWeek = Phrase(en: "Orders by week", pl: "Zamówienia po tygodniach", ru: "Заказы по неделям")

    static func week(_ number: String) -> Phrase {
        Phrase(en: "week \(number)", pl: "tydz. \(number)", ru: "нед. \(number)")
    }

    static func most(_ count: String) -> Phrase {
        Phrase(en: "at most \(count)", pl: "najwięcej \(count)", ru: "больше всего \(count)")
    }

    // MARK: Tenths

    static func tenths(_ model: String) -> Phrase {
        Phrase(
            en: "Tenths of customers by what \(model) expected: orders each",
            pl: "Dziesiąte części klientów według \(model): zamówienia na klienta",
            ru: "Десятые части клиентов по прогнозу \(model): заказы на клиента")
    }

    // MARK: Models

    static func parameters(_ unit: TimeUnit) -> Phrase {
        switch unit {
        case .day:
            Phrase(
                en: "Parameters, times in days", pl: "Parametry, czasy w dniach", ru: "Параметры, время в днях")
        case .week:
            Phrase(
                en: "Parameters, times in weeks", pl: "Parametry, czasy w tygodniach", ru: "Параметры, время в неделях")
        }
    }

    static let logLikelihood = Phrase(en: "ln likelihood", pl: "ln wiarygodności", ru: "лог. правдоподобия")

    static func unfitted(_ model: String) -> Phrase {
        Phrase(en: "\(model): no fit.", pl: "\(model): brak dopasowania.", ru: "\(model): подобрать не удалось.")
    }

    static let noSpend = Phrase(
        en: "Money is foretold with the mean order of all.",
        pl: "Kwoty przewidziano ze średniego zamówienia wszystkich.",
        ru: "Деньги предсказаны по среднему заказу всех.")

    static let noHiatus = Phrase(
        en: "Nobody was active when the days began from which the rule of the last purchase learns, so it is left out.",
        pl: "Na początku dni, z których uczy się reguła ostatniego zakupu, nikt nie był aktywny, więc ją pominięto.",
        ru: "В начале дней, на которых учится правило последней покупки, никто не был активен, поэтому его нет.")
}

extension BacktestError {
    /// What happened and what to do.
    public func message(in language: Language) -> String {
        let formats = Formats(language: language, currency: .unknown)
        return switch self {
        case .noOrders:
            Phrase(
                en: "The files have no orders of known customers.", pl: "W plikach nie ma zamówień znanych klientów.",
                ru: "В файлах нет заказов известных клиентов.")[language]
        case .holdoutTooLong(let days, let history):
            tooLong(formats.count(days, .days), formats.count(history, .days))[language]
        case .noModel(let reason):
            Phrase(
                en: "No model could be fitted to the orders before the holdout.",
                pl: "Do zamówień sprzed prognozy nie udało się dopasować żadnego modelu.",
                ru: "К заказам до прогноза не удалось подобрать ни одной модели.")[language] + " "
                + FitTexts.error(reason, formats: formats)[language]
        }
    }

    private func tooLong(_ days: String, _ history: String) -> Phrase {
        Phrase(
            en: "The orders cover \(history), so \(days) cannot be held out. Give a shorter time with --holdout.",
            pl: "Zamówienia obejmują \(history), więc nie można odłożyć \(days). Podaj krótszy czas: --holdout.",
            ru: "Заказы охватывают \(history), поэтому отложить \(days) нельзя. Укажите срок короче: --holdout.")
    }
}
