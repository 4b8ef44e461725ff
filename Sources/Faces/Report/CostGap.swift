public import Domain
public import Ledger

/// Orders whose cost is not known, and what is done about it (docs/metrics.md, "Contribution").
public enum CostGap: Hashable, Sendable {
    /// No order says what its goods cost.
    case allUntold, allByMargin
    /// Some do not: few enough to count as costing nothing, too many to tell anything, or the margin stands in.
    case fewForNothing, manyUntold, someByMargin
    /// Every order has its cost, and a margin is given that nothing needs.
    case marginUnused

    /// Nil where there is nothing to say.
    ///
    /// - Parameter coverage: Nil where the files have no columns of costs.
    public init?(_ coverage: CostCoverage?, hasMargin: Bool) {
        guard let coverage, coverage.orders > 0 else { return nil }
        if coverage.withoutCost == 0 {
            guard hasMargin else { return nil }
            self = .marginUnused
        } else if coverage.hasNone {
            self = hasMargin ? .allByMargin : .allUntold
        } else if hasMargin {
            self = .someByMargin
        } else {
            self = coverage.isEnough ? .fewForNothing : .manyUntold
        }
    }

    /// One or two sentences for a person.
    ///
    /// - Parameters:
    ///   - lacking: How many orders lack their cost, of `orders`, as they are written.
    public func message(lacking: String, orders: String) -> Phrase {
        switch self {
        case .allUntold:
            Phrase(
                en:
                    "No order says what its goods cost, so contribution is not told. Give --margin, such as --margin 40%.",
                pl:
                    "Żadne zamówienie nie podaje kosztu towaru, więc marży nie pokazano. Podaj ją: --margin, na przykład --margin 40%.",
                ru:
                    "Ни в одном заказе нет стоимости товара, поэтому маржа не показана. Задайте её: --margin, например --margin 40%."
            )
        case .allByMargin:
            Phrase(
                en:
                    "No order says what its goods cost: contribution is net revenue times --margin, less the fees and shipping costs.",
                pl:
                    "Żadne zamówienie nie podaje kosztu towaru: marża to przychód po zwrotach razy --margin, minus opłaty i koszty wysyłki.",
                ru:
                    "Ни в одном заказе нет стоимости товара: маржа — это выручка после возвратов, умноженная на --margin, минус комиссии и расходы на доставку."
            )
        case .fewForNothing:
            Phrase(
                en:
                    "Orders in which no cost is given: \(lacking) of \(orders). They count as costing nothing. Give --margin to fill the gap.",
                pl:
                    "Zamówienia, w których nie podano kosztu: \(lacking) z \(orders). Liczą się bez kosztu. Podaj --margin, aby uzupełnić lukę.",
                ru:
                    "Заказы, в которых не указана стоимость: \(lacking) из \(orders). Они считаются без затрат. Задайте --margin, чтобы восполнить пробел."
            )
        case .manyUntold:
            Phrase(
                en:
                    "Orders in which no cost is given: \(lacking) of \(orders), so contribution is not told. Give --margin, such as --margin 40%.",
                pl:
                    "Zamówienia, w których nie podano kosztu: \(lacking) z \(orders), więc marży nie pokazano. Podaj ją: --margin, na przykład --margin 40%.",
                ru:
                    "Заказы, в которых не указана стоимость: \(lacking) из \(orders), поэтому маржа не показана. Задайте её: --margin, например --margin 40%."
            )
        case .someByMargin:
            Phrase(
                en: "Orders in which no cost is given: \(lacking) of \(orders). For them --margin stands in.",
                pl: "Zamówienia, w których nie podano kosztu: \(lacking) z \(orders). Zastępuje go --margin.",
                ru: "Заказы, в которых не указана стоимость: \(lacking) из \(orders). Для них взята --margin.")
        case .marginUnused:
            Phrase(
                en: "Every order has its cost, so --margin changes nothing.",
                pl: "Każde zamówienie ma swój koszt, więc --margin niczego nie zmienia.",
                ru: "У каждого заказа есть стоимость, поэтому --margin ничего не меняет.")
        }
    }
}
