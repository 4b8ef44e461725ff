import Subscriptions

/// Which roles the name of a column speaks for in a file of subscriptions, and how surely.
enum SubscriptionVocabulary {
    /// The score of every role that the name can mean, 40…100.
    static func scores(of name: HeaderName) -> [SubscriptionRole: Int] {
        var scores = phrases[bareKey(name)] ?? [:]
        // Who the customer is and in which currency is called as in a file of orders.
        let known = ColumnVocabulary.scores(of: name)
        for (role, other, below) in [
            (SubscriptionRole.customer, ColumnRole.customer, 0), (.customer, .email, 10), (.currency, .currency, 0),
        ] {
            if let score = known[other] { scores[role] = max(scores[role] ?? 0, score - below) }
        }
        return scores
    }

    /// What the name of the amounts' column says that they are paid for, whatever the customer is billed by: MRR is a
    /// month's.
    static func amountPeriod(of name: HeaderName) -> BillingPeriod? {
        let key = bareKey(name)
        if monthly.contains(key) { return .month }
        return yearly.contains(key) ? BillingPeriod(1, .year) : nil
    }

    /// Whether the name of an amount may be that of a moment too: a payment is how much and when.
    static func canMeanMoment(_ name: HeaderName) -> Bool { payments.contains(bareKey(name)) }

    private static let payments = Set(
        PhraseList.keys(of: "payment, charge, płatność, платёж, оплата"))

    /// Without currencies (`Amount (PLN)`) and time zones (`Canceled At (UTC)`).
    private static func bareKey(_ name: HeaderName) -> String {
        let words = name.words.filter { $0 != "utc" && $0 != "gmt" }
        return HeaderName(words.joined(separator: " ")).keyWithoutUnit
    }

    private static let monthly = Set(
        PhraseList.keys(
            of: """
                mrr, monthly recurring revenue, monthly amount, monthly price, monthly fee, monthly revenue, price per month,
                amount per month, opłata miesięczna, kwota miesięczna, cena miesięczna, cena za miesiąc, kwota za miesiąc,
                miesięcznie, ежемесячная плата, ежемесячный платёж, сумма в месяц, цена за месяц, цена в месяц,
                месячная плата, плата в месяц
                """))

    private static let yearly = Set(
        PhraseList.keys(
            of: """
                arr, annual recurring revenue, annual amount, annual price, annual fee, yearly amount, yearly price,
                yearly fee, price per year, amount per year, annual contract value, acv, opłata roczna, kwota roczna,
                cena roczna, cena za rok, kwota za rok, rocznie, годовая плата, годовой платёж, сумма в год, цена за год,
                цена в год, плата в год
                """))

    private static let phrases: [String: [SubscriptionRole: Int]] = {
        var table: [String: [SubscriptionRole: Int]] = [:]
        for entry in SubscriptionPhrases.all {
            for key in PhraseList.keys(of: entry.names) {
                table[key, default: [:]][entry.role] = max(table[key]?[entry.role] ?? 0, entry.score)
            }
        }
        for key in monthly.union(yearly) { table[key, default: [:]][.amount] = 95 }
        return table
    }()
}
