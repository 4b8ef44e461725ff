/// What the words for a row's type mean: a sale, money given back, or no sale at all (a payout, a fee), in English,
/// Polish and Russian.
enum TypeVocabulary {
    /// The rule of a row's type; nil when the words are not known.
    static func rule(for text: some StringProtocol) -> StatusRule? {
        let name = HeaderName(text)
        if let exact = phrases[name.key] { return exact }
        if strangers.contains(where: name.has) { return nil }
        return patterns.first { pattern in pattern.stems.allSatisfy(name.has) }?.rule
    }

    /// Whether these values say what rows are: half of them at least are known, and some are sales or refunds. Those of
    /// products, customers and payments do not.
    static func tells(_ values: [String]) -> Bool {
        var rules: [String: StatusRule?] = [:]
        var known = 0
        var isOfSales = false
        for value in values {
            let rule: StatusRule?
            if let judged = rules[value] {
                rule = judged
            } else {
                rule = Self.rule(for: value)
                // A column of descriptions is no type; a handful of texts is enough to judge by.
                guard rules.count < 200 else { return false }
                rules[value] = rule
            }
            if rule != nil { known += 1 }
            if rule == .count || rule == .refund { isOfSales = true }
        }
        return isOfSales && known * 2 >= values.count
    }

    /// Stems of words that only begin like known ones.
    private static let strangers = ["refundable", "nonrefundable", "returning"]

    private static let phrases: [String: StatusRule] = {
        var table: [String: StatusRule] = [:]
        for (rule, text) in TypePhrases.phrases {
            for key in PhraseList.keys(of: text) { table[key] = rule }
        }
        return table
    }()

    private static let patterns: [(stems: [String], rule: StatusRule)] = TypePhrases.patterns.flatMap { rule, text in
        PhraseList.words(of: text).map { (stems: $0, rule: rule) }
    }
}

/// The words behind `TypeVocabulary`, parted by commas; they are matched without case and diacritics.
private enum TypePhrases {
    static let phrases: [(StatusRule, String)] = [
        (
            .count,
            """
            sale, sales, order, purchase, payment, charge, capture, invoice, receipt, checkout, shop order,
            fs, fv, fa, fvs, pa, par, sprzedaż, zamówienie, zakup, paragon, faktura, faktura vat, płatność, wpłata,
            продажа, заказ, покупка, реализация, реализация товаров, приход, чек, оплата, платеж, чек продажи
            """
        ),
        (
            .refund,
            """
            refund, refunds, return, returns, credit, credit note, credit memo, chargeback, dispute, reversal,
            money back, claim, shop order refund, kfs, fk, kfv, fks, kor, zw, zwr, kpa, zpa, zwrot, zwroty, korekta, storno,
            возврат, возвраты, возврат прихода, корректировка, сторно
            """
        ),
        (
            .exclude,
            """
            payout, payouts, transfer, transfers, fee, fees, tax, marketing, deposit, withdrawal, adjustment, reserve,
            authorization, authorisation, void, test, topup, top up, hold, conversion, shipping label, wypłata, wypłaty, opłata,
            opłaty, prowizja, prowizje, przelew, przelew środków, выплата, выплаты, перевод, вывод средств, вывод,
            комиссия, логистика, хранение, штраф, удержание, расход, эквайринг
            """
        ),
    ]

    /// Stems in any order; each must start some word of the type. The first pattern that fits wins: a fee for a
    /// payment is a fee, and a chargeback that was won is no second chargeback.
    static let patterns: [(StatusRule, String)] = [
        (
            .exclude,
            """
            payout, withdraw, fee, fees, commission, authoriz, authoris, void, conversion, hold, release, request,
            invoice sent, transfer bank, balance transfer, mass pay, top up, reserve, adjustment, cancel, test, chargeback reversal,
            dispute reversal, refund reversal, refund fail, wypłat, prowizj, opłat, przelicz walut, anulow,
            blokad środk, faktur zakup, zwrot dostawc, выплат, комисс, вывод, конвертац, удержан, хранени, логистик,
            отмен, возврат поставщик
            """
        ),
        (
            .refund,
            """
            refund, return, chargeback, reversal, dispute, credit note, credit memo, zwrot, korekt, koryg, storn,
            возврат, корректир, сторно
            """
        ),
        (
            .count,
            """
            sale, order, purchase, payment, charge, checkout, invoice, subscription, sprzeda, zamówien, paragon,
            faktur, płatn, продаж, реализац, заказ, покупк, оплат, платеж
            """
        ),
    ]
}
