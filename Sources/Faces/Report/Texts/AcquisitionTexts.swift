import Domain

/// What winning customers costs, and the field's sayings.
enum AcquisitionTexts {
    static func title(cac: String, payback: String) -> Phrase {
        Phrase(
            en: "A new customer costs \(cac); paid back \(payback)",
            pl: "Nowy klient kosztuje \(cac); zwrot: \(payback)",
            ru: "Новый клиент стоит \(cac); окупаемость: \(payback)")
    }

    /// - Parameter months: With the noun, as it stands after "after", "po", "через".
    static func afterMonths(_ months: String) -> Phrase {
        Phrase(en: "after \(months)", pl: "po \(months)", ru: "через \(months)")
    }

    static let inFirstMonth = Phrase(
        en: "within the first month", pl: "w pierwszym miesiącu", ru: "в первый месяц")
    static let withFirstPurchase = Phrase(
        en: "with the first purchase", pl: "z pierwszym zakupem", ru: "с первой покупкой")
    static let notYet = Phrase(en: "not yet", pl: "jeszcze nie", ru: "пока нет")
    static let curveUnit = Phrase(
        en: "Cumulative contribution per new customer, by months since the first order; the dashed line is the cost",
        pl: "Skumulowana marża na nowego klienta, w kolejnych miesiącach; linia przerywana to koszt",
        ru: "Накопленная маржа на нового клиента, по месяцам с первой покупки; пунктир\u{A0}— затраты")
    static let tableTitle = Phrase(en: "By source", pl: "Według źródła", ru: "По источникам")
    static let source = Phrase(en: "Source", pl: "Źródło", ru: "Источник")
    static let all = Phrase(en: "All together", pl: "Razem", ru: "Все вместе")
    static let spend = Phrase(en: "Spend", pl: "Wydatki", ru: "Расходы")
    static let cac = Phrase(en: "Cost per customer", pl: "Koszt klienta", ru: "Цена клиента")
    static let payback = Phrase(en: "Paid back", pl: "Zwrot", ru: "Окупаемость")
    static let valueToCost = Phrase(en: "Value to cost", pl: "Wartość do kosztu", ru: "Ценность к затратам")
    static let verdict = Phrase(en: "Verdict", pl: "Ocena", ru: "Оценка")
    static let firstExceeded = Phrase(
        en: "costs more than the first purchase brings", pl: "koszt wyższy niż marża z pierwszego zakupu",
        ru: "дороже, чем приносит первая покупка")
    static let notInTwoMonths = Phrase(
        en: "not recovered in two months", pl: "brak zwrotu w dwa miesiące", ru: "не окупается за два месяца")
    static let recovered = Phrase(en: "pays back", pl: "zwraca się", ru: "окупается")

    /// Months whose spend is not counted.
    static func monthsLeftOut(_ months: String) -> Phrase {
        Phrase(
            en:
                "Months with costs that the orders do not cover from beginning to end; their spend is left out: \(months).",
            pl: "Miesiące z kosztami, których zamówienia nie obejmują w całości; ich wydatki pominięto: \(months).",
            ru: "Месяцы с расходами, которые заказы охватывают не целиком; их расходы не учтены: \(months).")
    }

    /// Months in which everybody looks new.
    static func monthsOfFirstSight(_ months: String) -> Phrase {
        Phrase(
            en:
                "If the shop is older than the file, old customers count as new in its first months, which makes the cost look lower: \(months).",
            pl:
                "Jeśli sklep jest starszy niż plik, w pierwszych miesiącach dawni klienci liczą się jako nowi, co zaniża koszt: \(months).",
            ru:
                "Если магазин старше файла, в первые месяцы прежние клиенты считаются новыми, и цена клиента занижена: \(months)."
        )
    }
}

/// The field's sayings, measured on the shop's own data.
enum SayingTexts {
    static let lead = Phrase(
        en: "What is said everywhere, and what your own orders say.",
        pl: "Co się powszechnie mówi, a co mówią Twoje zamówienia.",
        ru: "Что говорят повсюду и что говорят ваши заказы.")
    static let threeQuarters = Phrase(
        en: "“Returning customers bring three quarters of sales”",
        pl: "„Powracający klienci przynoszą trzy czwarte sprzedaży”",
        ru: "«Вернувшиеся клиенты приносят три четверти продаж»")
    static let eightyTwenty = Phrase(
        en: "“80/20: a fifth of customers brings four fifths of revenue”",
        pl: "„80/20: jedna piąta klientów daje cztery piąte przychodu”",
        ru: "«80/20: пятая часть клиентов даёт четыре пятых выручки»")
    static let spendMore = Phrase(
        en: "“Existing customers spend 31% more than new ones”", pl: "„Stali klienci wydają o 31% więcej niż nowi”",
        ru: "«Постоянные клиенты тратят на 31\u{A0}% больше новых»")
    static let fiveTimes = Phrase(
        en: "“Winning a customer costs five times keeping one”",
        pl: "„Pozyskanie klienta kosztuje pięć razy więcej niż utrzymanie”",
        ru: "«Привлечь клиента впятеро дороже, чем удержать»")
    static func returningHere(of revenue: Phrase) -> Phrase {
        Phrase(
            en: "of \(revenue.en) here comes from returning ones",
            pl: "\(revenue.pl) w Twoim sklepie przynoszą powracający",
            ru: "\(revenue.ru) в вашем магазине приносят вернувшиеся")
    }

    static func fifthHere(of revenue: Phrase) -> Phrase {
        Phrase(
            en: "of \(revenue.en) here comes from the top fifth",
            pl: "\(revenue.pl) przynosi w Twoim sklepie najlepsza piąta część",
            ru: "\(revenue.ru) в вашем магазине приносит лучшая пятая часть")
    }

    static let spendHere = Phrase(
        en: "what a returning customer spends in a month with an order, against a new one",
        pl: "tyle wydaje powracający w miesiącu z zakupem, w porównaniu z nowym",
        ru: "столько тратит вернувшийся в месяц с покупкой, в сравнении с новым")
    static let costHere = Phrase(
        en: "times what a new customer leaves in the first month; what keeping costs no order file tells",
        pl: "razy tyle, ile nowy klient zostawia w pierwszym miesiącu; kosztu utrzymania plik zamówień nie zna",
        ru:
            "так цена клиента относится к тому, что он приносит за первый месяц; затрат на удержание файл заказов не знает"
    )
    static let cannotSay = Phrase(
        en: "cannot say from these data", pl: "z tych danych nie wiadomo", ru: "по этим данным не узнать")
    static let needsCosts = Phrase(
        en: "needs a file of costs (option --costs)", pl: "potrzebny jest plik kosztów (opcja --costs)",
        ru: "нужен файл расходов (параметр --costs)")
}
