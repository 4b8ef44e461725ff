import Domain
import Intake
import Ledger

/// How the files were read and what the words mean.
enum MethodTexts {
    static let rowsTitle = Phrase(
        en: "Every row is accounted for", pl: "Każdy wiersz jest rozliczony", ru: "Каждая строка учтена")
    static let accepted = Phrase(en: "accepted", pl: "przyjęte", ru: "приняты")
    static let rejected = Phrase(en: "rejected", pl: "odrzucone", ru: "отклонены")
    static let ignored = Phrase(en: "ignored", pl: "pominięte", ru: "пропущены")
    static let read = Phrase(en: "read", pl: "przeczytane", ru: "прочитаны")
    static let fate = Phrase(en: "What became of them", pl: "Co się z nimi stało", ru: "Что с ними стало")
    static let rows = Phrase(en: "Rows", pl: "Wiersze", ru: "Строки")
    static let columnsTitle = Phrase(en: "What was recognised", pl: "Co rozpoznano", ru: "Что распознано")
    static let meaning = Phrase(en: "Meaning", pl: "Znaczenie", ru: "Значение")
    static let column = Phrase(en: "Column", pl: "Kolumna", ru: "Столбец")
    static let samples = Phrase(en: "First values", pl: "Pierwsze wartości", ru: "Первые значения")
    static let statusesTitle = Phrase(en: "Order statuses", pl: "Statusy zamówień", ru: "Статусы заказов")
    static let status = Phrase(en: "Status", pl: "Status", ru: "Статус")
    static let rule = Phrase(en: "Rule", pl: "Reguła", ru: "Правило")

    static let otherStatuses = Phrase(
        en: "others that count", pl: "pozostałe, które się liczą", ru: "остальные, которые считаются")
    static let unknownStatuses = Phrase(
        en: "others left out of this table", pl: "pozostałe, spoza tej tabeli", ru: "остальные, вне этой таблицы")

    /// A rule with the word that nobody knows what it is for.
    static func rule(_ status: IntakeSummary.Status) -> Phrase {
        let rule = rule(status.rule)
        guard !status.isKnown else { return rule }
        return Phrase(
            en: rule[.english] + " (not known)", pl: rule[.polish] + " (nieznany)",
            ru: rule[.russian] + " (неизвестен)")
    }

    static func files(_ names: String) -> Phrase {
        Phrase(en: "Read from: \(names)", pl: "Źródło: \(names)", ru: "Источник: \(names)")
    }

    static func timeZone(_ name: String) -> Phrase {
        Phrase(
            en: "Instants became days in the time zone \(name).",
            pl: "Chwile zamieniono na dni w strefie czasowej \(name).",
            ru: "Моменты времени переведены в дни часового пояса \(name).")
    }

    static let localDays = Phrase(
        en: "Days are as the file has them.", pl: "Dni są takie, jak w pliku.", ru: "Дни взяты из файла как есть.")

    static func rule(_ rule: StatusRule) -> Phrase {
        switch rule {
        case .count: Phrase(en: "counts", pl: "liczy się", ru: "считается")
        case .exclude: Phrase(en: "left out", pl: "pominięte", ru: "не считается")
        case .reverse:
            Phrase(en: "reversed, counted apart", pl: "cofnięte, liczone osobno", ru: "отменён, считается отдельно")
        case .refund: Phrase(en: "a refund", pl: "zwrot", ru: "возврат")
        }
    }

    static func note(_ note: IntakeSummary.Note, formats: Formats) -> Phrase {
        switch note {
        case .ordersUnderSeveralCustomers(let count):
            let number = formats.count(count)
            return Phrase(
                en:
                    "Order ids that stand under more than one customer: \(number). They were counted as separate orders.",
                pl: "Numery zamówień przypisane kilku klientom: \(number). Policzono je jako osobne zamówienia.",
                ru: "Номера заказов, стоящие у нескольких клиентов: \(number). Они посчитаны как отдельные заказы.")
        case .totalRepeatedOnLines(let column, let orders):
            return totalRepeated(column, orders: orders.map { formats.count($0) })
        case .totalOnOneLine(let column):
            return Phrase(
                en: "“\(column)” holds the order's total on one of its lines; the others are blank.",
                pl: "„\(column)” zawiera sumę zamówienia w jednym z jego wierszy; pozostałe są puste.",
                ru: "«\(column)» содержит сумму заказа в одной из его строк; остальные пусты.")
        case .amountFromLines(let quantity, let unitPrice):
            return Phrase(
                en: "Amounts are “\(quantity)” × “\(unitPrice)”, summed over an order's lines.",
                pl: "Kwoty to „\(quantity)” × „\(unitPrice)”, zsumowane po wierszach zamówienia.",
                ru: "Суммы\u{A0}— это «\(quantity)» × «\(unitPrice)», сложенные по строкам заказа.")
        case .convertedCurrencies(let rows, let codes):
            let list = codes.joined(separator: ", ")
            let number = formats.count(rows)
            return Phrase(
                en: "Converted to \(formats.currency.code): \(list) (rows: \(number)).",
                pl: "Przeliczono na \(formats.currency.code): \(list) (wierszy: \(number)).",
                ru: "Пересчитано в \(formats.currency.code): \(list) (строк: \(number)).")
        case .ordersRefunded(let whole, let inPart):
            let (all, some) = (formats.count(whole), formats.count(inPart))
            return Phrase(
                en: "Orders that refunds belong to: given back whole \(all), in part \(some).",
                pl: "Zamówienia, których dotyczą zwroty: zwrócone w całości \(all), częściowo \(some).",
                ru: "Заказы, к которым относятся возвраты: возвращены целиком \(all), частично \(some).")
        case .ordersWithoutCost(let gap, let coverage):
            return gap.message(
                lacking: formats.count(coverage.withoutCost), orders: formats.count(coverage.orders))
        case .costsCountedOnce(let columns):
            let list = columns.joined(separator: ", ")
            return Phrase(
                en: "Costs of the whole order, not of a line, and counted once: \(list).",
                pl: "Koszty całego zamówienia, a nie wiersza, policzone raz: \(list).",
                ru: "Затраты на весь заказ, а не на строку, посчитаны один раз: \(list).")
        case .noTimes:
            return Phrase(
                en: "The dates have no time of day.", pl: "Daty nie mają godzin.", ru: "В датах нет времени суток.")
        }
    }
}

extension MethodTexts {
    /// How an order's total was counted that stands on each of its lines; where orders showed it, how many, and how to
    /// say otherwise: a shop of one price looks the same.
    static func totalRepeated(_ column: String, orders: String?) -> Phrase {
        guard let orders else {
            return Phrase(
                en: "“\(column)” repeats the order's total on every line; it was counted once.",
                pl: "„\(column)” powtarza sumę zamówienia w każdym wierszu; policzono ją raz.",
                ru: "«\(column)» повторяет сумму заказа в каждой строке; она посчитана один раз.")
        }
        return Phrase(
            en:
                "“\(column)” is the same on all lines of an order (orders of several lines: \(orders)), so it was counted once. If it is each line's own: --amount-per line.",
            pl:
                "„\(column)” ma tę samą wartość we wszystkich wierszach zamówienia (zamówienia o kilku wierszach: \(orders)), więc policzono ją raz. Jeśli to kwota każdego wiersza: --amount-per line.",
            ru:
                "«\(column)» совпадает во всех строках заказа (заказов из нескольких строк: \(orders)), поэтому значение посчитано один раз. Если это сумма каждой строки: --amount-per line."
        )
    }
}

/// The terms, in one sentence each; docs/metrics.md has the formulas.
enum DefinitionTexts {
    static let heading = Phrase(en: "The words of this report", pl: "Słowniczek", ru: "Словарь отчёта")

    static let all: [(term: Phrase, text: Phrase)] = [
        (
            PageTexts.netRevenue,
            Phrase(
                en: "Money of orders less refunds. A reversed order counts in neither.",
                pl:
                    "Kwoty zamówień pomniejszone o zwroty. Zamówienie cofnięte w całości nie liczy się w żadnej z nich.",
                ru: "Суммы заказов за вычетом возвратов. Полностью отменённый заказ не входит ни туда, ни туда.")
        ),
        (
            Phrase(en: "Purchase day", pl: "Dzień zakupu", ru: "День покупки"),
            Phrase(
                en:
                    "A day with at least one order of a customer. Second order, rhythm and RFM frequency count days; the overview counts orders.",
                pl:
                    "Dzień, w którym klient złożył co najmniej jedno zamówienie. Drugi zakup, rytm i częstość RFM liczą dni; podsumowanie liczy zamówienia.",
                ru:
                    "День, когда клиент сделал хотя бы один заказ. Вторая покупка, ритм и частота RFM считают дни; общие цифры считают заказы."
            )
        ),
        (
            StateTexts.window,
            Phrase(
                en:
                    "After so many days of silence a customer counts as lapsed. Found from the gaps of this shop, unless given.",
                pl:
                    "Po tylu dniach milczenia klient uchodzi za nieaktywnego. Wyznaczane z przerw w tym sklepie, chyba że podano inaczej.",
                ru:
                    "После стольких дней молчания клиент считается ушедшим. Находится по промежуткам этого магазина, если не задано."
            )
        ),
        (
            RetentionTexts.rate,
            Phrase(
                en:
                    "Of those active at the start of a period, the share active at its end. Customers won within it do not count.",
                pl:
                    "Jaki odsetek aktywnych na początku okresu jest aktywny na jego końcu. Pozyskani w trakcie się nie liczą.",
                ru: "Какая доля активных на начало периода активна в его конце. Пришедшие внутри периода не считаются.")
        ),
        (
            BreakdownTexts.repeatRate,
            Phrase(
                en: "Share of customers with two orders or more.",
                pl: "Odsetek klientów z co najmniej dwoma zamówieniami.",
                ru: "Доля клиентов с двумя заказами и более.")
        ),
        (
            Phrase(en: "95% interval", pl: "Przedział 95%", ru: "Интервал 95\u{A0}%"),
            Phrase(
                en: "Where the true figure very likely lies; the fewer the customers, the wider.",
                pl: "Gdzie najpewniej leży prawdziwa wartość; im mniej klientów, tym szerszy.",
                ru: "Где, скорее всего, лежит истинное значение; чем меньше клиентов, тем шире.")
        ),
    ]
}
