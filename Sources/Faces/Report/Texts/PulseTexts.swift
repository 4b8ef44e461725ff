import Domain
import Metrics

/// The headline figures.
enum PulseTexts {
    static let averageOrder = Phrase(en: "Average order value", pl: "Średnia wartość zamówienia", ru: "Средний чек")
    static let repeatRate = Phrase(en: "Repeat purchase rate", pl: "Kupujący ponownie", ru: "Повторные покупатели")
    static let active = Phrase(en: "Active customers", pl: "Aktywni klienci", ru: "Активные клиенты")
    static let retention = Phrase(en: "Monthly retention", pl: "Retencja miesięczna", ru: "Удержание за месяц")
    static let refundRate = Phrase(en: "Refund rate", pl: "Udział zwrotów", ru: "Доля возвратов")
    static let ordersPerCustomer = Phrase(
        en: "Orders per customer", pl: "Zamówienia na klienta", ru: "Заказы на клиента")

    static func activeNote(share: String, window: String) -> Phrase {
        Phrase(
            en: "\(share) of all; window \(window)", pl: "\(share) wszystkich; okno \(window)",
            ru: "\(share) всех; окно \(window)")
    }

    static func repeatNote(customers: String) -> Phrase {
        Phrase(
            en: "\(customers) ordered twice or more", pl: "co najmniej dwa zamówienia: \(customers)",
            ru: "дважды и чаще: \(customers)")
    }

    static func retentionNote(months: String) -> Phrase {
        Phrase(
            en: "mean of the latest complete months: \(months)", pl: "średnia z ostatnich pełnych miesięcy: \(months)",
            ru: "среднее последних полных месяцев: \(months)")
    }

    static func ordersNote(perCustomer: String) -> Phrase {
        Phrase(en: "\(perCustomer) per customer", pl: "\(perCustomer) na klienta", ru: "\(perCustomer) на клиента")
    }

    /// What a headline figure's trend compares: beside a total of all orders it is of a period.
    static func basis(days: String, now: String, before: String, comparison: ChangeComparison) -> Phrase {
        let then = ChangeTexts.before(comparison)
        return Phrase(
            en: "in \(days): \(now), after \(before) \(then.en)", pl: "w \(days): \(now), \(then.pl) \(before)",
            ru: "за \(days): \(now), \(then.ru) \(before)")
    }

    static func interval(_ lower: String, _ upper: String) -> Phrase {
        Phrase(
            en: "95%: \(lower) to \(upper)", pl: "95%: od \(lower) do \(upper)",
            ru: "95\u{A0}%: от \(lower) до \(upper)")
    }

    /// Beside a headline figure of the whole shop whose change is that of known customers.
    static let changeOfKnown = Phrase(
        en: "change: known customers", pl: "zmiana: znani klienci", ru: "изменение: известные клиенты")

    /// What the shop's net revenue holds beyond that of the customers counted beside it; nil where it holds no more.
    static func wholeShop(_ overview: Overview, formats: Formats) -> Phrase? {
        var parts: [Phrase] = []
        if overview.unidentifiedOrders > 0 { parts.append(unidentified(formats.money(overview.unidentifiedRevenue))) }
        if overview.refundOnlyCustomers > 0 { parts.append(refundOnly(formats.money(overview.refundOnlyRevenue))) }
        guard !parts.isEmpty else { return nil }
        func sums(_ language: Language) -> String { parts.map { $0[language] }.joined(separator: "; ") }
        return Phrase(
            en: "Net revenue is that of the whole shop; of it, \(sums(.english)).",
            pl: "Przychód po zwrotach dotyczy całego sklepu; w tym \(sums(.polish)).",
            ru: "Выручка после возвратов\u{A0}— всего магазина; из неё \(sums(.russian)).")
    }

    private static func unidentified(_ money: String) -> Phrase {
        Phrase(
            en: "sales without a known customer: \(money)", pl: "sprzedaż bez znanego klienta: \(money)",
            ru: "продажи без известного клиента: \(money)")
    }

    private static func refundOnly(_ money: String) -> Phrase {
        Phrase(
            en: "customers with refunds only: \(money)", pl: "klienci z samymi zwrotami: \(money)",
            ru: "клиенты с одними возвратами: \(money)")
    }
}
