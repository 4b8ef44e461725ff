import ArgumentParser
import LifetimeValue

/// How far a forecast goes, with which model, and what an order is worth.
struct AheadOptions: ParsableArguments {
    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            said(
                en: "How far ahead, such as 90d, 52w, 6m (default: 1y).",
                pl: "Jak daleko naprzód, na przykład 90d, 52w, 6m (domyślnie 1y).",
                ru: "Насколько вперёд, например 90d, 52w, 6m (по умолчанию 1y)."),
            valueName: said(en: "duration", pl: "czas", ru: "срок")))
    var horizon: DurationArgument?

    @Option(
        help: ArgumentHelp(
            said(
                en: "The model of purchases (default: chosen by a backtest, or by BIC where there are few orders).",
                pl: "Model zakupów (domyślnie wybiera go sprawdzian prognoz, a gdy zamówień jest mało, BIC).",
                ru: "Модель покупок (по умолчанию выбирается проверкой прогнозов, а где заказов мало — по BIC)."),
            valueName: said(en: "name", pl: "nazwa", ru: "название")))
    var model: PurchaseModelName?

    @Option(
        help: ArgumentHelp(
            said(
                en: "The unit of parameters, recency and age (default: week).",
                pl: "Jednostka parametrów, recency i age (domyślnie tydzień).",
                ru: "Единица параметров, recency и age (по умолчанию неделя)."),
            valueName: said(en: "unit", pl: "jednostka", ru: "единица")))
    var timeUnit: TimeUnit?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            said(
                en: "The yearly discount rate; with 0% all money counts alike.",
                pl: "Roczna stopa dyskontowa; przy 0% każda kwota liczy się tak samo.",
                ru: "Годовая ставка дисконтирования; при 0% все деньги считаются одинаково."),
            valueName: said(en: "share", pl: "część", ru: "доля")))
    var discount = ShareArgument(basisPoints: 1_000)

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            said(
                en:
                    "Contribution as a share of net revenue, such as 40%; 100% at most (default: value is net revenue).",
                pl:
                    "Marża jako część przychodu netto, na przykład 40%; najwyżej 100% (domyślnie wartość to przychód netto).",
                ru:
                    "Маржа как доля чистой выручки, например 40%; не больше 100% (по умолчанию ценность — чистая выручка)."
            ),
            valueName: said(en: "share", pl: "część", ru: "доля")))
    var margin: ShareArgument?

    @Option(
        help: ArgumentHelp(
            said(
                en: "Write one row a customer with the forecast, as CSV; - is standard output.",
                pl: "Zapisz po jednym wierszu na klienta z prognozą (CSV); - to standardowe wyjście.",
                ru: "Записать по строке на клиента с прогнозом (CSV); - это стандартный вывод."),
            valueName: said(en: "file", pl: "plik", ru: "файл")))
    var customers: String?
}
