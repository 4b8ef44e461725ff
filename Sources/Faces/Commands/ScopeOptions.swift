import ArgumentParser
import Domain
import Metrics

/// What is looked at, and what it is measured with.
struct ScopeOptions: ParsableArguments {
    @OptionGroup var orders: OrderScope

    @Option(
        help: ArgumentHelp(
            said(
                en: "Show periods from this day on; old customers stay old.",
                pl: "Pokazuj okresy od tego dnia; dawni klienci pozostają dawnymi.",
                ru: "Показывать периоды с этого дня; старые клиенты остаются старыми."),
            valueName: said(en: "YYYY-MM-DD", pl: "RRRR-MM-DD", ru: "ГГГГ-ММ-ДД")))
    var from: Day?

    // What comes after a number's option is its value also where it begins with a minus: then it is the value that is
    // told to be wrong, and not said to be missing.
    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            said(
                en: "After how many silent days a customer is lapsed (default: found from the file).",
                pl: "Po ilu dniach ciszy klient jest nieaktywny (domyślnie wyznaczane z pliku).",
                ru: "После скольких дней молчания клиент считается ушедшим (по умолчанию находится по файлу)."),
            valueName: said(en: "days", pl: "dni", ru: "дни")))
    var window: Int?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            said(
                en: "The share of a year's net revenue that the VIP list brings.",
                pl: "Część rocznego przychodu po zwrotach, którą przynosi lista VIP.",
                ru: "Доля годовой выручки после возвратов, которую приносит список VIP."),
            valueName: said(en: "share", pl: "część", ru: "доля")))
    var vipShare = ShareArgument(basisPoints: 5_000)

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            said(
                en: "Contribution as a share of net revenue, such as 40%; 100% at most.",
                pl: "Marża jako część przychodu po zwrotach, na przykład 40%; najwyżej 100%.",
                ru: "Маржа как доля выручки после возвратов, например 40%; не больше 100%."),
            valueName: said(en: "share", pl: "część", ru: "доля")))
    var margin: ShareArgument?

    @Option(
        help: ArgumentHelp(
            said(
                en: "What winning customers cost: month, source, spend, new customers.",
                pl: "Koszty pozyskania klientów: miesiąc, źródło, wydatki, nowi klienci.",
                ru: "Затраты на привлечение: месяц, источник, расходы, новые клиенты."),
            valueName: said(en: "file", pl: "plik", ru: "файл")))
    var costs: String?

    func check() throws {
        // A share of nothing has no customers to bring it.
        if vipShare.basisPoints == 0 {
            throw ValidationError(
                said(
                    en: "--vip-share takes more than 0% and at most 100%, such as 50%.",
                    pl: "--vip-share przyjmuje więcej niż 0% i najwyżej 100%, na przykład 50%.",
                    ru: "--vip-share принимает больше 0% и не больше 100%, например 50%."))
        }
        if let window, !(1...3_650).contains(window) {
            throw ValidationError(
                said(
                    en: "--window takes 1 to 3650 days, not \(window).",
                    pl: "--window przyjmuje od 1 do 3650 dni, a nie \(window).",
                    ru: "--window принимает от 1 до 3650 дней, а не \(window)."))
        }
        if let from, let last = orders.lastDay, from > last {
            throw ValidationError(
                said(
                    en: "--from \(from) is after the last day looked at, \(last).",
                    pl: "--from \(from) wypada po ostatnim rozpatrywanym dniu, \(last).",
                    ru: "--from \(from) позже последнего рассматриваемого дня, \(last)."))
        }
    }
}
