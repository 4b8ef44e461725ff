import Domain
import Forecast

/// What customers will be worth.
enum ValueAheadTexts {
    static let heading = Phrase(
        en: "What will customers bring?", pl: "Ile przyniosą klienci?", ru: "Сколько принесут клиенты?")

    /// Above the section.
    static func lead(days: String, discount: String, isContribution: Bool) -> Phrase {
        isContribution
            ? Phrase(
                en:
                    "Expected from today's customers in the next \(days), as contribution in today's money (discounted by \(discount) a year). New customers who are yet to come are not in it.",
                pl:
                    "Tyle przyniosą dzisiejsi klienci w ciągu następnych \(days), jako marża w dzisiejszych pieniądzach (dyskonto \(discount) rocznie). Bez nowych klientów, którzy dopiero przyjdą.",
                ru:
                    "Столько принесут нынешние клиенты за следующие \(days): маржа в сегодняшних деньгах (дисконт \(discount) в год). Без новых клиентов, которые ещё придут."
            )
            : Phrase(
                en:
                    "Expected from today's customers in the next \(days), as revenue after refunds in today's money (discounted by \(discount) a year). New customers who are yet to come are not in it.",
                pl:
                    "Tyle przyniosą dzisiejsi klienci w ciągu następnych \(days), jako przychód po zwrotach w dzisiejszych pieniądzach (dyskonto \(discount) rocznie). Bez nowych klientów, którzy dopiero przyjdą.",
                ru:
                    "Столько принесут нынешние клиенты за следующие \(days): выручка после возвратов в сегодняшних деньгах (дисконт \(discount) в год). Без новых клиентов, которые ещё придут."
            )
    }

    // MARK: Cards

    static let expected = Phrase(en: "Expected value", pl: "Oczekiwana wartość", ru: "Ожидаемая ценность")
    static let orders = Phrase(en: "Expected orders", pl: "Oczekiwane zamówienia", ru: "Ожидаемые заказы")
    static let stillThere = Phrase(en: "Still customers", pl: "Nadal klientami", ru: "Ещё с вами")
    static let newcomer = Phrase(
        en: "After a first order", pl: "Po pierwszym zamówieniu", ru: "После первого заказа")
    static let fivePoints = Phrase(
        en: "Chance five points higher", pl: "Szansa wyższa o 5 punktów", ru: "Вероятность выше на 5 пунктов")

    static func interval(_ lower: String, _ upper: String) -> Phrase {
        Phrase(
            en: "90% interval: \(lower) … \(upper)", pl: "przedział 90%: \(lower) … \(upper)",
            ru: "интервал 90\u{A0}%: \(lower) … \(upper)")
    }

    static func stillThereNote(share: String, of customers: String) -> Phrase {
        Phrase(
            en: "\(share) of \(customers): the sum of each one's chance",
            pl: "\(share) z \(customers): suma szans każdego",
            ru: "\(share) из \(customers): сумма шансов каждого")
    }

    static let newcomerNote = Phrase(
        en: "what one new customer brings next, beyond the first order",
        pl: "tyle przyniesie jeszcze nowy klient, poza pierwszym zamówieniem",
        ru: "столько ещё принесёт новый клиент помимо первого заказа")
    static let fivePointsNote = Phrase(
        en: "so much more if each one's chance to be still there rose by five points",
        pl: "o tyle więcej, gdyby szansa każdego, że nadal kupuje, wzrosła o pięć punktów",
        ru: "на столько больше, если вероятность, что клиент ещё покупает, у каждого вырастет на пять пунктов")

    // MARK: Figures

    /// - Parameter weeks: With the noun, such as “52 weeks”.
    static func trackingTitle(weeks: String, actual: String, expected: String) -> Phrase {
        Phrase(
            en: "Repeat orders of the last \(weeks): \(actual) came, the model expects \(expected)",
            pl: "Ponowne zamówienia w ostatnim czasie (\(weeks)): było \(actual), model oczekuje \(expected)",
            ru: "Повторные заказы за последнее время (\(weeks)): было \(actual), модель ожидает \(expected)")
    }

    static let trackingUnit = Phrase(
        en: "Repeat orders by week, a customer's orders of one day counted once: what came, and what the model expects",
        pl:
            "Ponowne zamówienia po tygodniach, zamówienia klienta z jednego dnia liczone raz: ile było i ile oczekuje model",
        ru:
            "Повторные заказы по неделям, заказы клиента за один день считаются раз: сколько было и сколько ожидает модель"
    )
    static let came = Phrase(en: "came", pl: "było", ru: "было")
    static let modelExpects = Phrase(en: "the model expects", pl: "oczekuje model", ru: "ожидает модель")
    static let week = Phrase(en: "Week to", pl: "Tydzień do", ru: "Неделя до")

    static func mapTitle(share: String, silence: String) -> Phrase {
        Phrase(
            en: "Who bought once and has been silent for \(silence) is still a customer with a chance of \(share)",
            pl: "Kto kupił raz i milczy \(silence), jest nadal klientem z szansą \(share)",
            ru: "Купивший один раз и молчащий \(silence) ещё остаётся клиентом с вероятностью \(share)")
    }

    static let nobodyLeaves = Phrase(
        en: "These orders show hardly anybody leaving for good: whoever is silent is expected back",
        pl: "Z tych zamówień prawie nie widać trwałych odejść: kto milczy, ten zapewne wróci",
        ru: "По этим заказам почти не видно ушедших насовсем: кто молчит, тот, скорее всего, вернётся")

    static let plainMapTitle = Phrase(
        en: "How likely customers are still there", pl: "Na ile prawdopodobne, że klienci wrócą",
        ru: "Насколько вероятно, что клиенты ещё вернутся")
    static let mapUnit = Phrase(
        en: "The mean chance in percent that the customer has not left, P(alive), by silence and purchase days",
        pl: "Średnia szansa w procentach, że klient nie odszedł, według dni ciszy i liczby dni z zakupem",
        ru: "Средняя вероятность в процентах, что клиент не ушёл, по дням молчания и числу дней с покупкой")
    static let silentDays = Phrase(en: "Days silent", pl: "Dni ciszy", ru: "Дней молчит")
    static let purchaseDays = Phrase(en: "Days with a purchase", pl: "Dni z zakupem", ru: "Дней с покупкой")

    static func cell(customers: String, chance: String) -> Phrase {
        Phrase(
            en: "\(customers), chance \(chance)", pl: "\(customers), szansa \(chance)",
            ru: "\(customers), вероятность \(chance)")
    }

    static func lorenzTitle(share: String) -> Phrase {
        Phrase(
            en: "The top fifth will bring \(share) of what is to come",
            pl: "Najlepsza piąta część przyniesie \(share) tego, co nadejdzie",
            ru: "Лучшая пятая часть принесёт \(share) ожидаемого")
    }

    static let lorenzUnit = Phrase(
        en: "Share of expected value, customers from the least to the most valuable",
        pl: "Udział w oczekiwanej wartości, klienci od najmniej do najbardziej wartościowych",
        ru: "Доля ожидаемой ценности, клиенты от наименее до наиболее ценных")

    // MARK: Tables

    static func vipsTitle(_ customers: String, share: String, value: String) -> Phrase {
        Phrase(
            en: "\(customers) will bring \(share) of it, \(value)",
            pl: "\(customers) i \(share) tej wartości, \(value)",
            ru: "\(customers) и \(share) этой ценности, \(value)")
    }

    static let vipsUnit = Phrase(
        en: "The VIP list by expected value: its first customers, who are most worth keeping",
        pl: "Lista VIP według oczekiwanej wartości: jej początek, klienci najbardziej warci zatrzymania",
        ru: "Список VIP по ожидаемой ценности: его начало, клиенты, которых важнее всего удержать")

    static func atStakeTitle(_ value: String) -> Phrase {
        Phrase(
            en: "At stake with the lapsing: \(value)", pl: "Zagrożone u odchodzących: \(value)",
            ru: "Под угрозой у уходящих: \(value)")
    }

    static let atStakeUnit = Phrase(
        en: "Lapsing customers of whom most is lost if their silence means leaving",
        pl: "Odchodzący klienci, u których można stracić najwięcej, jeśli cisza oznacza odejście",
        ru: "Уходящие клиенты, с которыми потеряется больше всего, если молчание означает уход")
    static let allCustomers = Phrase(
        en:
            "Chance, expected value, what is at stake and both VIP lists, by expected and by past value, for every customer: option --customers.",
        pl:
            "Szansa, oczekiwana wartość, kwota do stracenia i obie listy VIP, według wartości oczekiwanej i dotychczasowej, dla każdego klienta: opcja --customers.",
        ru:
            "Вероятность, ожидаемая ценность, сумма под угрозой и оба списка VIP, по ожидаемой и по прошлой ценности, для каждого клиента: параметр --customers."
    )
    static let customer = Phrase(en: "Customer", pl: "Klient", ru: "Клиент")
    static let chance = Phrase(en: "Chance", pl: "Szansa", ru: "Вероятность")
    static let atStake = Phrase(en: "At stake", pl: "Do stracenia", ru: "Под угрозой")

    static let cohortsTitle = Phrase(
        en: "Lifetime value by first order", pl: "Wartość klienta według pierwszego zamówienia",
        ru: "Ценность клиента по первому заказу")
    static let sourcesTitle = Phrase(
        en: "Lifetime value by source", pl: "Wartość klienta według źródła", ru: "Ценность клиента по источникам")
    static let groupUnit = Phrase(
        en: "A customer on average: what they brought, what they are expected to bring, and both together (CLV)",
        pl: "Średnio na klienta: ile przyniósł, ile jeszcze przyniesie i razem (CLV)",
        ru: "В среднем на клиента: сколько принёс, сколько ещё принесёт и вместе (CLV)")
    static let past = Phrase(en: "Brought", pl: "Przyniósł", ru: "Принёс")
    static let ahead = Phrase(en: "Will bring", pl: "Przyniesie", ru: "Принесёт")
    static let lifetimeValue = Phrase(en: "CLV", pl: "CLV", ru: "CLV")
    static let perCost = Phrase(en: "CLV to cost", pl: "CLV do kosztu", ru: "CLV к затратам")

    static func others(_ count: String) -> Phrase {
        Phrase(en: "others (\(count))", pl: "pozostałe (\(count))", ru: "остальные (\(count))")
    }

    static let startsBeforeFile = Phrase(
        en: "The file begins there: many of these customers may have bought before it, and are older than they look.",
        pl: "Tu zaczyna się plik: wielu z tych klientów mogło kupić wcześniej i jest starszych, niż wygląda.",
        ru: "Здесь начинается файл: многие из этих клиентов могли купить раньше и старше, чем кажется.")
    static let withoutContribution = Phrase(
        en:
            "So far the orders have cost as much as they brought, or more; a contribution to come cannot be told from that, so value is revenue here.",
        pl:
            "Dotąd zamówienia kosztowały tyle, ile przyniosły, albo więcej; przyszłej marży nie da się z tego podać, więc wartość to tutaj przychód.",
        ru:
            "До сих пор заказы стоили столько же, сколько принесли, или больше; будущую маржу по ним не назвать, поэтому ценность здесь — выручка."
    )
    static let caveat = Phrase(
        en:
            "Intervals hold chance and what the orders leave open of the model. They know no season, no price rise and no new competitor; perennial backtest shows how far off that was.",
        pl:
            "Przedziały obejmują przypadek i to, czego zamówienia nie mówią o modelu. Nie znają sezonu, podwyżki ani nowego konkurenta; jak duży był to błąd, pokazuje perennial backtest.",
        ru:
            "Интервалы учитывают случай и то, чего заказы не говорят о модели. Они не знают ни сезона, ни подорожания, ни нового конкурента; насколько это сказалось, покажет perennial backtest."
    )
    static let ruleIsBetter = Phrase(
        en: "In a backtest a simple rule came closer than any model.",
        pl: "W sprawdzianie prognoz prosta reguła była bliżej niż każdy model.",
        ru: "В проверке прогнозов простое правило оказалось точнее любой модели.")
    static let revenueToCost = Phrase(
        en:
            "CLV is revenue here, so that CLV to cost flatters: give --margin, or costs in the orders, to tell it of contribution.",
        pl:
            "CLV jest tu przychodem, więc CLV do kosztu wypada za dobrze: podaj --margin albo koszty w zamówieniach, a będzie to marża.",
        ru:
            "CLV здесь — выручка, поэтому CLV к затратам выглядит слишком хорошо: задайте --margin или затраты в заказах, и это будет маржа."
    )

    // MARK: How

    /// The line of the terminal's summary.
    static func terminal(days: String, value: String, lower: String, upper: String, orders: String) -> Phrase {
        Phrase(
            en: "In the next \(days) today's customers will bring about \(value) (\(lower) … \(upper)) in \(orders).",
            pl:
                "W ciągu następnych \(days) dzisiejsi klienci przyniosą około \(value) (\(lower) … \(upper)): \(orders).",
            ru: "За следующие \(days) нынешние клиенты принесут около \(value) (\(lower) … \(upper)): \(orders).")
    }
}
