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
        remarks += result.totalsNamesakes.prefix(3).map { totals($0, result.ledger.currency, language) }
        let coverage = result.ledger.costCoverage
        if let coverage, let gap = CostGap(coverage, hasMargin: hasMargin) {
            remarks.append(
                gap.message(
                    lacking: language.count(coverage.withoutCost), orders: language.count(coverage.orders)))
        }
        return remarks.map { $0[language] }.joined(separator: "\n")
    }

    private static let unknownCurrency = Phrase(
        en:
            "The files name no currency, so money is shown without one. Name it with --currency, such as --currency EUR.",
        pl: "Pliki nie podają waluty, dlatego kwoty są bez niej. Podaj ją: --currency, na przykład --currency PLN.",
        ru: "В файлах не указана валюта, поэтому суммы даны без неё. Укажите её: --currency, например --currency RUB.")

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
