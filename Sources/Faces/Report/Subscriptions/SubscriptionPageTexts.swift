import Domain

/// What the page of subscriptions says beyond the words of the terminal.
enum SubscriptionPageTexts {
    static func title(_ name: String) -> Phrase {
        Phrase(en: "\(name): subscriptions", pl: "\(name): subskrypcje", ru: "\(name): подписки")
    }

    static func mrr(_ money: String) -> Phrase {
        Phrase(en: "\(money) a month", pl: "\(money) miesięcznie", ru: "\(money) в месяц")
    }

    static func asOf(_ day: String) -> Phrase {
        // A Russian date ends with a full stop of its own.
        Phrase(en: "Figures as of \(day).", pl: "Stan na \(day).", ru: "Данные на \(day)")
    }

    static let skip = Phrase(en: "Skip to the figures", pl: "Przejdź do liczb", ru: "Перейти к цифрам")

    static func inLastYear(_ share: String) -> Phrase {
        Phrase(en: "\(share) in the last year", pl: "\(share) w ostatnim roku", ru: "\(share) за последний год")
    }

    static let worth = Phrase(
        en: "A new customer is worth (CLV)", pl: "Nowy klient jest wart (CLV)", ru: "Новый клиент стоит (CLV)")
    /// Before "3 months".
    static let halfGone = Phrase(
        en: "Half of the customers are gone after", pl: "Połowy klientów nie ma po", ru: "Половины клиентов нет через")

    // MARK: Revenue

    static let bridge = Phrase(
        en: "What moves the revenue?", pl: "Co porusza przychodem?", ru: "Что движет выручкой?")

    static let mrrUnit = Phrase(
        en: "MRR at the end of each month. Hollow: not over yet.",
        pl: "MRR na koniec każdego miesiąca. Puste punkty: okres trwa.",
        ru: "MRR на конец каждого месяца. Полые точки: период не закончен.")
    static let changes = Phrase(
        en: "New and lost revenue", pl: "Przychód zyskany i utracony", ru: "Новая и потерянная выручка")
    static let changesUnit = Phrase(
        en: "MRR; above the line gained, below it lost. Hatched: not over yet.",
        pl: "MRR; nad osią zyskany, pod nią utracony. Kreskowane: okres trwa.",
        ru: "MRR; над осью прирост, под ней потери. Штриховка: период не закончен.")
    static let customers = Phrase(
        en: "Customers won and lost", pl: "Klienci pozyskani i utraceni", ru: "Новые и ушедшие клиенты")
    static let customersUnit = Phrase(
        en: "Customers; above the line won, below it lost. Hatched: not over yet.",
        pl: "Klienci; nad osią pozyskani, pod nią utraceni. Kreskowane: okres trwa.",
        ru: "Клиенты; над осью новые, под ней ушедшие. Штриховка: период не закончен.")

    static let retentionTitle = Phrase(
        en: "Revenue kept from month to month", pl: "Przychód zatrzymany z miesiąca na miesiąc",
        ru: "Выручка, удержанная от месяца к месяцу")
    static let retentionUnit = Phrase(
        en: "Share of the MRR at the month's start that is there at its end, %. Hollow: not over yet.",
        pl: "Część MRR z początku miesiąca, która jest na jego końcu, %. Puste punkty: okres trwa.",
        ru: "Доля MRR на начало месяца, оставшаяся к его концу, %. Полые точки: период не закончен.")
    static let byYear = Phrase(en: "By year", pl: "Rok po roku", ru: "По годам")

    // MARK: Survival

    static let survivalShort = Phrase(en: "How long they stay", pl: "Jak długo zostają", ru: "Как долго остаются")
    /// - Parameter models: How many are drawn beside what was observed.
    static func survivalUnit(models: Int) -> Phrase {
        switch models {
        case 0:
            Phrase(
                en: "Share of customers who are still there, with a 90% interval.",
                pl: "Odsetek klientów, którzy nadal są, z przedziałem 90%.",
                ru: "Доля клиентов, которые ещё остаются, с интервалом 90\u{A0}%.")
        case 1:
            Phrase(
                en: "Share of customers who are still there, with a 90% interval; dashed: a model.",
                pl: "Odsetek klientów, którzy nadal są, z przedziałem 90%; przerywana: model.",
                ru: "Доля клиентов, которые ещё остаются, с интервалом 90\u{A0}%; пунктир: модель.")
        default:
            Phrase(
                en: "Share of customers who are still there, with a 90% interval; dashed: models.",
                pl: "Odsetek klientów, którzy nadal są, z przedziałem 90%; przerywane: modele.",
                ru: "Доля клиентов, которые ещё остаются, с интервалом 90\u{A0}%; пунктир: модели.")
        }
    }

    static let observed = Phrase(en: "observed", pl: "obserwowane", ru: "наблюдения")

    static func after(_ time: String) -> Phrase {
        Phrase(en: "after \(time)", pl: "po \(time)", ru: "через \(time)")
    }

    static let formulaNote = Phrase(
        en: "It takes churn for the same in every customer and at every age.",
        pl: "Zakłada jednakowe odejścia u każdego klienta i w każdym wieku.",
        ru: "Считает отток одинаковым у всех клиентов и в любом возрасте.")

    // MARK: Groups

    static let cohortsTitle = Phrase(
        en: "Who is still there, by when they began", pl: "Kto nadal jest, według początku",
        ru: "Кто ещё остаётся, по времени начала")
    static let cohortsUnit = Phrase(
        en: "Share of a start's customers who pay at the end of each later period, %. Hatched: not over yet.",
        pl: "Odsetek klientów z danego początku, którzy płacą na końcu kolejnych okresów, %. Kreskowane: okres trwa.",
        ru: "Доля начавших вместе, кто платит на конец каждого следующего периода, %. Штриховка: период не закончен.")
    static let monthsSince = Phrase(
        en: "months since the start", pl: "miesiące od początku", ru: "месяцы с начала")
    static let yearsSince = Phrase(en: "years since the start", pl: "lata od początku", ru: "годы с начала")
    static let cohortValues = Phrase(
        en: "What customers are worth, by when they began", pl: "Ile są warci klienci, według początku",
        ru: "Сколько стоят клиенты, по времени начала")
    static let reasonsShort = Phrase(en: "Why they leave", pl: "Dlaczego odchodzą", ru: "Почему уходят")

    // MARK: Words

    static let definitions: [(term: Phrase, text: Phrase)] = [
        (
            Phrase(en: "MRR", pl: "MRR", ru: "MRR"),
            Phrase(
                en:
                    "What subscriptions bring in a month: a year is twelve months, a week 12/52 of one. ARR is twelve times it.",
                pl:
                    "Ile subskrypcje przynoszą w miesiącu: rok to dwanaście miesięcy, tydzień to 12/52 miesiąca. ARR to dwanaście razy tyle.",
                ru:
                    "Сколько подписки приносят в месяц: год — двенадцать месяцев, неделя — 12/52 месяца. ARR в двенадцать раз больше."
            )
        ),
        (
            SubscriptionTexts.active,
            Phrase(
                en:
                    "Customers whose subscriptions bring something on the day. Several plans of one customer are added.",
                pl: "Klienci, których subskrypcje coś w danym dniu przynoszą. Kilka planów jednego klienta się sumuje.",
                ru: "Клиенты, чьи подписки в этот день что-то приносят. Несколько тарифов одного клиента складываются.")
        ),
        (
            SubscriptionTexts.gross,
            Phrase(
                en: "Of the MRR at the start, what is left at the end without anybody's expansion.",
                pl: "Ile z MRR na początku zostaje na końcu, nie licząc niczyich wzrostów.",
                ru: "Сколько от MRR на начало остаётся к концу, не считая ничьего роста.")
        ),
        (
            SubscriptionTexts.net,
            Phrase(
                en: "The same with expansion; customers won later are in neither.",
                pl: "To samo z uwzględnieniem wzrostów; później pozyskanych klientów nie ma w żadnej z nich.",
                ru: "То же с учётом роста; пришедшие позже клиенты не входят ни в одно.")
        ),
        (
            SubscriptionTexts.churn,
            Phrase(
                en: "Of the customers at the start, the share that is not there at the end.",
                pl: "Odsetek klientów z początku okresu, których nie ma na jego końcu.",
                ru: "Доля клиентов на начало периода, которых нет в его конце.")
        ),
        (
            Phrase(en: "sBG, BdW", pl: "sBG, BdW", ru: "sBG, BdW"),
            Phrase(
                en: "Models in which each customer has an own chance to cancel; in BdW it also changes with time.",
                pl:
                    "Modele, w których każdy klient ma własną skłonność do rezygnacji; w BdW zmienia się ona też w czasie.",
                ru: "Модели, в которых у каждого клиента своя вероятность отказа; в BdW она ещё и меняется со временем."
            )
        ),
    ]
}
