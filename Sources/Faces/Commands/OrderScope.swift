import ArgumentParser
import Domain
import Intake

/// Which orders are looked at: for every command on orders.
struct OrderScope: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            said(
                en: "The day the figures are told at; later orders are ignored (default: the last order's day).",
                pl:
                    "Dzień, na który podawane są wartości; późniejsze zamówienia są pomijane (domyślnie dzień ostatniego).",
                ru:
                    "День, на который даются показатели; более поздние заказы не учитываются (по умолчанию день последнего)."
            ), valueName: said(en: "YYYY-MM-DD", pl: "RRRR-MM-DD", ru: "ГГГГ-ММ-ДД")))
    var asOf: Day?

    @Option(
        help: ArgumentHelp(
            said(
                en: "Ignore orders after this day.", pl: "Pomiń zamówienia po tym dniu.",
                ru: "Не учитывать заказы после этого дня."),
            valueName: said(en: "YYYY-MM-DD", pl: "RRRR-MM-DD", ru: "ГГГГ-ММ-ДД")))
    var to: Day?

    @Option(
        name: .customLong("where"),
        help: ArgumentHelp(
            said(
                en: "Look at a part: country=PL, 'customer!=…'; may be repeated.",
                pl: "Pokaż część: country=PL, 'customer!=…'; można powtarzać.",
                ru: "Рассмотреть часть: country=PL, 'customer!=…'; можно повторять."),
            valueName: said(en: "column=value", pl: "kolumna=wartość", ru: "столбец=значение")))
    var filters: [RowFilter] = []

    /// The last day whose orders count; nil: all do.
    var lastDay: Day? { [asOf, to].compactMap { $0 }.min() }
}
