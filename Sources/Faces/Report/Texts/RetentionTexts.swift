import Domain

/// Customers kept and lost, by period.
enum RetentionTexts {
    /// - Parameter months: The months that the mean is of: with `--from` these are not all.
    static func monthlyTitle(rate: String, months: String) -> Phrase {
        Phrase(
            en: "In an average month (\(months)) \(rate) of active customers stay active",
            pl: "W przeciętnym miesiącu (\(months)) \(rate) aktywnych klientów pozostaje aktywnymi",
            ru: "В средний месяц (\(months)) \(rate) активных клиентов остаются активными")
    }

    static func quarterlyTitle(rate: String) -> Phrase {
        Phrase(
            en: "By quarter \(rate) stay", pl: "W skali kwartału zostaje \(rate)", ru: "За квартал остаётся \(rate)")
    }

    static func yearlyTitle(rate: String) -> Phrase {
        Phrase(en: "By year \(rate) stay", pl: "W skali roku zostaje \(rate)", ru: "За год остаётся \(rate)")
    }

    static let monthlyIncomplete = Phrase(
        en: "Retention by month; no month is complete yet",
        pl: "Retencja miesięczna; żaden miesiąc nie jest jeszcze pełny",
        ru: "Удержание по месяцам; полных месяцев пока нет")
    static let quarterlyIncomplete = Phrase(
        en: "Retention by quarter; no quarter is complete yet",
        pl: "Retencja kwartalna; żaden kwartał nie jest jeszcze pełny",
        ru: "Удержание по кварталам; полных кварталов пока нет")
    static let yearlyIncomplete = Phrase(
        en: "Retention by year; no year is complete yet", pl: "Retencja roczna; żaden rok nie jest jeszcze pełny",
        ru: "Удержание по годам; полных лет пока нет")

    static func unit(window: String) -> Phrase {
        Phrase(
            en:
                "Share of customers active (an order within \(window)) at the start who still are at the end, %. Hollow: not fully observed.",
            pl:
                "Odsetek aktywnych (z zakupem w ciągu \(window)) na początku okresu, którzy są nimi też na końcu, %. Puste punkty: okres niepełny.",
            ru:
                "Доля активных (с покупкой в течение \(window)) на начало периода, оставшихся активными и в конце, %. Полые точки: период неполный."
        )
    }

    static let shortUnit = Phrase(
        en: "Retention rate, %. Hollow: not fully observed.", pl: "Retencja, %. Puste punkty: okres niepełny.",
        ru: "Удержание, %. Полые точки: период неполный.")

    /// Whether the active base grew or shrank in `months` months.
    static func flow(net: Int, months: Int, formats: Formats) -> Phrase {
        let (customers, time) = (formats.count(abs(net), .byCustomers), formats.count(months, .months))
        if net == 0 {
            return Phrase(
                en: "The active base is as large as \(time) ago", pl: "Baza aktywnych nie zmieniła się w \(time)",
                ru: "База активных за \(time) не изменилась")
        }
        return net < 0
            ? Phrase(
                en: "The active base shrank by \(customers) in \(time)",
                pl: "Baza aktywnych zmalała o \(customers) w \(time)",
                ru: "База активных сократилась на \(customers) за \(time)")
            : Phrase(
                en: "The active base grew by \(customers) in \(time)",
                pl: "Baza aktywnych wzrosła o \(customers) w \(time)",
                ru: "База активных выросла на \(customers) за \(time)")
    }

    static let flowUnknown = Phrase(
        en: "Customers won, won back and lost by month", pl: "Klienci pozyskani, odzyskani i utraceni w miesiącu",
        ru: "Клиенты пришедшие, вернувшиеся и потерянные по месяцам")
    static let flowUnit = Phrase(
        en: "Customers; above the line won, below it lost. Hatched: not fully observed.",
        pl: "Klienci; nad osią pozyskani, pod nią utraceni. Kreskowane: okres niepełny.",
        ru: "Клиенты; над осью пришедшие, под ней потерянные. Штриховка: период неполный.")

    static func fivePoints(money: String, mean: String) -> Phrase {
        Phrase(
            en:
                "Five points more monthly retention (\(mean) on average lately) would bring about \(money) in twelve months.",
            pl:
                "Pięć punktów retencji miesięcznej więcej (ostatnio średnio \(mean)) dałoby w dwanaście miesięcy około \(money).",
            ru:
                "Ещё пять пунктов месячного удержания (в последнее время в среднем \(mean)) дали бы за двенадцать месяцев около \(money)."
        )
    }

    static let noPeriods = Phrase(
        en: "Retention needs at least one month beyond the window.",
        pl: "Retencja wymaga co najmniej miesiąca ponad okno.",
        ru: "Для удержания нужен хотя бы месяц сверх окна.")

    static let start = Phrase(en: "Active at start", pl: "Aktywni na początku", ru: "Активны в начале")
    static let retained = Phrase(en: "Retained", pl: "Zatrzymani", ru: "Удержаны")
    static let new = Phrase(en: "Won", pl: "Pozyskani", ru: "Пришли")
    static let wonBack = Phrase(en: "Won back", pl: "Odzyskani", ru: "Вернулись")
    static let lost = Phrase(en: "Lost", pl: "Utraceni", ru: "Потеряны")
    static let end = Phrase(en: "Active at end", pl: "Aktywni na końcu", ru: "Активны в конце")
    static let rate = Phrase(en: "Retention rate", pl: "Retencja", ru: "Удержание")
    static let churn = Phrase(en: "Churn rate", pl: "Odejścia", ru: "Отток")
    static let acquired = Phrase(en: "First orders", pl: "Pierwsze zakupy", ru: "Первые покупки")
}
