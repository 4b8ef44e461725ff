import Domain
import Intake
import Ledger
import Report

/// What the whole of the files showed that a reader should know before believing the numbers.
enum ReadingRemarks {
    static func text(
        _ result: IntakeResult, currency: Currency?, hasMargin: Bool, language: Language
    ) -> String {
        var remarks: [Phrase] = []
        if result.accounting.accepted > 0, result.ledger.currency.isUnknown, currency == nil {
            remarks.append(unknownCurrency)
        }
        if result.conflictingOrders > 0 { remarks.append(conflicts(result, language)) }
        if result.overlappingOrders > 0 {
            let count = language.count(result.overlappingOrders)
            remarks.append(
                Phrase(
                    en: "Orders that stand in two files: \(count). The later file's version counts.",
                    pl: "Zamówienia obecne w dwóch plikach: \(count). Liczy się wersja z późniejszego pliku.",
                    ru: "Заказы, которые есть в двух файлах: \(count). Учтена версия из более позднего файла."))
        }
        if result.refundsWithoutOrder > 0 {
            let count = language.count(result.refundsWithoutOrder)
            remarks.append(
                Phrase(
                    en:
                        "Refunds that name an order which is not in the files: \(count). They lower the net revenue only.",
                    pl: "Zwroty wskazujące zamówienie, którego nie ma w plikach: \(count). Obniżają tylko przychód.",
                    ru: "Возвраты с номером заказа, которого нет в файлах: \(count). Они лишь уменьшают выручку."))
        }
        remarks += result.costSigns.compactMap { signs($0, language) }
        remarks += result.totalsNamesakes.prefix(3).map { totals($0, result.ledger.currency, language) }
        let coverage = result.ledger.costCoverage
        if let coverage, let gap = CostGap(coverage, hasMargin: hasMargin) {
            remarks.append(
                gap.message(
                    lacking: language.count(coverage.withoutCost), orders: language.count(coverage.orders)))
        }
        return remarks.map { $0[language] }.joined(separator: "\n")
    }

    static let unknownCurrency = Phrase(
        en:
            "The files name no currency, so money is shown without one. Name it with --currency, such as --currency EUR.",
        pl: "Pliki nie podają waluty, dlatego kwoty są bez niej. Podaj ją: --currency, na przykład --currency PLN.",
        ru: "В файлах не указана валюта, поэтому суммы даны без неё. Укажите её: --currency, например --currency RUB.")

    /// What the whole column says that its first rows did not, or that it says two things.
    private static func signs(_ signs: CostSigns, _ language: Language) -> Phrase? {
        let name = language.quoted(signs.column.clipped(to: 44))
        guard signs.areMixed else {
            guard signs.isRevised else { return nil }
            return signs.isNegative
                ? Phrase(
                    en:
                        "\(name): costs are written below zero in the rows that follow, and are taken off all the same.",
                    pl: "\(name): w dalszych wierszach koszty mają znak minus; odejmujemy je tak samo.",
                    ru: "\(name): дальше в файле затраты записаны со знаком минус; они всё равно вычитаются.")
                : Phrase(
                    en: "\(name): most costs are above zero after all; those below zero are taken for money back.",
                    pl: "\(name): większość kosztów jest jednak dodatnia; ujemne to według nas zwrócone pieniądze.",
                    ru: "\(name): большинство затрат всё же больше нуля; отрицательные считаются возвратом денег.")
        }
        let (above, below) = (language.count(signs.above), language.count(signs.below))
        let counts = Phrase(
            en: "\(name): costs above zero in \(above) rows, below zero in \(below).",
            pl: "\(name): liczba wierszy z kosztem dodatnim: \(above), z ujemnym: \(below).",
            ru: "\(name): строк с затратами больше нуля: \(above), меньше нуля: \(below).")
        let taken =
            signs.isNegative
            ? Phrase(
                en: "Those above zero are taken for money back.", pl: "Dodatnie to według nas zwrócone pieniądze.",
                ru: "Положительные считаются возвратом денег.")
            : Phrase(
                en: "Those below zero are taken for money back.", pl: "Ujemne to według nas zwrócone pieniądze.",
                ru: "Отрицательные считаются возвратом денег.")
        let advice = Phrase(
            en: "If all are costs, give them one sign.", pl: "Jeśli wszystkie to koszty, nadaj im jeden znak.",
            ru: "Если всё это затраты, запишите их с одним знаком.")
        return Phrase(
            en: "\(counts.en) \(taken.en) \(advice.en)",
            pl: "\(counts.pl) \(taken.pl) \(advice.pl)",
            ru: "\(counts.ru) \(taken.ru) \(advice.ru)")
    }

    /// Nothing shows that the rows of this name are sums.
    private static func totals(_ namesake: TotalsNamesake, _ currency: Currency, _ language: Language) -> Phrase {
        let name = language.quoted(namesake.name.clipped(to: 44))
        let (rows, sum) = (language.count(namesake.rows), language.money(namesake.minorUnits(in: currency), currency))
        let option = "--where '\(namesake.column)!=\(namesake.name.replacing("'", with: "'\\''"))'"
        return Phrase(
            en: "\(name) is taken for a customer (orders: \(rows), \(sum))."
                + " If they are sums, leave them out: \(option)",
            pl: "\(name) to według nas klient (zamówienia: \(rows), \(sum))."
                + " Jeśli to podsumowania, pomiń je: \(option)",
            ru: "\(name) считается клиентом (заказы: \(rows), \(sum))."
                + " Если это итоги, исключите их: \(option)")
    }

    private static func conflicts(_ result: IntakeResult, _ language: Language) -> Phrase {
        let count = language.count(result.conflictingOrders)
        let examples = result.conflictExamples.prefix(3).map { $0.clipped(to: 24) }.joined(separator: ", ")
        let such = examples.isEmpty ? "" : " (\(examples))"
        return Phrase(
            en:
                "Order ids that stand under more than one customer: \(count)\(such). They are counted as separate orders.",
            pl: "Numery zamówień przypisane kilku klientom: \(count)\(such). Liczą się jako osobne zamówienia.",
            ru: "Номера заказов, стоящие у нескольких клиентов: \(count)\(such). Они считаются отдельными заказами.")
    }
}
