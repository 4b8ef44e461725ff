import Domain

/// Cohorts by month of the first order.
enum CohortTexts {
    static func title(share: String) -> Phrase {
        Phrase(
            en: "A month after the first order, \(share) of a cohort order again",
            pl: "W miesiąc po pierwszym zakupie kupuje znów \(share) kohorty",
            ru: "Через месяц после первой покупки снова покупают \(share) когорты")
    }

    static let plainTitle = Phrase(
        en: "Customers who order, by month since their first order",
        pl: "Klienci kupujący w kolejnych miesiącach od pierwszego zakupu",
        ru: "Кто покупает, по месяцам с первой покупки")
    static let unit = Phrase(
        en:
            "Share of each month's new customers who order in the months after, %. Hatched: the month is not fully observed.",
        pl:
            "Odsetek nowych klientów z danego miesiąca, którzy kupują w kolejnych miesiącach, %. Kreskowane: miesiąc niepełny.",
        ru: "Доля новых клиентов каждого месяца, покупающих в последующие месяцы, %. Штриховка: месяц неполный.")
    static let firstOrder = Phrase(en: "First order", pl: "Pierwszy zakup", ru: "Первая покупка")
    static let monthsSince = Phrase(
        en: "months since the first order", pl: "miesiące od pierwszego zakupu", ru: "месяцы с первой покупки")

    static func cell(cohort: String, month: String, active: String, customers: String) -> Phrase {
        Phrase(
            en: "\(cohort), month \(month): \(active) of \(customers)",
            pl: "\(cohort), miesiąc \(month): \(active) z \(customers)",
            ru: "\(cohort), месяц \(month): \(active) из \(customers)")
    }

    static func latest(_ shown: Int, of all: Int, formats: Formats) -> Phrase {
        let (shown, all) = (formats.count(shown), formats.count(all, .ofCohorts))
        return Phrase(
            en: "The latest \(shown) of \(all); all of them are in the --json output.",
            pl: "Ostatnie \(shown) z \(all); wszystkie zawiera wynik --json.",
            ru: "Последние \(shown) из \(all); все есть в выводе --json.")
    }

    static let startsBeforeFile = Phrase(
        en:
            "The file's first month holds customers whose first order may have been earlier; it stays out of the averages.",
        pl:
            "W pierwszym miesiącu pliku są też klienci, którzy pierwszy raz kupili być może wcześniej; nie wchodzi on do średnich.",
        ru: "В первом месяце файла есть клиенты, чья первая покупка могла быть раньше; в средних его нет.")

    /// - Parameter months: With the noun, as it stands after "after", "po", "через".
    static func curveTitle(share: String, months: String) -> Phrase {
        Phrase(
            en: "After \(months) on average \(share) still order",
            pl: "Po \(months) kupuje jeszcze średnio \(share)",
            ru: "Через \(months) покупают ещё в среднем \(share)")
    }

    static let curveUnit = Phrase(
        en: "Share of acquired customers who order, %, by months since the first order; mean of complete months",
        pl: "Odsetek pozyskanych klientów, którzy kupują, %, w kolejnych miesiącach; średnia z pełnych miesięcy",
        ru: "Доля пришедших клиентов, которые покупают, %, по месяцам с первой покупки; среднее полных месяцев")

    /// - Parameter months: With the noun, as it stands after "after", "po", "через".
    static func valueTitle(money: String, months: String) -> Phrase {
        Phrase(
            en: "After \(months) a new customer has brought \(money)",
            pl: "Po \(months) nowy klient przynosi łącznie \(money)",
            ru: "Через \(months) новый клиент приносит в сумме \(money)")
    }

    static let valueUnit = Phrase(
        en: "Cumulative net revenue per acquired customer, by months since the first order",
        pl: "Skumulowany przychód po zwrotach na pozyskanego klienta, w kolejnych miesiącach",
        ru: "Накопленная выручка после возвратов на пришедшего клиента, по месяцам")
    static let valueUnitWithContribution = Phrase(
        en: "Cumulative net revenue and contribution per acquired customer, by months since the first order",
        pl: "Skumulowany przychód po zwrotach i marża na pozyskanego klienta, w kolejnych miesiącach",
        ru: "Накопленная выручка после возвратов и маржа на пришедшего клиента, по месяцам")
    static let value = Phrase(en: "Revenue per customer", pl: "Przychód na klienta", ru: "Выручка на клиента")
    static let none = Phrase(
        en: "There are no first orders to make cohorts of.",
        pl: "Nie ma pierwszych zakupów, z których powstałyby kohorty.",
        ru: "Нет первых покупок, из которых сложились бы когорты.")
}
