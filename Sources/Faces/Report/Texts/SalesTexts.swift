import Domain

/// New against returning customers, and the way to the second order.
enum SalesTexts {
    static func revenueTitle(share: String, of revenue: Phrase) -> Phrase {
        Phrase(
            en: "Returning customers bring \(share) of \(revenue.en)",
            pl: "Powracający klienci przynoszą \(share) \(revenue.pl)",
            ru: "Вернувшиеся клиенты приносят \(share) \(revenue.ru)")
    }

    static let revenuePlain = Phrase(
        en: "Revenue from new and from returning customers", pl: "Przychód od nowych i powracających klientów",
        ru: "Выручка от новых и вернувшихся клиентов")
    static let revenueUnit = Phrase(
        en: "Net revenue of known customers by month. Hatched: the month is not over.",
        pl: "Przychód po zwrotach od znanych klientów, miesiąc po miesiącu. Kreskowane: miesiąc niepełny.",
        ru: "Выручка после возвратов от известных клиентов по месяцам. Штриховка: месяц неполный.")

    /// - Parameter months: The months that the mean is of.
    static func customersTitle(new: Int, months: String, formats: Formats) -> Phrase {
        let customers = formats.count(new, .broughtCustomers)
        let (come, whole) = (Plural.comeIn.form(for: new, in: .russian), formats.count(new, .newCustomers))
        return Phrase(
            en: "An average month (\(months)) brings \(customers)",
            pl: "Przeciętny miesiąc (\(months)) przynosi \(customers)",
            ru: "В среднем за месяц (\(months)) \(come) \(whole)")
    }

    static let customersPlain = Phrase(
        en: "New and returning customers by month", pl: "Nowi i powracający klienci w miesiącu",
        ru: "Новые и вернувшиеся клиенты по месяцам")
    static let customersUnit = Phrase(
        en: "Customers who ordered in the month", pl: "Klienci, którzy kupili w danym miesiącu",
        ru: "Клиенты, покупавшие в этом месяце")
    static let new = Phrase(en: "New", pl: "Nowi", ru: "Новые")
    static let returning = Phrase(en: "Returning", pl: "Powracający", ru: "Вернувшиеся")
    static let newRevenue = Phrase(en: "Revenue, new", pl: "Przychód, nowi", ru: "Выручка, новые")
    static let returningRevenue = Phrase(
        en: "Revenue, returning", pl: "Przychód, powracający", ru: "Выручка, вернувшиеся")
    static let newOrders = Phrase(en: "Orders, new", pl: "Zamówienia, nowi", ru: "Заказы, новые")
    static let returningOrders = Phrase(
        en: "Orders, returning", pl: "Zamówienia, powracający", ru: "Заказы, вернувшиеся")
    static let noMonths = Phrase(
        en: "There are no orders of known customers.", pl: "Nie ma zamówień znanych klientów.",
        ru: "Заказов известных клиентов нет.")

    /// With `--from` no month may be left.
    static let noneShown = Phrase(
        en: "No month is shown: all of them end before the day that --from names.",
        pl: "Nie pokazano żadnego miesiąca: wszystkie kończą się przed dniem podanym w --from.",
        ru: "Ни один месяц не показан: все они кончаются раньше дня, заданного в --from.")

    static func nextTitle(second: String, third: String) -> Phrase {
        Phrase(
            en: "\(second) make a second order within 90 days; of those, \(third) make a third",
            pl: "W ciągu 90 dni drugi zakup robi \(second), a trzeci \(third) z nich",
            ru: "За 90 дней вторую покупку делают \(second), а третью\u{A0}— \(third) из них")
    }

    static func secondTitle(second: String) -> Phrase {
        Phrase(
            en: "\(second) make a second order within 90 days", pl: "W ciągu 90 dni drugi zakup robi \(second)",
            ru: "За 90 дней вторую покупку делают \(second)")
    }

    static let nextPlain = Phrase(
        en: "From one order to the next", pl: "Od zakupu do zakupu", ru: "От покупки к покупке")
    static let nextUnit = Phrase(
        en:
            "Share of customers, %, by days since the order before; purchase days, those still waiting allowed for (Kaplan–Meier)",
        pl:
            "Odsetek klientów, %, według dni od poprzedniego zakupu; dni zakupów, z uwzględnieniem jeszcze czekających (Kaplan–Meier)",
        ru:
            "Доля клиентов, %, по дням с прошлой покупки; дни покупок, с учётом тех, кто ещё может вернуться (Каплан–Мейер)"
    )
    static let days = Phrase(en: "days", pl: "dni", ru: "дни")
    static let toSecond = Phrase(en: "From first to second", pl: "Od pierwszego do drugiego", ru: "От первой ко второй")
    static let toThird = Phrase(en: "From second to third", pl: "Od drugiego do trzeciego", ru: "От второй к третьей")
    static let within = Phrase(en: "Within", pl: "W ciągu", ru: "За")
    static let median = Phrase(en: "Half by day", pl: "Połowa do dnia", ru: "Половина к дню")
    static let notReached = Phrase(en: "not reached", pl: "nie osiągnięto", ru: "не достигнуто")

    static func dayTitle(_ name: String, day: String, share: String) -> Phrase {
        Phrase(
            en: "\(name), day \(day): \(share)", pl: "\(name), dzień \(day): \(share)",
            ru: "\(name), день \(day): \(share)")
    }
}
