import Domain
import LifetimeValue

/// The words of a forecast.
enum ForecastTexts {
    static let title = Phrase(en: "Forecast", pl: "Prognoza", ru: "Прогноз")

    // MARK: What it is made of

    static let learnt = Phrase(en: "Learnt from", pl: "Nauka", ru: "Обучение")
    static let ahead = Phrase(en: "Foretold", pl: "Prognoza", ru: "Прогноз")
    static let customers = Phrase(en: "Customers", pl: "Klienci", ru: "Клиенты")
    static let model = Phrase(en: "Model", pl: "Model", ru: "Модель")
    static let value = Phrase(en: "Value", pl: "Wartość", ru: "Ценность")

    static func customers(known: String, repeating: String, alive: String) -> Phrase {
        Phrase(
            en: "known: \(known); have come again: \(repeating); still there, as expected: \(alive)",
            pl: "znani: \(known); kupili ponownie: \(repeating); nadal kupują, według prognozy: \(alive)",
            ru: "известны: \(known); купили повторно: \(repeating); ещё покупают, по прогнозу: \(alive)")
    }

    /// What an order is worth.
    static func worth(margin: String?) -> Phrase {
        guard let margin else {
            return Phrase(en: "money after refunds", pl: "kwoty po zwrotach", ru: "деньги после возвратов")
        }
        return Phrase(
            en: "contribution, \(margin) of the money after refunds", pl: "marża, \(margin) kwot po zwrotach",
            ru: "маржа, \(margin) денег после возвратов")
    }

    static let costsLeftOut = Phrase(
        en: "the orders' costs are not taken off, --margin takes a share off",
        pl: "kosztów z zamówień nie odjęto, udział odejmie --margin",
        ru: "затраты из заказов не вычтены, долю вычтет --margin")

    static func discounted(_ discount: String) -> Phrase {
        Phrase(
            en: "discounted by \(discount) a year", pl: "stopa dyskontowa \(discount) rocznie",
            ru: "ставка дисконтирования \(discount) в год")
    }

    // MARK: What to expect

    static let expectations = Phrase(en: "What to expect", pl: "Czego się spodziewać", ru: "Чего ожидать")
    static let expected = Phrase(en: "expected", pl: "oczekiwane", ru: "ожидается")
    static let interval = Phrase(en: "90% interval", pl: "przedział 90%", ru: "интервал 90\u{A0}%")
    static let orders = Phrase(en: "Orders", pl: "Zamówienia", ru: "Заказы")

    static func newcomer(orders: String, value: String) -> Phrase {
        Phrase(
            en:
                "One who has just bought for the first time: \(orders) more orders and \(value), without the first one.",
            pl: "Ktoś, kto właśnie kupił pierwszy raz: jeszcze \(orders) zamówienia i \(value), bez tego pierwszego.",
            ru: "Кто только что купил впервые: ещё \(orders) заказа и \(value), не считая первого.")
    }

    /// - Parameter customers: With the number, such as “312 customers”.
    static func vips(_ customers: String, share: String, brings: String) -> Phrase {
        Phrase(
            en: "Half of that value is expected of \(customers) (\(share)): \(brings).",
            pl: "Połowę tej wartości mają przynieść: \(customers) (\(share)), razem \(brings).",
            ru: "Половину этой ценности должны принести: \(customers) (\(share)), всего \(brings).")
    }

    static func fivePoints(_ value: String) -> Phrase {
        Phrase(
            en: "If everybody's chance to be still there were five points higher, that would add \(value).",
            pl: "Gdyby szansa, że klient nadal kupuje, była u każdego o pięć punktów wyższa, doszłoby \(value).",
            ru: "Будь у каждого вероятность, что он ещё покупает, на пять пунктов выше, прибавилось бы \(value).")
    }

    static let worthNothing = Phrase(
        en: "With a margin of nothing no order is worth anything.",
        pl: "Przy zerowej marży żadne zamówienie nie jest nic warte.",
        ru: "При нулевой марже ни один заказ ничего не стоит.")

    // MARK: By time

    static let byTime = Phrase(en: "As time passes", pl: "Z upływem czasu", ru: "С течением времени")

    static let tracking = Phrase(
        en: "Repeat orders by week", pl: "Ponowne zamówienia tygodniowo", ru: "Повторные заказы по неделям")
    static let came = Phrase(en: "came", pl: "było", ru: "было")
    static let followed = Phrase(en: "the model", pl: "model", ru: "модель")

    static let weeks = Plural(
        en: ("week", "weeks"), pl: ("tydzień", "tygodnie", "tygodni"), ru: ("неделя", "недели", "недель"))

    static func lastYear(weeks: String, came: String, expected: String, difference: String) -> Phrase {
        Phrase(
            en: "In the last \(weeks) there were \(came); the model says \(expected) (\(difference)).",
            pl: "W ostatnim czasie (\(weeks)) było ich \(came); model podaje \(expected) (\(difference)).",
            ru: "За последнее время (\(weeks)) их было \(came); модель даёт \(expected) (\(difference)).")
    }

    // MARK: Customers

    static let best = Phrase(
        en: "Customers of whom most is expected", pl: "Klienci, po których można spodziewać się najwięcej",
        ru: "Клиенты, от которых ожидается больше всего")
    static let lastOrder = Phrase(en: "last order", pl: "ostatnie", ru: "последний")
    static let purchaseDays = Phrase(en: "so far", pl: "dotąd", ru: "до сих пор")
    static let stillThere = Phrase(en: "still there", pl: "kupuje", ru: "покупает")
    static let moreOrders = Phrase(en: "orders", pl: "zamówienia", ru: "заказы")
    static let moreValue = Phrase(en: "value", pl: "wartość", ru: "ценность")

    static let bestLegend = Phrase(
        en: "So far: days with an order. Still there: the chance that the customer has not left for good.",
        pl: "Dotąd: dni z zamówieniem. Kupuje: szansa, że klient nie odszedł na dobre.",
        ru: "До сих пор: дни с заказом. Покупает: вероятность, что клиент не ушёл насовсем.")

    // MARK: Models

    static let spend = Phrase(en: "spend", pl: "wydatki", ru: "траты")

    // MARK: How it was counted

    static let method = Phrase(en: "How it was counted", pl: "Jak to policzono", ru: "Как это посчитано")

    static let methodText = Phrase(
        en:
            "Orders are those of known customers alone; new ones come on top. Orders of a customer on one day count once. Where the model holds, the truth lies within the interval in nine cases of ten; the model knows no season, price rise or new competitor. Definitions: docs/metrics.md.",
        pl:
            "Zamówienia to tylko te od znanych klientów; nowi dojdą do tego. Zamówienia klienta z jednego dnia liczą się raz. Jeśli model jest słuszny, prawda leży w przedziale w dziewięciu przypadkach na dziesięć; model nie zna sezonu, podwyżki ani nowego konkurenta. Definicje: docs/metrics.md.",
        ru:
            "Заказы — только от известных клиентов; новые прибавятся. Заказы клиента за один день считаются раз. Если модель верна, истина лежит внутри интервала в девяти случаях из десяти; модель не знает ни сезона, ни подорожания, ни нового конкурента. Определения: docs/metrics.md."
    )
}
