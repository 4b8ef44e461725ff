import Domain
import Metrics

/// Activity: who is there, who is leaving, who has left.
enum StateTexts {
    static func name(_ state: ActivityState) -> Phrase {
        switch state {
        case .active: Phrase(en: "Active", pl: "Aktywni", ru: "Активные")
        case .lapsing: Phrase(en: "Lapsing", pl: "Odchodzący", ru: "Уходящие")
        case .lapsed: Phrase(en: "Lapsed", pl: "Nieaktywni", ru: "Ушедшие")
        }
    }

    static func meaning(_ state: ActivityState, window: String) -> Phrase {
        switch state {
        case .active:
            Phrase(
                en: "silent no longer than usual for them", pl: "milczą nie dłużej niż zwykle",
                ru: "молчат не дольше обычного")
        case .lapsing:
            Phrase(
                en: "silent for longer than usual, up to \(window)", pl: "milczą dłużej niż zwykle, do \(window)",
                ru: "молчат дольше обычного, до \(window)")
        case .lapsed:
            Phrase(
                en: "silent for more than \(window)", pl: "milczą powyżej \(window)", ru: "молчат больше \(window)")
        }
    }

    static func title(lapsing: Int, revenue: String, formats: Formats) -> Phrase {
        let brought = Plural.brought.form(for: lapsing, in: formats.language)
        let lapsing = formats.count(lapsing, .lapsingCustomers)
        return Phrase(
            en: "\(lapsing) \(brought) \(revenue) in the last twelve months",
            pl: "\(lapsing) \(brought) \(revenue) przez ostatnie dwanaście miesięcy",
            ru: "\(lapsing) \(brought) \(revenue) за последние двенадцать месяцев")
    }

    static let allActive = Phrase(
        en: "Nobody is lapsing: every customer is active", pl: "Nikt nie odchodzi: wszyscy klienci są aktywni",
        ru: "Никто не уходит: все клиенты активны")

    /// Nobody stands between the active and those who have left.
    static func nobodyLapsing(active: String, lapsed: String) -> Phrase {
        Phrase(
            en: "Nobody is lapsing now: customers are active (\(active)) or lapsed (\(lapsed))",
            pl: "Nikt teraz nie odchodzi: klienci są aktywni (\(active)) albo już nieaktywni (\(lapsed))",
            ru: "Сейчас никто не уходит: клиенты либо активны (\(active)), либо уже ушли (\(lapsed))")
    }

    static let unit = Phrase(
        en: "Customers by how long they have been silent", pl: "Klienci według długości milczenia",
        ru: "Клиенты по длительности молчания")
    static let state = Phrase(en: "State", pl: "Stan", ru: "Состояние")
    static let meaningHead = Phrase(en: "Meaning", pl: "Co to znaczy", ru: "Что это значит")

    static let atRisk = Phrase(en: "Revenue at risk", pl: "Przychód zagrożony", ru: "Выручка под угрозой")
    static let atRiskNote = Phrase(
        en: "what the lapsing brought in twelve months", pl: "tyle odchodzący przynieśli w dwanaście miesięcy",
        ru: "столько уходящие принесли за двенадцать месяцев")
    static let contributionAtRisk = Phrase(en: "Contribution at risk", pl: "Marża zagrożona", ru: "Маржа под угрозой")
    static let window = Phrase(en: "Window", pl: "Okno", ru: "Окно")
    static let windowGiven = Phrase(en: "as given", pl: "zgodnie z ustawieniem", ru: "как задано")
    static let windowFound = Phrase(
        en: "whoever returns at all has nearly always returned by then",
        pl: "kto w ogóle wraca, prawie zawsze wraca w tym czasie",
        ru: "кто возвращается вообще, почти всегда возвращается за этот срок")

    static func clamp(_ clamp: WindowClamp) -> Phrase {
        switch clamp {
        case .minimum:
            Phrase(
                en: "raised to the least of 14 days", pl: "podniesione do minimum 14 dni",
                ru: "увеличено до минимума в 14 дней")
        case .maximum:
            Phrase(
                en: "lowered to the most of 365 days", pl: "obniżone do maksimum 365 dni",
                ru: "уменьшено до максимума в 365 дней")
        case .halfSpan:
            Phrase(
                en: "limited to half of the days that the file covers",
                pl: "ograniczone do połowy dni objętych plikiem",
                ru: "ограничено половиной дней, охваченных файлом")
        case .noGaps:
            Phrase(
                en: "too few customers bought again on another day to find it",
                pl: "za mało zakupów powtórzonych innego dnia, by je znaleźć",
                ru: "слишком мало повторных покупок в другой день, чтобы его найти")
        }
    }

    static let vips = Phrase(en: "VIP list", pl: "Lista VIP", ru: "Список VIP")

    /// - Parameter money: What they brought in the year.
    static func vipNote(share: String, money: String, silent: String) -> Phrase {
        Phrase(
            en: "at least \(share) of what customers bring in a year: \(money); \(silent) of them silent for too long",
            pl: "co najmniej \(share) tego, co klienci przynoszą w rok: \(money); milczących zbyt długo: \(silent)",
            ru: "не менее \(share) того, что клиенты приносят за год: \(money); молчащих слишком долго: \(silent)")
    }

    static func vipMovement(joined: String, left: String) -> Phrase {
        Phrase(
            en: "In a month \(joined) joined the list, \(left) left it.",
            pl: "W ciągu miesiąca na listę weszło: \(joined), wypadło: \(left).",
            ru: "За месяц в список вошли: \(joined), выбыли: \(left).")
    }
}
