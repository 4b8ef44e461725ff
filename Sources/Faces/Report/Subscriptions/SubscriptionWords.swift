public import Domain
public import Intake
import Subscriptions

extension SubscriptionRole {
    /// What the column means, in the reader's language.
    public func name(in language: Language) -> String { phrase[language] }

    var phrase: Phrase {
        switch self {
        case .customer: Phrase(en: "customer", pl: "klient", ru: "клиент")
        case .plan: Phrase(en: "plan", pl: "plan", ru: "тариф")
        case .started: Phrase(en: "start", pl: "początek", ru: "начало")
        case .ended: Phrase(en: "end", pl: "koniec", ru: "окончание")
        case .amount: Phrase(en: "amount per period", pl: "kwota za okres", ru: "сумма за период")
        case .period: Phrase(en: "billing period", pl: "okres rozliczeniowy", ru: "период оплаты")
        case .currency: Phrase(en: "currency", pl: "waluta", ru: "валюта")
        case .reason: Phrase(en: "reason of leaving", pl: "powód odejścia", ru: "причина ухода")
        }
    }
}

extension Plural {
    static let weeks = Plural(
        en: ("week", "weeks"), pl: ("tydzień", "tygodnie", "tygodni"), ru: ("неделя", "недели", "недель"))
    static let years = Plural(en: ("year", "years"), pl: ("rok", "lata", "lat"), ru: ("год", "года", "лет"))

    static let activeCustomers = Plural(
        en: ("active customer", "active customers"),
        pl: ("aktywny klient", "aktywnych klientów", "aktywnych klientów"),
        ru: ("активный клиент", "активных клиента", "активных клиентов"))

    /// After "after", "po", "через".
    static let afterWeeks = Plural(
        en: ("week", "weeks"), pl: ("tygodniu", "tygodniach", "tygodniach"), ru: ("неделю", "недели", "недель"))
    static let afterQuarters = Plural(
        en: ("quarter", "quarters"), pl: ("kwartale", "kwartałach", "kwartałach"),
        ru: ("квартал", "квартала", "кварталов"))
    static let afterYears = Plural(
        en: ("year", "years"), pl: ("roku", "latach", "latach"), ru: ("год", "года", "лет"))
}

extension TenureUnit {
    /// The unit's plural as a heading: "Months".
    var heading: Phrase {
        switch self {
        case .week: Phrase(en: "Weeks", pl: "Tygodnie", ru: "Недели")
        case .month: Phrase(en: "Months", pl: "Miesiące", ru: "Месяцы")
        case .quarter: Phrase(en: "Quarters", pl: "Kwartały", ru: "Кварталы")
        case .year: Phrase(en: "Years", pl: "Lata", ru: "Годы")
        }
    }

    /// After "after", "po", "через".
    var after: Plural {
        switch self {
        case .week: .afterWeeks
        case .month: .afterMonths
        case .quarter: .afterQuarters
        case .year: .afterYears
        }
    }

    /// After how many periods shares are told: few, and further apart the later.
    var milestones: [Int] {
        switch self {
        case .week: [1, 2, 4, 8, 13, 26, 52, 78, 104, 156]
        case .month: [1, 2, 3, 6, 9, 12, 18, 24, 36, 48, 60, 84, 120]
        case .quarter: [1, 2, 3, 4, 6, 8, 12, 16, 20, 30, 40]
        case .year: Array(1...12) + [15, 20, 30]
        }
    }

    /// The few of them that stand beside a plan.
    var fewMilestones: [Int] {
        switch self {
        case .week: [4, 13, 26, 52]
        case .month: [1, 3, 6, 12]
        case .quarter: [1, 2, 4, 8]
        case .year: [1, 2, 3, 5]
        }
    }
}

extension BillingPeriod {
    /// `1 month`, `3 miesiące`.
    func text(_ formats: Formats) -> String {
        let word: Plural =
            switch unit {
            case .day: .days
            case .week: .weeks
            case .month: .months
            case .year: .years
            }
        return formats.count(count, word)
    }
}
