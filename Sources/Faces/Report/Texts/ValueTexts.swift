import Domain

/// Concentration, segments and rhythm.
enum ValueTexts {
    static func concentrationTitle(share: String, of revenue: Phrase) -> Phrase {
        Phrase(
            en: "The top fifth of customers brings \(share) of \(revenue.en)",
            pl: "Najlepsza piąta część klientów przynosi \(share) \(revenue.pl)",
            ru: "Лучшая пятая часть клиентов приносит \(share) \(revenue.ru)")
    }

    static let lorenzUnit = Phrase(
        en: "Share of net revenue, %, by share of customers, poorest first",
        pl: "Udział w przychodzie, %, według odsetka klientów, od najmniejszych",
        ru: "Доля выручки, %, по доле клиентов, начиная с самых малых")
    static let lorenzFoot = Phrase(en: "share of customers", pl: "odsetek klientów", ru: "доля клиентов")
    static let actual = Phrase(en: "this shop", pl: "ten sklep", ru: "этот магазин")
    static let equal = Phrase(en: "if all were equal", pl: "gdyby wszyscy byli równi", ru: "если бы все были равны")
    static let noRevenue = Phrase(
        en: "No customer has brought any revenue.", pl: "Żaden klient nie przyniósł przychodu.",
        ru: "Ни один клиент не принёс выручки.")

    static let tooFewForShares = Phrase(
        en: "There are fewer than five customers: too few to speak of a fifth of them.",
        pl: "Klientów jest mniej niż pięciu: za mało, by mówić o ich piątej części.",
        ru: "Клиентов меньше пяти: слишком мало, чтобы говорить о пятой их части.")

    static func topTitle(customers: Int, of all: Int, revenue: Phrase, formats: Formats) -> Phrase {
        let bring = Plural.bring.form(for: customers, in: formats.language)
        let (few, all) = (formats.count(customers), formats.count(all, .ofCustomers))
        return Phrase(
            en: "\(few) of \(all) \(bring) 80% of \(revenue.en)", pl: "80% \(revenue.pl) \(bring) \(few) z \(all)",
            ru: "80\u{A0}% \(revenue.ru) \(bring) \(few) из \(all)")
    }

    static let topUnit = Phrase(
        en: "Share of net revenue, those below zero counted as zero; customers rounded up",
        pl: "Udział w przychodzie po zwrotach; ujemne liczone jako zero, liczba klientów zaokrąglona w górę",
        ru: "Доля выручки после возвратов; отрицательные считаются нулём, число клиентов округлено вверх")
    static let top = Phrase(en: "Best customers", pl: "Najlepsi klienci", ru: "Лучшие клиенты")

    /// One percent is singular.
    static func topRow(_ share: String, percent: Int) -> Phrase {
        percent == 1
            ? Phrase(en: "top \(share)", pl: "najlepszy \(share)", ru: "лучший \(share)")
            : Phrase(en: "top \(share)", pl: "najlepsze \(share)", ru: "лучшие \(share)")
    }

    static func gini(_ value: String, clipped: String, belowZero: String) -> Phrase {
        Phrase(
            en: "Gini coefficient \(value). Counted on \(clipped); customers below zero: \(belowZero).",
            pl: "Współczynnik Giniego \(value). Policzono na \(clipped); klientów poniżej zera: \(belowZero).",
            ru: "Коэффициент Джини \(value). Посчитано на \(clipped); клиентов ниже нуля: \(belowZero).")
    }

    static func segmentsTitle(customers: String, share: String, of revenue: Phrase) -> Phrase {
        Phrase(
            en: "Champions and loyal customers: \(customers) of customers, \(share) of \(revenue.en)",
            pl: "Najlepsi i lojalni: \(customers) klientów, \(share) \(revenue.pl)",
            ru: "Лучшие и лояльные: \(customers) клиентов, \(share) \(revenue.ru)")
    }

    static let gridUnit = Phrase(
        en: "Customers by recency (5: latest) and frequency (5: most often)",
        pl: "Klienci według świeżości (5: najnowsi) i częstości (5: najczęstsi)",
        ru: "Клиенты по давности (5: самые недавние) и частоте (5: самые частые)")
    static func gridFinding(_ customers: Int, formats: Formats, share: String) -> Phrase {
        let count = formats.count(customers, .customers)
        let wereOften = Plural.cameOften.form(for: customers, in: formats.language)
        return Phrase(
            en: "\(count) (\(share)) \(wereOften), but not lately",
            pl: "\(count) (\(share)) \(wereOften), ale nie ostatnio",
            ru: "\(count) (\(share)) \(wereOften), но не в последнее время")
    }

    static let nobodyMissed = Phrase(
        en: "Nobody who came often has stayed away", pl: "Żaden z częstych klientów nie zniknął",
        ru: "Никто из частых покупателей не пропал")
    static let recency = Phrase(en: "Recency", pl: "Świeżość", ru: "Давность")
    static let frequency = Phrase(en: "frequency score", pl: "ocena częstości", ru: "оценка частоты")

    static func gridCell(recency: String, frequency: String, customers: String) -> Phrase {
        Phrase(
            en: "recency \(recency), frequency \(frequency): \(customers)",
            pl: "świeżość \(recency), częstość \(frequency): \(customers)",
            ru: "давность \(recency), частота \(frequency): \(customers)")
    }

    static let sharesUnit = Phrase(
        en: "Each segment's share of customers and of net revenue, %",
        pl: "Udział segmentu w liczbie klientów i w przychodzie po zwrotach, %",
        ru: "Доля сегмента среди клиентов и в выручке после возвратов, %")
    static let segmentsTable = Phrase(en: "What to do with whom", pl: "Co z kim zrobić", ru: "Что с кем делать")
    static let segment = Phrase(en: "Segment", pl: "Segment", ru: "Сегмент")
    static let advice = Phrase(en: "What to do", pl: "Co zrobić", ru: "Что делать")
    static let segmentsUnit = Phrase(
        en: "By recency, frequency and value of purchases (RFM); net revenue of the whole history",
        pl: "Według świeżości, częstości i wartości zakupów (RFM); przychód po zwrotach z całej historii",
        ru: "По давности, частоте и сумме покупок (RFM); выручка после возвратов за всю историю")

    static func gapsTitle(median: String, p90: String) -> Phrase {
        Phrase(
            en: "Half of repeat purchases come within \(median), nine in ten within \(p90)",
            pl: "Połowa powrotów następuje w ciągu \(median), dziewięć na dziesięć w ciągu \(p90)",
            ru: "Половина возвращений случается в течение \(median), девять из десяти\u{A0}— в течение \(p90)")
    }

    static let gapsUnit = Phrase(
        en: "Gaps between purchase days of a customer, by length in weeks",
        pl: "Przerwy między dniami zakupów klienta, według długości w tygodniach",
        ru: "Промежутки между днями покупок клиента, по длине в неделях")
    static let weeks = Phrase(en: "weeks", pl: "tygodnie", ru: "недели")
    static let week = Phrase(en: "Week", pl: "Tydzień", ru: "Неделя")
    static let gapCount = Phrase(en: "Gaps", pl: "Przerwy", ru: "Промежутки")
    static let medianMark = Phrase(en: "half", pl: "połowa", ru: "половина")
    static let noGaps = Phrase(
        en: "Nobody has bought on two different days yet.", pl: "Nikt nie kupował jeszcze w dwóch różnych dniach.",
        ru: "Никто ещё не покупал в два разных дня.")

    static func weekRange(_ first: String, _ last: String) -> Phrase {
        Phrase(en: "\(first)–\(last) days", pl: "\(first)–\(last) dni", ru: "\(first)–\(last) дней")
    }

    static func weekBeyond(_ first: String) -> Phrase {
        Phrase(en: "\(first) days and more", pl: "\(first) dni i więcej", ru: "\(first) дней и больше")
    }

    static func hoursTitle(weekday: String, hour: String) -> Phrase {
        Phrase(
            en: "The busiest hour is \(weekday) at \(hour)", pl: "Najwięcej zamówień: \(weekday), godz. \(hour)",
            ru: "Больше всего заказов: \(weekday), \(hour)")
    }

    static let hoursUnit = Phrase(
        en: "Orders by weekday and hour", pl: "Zamówienia według dnia tygodnia i godziny",
        ru: "Заказы по дням недели и часам")
    static let hour = Phrase(en: "hour", pl: "godzina", ru: "час")
    static let weekday = Phrase(en: "Day", pl: "Dzień", ru: "День")
    static let total = Phrase(en: "Total", pl: "Razem", ru: "Всего")
    static let noHours = Phrase(
        en: "The orders have dates, but no time of day.", pl: "Zamówienia mają daty, ale bez godzin.",
        ru: "У заказов есть даты, но нет времени.")
}
