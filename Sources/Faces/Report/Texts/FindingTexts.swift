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

    static func leavers(lost: Int, won: Int, wonBack: Int, months: Int, formats: Formats) -> Phrase {
        let time = formats.count(months, .months)
        func told(_ count: Int, _ verb: Plural) -> (before: String, after: String) {
            let (number, word) = (formats.count(count), verb.form(for: count, in: formats.language))
            return (word + " " + number, number + " " + word)
        }
        let (gone, new, back) = (told(lost, .left), told(won, .came), told(wonBack, .cameBack))
        return Phrase(
            en:
                "More customers leave than come: \(gone.after) in the last \(time), \(new.after) and \(back.after).",
            pl:
                "Więcej klientów odchodzi, niż przychodzi: w \(time) \(gone.before), \(new.before), \(back.before).",
            ru: "Клиентов уходит больше, чем приходит: за \(time) \(gone.before), \(new.before), \(back.before).")
    }

    static func vipsSilent(_ customers: Int, of all: Int, formats: Formats) -> Phrase {
        let are = Plural.areSilent.form(for: customers, in: formats.language)
        let (few, all) = (formats.count(customers), formats.count(all, .ofBestCustomers))
        let owner = Owner(customers)
        return Phrase(
            en:
                "\(few) of your \(all) \(are) silent for longer than \(owner.possessive.en) own rhythm allows. Call or write to \(owner.addressed.en) first.",
            pl:
                "\(few) z \(all) \(are) dłużej, niż wynika z \(owner.possessive.pl) własnego rytmu. Do \(owner.addressed.pl) zadzwoń lub napisz w pierwszej kolejności.",
            ru:
                "\(few) из \(all) \(are) дольше, чем велит \(owner.possessive.ru) собственный ритм. \(owner.addressed.ru) позвоните или напишите в первую очередь."
        )
    }

    /// - Parameter share: Of the last twelve months' revenue, of all of them together.
    static func greatLapsed(_ customers: Int, share: String, formats: Formats) -> Phrase {
        guard customers > 1 else {
            return Phrase(
                en: "A customer who alone brought \(share) of the last twelve months' revenue has left. Call them.",
                pl:
                    "Odszedł klient, który sam przyniósł \(share) przychodu z ostatnich dwunastu miesięcy. Zadzwoń do niego.",
                ru: "Ушёл клиент, который один принёс \(share) выручки за последние двенадцать месяцев. Позвоните ему.")
        }
        let all = formats.count(customers, .customers)
        return Phrase(
            en:
                "Customers who each brought a tenth of the last twelve months' revenue or more have left (\(all), \(share) together). Call them.",
            pl:
                "Odeszli klienci, z których każdy przyniósł co najmniej jedną dziesiątą przychodu z ostatnich dwunastu miesięcy (\(all), razem \(share)). Zadzwoń do nich.",
            ru:
                "Ушли клиенты, каждый из которых принёс не меньше десятой части выручки за последние двенадцать месяцев (\(all), вместе \(share)). Позвоните им."
        )
    }

    static func lapsedRevenue(_ share: String, yearEarlier: String) -> Phrase {
        Phrase(
            en:
                "Customers who have since left brought \(share) of the last twelve months' revenue; a year earlier it was \(yearEarlier). The amount is the difference. The greatest of them are on the VIP list: write to them first.",
            pl:
                "Klienci, którzy już odeszli, przynieśli \(share) przychodu z ostatnich dwunastu miesięcy; rok wcześniej było to \(yearEarlier). Kwota to różnica. Najwięksi z nich są na liście VIP: do nich napisz w pierwszej kolejności.",
            ru:
                "Клиенты, которые уже ушли, принесли \(share) выручки за последние двенадцать месяцев, а годом раньше\u{A0}— \(yearEarlier). Сумма показывает разницу. Самые крупные из них есть в списке VIP: им напишите в первую очередь."
        )
    }

    static func lapsing(_ customers: Int, formats: Formats) -> Phrase {
        let are = Plural.areSilent.form(for: customers, in: formats.language)
        let owner = Owner(customers)
        let customers = formats.count(customers, .customers)
        return Phrase(
            en:
                "\(customers) \(are) silent for longer than usual for \(owner.addressed.en). The amount is what they brought in the last twelve months.",
            pl:
                "\(customers) \(are) dłużej niż zwykle. Kwota to \(owner.possessive.pl) zakupy z ostatnich dwunastu miesięcy.",
            ru:
                "\(customers) \(are) дольше обычного. Сумма\u{A0}— \(owner.possessive.ru) покупки за последние двенадцать месяцев."
        )
    }

    static func dependsOnFew(_ customers: Int, of all: Int, share: String, formats: Formats) -> Phrase {
        let bring = Plural.bring.form(for: customers, in: formats.language)
        let owner = Owner(customers)
        let (few, all) = (formats.count(customers), formats.count(all, .ofCustomers))
        return Phrase(
            en: "\(few) of \(all) \(bring) \(share) of what all of them bring in a year. \(owner.known.en)",
            pl: "\(few) z \(all) \(bring) \(share) tego, co w ciągu roku przynoszą wszyscy razem. \(owner.known.pl)",
            ru: "\(few) из \(all) \(bring) \(share) того, что за год приносят все вместе. \(owner.known.ru)")
    }

    static func fewSecond(within90: String, customersAYear: Int, formats: Formats) -> Phrase {
        let aYear = aboutAYear(customersAYear, formats: formats)
        let come = Plural.comeIn.form(for: aYear.customers, in: formats.language)
        return Phrase(
            en:
                "\(within90) of new customers buy again within 90 days; \(aYear.text) \(come) in a year. The amount is what five points more would bring.",
            pl:
                "W ciągu 90 dni kupuje ponownie \(within90) nowych klientów; rocznie \(come) \(aYear.text). Kwota mówi, ile dałoby pięć punktów więcej.",
            ru:
                "За 90 дней снова покупают \(within90) новых клиентов; за год \(come) \(aYear.text). Сумма показывает, что дали бы ещё пять пунктов."
        )
    }

    /// A rate is no count: from a hundred on it is told to two digits, so that nobody looks for it among the counts.
    private static func aboutAYear(_ customers: Int, formats: Formats) -> (customers: Int, text: String) {
        guard customers >= 100 else { return (customers, formats.count(customers, .newCustomers)) }
        var step = 10
        while customers / step >= 100 { step *= 10 }
        let rounded = (customers + step / 2) / step * step
        let about = Phrase(en: "about", pl: "około", ru: "около")[formats.language]
        return (rounded, about + " " + formats.count(rounded, .newCustomers))
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

/// The words that stand for customers counted before: they ask whether it is one person, whatever form the noun takes
/// ("21 клиент" are many).
private struct Owner {
    let possessive: Phrase
    /// After "to" and "do"; in Russian it begins a sentence.
    let addressed: Phrase
    let known: Phrase

    init(_ customers: Int) { self = customers == 1 ? Self.one : Self.many }

    private init(possessive: Phrase, addressed: Phrase, known: Phrase) {
        self.possessive = possessive
        self.addressed = addressed
        self.known = known
    }

    // English has "they" for one person whose sex nobody knows.
    private static let one = Owner(
        possessive: Phrase(en: "their", pl: "jego", ru: "его"), addressed: Phrase(en: "them", pl: "niego", ru: "Ему"),
        known: Phrase(
            en: "Know that one by name.", pl: "Warto znać go z nazwiska.", ru: "Его стоит знать по имени."))
    private static let many = Owner(
        possessive: Phrase(en: "their", pl: "ich", ru: "их"), addressed: Phrase(en: "them", pl: "nich", ru: "Им"),
        known: Phrase(en: "Know them by name.", pl: "Warto znać ich z nazwiska.", ru: "Их стоит знать по именам."))
}
