import Domain

/// The words of the findings: what it is, and where the figure comes from.
enum FindingTexts {
    static let atStake = Phrase(en: "at stake", pl: "do stracenia", ru: "под угрозой")
    static let toWin = Phrase(en: "to win", pl: "do zyskania", ru: "можно получить")
    static let more = Phrase(en: "more", pl: "więcej", ru: "прибавилось")
    static let nothing = Phrase(en: "No findings", pl: "Brak wniosków", ru: "Выводов нет")
    static let unchanged = Phrase(en: "No clear change", pl: "Bez wyraźnych zmian", ru: "Без явных перемен")
    static let rulesSilent = Phrase(
        en: "the rules found nothing else that matters.", pl: "reguły nie wykazały nic więcej, co ma znaczenie.",
        ru: "больше ничего важного правила не нашли.")

    static let allRulesSilent = Phrase(
        en: "the rules found nothing that matters.", pl: "reguły nie wykazały niczego, co ma znaczenie.",
        ru: "ничего важного правила не нашли.")

    /// Why there are fewer findings than the three that a report should have.
    static func few(_ count: Int, reason: Phrase) -> Phrase {
        count == 0
            ? Phrase(
                en: "No findings: \(reason.en)", pl: "Brak wniosków: \(reason.pl)", ru: "Выводов нет: \(reason.ru)")
            : Phrase(
                en: "Fewer than three findings: \(reason.en)", pl: "Mniej niż trzy wnioski: \(reason.pl)",
                ru: "Меньше трёх выводов: \(reason.ru)")
    }

    /// What a comparison with the period before cannot rule out.
    static let maybeSeason = Phrase(
        en: " A season can do that too: there is no year before to compare with.",
        pl: " Może to też być sezon: nie ma jeszcze roku, z którym można porównać.",
        ru: " Возможно, это и сезон: предыдущего года для сравнения ещё нет.")

    static func worse(_ metric: String, before: String, now: String, comparison: String) -> Phrase {
        Phrase(
            en: "\(metric): \(now), after \(before) \(comparison). The fall is more than chance explains.",
            pl: "\(metric): \(now), a \(comparison) \(before). To pogorszenie, którego nie tłumaczy przypadek.",
            ru: "\(metric): \(now), а \(comparison) было \(before). Случайностью это ухудшение не объяснить.")
    }

    static func better(_ metric: String, before: String, now: String, comparison: String) -> Phrase {
        Phrase(
            en: "\(metric): \(now), after \(before) \(comparison). The gain is more than chance explains.",
            pl: "\(metric): \(now), a \(comparison) \(before). To poprawa, której nie tłumaczy przypadek.",
            ru: "\(metric): \(now), а \(comparison) было \(before). Случайностью это улучшение не объяснить.")
    }

    static func leavers(lost: String, won: String, wonBack: String, months: String) -> Phrase {
        Phrase(
            en:
                "More customers leave than come: \(lost) lost in the last \(months), \(won) won and \(wonBack) won back.",
            pl:
                "Więcej klientów odchodzi, niż przychodzi: w \(months) odeszło \(lost), przyszło \(won), wróciło \(wonBack).",
            ru: "Клиентов уходит больше, чем приходит: за \(months) ушло \(lost), пришло \(won), вернулось \(wonBack).")
    }

    static func vipsSilent(_ customers: String, of all: String, are: String) -> Phrase {
        Phrase(
            en:
                "\(customers) of your \(all) best customers \(are) silent for longer than their own rhythm allows. Call or write to them first.",
            pl:
                "\(customers) z \(all) najlepszych klientów \(are) dłużej, niż wynika z ich własnego rytmu. Do nich zadzwoń lub napisz w pierwszej kolejności.",
            ru:
                "\(customers) из \(all) лучших клиентов \(are) дольше, чем велит их собственный ритм. Им позвоните или напишите в первую очередь."
        )
    }

    static func lapsing(_ customers: String, are: String) -> Phrase {
        Phrase(
            en:
                "\(customers) \(are) silent for longer than usual for them. The amount is what they brought in the last twelve months.",
            pl: "\(customers) \(are) dłużej niż zwykle. Kwota to ich zakupy z ostatnich dwunastu miesięcy.",
            ru: "\(customers) \(are) дольше обычного. Сумма\u{A0}— их покупки за последние двенадцать месяцев.")
    }

    static func dependsOnFew(_ customers: String, of all: String, share: String, bring: String) -> Phrase {
        Phrase(
            en: "\(customers) of \(all) \(bring) \(share) of a year's revenue. Know them by name.",
            pl: "\(share) rocznego przychodu \(bring) \(customers) z \(all). Warto znać ich z nazwiska.",
            ru: "\(share) годовой выручки \(bring) \(customers) из \(all). Их стоит знать по именам.")
    }

    static func fewSecond(within90: String, aYear: String) -> Phrase {
        Phrase(
            en:
                "\(within90) of new customers buy again within 90 days; \(aYear) come in a year. The amount is what five points more would bring.",
            pl:
                "W ciągu 90 dni kupuje ponownie \(within90) nowych klientów; rocznie przychodzi \(aYear). Kwota mówi, ile dałoby pięć punktów więcej.",
            ru:
                "За 90 дней снова покупают \(within90) новых клиентов; за год приходит \(aYear). Сумма показывает, что дали бы ещё пять пунктов."
        )
    }

    static func keepMore(_ retention: String) -> Phrase {
        Phrase(
            en:
                "\(retention) of active customers stay from one month to the next. The amount is what five points more would bring in twelve months.",
            pl:
                "Z miesiąca na miesiąc zostaje \(retention) aktywnych klientów. Kwota mówi, ile dałoby pięć punktów więcej przez dwanaście miesięcy.",
            ru:
                "Из месяца в месяц остаются \(retention) активных клиентов. Сумма показывает, что дали бы ещё пять пунктов за двенадцать месяцев."
        )
    }

    static func weak(
        _ dimension: String, _ value: String, own: String, others: String, customers: String
    ) -> Phrase {
        Phrase(
            en:
                "\(dimension) “\(value)” (\(customers)): \(own) make a second order within 90 days, of the others \(others).",
            pl:
                "\(dimension) „\(value)” (\(customers)): drugi zakup w 90 dni robi \(own), wśród pozostałych \(others).",
            ru:
                "\(dimension) «\(value)» (\(customers)): вторую покупку за 90 дней делают \(own), среди остальных \(others)."
        )
    }

    static func notRecovered(source: String, cac: String, contribution: String, months: String) -> Phrase {
        Phrase(
            en:
                "\(source): a new customer costs \(cac) and leaves \(contribution) within \(months). The cost is not recovered.",
            pl:
                "\(source): nowy klient kosztuje \(cac), a w ciągu \(months) zostawia \(contribution) marży. Koszt się nie zwraca.",
            ru:
                "\(source): новый клиент стоит \(cac), а в течение \(months) приносит \(contribution) маржи. Затраты не окупаются."
        )
    }

    static let allSources = Phrase(en: "All sources", pl: "Wszystkie źródła", ru: "Все источники")

    static func nothingChanged(_ figures: String, comparison: String) -> Phrase {
        Phrase(
            en: "Nothing clearly changed: \(figures) compared with \(comparison), every difference within chance.",
            pl:
                "Nic wyraźnie się nie zmieniło: porównano \(figures) (\(comparison)), a różnice mieszczą się w granicach przypadku.",
            ru: "Явных перемен нет: сравнили \(figures) (\(comparison)), все различия в пределах случайности.")
    }

    static func source(_ section: String) -> Phrase {
        Phrase(en: "More: \(section)", pl: "Więcej: \(section)", ru: "Подробнее: \(section)")
    }
}
