import Domain
import Metrics

/// Then and now: the headline figures against an earlier period.
enum ChangeTexts {
    /// Where a figure stood before, in a sentence.
    static func before(_ comparison: ChangeComparison) -> Phrase {
        switch comparison {
        case .yearEarlier: Phrase(en: "a year earlier", pl: "rok wcześniej", ru: "год назад")
        case .periodBefore: Phrase(en: "in the period before", pl: "okres wcześniej", ru: "периодом раньше")
        }
    }

    /// What it is compared with, after a number.
    static func against(_ comparison: ChangeComparison) -> Phrase {
        switch comparison {
        case .yearEarlier: Phrase(en: "on a year earlier", pl: "rok do roku", ru: "год к году")
        case .periodBefore:
            Phrase(en: "on the period before", pl: "do poprzedniego okresu", ru: "к прошлому периоду")
        }
    }

    /// What it is compared with, after "compared with"; the other languages put it in brackets.
    static func comparedWith(_ comparison: ChangeComparison) -> Phrase {
        switch comparison {
        case .yearEarlier: Phrase(en: "a year earlier", pl: "rok do roku", ru: "год к году")
        case .periodBefore:
            Phrase(en: "the period before", pl: "do poprzedniego okresu", ru: "к прошлому периоду")
        }
    }

    static func name(_ metric: ChangeMetric) -> Phrase {
        switch metric {
        case .netRevenue: PageTexts.netRevenue
        case .orders: PageTexts.orders
        case .customers: Phrase(en: "Customers who ordered", pl: "Kupujący klienci", ru: "Покупавшие клиенты")
        case .newCustomers: Phrase(en: "New customers", pl: "Nowi klienci", ru: "Новые клиенты")
        case .averageOrderValue:
            Phrase(en: "Average order value", pl: "Średnia wartość zamówienia", ru: "Средний чек")
        case .ordersPerCustomer:
            Phrase(en: "Orders per customer", pl: "Zamówienia na klienta", ru: "Заказы на клиента")
        case .netRevenuePerCustomer:
            Phrase(en: "Net revenue per customer", pl: "Przychód na klienta", ru: "Выручка на клиента")
        case .secondOrderWithin90:
            Phrase(en: "Second order within 90 days", pl: "Drugi zakup w 90 dni", ru: "Вторая покупка за 90 дней")
        case .retentionRate: Phrase(en: "Retention rate", pl: "Retencja", ru: "Удержание")
        case .refundRate: Phrase(en: "Refund rate", pl: "Udział zwrotów", ru: "Доля возвратов")
        }
    }

    static func periods(now: String, before: String) -> Phrase {
        Phrase(
            en:
                "\(now), against \(before), of known customers. The bands are 95% intervals: a change is clear when its band leaves out zero.",
            pl:
                "\(now) wobec \(before), u znanych klientów. Pasma to przedziały 95%: zmiana jest wyraźna, gdy pasmo nie obejmuje zera.",
            ru:
                "\(now) против \(before), по известным клиентам. Полосы\u{A0}— интервалы 95\u{A0}%: перемена явная, если полоса не задевает ноль."
        )
    }

    static func clear(better: String, worse: String) -> Phrase {
        Phrase(
            en: "Clearly better: \(better). Clearly worse: \(worse).",
            pl: "Wyraźnie lepiej: \(better). Wyraźnie gorzej: \(worse).",
            ru: "Явно лучше: \(better). Явно хуже: \(worse).")
    }

    static let none = Phrase(en: "none", pl: "nic", ru: "ничего")
    static let noClearChange = Phrase(
        en: "No figure changed by more than chance explains.",
        pl: "Żaden wskaźnik nie zmienił się bardziej, niż tłumaczy to przypadek.",
        ru: "Ни один показатель не изменился сильнее, чем объясняет случайность.")

    static func leader(_ metric: String, change: String) -> Phrase {
        Phrase(
            en: "The clearest change: \(metric) \(change)", pl: "Najwyraźniejsza zmiana: \(metric) \(change)",
            ru: "Самая явная перемена: \(metric) \(change)")
    }

    static let noClearAmount = Phrase(
        en: "No clear change in amounts", pl: "Wielkości bez wyraźnych zmian", ru: "Величины без явных перемен")
    static let noClearShare = Phrase(
        en: "No clear change in shares", pl: "Udziały bez wyraźnych zmian", ru: "Доли без явных перемен")

    static let amountsUnit = Phrase(
        en: "Change, %, with its 95% interval", pl: "Zmiana w %, z przedziałem 95%",
        ru: "Изменение, %, с интервалом 95\u{A0}%")
    static let sharesUnit = Phrase(
        en: "Change in percentage points, with its 95% interval",
        pl: "Zmiana w punktach procentowych, z przedziałem 95%",
        ru: "Изменение в процентных пунктах, с интервалом 95\u{A0}%")
    static let figure = Phrase(en: "Figure", pl: "Wskaźnik", ru: "Показатель")
    static let then = Phrase(en: "Before", pl: "Przedtem", ru: "Раньше")
    static let now = Phrase(en: "Now", pl: "Teraz", ru: "Сейчас")
    static let difference = Phrase(en: "Change", pl: "Zmiana", ru: "Изменение")
    static let tooFewToCompare = Phrase(
        en: "There are too few customers in the two periods to tell change from chance.",
        pl: "W obu okresach jest za mało klientów, aby odróżnić zmianę od przypadku.",
        ru: "В двух периодах слишком мало клиентов, чтобы отличить перемену от случайности.")
    static let noComparison = Phrase(
        en: "The orders do not reach back far enough to compare with anything.",
        pl: "Zamówienia nie sięgają na tyle wstecz, aby było z czym porównać.",
        ru: "История заказов слишком коротка, сравнить не с чем.")
}
