/// Tells goods from the other lines of an order: postage, fees, discounts, corrections.
public enum GoodsVocabulary {
    /// Whether the line is a product. Other lines stay in the revenue and leave the product analysis.
    ///
    /// - Parameters:
    ///   - code: The product's code, blank where there is none; a known code decides before the name.
    ///   - name: The product's name.
    public static func isGoods(code: some StringProtocol, name: some StringProtocol) -> Bool {
        let upper = trimmed(code).uppercased()
        if codes.contains(upper) || codePrefixes.contains(where: upper.hasPrefix) { return false }
        let words = HeaderName(name)
        guard !words.words.isEmpty else { return true }
        if names.contains(words.key) { return false }
        // A leading word names the line (`Delivery to Spain`); in the middle it is part of a product
        // (`Bag for delivery men`).
        guard let first = words.words.first, leads.contains(where: first.hasPrefix) else { return true }
        return words.words.contains { word in goods.contains(where: word.hasPrefix) }
    }

    private static let codes: Set<String> = [
        "POST", "DOT", "M", "C2", "D", "S", "BANK CHARGES", "AMAZONFEE", "CRUK", "PADS", "SHIPPING", "SHIP",
        "DELIVERY", "POSTAGE", "DISCOUNT", "COUPON", "VOUCHER", "FEE", "TAX", "TIP", "GIFTCARD", "GIFT-CARD",
        "GIFT_CARD", "ADJUST", "ADJUST2", "B", "DOSTAWA", "WYSYLKA", "WYSYŁKA", "PRZESYLKA", "PRZESYŁKA",
        "RABAT", "TRANSPORT", "ДОСТАВКА", "СКИДКА",
    ]

    private static let codePrefixes = ["GIFT_0001_", "DCGS", "TEST0"]

    private static let names: Set<String> = Set(
        [
            "manual", "bank charges", "amazon fee", "cruk commission", "pads to match all cushions", "carriage", "tip",
            "tips", "gift card", "gift voucher", "gift wrapping", "gift wrap", "adjust bad debt", "adjustment by",
            "tax",
            "vat", "handling", "insurance", "dotcom postage", "next day carriage", "rounding", "sample", "samples",
            "cod fee", "service fee", "free shipping", "donation",
            "koszt dostawy", "koszty dostawy", "koszt wysyłki", "koszty wysyłki", "koszt przesyłki",
            "opłata za dostawę",
            "opłata za pobranie", "pobranie", "zaokrąglenie", "karta podarunkowa", "bon podarunkowy",
            "pakowanie na prezent",
            "napiwek", "korekta", "darmowa dostawa", "paczkomaty", "paczkomaty inpost", "kurier", "ubezpieczenie",
            "zwrot kosztów",
            "darowizna", "odbiór osobisty",
            "стоимость доставки", "услуги доставки", "услуга доставки", "бесплатная доставка", "подарочный сертификат",
            "подарочная карта", "подарочная упаковка", "округление", "страховка", "страхование", "сборка", "подъем",
            "подъем на этаж",
            "самовывоз", "чаевые", "корректировка", "комиссия", "курьер",
        ].map { HeaderName($0).key })

    /// How names of such lines start.
    private static let leads = [
        "shipping", "shipment", "postage", "delivery", "discount", "adjust", "surcharge", "refund", "freight", "coupon",
        "voucher",
        "dostaw", "wysylk", "przesylk", "rabat", "znizk", "upust", "prowizj", "kupon",
        "доставк", "скидк", "пересылк", "купон", "промокод", "наценк",
    ]

    /// Words that make a product of it after all: `Shipping boxes`, `Delivery van toy`.
    private static let goods = [
        "box", "carton", "label", "bag", "envelope", "scale", "tape", "book", "van", "truck", "toy", "karton", "pudelk",
        "kopert",
        "etykiet", "torb", "tasm", "коробк", "пакет", "конверт", "сумк", "этикет",
    ]
}
