/// Weighs the names of a file's columns by what the columns hold and by the company they keep.
struct ColumnJudge {
    let names: [HeaderName]

    /// Shopify calls the order `Name`, and repeats it on every line, which its `Id` is not. It alone has a column
    /// `Financial Status`.
    private let isShopify: Bool

    /// Amazon's `item-price` is that of all pieces together.
    private let isAmazon: Bool

    /// Beside fees, `Net` is what is left after them, not without VAT.
    private let hasFees: Bool

    init(names: [HeaderName]) {
        self.names = names
        let keys = Set(names.map(\.key))
        isShopify = keys.contains("financialstatus")
        hasFees = !keys.isDisjoint(with: ["fee", "fees", "cardprocessingfees", "prowizja", "комиссия"])
        isAmazon = keys.contains("itemprice") && (keys.contains("quantitypurchased") || keys.contains("amazonorderid"))
    }

    private static let bareNames: Set<String> = ["name", "nazwa", "название", "имя"]

    /// The roles that the column can play, each with a score above 0.
    func scores(of column: Int, with content: ColumnContent) -> [ColumnRole: Int] {
        let name = names[column]
        var scores = ColumnVocabulary.scores(of: name)
        if name.key == "name", isShopify, content.numbered >= 0.95 || content.isEmpty { scores = [.order: 100] }
        // Whatever else is called an order id is believed before `Name`.
        if Self.bareNames.contains(name.key), !isShopify, content.areOrderNumbers { scores = [.order: 90] }
        if isShopify, name.key == "source" { scores = [.salesChannel: 100] }
        if isAmazon, name.key == "itemprice" { scores = [.lineAmount: 100] }
        for (role, score) in scores {
            guard content.allows(role), let weighed = weigh(role, score, name, content) else {
                scores[role] = nil
                continue
            }
            // A column without a value gives way to any that has some.
            scores[role] = content.isEmpty && content.rowCount > 0 ? weighed / 2 : weighed
        }
        return scores
    }

    /// nil: the content speaks against this meaning of the name.
    private func weigh(_ role: ColumnRole, _ score: Int, _ name: HeaderName, _ content: ColumnContent) -> Int? {
        guard !content.isEmpty else { return score }
        switch role {
        case .order:
            // `Name`, `Number`: an order only where numbers stand in it.
            if score <= 60, content.numbered < 0.95 || content.names > 0 { return nil }
            // An id that some rows lack parts the rows worse than one that all have.
            return content.fill < 1 ? score - 30 : score
        case .customer:
            if name.key == "name" || name.key == "имя" { return content.names >= 0.3 ? score : nil }
            // `Customer: yes` is no id; `1` is one, even on every row.
            return content.flags == 1 && content.ids == 0 ? nil : score
        case .product:
            return score <= 75 && content.ids < 0.8 ? nil : score
        case .productName:
            return score <= 92 && content.ids >= 0.8 ? 70 : score
        case .source:
            return content.isAll(of: Self.channels) ? 60 : score
        case .status where name.key == "state" || name.key == "region" || content.distinctCount > Self.mostStatuses:
            let known = content.values.count { StatusVocabulary.rule(for: $0) != nil }
            return known * 2 >= content.values.count ? score : nil
        case .paymentStatus, .fulfilmentStatus:
            if content.distinctCount > Self.mostStatuses { return nil }
            return content.amounts >= 0.8 && content.flags < 0.8 ? nil : score
        case .refundOf where score < 100:
            return names.contains { ColumnVocabulary.bestRole(of: $0) == .type } ? score : nil
        case .type:
            return TypeVocabulary.tells(content.values) ? score : nil
        case .tax:
            return weighTax(name, score, content)
        case .refundedAmount, .shipping, .discount:
            // `Refunded: 1` on some of many rows is a yes, no amount.
            return content.flags == 1 && content.distinctCount == 2 && content.rowCount > 4 ? nil : score
        case .amountNet where hasFees && Self.feeNames.contains(name.key):
            return nil
        case .payment, .delivery, .coupon:
            return content.amounts >= 0.9 && content.distinctCount > 9 ? nil : score
        default:
            return score
        }
    }

    /// A column that holds nothing but rates (23, 8, 0) is no tax.
    private func weighTax(_ name: HeaderName, _ score: Int, _ content: ColumnContent) -> Int? {
        guard Self.rateNames.contains(name.key),
            content.values.contains(where: { $0.contains { "123456789".contains($0) } })
        else { return score }
        return content.isAll(of: Self.rates) ? nil : score
    }

    /// A column with more different texts among its first 500 values has no statuses, but notes or the
    /// numbers of parcels.
    private static let mostStatuses = 100

    private static let feeNames: Set<String> = ["net", "ordernet", "nettotal", "netamount", "netto"]

    /// Names that stand for a rate as well as for an amount.
    private static let rateNames: Set<String> = ["vat", "tax", "podatek", "ндс", "налог", "vatpercent", "taxpercent"]

    private static let channels: Set<String> = [
        "web", "pos", "mobile", "mobileapp", "app", "online", "onlinestore", "offline", "instore", "store",
        "iphone", "android", "shopifydraftorder", "ios", "phone", "allegro", "amazon", "ebay", "etsy", "shop",
        "sklep", "telefon", "сайт", "магазин", "ozon", "wildberries", "приложение", "desktop", "personal",
        "erli", "empik",
    ]

    private static let rates: Set<String> = [
        "0", "5", "7", "8", "10", "12", "18", "19", "20", "21", "22", "23", "25", "zw", "np", "000", "500",
        "800", "1000", "2000", "2300", "безндс", "023", "008", "005", "02", "01", "020", "010",
    ]
}

extension ColumnContent {
    /// Whether every value is one of these words.
    fileprivate func isAll(of words: Set<String>) -> Bool {
        Set(values).allSatisfy { words.contains(HeaderName($0).key) }
    }
}
