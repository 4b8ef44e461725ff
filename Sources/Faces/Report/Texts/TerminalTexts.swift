import Domain
import Metrics

/// What the terminal says beyond the words of the page.
enum TerminalTexts {
    static let byMonth = Phrase(en: "By month", pl: "Miesiąc po miesiącu", ru: "По месяцам")
    static let byMonthOfKnown = Phrase(
        en: "By month, known customers", pl: "Miesiąc po miesiącu, znani klienci", ru: "По месяцам, известные клиенты")
    static let most = Phrase(en: "at most", pl: "najwięcej", ru: "больше всего")
    static let total = Phrase(en: "all orders", pl: "cały okres", ru: "за всё время")

    static func change(in days: String, comparison: ChangeComparison) -> Phrase {
        let other = ChangeTexts.against(comparison)
        return Phrase(
            en: "change in \(days), \(other.en)", pl: "zmiana w \(days), \(other.pl)",
            ru: "изменение за \(days), \(other.ru)")
    }

    /// The same where there is no room for more.
    static let change = Phrase(en: "change", pl: "zmiana", ru: "изменение")

    static func compared(now: String, before: String) -> Phrase {
        Phrase(
            en: "▲ ▼ \(now) against \(before), of known customers, with 95% intervals",
            pl: "▲ ▼ \(now) wobec \(before), znani klienci, z przedziałami 95%",
            ru: "▲ ▼ \(now) против \(before), известные клиенты, с интервалами 95\u{A0}%")
    }

    static let further = Phrase(en: "Look further", pl: "Więcej", ru: "Дальше")
    static let html = Phrase(
        en: "the whole report as a page, with charts", pl: "cały raport jako strona z wykresami",
        ru: "весь отчёт страницей с графиками")
    static let json = Phrase(
        en: "every figure, for programs", pl: "wszystkie liczby, dla programów", ru: "все цифры, для программ")
    static let customers = Phrase(
        en: "every customer with scores and lists", pl: "wszyscy klienci z ocenami i listami",
        ru: "все клиенты с оценками и списками")
}
